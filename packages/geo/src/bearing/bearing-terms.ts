// The words of bearings in English, Russian, Arabic, Hebrew and Turkish, folded: small letters
// without marks above or below, so "coğrafi" stands here as "cografi" and "ة" as "ه".
import type { BearingNorth } from './bearing.ts';

/** What a word says about a bearing. */
export type BearingTerm =
  | { readonly kind: 'north'; readonly north: BearingNorth }
  | { readonly kind: 'degree' | 'minute' | 'second' }
  /** Mils of a size that the word leaves open. */
  | { readonly kind: 'mil' }
  /** Whose mils: 6400 or 6000 to the circle. */
  | { readonly kind: 'scale'; readonly scale: 6400 | 6000 }
  | { readonly kind: 'grid'; readonly grid: 'UTM' | 'SK42' }
  /** A unit that no reading is kept in. */
  | { readonly kind: 'foreign' }
  /** The bearing of the other end: QDM and QUJ lead to the station. */
  | { readonly kind: 'inward' }
  /** Says only that it is a bearing. */
  | { readonly kind: 'noun' };

const wordsOf = (words: string): string => `(?:${words.trim().replaceAll(/\s+/g, '|')})`;

const TRUE = wordsOf(`
  true tn qte geographic geographical
  истинн(?:ыи|ого|ому|ым|ое|ая|ую|ои) ист аист аи иа ип ик ипу географическ(?:ии|ого|ому|им)
  حقيقيه? جغرافيه? ה?אמית(?:י|ית) ה?אמתי ה?גי?אוגרפי gercek hakiki cografi
`);
const MAGNETIC = wordsOf(`
  magnetic mag magn mn qdr
  магнитн(?:ыи|ого|ому|ым|ое|ая|ую|ои) магн маг амагн амаг ам ма мп мк мпу
  مغناطيسيه? مغنطيسيه? ה?מגנטית? manyetik miknatisi
`);
const GRID = wordsOf(`
  grid gn дирекционн(?:ыи|ого|ому|ым) дир координатн(?:ои|ая|ую) сетк(?:а|и|е)
  شبكيه? شبكه تربيعيه? تسامتيه? ה?רשתי? izgara karelaj
`);
const NOUN = wordsOf(`
  bearings? brg azimuths? azm? heading hdg course crs track trk radial direction angle north
  of on an? the is in from clockwise
  а α азимут(?:а|у|ом|е)? пеленг(?:а|у|ом)? курс(?:а|у|ом)?
  путевои уг угол угла углом направлени(?:е|я)
  север(?:а|у|ом)? по на от
  سمت سمتي اتجاه زاويه ازيموث محمل شمال من علي عن
  ה?אזימוט ה?כיוון ה?כוון ה?צפון מה?צפון ה?זווית
  semt semti istikamet acisi aci yon yonu kerteriz kerterizi rota azimut azimutu kuzey kuzeyi kuzeye
  kuzeyden gore
`);

/** In the order in which they are tried; a word must match as a whole. */
const TERMS: readonly (readonly [string, BearingTerm])[] = [
  [TRUE, { kind: 'north', north: 'true' }],
  [MAGNETIC, { kind: 'north', north: 'magnetic' }],
  [GRID, { kind: 'north', north: 'grid' }],
  [
    wordsOf(`degrees? degs? градус(?:а|ов|ах)? град гр درجه درجات מעלות מעלה derece`),
    { kind: 'degree' },
  ],
  [wordsOf(`minutes? mins? минут(?:а|ы)? мин دقيقه دقايق דקות דקה dakika`), { kind: 'minute' }],
  [wordsOf(`seconds? secs? секунд(?:а|ы)? сек ثانيه ثواني שניות שנייה saniye`), { kind: 'second' }],
  [
    wordsOf(
      `mils? мил(?:ы|ов)? тысячн(?:ых|ые|ая|ои)? مليم مليمات ميليم מיל מילים אלפית אלפיות milyem`,
    ),
    { kind: 'mil' },
  ],
  [wordsOf(`nato нато ناتو נאטו`), { kind: 'scale', scale: 6400 }],
  [
    wordsOf(`warsaw soviet russian угломер(?:а|у|е)? советск(?:их|ие|ая) российск(?:их|ие|ая)
      سوفيتيه? روسيه?`),
    { kind: 'scale', scale: 6000 },
  ],
  [wordsOf(`pact делени(?:е|я|и|ях|ям) дел`), { kind: 'noun' }],
  [wordsOf(`utm ups`), { kind: 'grid', grid: 'UTM' }],
  [
    wordsOf(`gons? grads? gradians? mrads? milliradians? rad radians? points? streck гон(?:ы|ов)?`),
    {
      kind: 'foreign',
    },
  ],
  [wordsOf(`qdm quj`), { kind: 'inward' }],
  [NOUN, { kind: 'noun' }],
];

const PATTERNS = TERMS.map(([words, term]) => [new RegExp(`^${words}$`, 'u'), term] as const);
/** One letter alone is read when it is a capital: "m" would be metres, and "g" gons. */
const LETTERS = new Map<string, BearingNorth>([
  ['T', 'true'],
  ['Т', 'true'],
  ['M', 'magnetic'],
  ['М', 'magnetic'],
  ['G', 'grid'],
]);

/** What a word says; `folded` is it without case and marks, `raw` as it was written. */
export function bearingTerm(folded: string, raw: string): BearingTerm | undefined {
  const north = LETTERS.get(raw);
  if (north !== undefined) return { kind: 'north', north };
  const bare = folded.replace(/^ال/, '');
  return PATTERNS.find(([pattern]) => pattern.test(folded) || pattern.test(bare))?.[1];
}
