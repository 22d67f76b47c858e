// The ways of setting degrees in type, made one: Arabic digits, Russian, Arabic, Hebrew and Turkish
// letters of the hemispheres, decimal commas, hyphens between parts. Each character of the result
// knows where it came from, so that a refusal points into the text as it was written.

/** The text in plain letters and digits, and for each of its characters the index it came from. */
export type PlainText = { readonly text: string; readonly from: readonly number[] };

/** Words and letters; the longer stand first. None may touch another letter. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/северн(?:ой|ая) широт[аы]|с\. ?ш\.?|сш|С(?=[^\p{L}.]|$)|شمالا?ً?|ش|צפון|צ['׳]/iu, 'N'],
  [/южн(?:ой|ая) широт[аы]|ю\. ?ш\.?|юш|Ю(?=[^\p{L}.]|$)|جنوبا?ً?|ج|דרום|ד['׳]/iu, 'S'],
  [/восточн(?:ой|ая) долгот[аы]|в\. ?д\.?|вд|В(?=[^\p{L}.]|$)|شرقا?ً?|ق|מזרח|מז['׳]/iu, 'E'],
  [/западн(?:ой|ая) долгот[аы]|з\. ?д\.?|зд|З(?=[^\p{L}.]|$)|غربا?ً?|غ|מערב|מע['׳]/iu, 'W'],
  [/kuzey|K(?=[^\p{L}.]|$)/u, 'N'],
  [/güney|G(?=[^\p{L}.]|$)/u, 'S'],
  [/doğu|D(?=[^\p{L}.]|$)/u, 'E'],
  [/batı|B(?=[^\p{L}.]|$)/u, 'W'],
  [/широта|خط العرض|קו רוחב|enlem/iu, 'lat'],
  [/долгота|خط الطول|קו אורך|boylam/iu, 'lon'],
  [/градус(?:ов|а)?|град\.?|درجة|מעלות|derece/iu, '°'],
  [/минут[аы]?|мин\.?|دقيقة|דקות|dakika/iu, "'"],
  [/секунд[аы]?|сек\.?|ثانية|שניות|saniye/iu, '"'],
];
const ANCHORED = WORDS.map(
  ([{ source, flags }, plain]) => [new RegExp(`^(?:${source})(?!\\p{L})`, flags), plain] as const,
);
/** No character below it is a letter. */
const FIRST_LETTER = 'A'.charCodeAt(0);
const CHARACTERS = new Map<string, string>([
  ['٫', '.'],
  ['،', ','],
  ['．', '.'],
  ['，', ','],
]);
/** Marks that only order the directions of writing; they stand for nothing. */
const BIDI = /[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const ZEROES = [0x06_60, 0x06_f0, 0xff_10];

/** Makes `text` plain. Total; Latin text in the usual forms comes out as it is. */
export function plainText(text: string): PlainText {
  const letters: string[] = [];
  const from: number[] = [];
  const put = (plain: string, at: number): void => {
    for (const letter of plain.split('')) {
      letters.push(letter);
      from.push(at);
    }
  };
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at);
    if (word !== undefined) put(word.plain, at);
    else if (!BIDI.test(text.charAt(at))) put(plainCharacter(text.charAt(at)), at);
    at += word?.length ?? 1;
  }
  return { text: withPoints(withColons(letters.join(''))), from };
}

function wordAt(
  text: string,
  at: number,
): { readonly plain: string; readonly length: number } | undefined {
  if (text.charCodeAt(at) < FIRST_LETTER) return undefined;
  if (!/\p{L}/u.test(text.charAt(at)) || /\p{L}/u.test(text.charAt(at - 1))) return undefined;
  const rest = text.slice(at, at + 24);
  for (const [pattern, plain] of ANCHORED) {
    const found = pattern.exec(rest);
    if (found !== null) return { plain, length: found[0].length };
  }
  return undefined;
}

function plainCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const zero = ZEROES.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? (CHARACTERS.get(character) ?? character) : String(code - zero);
}

// "35-20-09N", "35.20.09N" and "35d20m09s": as many characters, so that indices stay.
function withColons(text: string): string {
  return text
    .replace(/(?<=\d)d(?= ?\d| ?[NSEW]\b)/g, '°')
    .replace(/(?<=°.*\d)m(?= ?\d| ?[NSEW]\b|$)/g, "'")
    .replace(/(?<='.*\d)s(?= ?[NSEW\d,;]| |$)/g, '"')
    .replace(/(?<![\d.])\d{1,3}\.\d{2}\.\d{2}(?=(?:,\d+)?\s*[NSEW]\b)/g, (whole) =>
      whole.replaceAll('.', ':'),
    )
    .replace(/(?<![\d.-])(\d{1,3})-(\d{1,2})(?:-(\d{1,2}(?:\.\d+)?))?(?=\s*[NSEW]\b)/g, (whole) =>
      whole.replaceAll('-', ':'),
    );
}

const COMMAS = /^\s*[-+−]?\d{1,2},\d+°?\s*(?:[;,]\s+|\s+)[-+−]?\d{1,3},\d+°?\s*$/;

// A comma is a decimal one when a hemisphere letter or a mark stands at its number, or when both
// numbers have one and something else stands between them.
function withPoints(text: string): string {
  if (COMMAS.test(text)) return text.replace(/(?<=\d),(?=\d)/g, '.');
  return text
    .replace(/(?<=\d),(?=\d+\s*(?:°?\s*[NSEW]\b|['"′″]))/g, '.')
    .replace(/(?<=\b[NSEW]\s?\d{1,3}),(?=\d+(?:\s|$))/g, '.');
}
