// Numbers and lengths as English and Russian words give them: "9", "9,5", "18 000", "nine",
// "двадцати пяти", with their unit, a second number, and how firmly they were said.

/** Metres; every way in which the numbers and the unit may be read. */
export type SaidLength = {
  readonly readings: readonly { readonly least: number; readonly greatest: number }[];
  /** "about", "примерно": the speaker does not vouch for the number. */
  readonly hedged: boolean;
  readonly bound: 'exact' | 'within' | 'beyond';
};

const EN_ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen';
const EN_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
/** Stems with their endings; the longer stand first where one begins another. */
const RU_ONES =
  'одиннадцат[ьи]ю?=11 двенадцат[ьи]ю?=12 тринадцат[ьи]ю?=13 четырнадцат[ьи]ю?=14 ' +
  'пятнадцат[ьи]ю?=15 шестнадцат[ьи]ю?=16 семнадцат[ьи]ю?=17 восемнадцат[ьи]ю?=18 ' +
  'девятнадцат[ьи]ю?=19 од(?:ин|на|но|ного|ной|ному|ном)=1 дв(?:а|е|ух|ум|умя)=2 ' +
  'тр(?:и|[её]х|[её]м|емя)=3 четыр(?:е|[её]х|[её]м|ьмя)=4 пят(?:ь|и|ью)=5 шест(?:ь|и|ью)=6 ' +
  'сем(?:ь|и|ью)=7 вос(?:емь|ьми|емью)=8 девят(?:ь|и|ью)=9 десят(?:ь|и|ью)=10';
const RU_TENS =
  'двадцат(?:ь|и|ью)=20 тридцат(?:ь|и|ью)=30 сорока?=40 пят(?:ь|и)десяти?ь?=50 ' +
  'шест(?:ь|и)десяти?ь?=60 сем(?:ь|и)десяти?ь?=70 вос(?:емь|ьми)десяти?ь?=80 девяност[оа]=90';

type Word = { readonly pattern: string; readonly value: number };
const pairs = (list: string): Word[] =>
  list.split(' ').map((pair) => {
    const [pattern = '', value = ''] = pair.split('=');
    return { pattern, value: Number(value) };
  });
const EN_SMALL = EN_ONES.split(' ').map((pattern, value): Word => ({ pattern, value }));
const EN_LARGE = EN_TENS.split(' ').map((pattern, i): Word => ({ pattern, value: 10 * i + 20 }));
const SMALL = [...EN_SMALL, ...pairs(RU_ONES)];
const LARGE = [...EN_LARGE, ...pairs(RU_TENS)];
const HUNDRED = '(?:one |a )?hundred|сто|ста';
const anyOf = (words: readonly Word[]): string => words.map(({ pattern }) => pattern).join('|');
const WORD_NUMBER =
  `(?<!\\p{L})(?:${HUNDRED}|(?:${anyOf(LARGE)})(?:[- ](?:${anyOf(SMALL)}))?|${anyOf(SMALL)})` +
  `(?!\\p{L})`;
const VALUES: readonly (readonly [RegExp, number])[] = [...LARGE, ...SMALL].map(
  ({ pattern, value }) => [new RegExp(`^(?:${pattern})$`, 'iu'), value],
);

const GROUPED = String.raw`\d{1,3}(?:[ ,.'’]\d{3})+(?!\d)`;
/** A number in digits or words; not the tail of a longer one. */
export const NUMBER = `(?:(?<![\\p{L}\\d.,])(?:${GROUPED}|\\d+(?:[.,]\\d+)?)|${WORD_NUMBER})`;

const EN_HEDGE =
  'about|approximately|approx\\.?|roughly|around|some|circa|ca\\.?|c\\.|nearly|almost|' +
  'just (?:over|under)|a little (?:over|under|more than|less than)|an estimated|estimated';
const RU_HEDGE =
  'около|примерно|приблизительно|ориентировочно|порядка|почти|где-то|прибл\\.?|прим\\.';
export const HEDGE = `(?:${EN_HEDGE}|${RU_HEDGE}|~|≈)`;
const WITHIN =
  'within|inside|up to|less than|not more than|no more than|at most|under|no further than|' +
  'в пределах|не более(?: чем)?|не далее|до|менее|меньше|не больше|в радиусе|within a radius of';
const BEYOND =
  'more than|at least|no less than|not less than|over|beyond|further than|' +
  'более(?: чем)?|больше|свыше|не менее(?: чем)?|не ближе|далее|дальше';
/** km, m, NM and miles; a mile without a name may be of either kind. */
const UNIT =
  '(?:kilomet(?:re|er)s?|kms?|met(?:re|er)s?|nautical miles?|nmi?|statute miles?|miles?|mi|' +
  'километр\\p{L}*|км|метр\\p{L}*|морск\\p{L}+ мил\\p{L}+|мил[яьиею]\\p{L}*|м\\.? ?мили|m|м)' +
  '(?![\\p{L}\\d²2³/])';
const JOINT = ' ?(?:-|–|—|to|and|or|до|и|или) ?';
/** A length, with the named groups that `lengthOf` reads. `tag` keeps the groups of two apart. */
export function lengthPattern(tag: string): string {
  const named = (name: string): string => `?<${name}${tag}>`;
  return (
    `(?:(${named('bound')}${WITHIN}|${BEYOND}) )?(?:(${named('hedge')}${HEDGE}) ?)?` +
    `(?:(?:a distance of|between|from|от|между|расстоянии?|in|в|на) )?` +
    `(?:(${named('hedge2')}${HEDGE}) ?)?(${named('first')}${NUMBER})` +
    `(?:[ -]?${UNIT})?(?:${JOINT}(${named('second')}${NUMBER}))?[ -]?(${named('unit')}${UNIT})`
  );
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** The length that the groups of `lengthPattern(tag)` hold. */
export function lengthOf(groups: Groups, tag: string): SaidLength | undefined {
  const [first, second, unit] = [
    groups[`first${tag}`],
    groups[`second${tag}`],
    groups[`unit${tag}`],
  ];
  if (first === undefined || unit === undefined) return undefined;
  const readings = metresPer(unit).flatMap((metres) =>
    numbersOf(first).flatMap((a) =>
      numbersOf(second ?? first).map((b) => ({
        least: Math.min(a, b) * metres,
        greatest: Math.max(a, b) * metres,
      })),
    ),
  );
  const bound = groups[`bound${tag}`];
  const hedged = groups[`hedge${tag}`] !== undefined || groups[`hedge2${tag}`] !== undefined;
  return { readings, hedged, bound: boundOf(bound) };
}

function boundOf(bound: string | undefined): SaidLength['bound'] {
  if (bound === undefined) return 'exact';
  return new RegExp(`^(?:${BEYOND})$`, 'iu').test(bound) ? 'beyond' : 'within';
}

/** Metres of one unit: two for a mile that may be statute or nautical, the likelier first. */
function metresPer(unit: string): readonly number[] {
  if (/^(?:k|км|километр)/iu.test(unit)) return [1000];
  if (/^(?:n|морск|м\.? ?мили)/iu.test(unit)) return [1852];
  if (/^s/i.test(unit)) return [1609.344];
  if (/^(?:mi|мил)/iu.test(unit)) return [1609.344, 1852];
  return [1];
}

/** Every value that a number may have: "9,000" is nine thousand, and to some nine. */
export function numbersOf(text: string): readonly number[] {
  if (/^\d/.test(text)) {
    const grouped = Number(text.replace(/[ ,.'’]/g, ''));
    if (/^\d{1,3}(?:[ '’]\d{3})+$/.test(text)) return [grouped];
    if (/^\d{1,3}(?:[,.]\d{3})+$/.test(text)) {
      const plain = Number(text.replace(',', '.'));
      return Number.isFinite(plain) ? [grouped, plain] : [grouped];
    }
    if (/^[\d ]+(?:[,.]\d{3})*$/.test(text)) return [grouped];
    return [Number(text.replace(',', '.'))];
  }
  if (new RegExp(`^(?:${HUNDRED})$`, 'iu').test(text)) return [100];
  const whole = valueOf(text);
  if (whole !== undefined) return [whole];
  const words = text.split(/[- ]/).map((word) => valueOf(word) ?? 0);
  return [words.reduce((sum, word) => sum + word, 0)];
}

function valueOf(word: string): number | undefined {
  return VALUES.find(([pattern]) => pattern.test(word))?.[1];
}
