// The words of heights in English, Russian, Arabic, Hebrew and Turkish, as `plainHeight` folds
// them. A space stands for any white space, and " ?" for none or some.
import type { HeightReference, HeightUnit } from './height.ts';
import type { SettingUnit } from './pressure-setting.ts';

/** What a pattern of words stands for. */
export type Word<T> = { readonly means: T; readonly pattern: RegExp };

/** Words of one meaning, at the place where a search stands; no letter may follow them. */
function word<T>(means: T, ...forms: readonly string[]): Word<T> {
  return { means, pattern: wordPattern(forms) };
}

function wordPattern(forms: readonly string[]): RegExp {
  const source = forms
    .join('|')
    .replaceAll(' ?', String.raw`\s*`)
    .replaceAll(' ', String.raw`\s+`);
  // A form that ends in a mark ("excl.") may touch what follows.
  const end = String.raw`(?:(?<=[^\p{L}\p{N}])|(?![\p{L}\p{N}]))`;
  return new RegExp(`(?:${source})${end}`, 'uy');
}

export const SURFACE = wordPattern([
  'sfc|gnd|(?:the )?(?:surface|ground)(?: level)?',
  'земл[яи]|поверхност[ьи](?: земли)?|уров(?:ень|ня) земли',
  '(?:من )?(?:سطح )?الارض|(?:من )?السطح|مستوي (?:سطح )?الارض',
  'מ?ה?קרקע|פני ה?קרקע|מפני ה?קרקע|פני השטח',
  'yer (?:yuzeyi|seviyesi)(?:nden)?|yer(?:den)?|zemin(?:den)?|yuzey(?:den)?',
]);

export const UNLIMITED = wordPattern([
  'unl|unltd|unlim|unlimited',
  'без огранич\\p{L}*(?: по высоте| высоты)?|не ?огранич\\p{L}*|неогр\\.?',
  'غير محدود|غير محدد|(?:بلا|دون|بدون) (?:حد(?:ود)?(?: اعلي)?|سقف)',
  'ללא ה?גבלה|ללא הגבלת גובה|בלתי מוגבל|לא מוגבל',
  'sinirsiz|limitsiz',
]);

/** Before a height that is not itself in the band. */
export const EXCLUDING = wordPattern([
  '(?:up )?to but not including|from but not including|below|under|above|over',
  '(?:до|от),? но не включая,?|ниже|выше',
  'حتي (?:ولا|ولكن لا) (?:يشمل|تشمل)|دون|تحت|اقل من|فوق|اعلي من',
  'עד,? (?:אך|אבל|ו)? ?לא כולל|מתחת ל?-?|מעל ל?-?',
]);

/** Before a height that is in the band. */
export const INCLUDING = wordPattern([
  '(?:up )?to(?: and including)?|from|at(?: or (?:below|above))?|not (?:above|below)',
  'max\\.?|min\\.?',
  'до|от|с|на|не (?:выше|ниже)',
  'حتي|الي|من|عند|علي',
  'עד|מ-?|ב-?',
]);

/** After a height that is not itself in the band. */
export const EXCLUDED = wordPattern([
  'excl(?:\\.|uded|usive|uding)?|not incl(?:\\.|uded|uding)?',
  'не включая|не включ(?:ая|ительно|\\.)|исключ(?:ая|ительно|\\.)|искл\\.?',
  'غير (?:مشمول|شامل|متضمن)ه?|لا يشمل|باستثنائه?',
  'לא כולל|לא נכלל',
  'haric|dahil degil',
]);

/** After a height that is in the band. */
export const INCLUDED = wordPattern([
  'incl(?:\\.|uded|usive)?|включ(?:ая|ительно|\\.)|вкл\\.?',
  'مشمول|شامل|ضمنا|כולל|dahil',
]);

/** Words that say no more than that a height follows, or stand between its parts. */
export const FILLING = wordPattern([
  'setting not stated|установка не указана|الضبط غير مذكور|הכיוון לא צוין|ayar belirtilmemis',
  'altitude|alt\\.?|height|elevation|at|on|by|of',
  '(?:на )?высот[аеуы]|по|на|при|относительно',
  '(?:علي )?ارتفاع|حسب|علي|وفق|بحسب|عند',
  'ב?גובה|לפי|ב|על',
  'irtifa(?:si|da)?|yuksekli[kg]\\p{L}*|yuksekte|gore|ile',
]);

/** Names of flight levels in words; digits may follow at once. */
export const LEVELS = new RegExp(
  [
    String.raw`flight\s+level|эшелон\p{L}*(?:\s+полета)?|эш\.?|эп`,
    String.raw`(?:علي\s+)?(?:ال)?مستوي\s+(?:ال)?طيران`,
    String.raw`ב?רמת\s+ה?טיסה|מפלס\s+ה?טיסה`,
    String.raw`ucus\s+seviyesi(?:nde|ne|nden)?`,
  ].join('|'),
  'uy',
);

export const UNITS: readonly Word<HeightUnit>[] = [
  word(
    'm',
    'm|mt|mtr|met(?:re|er)s?',
    'м|метр(?:а|ов|ах|ы)?',
    'م|متر|مترا|امتار',
    "מ'|מ|מטר(?:ים)?",
  ),
  word('ft', 'ft|foot|feet|fit|ayak', 'фт|фут(?:а|ов|ах|ы)?', 'قدم|قدما|اقدام', 'רגל(?:יים|ים)?'),
];

export const REFERENCES: readonly Word<HeightReference>[] = [
  word(
    'AMSL',
    'a ?msl|msl|asl|(?:above|over) (?:the )?(?:mean )?sea level',
    'абс(?:\\.|олютн\\p{L}*)?|(?:над|от|выше) (?:средн\\p{L}+ )?ур(?:овн\\p{L}+|\\.)? ?моря',
    'н\\. ?у\\. ?м\\.?|нум',
    '(?:فوق|عن|من) (?:متوسط )?(?:مستوي )?(?:سطح )?البحر',
    'מעל (?:גובה )?(?:פני )?ה?ים|מ(?:גובה )?פני ה?ים',
    '(?:ortalama )?deniz seviyesi(?:nden|nin)?(?: (?:ustunde|uzerinde|yuksekte))?|rakim',
  ),
  word(
    'AGL',
    'agl|asfc|above (?:the )?(?:ground|surface|terrain)(?: level)?',
    'над (?:поверхност\\p{L}+ )?(?:земл\\p{L}+|рельеф\\p{L}*(?: местности)?|местност\\p{L}+)',
    'над поверхностью',
    'от (?:поверхности )?(?:земли|рельефа(?: местности)?|местности)|истин(?:н\\p{L}*|\\.)?|ист\\.?',
    '(?:فوق|عن|من) (?:مستوي )?(?:سطح )?الارض',
    'מעל (?:פני )?(?:ה?קרקע|השטח)|מ(?:פני )?הקרקע',
    'yerden|yer (?:seviyesinden|yuzeyinden)|yer(?: seviyesi)?(?:nin)? (?:ustunde|uzerinde)',
    'zeminden|araziden',
  ),
  word(
    'HAE',
    'hae|above (?:the )?(?:wgs ?-? ?84 )?ellipsoid',
    'над эллипсоидом(?: wgs ?-? ?84)?|эллипсоидальн\\p{L}+',
    '(?:فوق|عن) (?:المجسم )?(?:الاهليلجي?|القطع الناقص)',
    'מעל ה?אליפסואיד',
    'elipsoi[dt](?:ten|den|in|al)?(?: (?:ustunde|uzerinde))?',
  ),
  word(
    'STD',
    'std|qne|(?:on )?standard pressure',
    '(?:по )?стандартн\\p{L}+ давлени\\p{L}+',
    '(?:علي |حسب )?الضغط القياسي',
    'ב?לחץ (?:ה?תקני|ה?סטנדרטי)',
    'standart basin[c]\\p{L}*',
  ),
  word('QNH', 'qnh', '(?:по )?приведенн\\p{L}+ давлени\\p{L}+(?: к уровню моря)?'),
  word('QFE', 'qfe', '(?:по )?давлени\\p{L}+ (?:на )?(?:уровн\\p{L}+ )?(?:аэродром|впп)\\p{L}*'),
];

/** What may be meant in more ways than one, and how to say which. */
export const DOUBTFUL: readonly Word<string>[] = [
  word('AMSL or QNH: an altitude may be measured or read from an altimeter', 'altitude|alt\\.?'),
  word(
    'AGL or QFE: the height may be above the ground or above an aerodrome',
    'height|отн(?:\\.|осительн\\p{L}*)?',
    '(?:aal|above (?:the )?(?:aerodrome|airfield|airport|field)(?: level)?)',
    'над (?:уровнем )?аэродром\\p{L}*',
  ),
  word(
    'QNH, QFE or STD: the pressure may be that at sea level, of an aerodrome, or standard',
    '(?:по )?давлени\\p{L}+|pressure|altimeter|الضغط|לחץ|basinc\\p{L}*',
  ),
];

export const SETTING_UNITS: readonly Word<SettingUnit>[] = [
  word(
    'hPa',
    'hpa|mb|mbar|millibars?|milibar|hektopaskal',
    'гпа|мбар|мб',
    'هكتوباسكال|ملي ?بار',
    'הקטופסקל',
  ),
  word(
    'inHg',
    'in\\.? ?hg|inhg|inches(?: of mercury)?|inch|ins?',
    'بوصه(?: زئبق)?',
    "אינץ'(?: כספית)?",
  ),
  word(
    'mmHg',
    'mm ?hg|mm|torr',
    'мм\\.?(?: ?рт\\.? ?ст\\.?)?',
    '(?:مم|ملم|مليمتر)(?: زئبق)?',
    'מ"מ(?: כספית)?',
  ),
];

/** Where `pattern` ends when it stands at `at`, or undefined. */
export function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The longest of the words that stand at `at`, and where it ends. */
export function longest<T>(
  words: readonly Word<T>[],
  text: string,
  at: number,
): { readonly means: T; readonly end: number } | undefined {
  let found: { readonly means: T; readonly end: number } | undefined;
  for (const { means, pattern } of words) {
    const end = endOf(pattern, text, at);
    if (end !== undefined && end > (found?.end ?? at)) found = { means, end };
  }
  return found;
}
