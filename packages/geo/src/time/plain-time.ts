// A time as people type it in five scripts, made plain for the readers of times: small letters
// without accents, Latin digits, one kind of hyphen and of space. Every character knows its origin.

/** For each character of `text`, `from` has its index in the text as it was written. */
export type PlainTime = { readonly text: string; readonly from: readonly number[] };

const ZEROES = [0x06_60, 0x06_f0, 0xff_10];
/** Marks that only order the directions of writing, and the Arabic stretching of a line. */
const NOTHING = /[\u061c\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ALIKE: Readonly<Record<string, string>> = {
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  '׳': "'",
  '’': "'",
  '‘': "'",
  '`': "'",
  '،': ',',
  '٫': '.',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  '־': '-',
  '：': ':',
};

/** Makes `text` plain. Total. Letters are told apart no finer than е and ё, ا and أ, i and ı. */
export function plainTime(text: string): PlainTime {
  const letters: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const letter of plainLetters(text.charAt(at))) {
      letters.push(letter);
      from.push(at);
    }
  }
  return { text: letters.join(''), from };
}

/** A phrase of the tables, made plain in the same way. */
export function plainPhrase(phrase: string): string {
  return plainTime(phrase).text;
}

function plainLetters(character: string): string[] {
  if (NOTHING.test(character)) return [];
  if (/\s/.test(character)) return [' '];
  const code = character.charCodeAt(0);
  const zero = ZEROES.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return [String(code - zero)];
  const bare = character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return bare.split('').map((letter) => ALIKE[letter] ?? letter);
}
