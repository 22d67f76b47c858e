// Compass words of five languages as true bearings. A word is worth its sector and no more: 45
// degrees for north and north-east, 22.5 for the points between them.
import { PLACE_PHRASES } from '../place/place-phrases.ts';
import { LANGUAGES } from '../words/language.ts';

/** Degrees true, and how far to either side the word may mean. */
export type CompassSector = { readonly degrees: number; readonly halfWidth: number };

/** "south", "SSW", "south-south-west", "югу", "юго-западнее", "ЮЗ" and the words of place texts. */
export function compassSector(word: string): CompassSector | undefined {
  const found = SECTORS.get(keyOf(word));
  if (found === undefined) return undefined;
  return { degrees: (found * 45) / 2, halfWidth: found % 2 === 0 ? 22.5 : 11.25 };
}

const POINTS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ');
const ENGLISH: Readonly<Record<string, string>> = {
  N: 'north',
  E: 'east',
  S: 'south',
  W: 'west',
};
/** Letter, stem in compounds, the noun and its other case, and the word for "farther that way". */
const RUSSIAN: Readonly<Record<string, readonly string[]>> = {
  N: ['с', 'север', 'север', 'северу', 'севернее'],
  E: ['в', 'восток', 'восток', 'востоку', 'восточнее'],
  S: ['ю', 'юг', 'юг', 'югу', 'южнее'],
  W: ['з', 'запад', 'запад', 'западу', 'западнее'],
};
const STEMS: Readonly<Record<string, string>> = {
  N: 'северо',
  E: 'востоко',
  S: 'юго',
  W: 'западо',
};

/** From the word to its number of sixteen, clockwise from north. */
const SECTORS: ReadonlyMap<string, number> = new Map([...eightOfAll(), ...sixteenOfTwo()]);

function keyOf(word: string): string {
  return word.toLowerCase().replace(/[\s‐–-]/g, '');
}

function eightOfAll(): [string, number][] {
  return LANGUAGES.flatMap((language) =>
    [PLACE_PHRASES[language].compass, PLACE_PHRASES[language].sides].flatMap((words) =>
      words.map((word, i): [string, number] => [keyOf(word), 2 * i]),
    ),
  );
}

function sixteenOfTwo(): [string, number][] {
  return POINTS.flatMap((point, i) => {
    const letters = point.split('');
    const last = letters.at(-1) ?? '';
    const stems = letters.slice(0, -1).map((letter) => STEMS[letter] ?? '');
    const russian = (RUSSIAN[last] ?? []).slice(1).map((word) => stems.join('') + word);
    const initials = letters.map((letter) => RUSSIAN[letter]?.[0] ?? '').join('');
    const english = letters.map((letter) => ENGLISH[letter] ?? '').join('');
    return [point, english, initials, ...russian].map((word): [string, number] => [keyOf(word), i]);
  });
}
