// A height's text in plain small letters and digits, so that one vocabulary reads it in five
// scripts. Each character of the result knows where it came from, for refusals.

/** The folded text, and for each of its characters the index it came from. */
export type PlainHeight = { readonly text: string; readonly from: readonly number[] };

/** Marks that order the directions of writing, vowel points, and the Arabic tatweel. */
const SILENT = new RegExp(
  '[\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff' +
    '\\u0591-\\u05bd\\u05bf-\\u05c7\\u0640\\u064b-\\u065f\\u0670]',
);
/** The first of ten digits: Arabic-Indic, Persian, full-width. */
const ZEROES = [0x06_60, 0x06_f0, 0xff_10];
/** Letters that people exchange, or type without their marks; separators of numbers. */
const ALIKE = new Map<string, string>(
  Object.entries({
    ё: 'е',
    İ: 'i',
    I: 'i',
    ı: 'i',
    ş: 's',
    Ş: 's',
    ç: 'c',
    Ç: 'c',
    ğ: 'g',
    Ğ: 'g',
    ü: 'u',
    Ü: 'u',
    ö: 'o',
    Ö: 'o',
    â: 'a',
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ک: 'ك',
    ة: 'ه',
    '׳': "'",
    '’': "'",
    '‘': "'",
    '״': '"',
    '”': '"',
    '“': '"',
    '−': '-',
    '–': '-',
    '‐': '-',
    '‑': '-',
    '־': '-',
    '，': ',',
    '،': ',',
    '．': '.',
  }),
);

/** Folds `text`. Total. A letter written as letter and mark is folded as one. */
export function plainHeight(text: string): PlainHeight {
  const letters: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (SILENT.test(character)) continue;
    const composed = /\p{M}/u.test(text.charAt(at + 1))
      ? (character + text.charAt(at + 1)).normalize('NFC')
      : character;
    letters.push(folded(composed.length === 1 ? composed : character));
    from.push(at);
    if (composed.length === 1 && composed !== character) at += 1;
  }
  return { text: letters.join(''), from };
}

function folded(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROES.find((first) => code >= first && code <= first + 9);
  if (zero !== undefined) return String(code - zero);
  const alike = ALIKE.get(character);
  if (alike !== undefined) return alike;
  if (/\s/.test(character)) return ' ';
  const small = character.toLowerCase();
  return small.length === 1 ? (ALIKE.get(small) ?? small) : character;
}
