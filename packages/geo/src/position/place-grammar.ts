// What people say of a position as seen from a place: "9 km south of ...", "bearing 221 true,
// 4.2 km from ...", "в 9 км южнее ...", and whatever place texts write in five languages.
import { PLACE_PHRASES } from '../place/place-phrases.ts';
import { LANGUAGES } from '../words/language.ts';

/** The words of one saying, each with its index in the text. */
export type PlaceSaying = {
  readonly place: Words;
  /** Absent when the position is said to be at the place itself. */
  readonly number?: Words;
  readonly unit?: Words;
  readonly compass?: Words;
  readonly bearing?: Words;
  /** What the bearing is measured from: "true", "M"; absent when nothing says it. */
  readonly reference?: Words;
  /** A form that writes nothing but true bearings. */
  readonly isTrue: boolean;
  readonly about: boolean;
  readonly kind?: 'aerodrome' | 'town';
  /** Whether the words can mean nothing but a position from a place. */
  readonly certain: boolean;
};

export type Words = { readonly text: string; readonly at: number };

/** The first way in which all of `text` is a saying; undefined when there is none. */
export function placeSaying(text: string): PlaceSaying | undefined {
  for (const { pattern, certain, kind, isTrue = false } of PATTERNS) {
    const found = pattern.exec(text);
    const groups = found?.groups;
    const indices = found?.indices?.groups;
    if (groups === undefined || indices === undefined) continue;
    const words = (name: string): Words | undefined => {
      const [said, where] = [groups[name], indices[name]];
      return said === undefined || where === undefined ? undefined : { text: said, at: where[0] };
    };
    const place = words('place');
    if (place === undefined || !/\p{L}/u.test(place.text)) continue;
    const slots = Object.entries({
      number: words('number'),
      unit: words('unit'),
      compass: words('compass'),
      bearing: words('bearing'),
      reference: words('before') ?? words('after'),
    }).filter(([, said]) => said !== undefined);
    const about = groups['about'] !== undefined;
    return { place, ...Object.fromEntries(slots), about, isTrue, certain, ...(kind && { kind }) };
  }
  return undefined;
}

const UNITS = [
  'kilomet(?:re|er)s?|kms?|met(?:re|er)s?|nautical miles?|NMI?|statute miles?|miles?|mi|m',
  'километр(?:а|ах|ов|е)?|км|метр(?:а|ах|ов|е)?|м|морск\\p{L}+ мил\\p{L}+|мил\\p{L}+',
  'كم|כם|ק"מ|ק״מ|מ\'',
].join('|');
const NUMBER = '\\d+(?:[.,]\\d+)?|[a-z]{3,9}(?= [kmn])';
const ABOUT = '(?<about>about|approximately|approx\\.?|some|ca\\.?|около|примерно|~) ?';
const D = `(?:${ABOUT})?(?<number>${NUMBER})[ -]?(?<unit>${UNITS})(?![\\p{L}\\d])`;
const POINT = '(?:north|south|east|west)';
const C = `(?<compass>${POINT}(?:[- ]?${POINT}){0,2}|[NSEW]{1,3})`;
const C_RU =
  '(?<compass>(?:[а-яё]+-){0,2}(?:север|восток|юг|запад)у?|[а-яё-]*(?:север|восточ|юж|запад)нее|' +
  '[СЮВЗ]{1,3})';
const DEGREES = '(?<bearing>\\d{1,3}(?:[.,]\\d+)?) ?(?:°|º|degrees?|deg\\.?|градус\\p{L}*)?';
const B =
  '(?:on )?(?:an? )?(?:(?<before>true|magnetic|grid) )?(?<word>bearing|azimuth|radial)?:? ?' +
  `${DEGREES}(?: ?(?<after>true|magnetic|mag|grid|[TM]))?(?![\\p{L}\\d])`;
const B_RU =
  '(?:по )?(?:(?<before>истинн\\p{L}+|магнитн\\p{L}+|дирекционн\\p{L}+) )?' +
  '(?<word>азимут\\p{L}*|пеленг\\p{L}*|угол)(?: (?<after>истинн\\p{L}+|магнитн\\p{L}+))?:? ?' +
  DEGREES;
const IN_BRACKETS = '(?: ?\\([^()]*\\))?';
const P = '(?<place>.+?)';
const GAP = '(?:, ?| )';

type Pattern = {
  readonly pattern: RegExp;
  readonly certain: boolean;
  readonly kind?: 'aerodrome' | 'town';
  readonly isTrue?: boolean;
};

const SAYINGS: readonly string[] = [
  `(?:at |in )?${D}${GAP}(?:to the |due )?${C}${GAP}(?:of|from) ${P}`,
  `${C} (?:of|from) ${P}(?:,| by| at)? ${D}`,
  `${D}${GAP}${B}${IN_BRACKETS}${GAP}from ${P}`,
  `${B}${IN_BRACKETS}${GAP}(?:at )?${D}${GAP}from ${P}`,
  `${B}${IN_BRACKETS}${GAP}from ${P}${GAP}(?:at )?${D}`,
  `from ${P}${GAP}${B}${IN_BRACKETS}${GAP}${D}`,
  `from ${P}${GAP}${D}${GAP}(?:to the )?${C}`,
  `(?:в |на (?:расстоянии|удалении) )?${D}${GAP}(?:строго )?(?:(?:к|на) )?${C_RU}(?: от)? ${P}`,
  `(?:в |на (?:расстоянии|удалении) )?${D} от ${P}${GAP}(?:(?:к|на) )?${C_RU}`,
  `${C_RU} ${P} (?:на|в) ${D}`,
  `(?:в )?${D}${GAP}${B_RU}${IN_BRACKETS}${GAP}от ${P}`,
  `${B_RU}${IN_BRACKETS}${GAP}${D} от ${P}`,
  `${B_RU}${IN_BRACKETS} от ${P}${GAP}${D}`,
  `от ${P}${GAP}${B_RU}${IN_BRACKETS}${GAP}${D}`,
  `от ${P}${GAP}${D}${GAP}(?:(?:к|на) )?${C_RU}`,
];
/** What may just as well be something else: a name that is not listed is left to other readers. */
const UNCERTAIN: readonly string[] = [
  `${P}[,:]? ${B}(?: ?/ ?|${GAP})${D}`,
  `(?<place>[A-Z]{4}) ?(?<bearing>\\d{3})(?<number>\\d{3})(?: ?(?<after>true|T))?`,
  `${P}[,:]? ${D}${GAP}(?:to the )?${C}`,
  `at (?:the )?${P}`,
  '(?<place>\\p{L}[^\\d]{3,80})',
];

const whole = (source: string): RegExp => new RegExp(`^ *${source}[ .]*$`, 'diu');

const PATTERNS: readonly Pattern[] = [
  ...LANGUAGES.flatMap((language) => writtenPatterns(language)),
  ...SAYINGS.map((source) => ({ pattern: whole(source), certain: true })),
  ...UNCERTAIN.map((source) => ({ pattern: whole(source), certain: false })),
];

/** The patterns of what place texts write in a language, from the very phrases that they use. */
function writtenPatterns(language: (typeof LANGUAGES)[number]): Pattern[] {
  const { aerodrome, town, site, unit, point } = PLACE_PHRASES[language];
  const slots: Readonly<Record<string, string>> = {
    name: P,
    km: `(?<number>\\d+(?:[${point}]\\d+)?) (?<unit>${unit})`,
    bearing: '(?<bearing>\\d{3})°',
    compass: '[^()]+',
    side: '(?<compass>[^\\d]+?)',
  };
  const kinds = [
    { kind: 'aerodrome', clauses: aerodrome },
    { kind: 'town', clauses: town },
    { clauses: site },
  ] as const;
  return kinds.flatMap(({ clauses, ...stated }) =>
    (['place.from', 'polar', 'place.at'] as const)
      // In English "at {name}" is what anybody may say.
      .filter((code) => !(code === 'place.at' && language === 'en'))
      .map((code) => {
        const source = clauses[code]
          .replace(/[()]/g, '\\$&')
          .replace(/\{(\w+)\}/g, (_, slot: string) => slots[slot] ?? '');
        return { pattern: whole(source), certain: code === 'place.from', isTrue: true, ...stated };
      }),
  );
}
