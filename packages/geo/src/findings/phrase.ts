// Finds the phrases of English words that place something: a distance, a direction, and where the
// name of the place begins. "9 km south of ...", "bearing 221 from ...", "north-west of ...".

/** A phrase up to the place: "9 km south of " in "9 km south of Deir ez-Zor airport". */
export type Phrase = {
  /** Where it begins in the text, and where the words for the place begin. */
  readonly from: number;
  readonly placeFrom: number;
  readonly distance?: SaidDistance;
  readonly direction?: SaidDirection;
};

/** Metres; `least` and `greatest` differ for "3 to 6 km". */
export type SaidDistance = {
  readonly least: number;
  readonly greatest: number;
  /** 'within' bounds the far end only ("within 9 km of"), 'beyond' the near end only. */
  readonly bound: 'exact' | 'within' | 'beyond';
  /** A mile of the text may be a statute or a nautical one; the factor from one to the other. */
  readonly otherMile?: number;
};

/** Degrees true; the half-width of what the words cover: half a compass sector, or 5 degrees. */
export type SaidDirection = { readonly degrees: number; readonly halfWidth: number };

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const NUMBER_WORDS = new Map<string, number>([
  ...ONES.split(' ').map((word, i): [string, number] => [word, i]),
  ...TENS.split(' ').map((word, i): [string, number] => [word, 10 * (i + 2)]),
  ['hundred', 100],
]);
const METRES_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/^k/i, 1000],
  [/^n/i, 1852],
  [/^mi|^s/i, 1609.344],
  [/^m/i, 1],
];
const NAUTICAL_PER_STATUTE_MILE = 1852 / 1609.344;
const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
const BEARING_HALF_WIDTH_DEGREES = 5;

const ONE = ONES.replaceAll(' ', '|');
const TEN = TENS.replaceAll(' ', '|');
const WORD_NUMBER = `(?:one )?hundred|(?:${TEN})(?:[- ](?:${ONE}))?|${ONE}`;
const GROUPED = '\\d{1,3}(?:[ ,\u00a0]\\d{3})+(?!\\d)';
const NUMBER = `(?:${GROUPED}|\\d+(?:[.,]\\d+)?|(?:${WORD_NUMBER})\\b)`;
const UNIT =
  '(?:kilomet(?:re|er)s?|kms?|met(?:re|er)s?|nautical miles?|nmi?|statute miles?|miles?|mi|m)\\b';
const BOUND =
  '(?:(?<bound>within|inside|up to|less than|no more than|at most|under|' +
  'more than|at least|no less than|over|beyond) (?:about )?)?';
const SECOND = `(?:[ -]?${UNIT})?(?: ?(?:-|–|to|and) ?(?<second>${NUMBER}))?`;
const DISTANCE = `${BOUND}(?<![\\w.,])(?<first>${NUMBER})${SECOND}[ -]?(?<unit>${UNIT})`;
const POINT = '(?:north|south|east|west)';
const COMPASS_WORDS = `\\b(?<compass>${POINT}(?:[- ]?${POINT}){0,2}|[NSEW]{1,3})\\b`;
const DEGREES = ' ?(?:°|degrees?|deg)';
const STATED = '\\d{1,3}(?:\\.\\d+)?';
const NAMED_BEARING = '(?:on )?(?:an? )?(?:true )?(?:bearing|azimuth|radial)(?: of)?';
const BEARING =
  `(?:${NAMED_BEARING} (?<bearing>${STATED})(?:${DEGREES})?|(?<degrees>${STATED})${DEGREES})` +
  '(?: ?(?<north>true|magnetic|[TM]))?';
const DIRECTION = `(?:${COMPASS_WORDS}|${BEARING})`;
const FROM = ',? (?:of|from|off) ';

const DISTANCE_FIRST = new RegExp(
  `${DISTANCE}(?:,? ?(?:to the |due |on the )?${DIRECTION})?${FROM}`,
  'gi',
);
const DIRECTION_FIRST = new RegExp(`(?<![\\w.])${DIRECTION}${FROM}`, 'gi');
const DISTANCE_AFTER = new RegExp(`^(?:,|:|,? at| and) ?${DISTANCE}`, 'i');

/** All phrases of `words`, in their order, none overlapping another. */
export function findPhrases(words: string): Phrase[] {
  const phrases = [...words.matchAll(DISTANCE_FIRST)].map(phraseOf);
  const taken = phrases.map(({ from, placeFrom }) => [from, placeFrom] as const);
  for (const found of words.matchAll(DIRECTION_FIRST)) {
    const phrase = phraseOf(found);
    const free = taken.every(([from, to]) => phrase.placeFrom <= from || phrase.from >= to);
    if (free && phrase.direction !== undefined) phrases.push(phrase);
  }
  return phrases.sort((a, b) => a.from - b.from);
}

/** The distance that follows a place, as in "bearing 221 from X, 4.2 km", and how long it is. */
export function distanceAfter(
  words: string,
): { readonly distance: SaidDistance; readonly length: number } | undefined {
  const found = DISTANCE_AFTER.exec(words);
  const distance = found === null ? undefined : distanceOf(found.groups ?? {});
  return found === null || distance === undefined
    ? undefined
    : { distance, length: found[0].length };
}

type Groups = Readonly<Record<string, string | undefined>>;

function phraseOf(found: RegExpExecArray): Phrase {
  const groups: Groups = found.groups ?? {};
  const distance = distanceOf(groups);
  const direction = directionOf(groups);
  return {
    from: found.index,
    placeFrom: found.index + found[0].length,
    ...(distance === undefined ? {} : { distance }),
    ...(direction === undefined ? {} : { direction }),
  };
}

function distanceOf({ first, second, unit, bound }: Groups): SaidDistance | undefined {
  if (first === undefined || unit === undefined) return undefined;
  const perUnit = METRES_PER_UNIT.find(([pattern]) => pattern.test(unit))?.[1] ?? 1;
  const ends = [numberOf(first), numberOf(second ?? first)].map((value) => value * perUnit);
  const mile = /^mi/i.test(unit) ? { otherMile: NAUTICAL_PER_STATUTE_MILE } : {};
  return { least: Math.min(...ends), greatest: Math.max(...ends), bound: boundOf(bound), ...mile };
}

function boundOf(bound: string | undefined): SaidDistance['bound'] {
  if (bound === undefined) return 'exact';
  return /^(?:more|at least|no less|over|beyond)/i.test(bound) ? 'beyond' : 'within';
}

/** "4.2", "4,2", "18 000", "18,000", "nine", "twenty-five". */
function numberOf(text: string): number {
  if (/^\d/.test(text)) {
    if (/^\d{1,3}(?:[ ,\u00a0]\d{3})+$/.test(text)) return Number(text.replace(/[ ,\u00a0]/g, ''));
    return Number(text.replace(',', '.'));
  }
  const words = text.toLowerCase().split(/[- ]/);
  if (words.at(-1) === 'hundred') return 100;
  return words.reduce((sum, word) => sum + (NUMBER_WORDS.get(word) ?? 0), 0);
}

/** Undefined for magnetic bearings, whose north is not known here, and for words such as "new". */
function directionOf({ compass, bearing, degrees, north }: Groups): SaidDirection | undefined {
  const stated = bearing ?? degrees;
  if (stated !== undefined) {
    if (/^m/i.test(north ?? '') || Number(stated) > 360) return undefined;
    return { degrees: Number(stated) % 360, halfWidth: BEARING_HALF_WIDTH_DEGREES };
  }
  if (compass === undefined) return undefined;
  const spelt = compass.length > 3;
  const letters = compass
    .toLowerCase()
    .replace(/north|south|east|west/g, (point) => point.slice(0, 1))
    .replace(/[- ]/g, '')
    .toUpperCase();
  // Small single letters are not directions, but parts of other words or units.
  if (!spelt && compass !== compass.toUpperCase()) return undefined;
  const point = COMPASS.indexOf(letters);
  if (point < 0) return undefined;
  return { degrees: 22.5 * point, halfWidth: point % 2 === 0 ? 22.5 : 11.25 };
}
