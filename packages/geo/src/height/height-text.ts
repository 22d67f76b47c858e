// Heights in words of five languages. Digits are Latin, and numbers never turn about in Arabic and
// Hebrew. `readHeight` reads each of them back.
import type { Height, HeightBound, HeightReference, HeightUnit } from './height.ts';
import { writeNumber } from './height.ts';
import { writeSetting } from './pressure-setting.ts';
import type { Language } from '../words/language.ts';
import { isolated } from '../words/language.ts';

/** Words of one language; "#" stands for the number with its unit, "@" for QNH or QFE. */
type HeightWords = {
  readonly surface: string;
  readonly unlimited: string;
  readonly excluded: string;
  readonly units: Readonly<Record<Exclude<HeightUnit, 'FL'>, string>>;
  readonly references: Readonly<Record<Exclude<HeightReference, 'QNH' | 'QFE'>, string>>;
  readonly altimeter: string;
  readonly noSetting: string;
};

const WORDS: Readonly<Record<Language, HeightWords>> = {
  en: {
    surface: 'surface',
    unlimited: 'unlimited',
    excluded: ', not included',
    units: { m: 'm', ft: 'ft' },
    references: {
      HAE: '# above the WGS-84 ellipsoid (HAE)',
      AMSL: '# above mean sea level (AMSL)',
      AGL: '# above ground (AGL)',
      STD: '# on standard pressure (STD)',
    },
    altimeter: '# on @',
    noSetting: 'setting not stated',
  },
  ru: {
    surface: 'поверхность земли',
    unlimited: 'без ограничений',
    excluded: ', не включая',
    units: { m: 'м', ft: 'фт' },
    references: {
      HAE: '# над эллипсоидом WGS-84 (HAE)',
      AMSL: '# над уровнем моря (AMSL)',
      AGL: '# над землёй (AGL)',
      STD: '# по стандартному давлению (STD)',
    },
    altimeter: '# по @',
    noSetting: 'установка не указана',
  },
  ar: {
    surface: 'سطح الأرض',
    unlimited: 'غير محدود',
    excluded: '، غير مشمول',
    units: { m: 'م', ft: 'قدم' },
    references: {
      HAE: '# فوق المجسم الإهليلجي (HAE)',
      AMSL: '# فوق مستوى سطح البحر (AMSL)',
      AGL: '# فوق سطح الأرض (AGL)',
      STD: '# على الضغط القياسي (STD)',
    },
    altimeter: '# حسب @',
    noSetting: 'الضبط غير مذكور',
  },
  he: {
    surface: 'פני הקרקע',
    unlimited: 'ללא הגבלה',
    excluded: ', לא כולל',
    units: { m: 'מטר', ft: 'רגל' },
    references: {
      HAE: '# מעל האליפסואיד (HAE)',
      AMSL: '# מעל פני הים (AMSL)',
      AGL: '# מעל פני הקרקע (AGL)',
      STD: '# בלחץ תקני (STD)',
    },
    altimeter: '# לפי @',
    noSetting: 'הכיוון לא צוין',
  },
  tr: {
    surface: 'yer yüzeyi',
    unlimited: 'sınırsız',
    excluded: ', hariç',
    units: { m: 'm', ft: 'ft' },
    references: {
      HAE: 'elipsoitten # yüksekte (HAE)',
      AMSL: 'deniz seviyesinden # yüksekte (AMSL)',
      AGL: 'yerden # yüksekte (AGL)',
      STD: 'standart basınca göre # (STD)',
    },
    altimeter: '# @',
    noSetting: 'ayar belirtilmemiş',
  },
};

/**
 * A limit as stated, in words of the language: "FL180", "5 500 м над уровнем моря (AMSL)",
 * "5 000 ft on QNH 1008 hPa", "поверхность земли". Latin digits in threes with a decimal point in
 * every language; in Arabic and Hebrew each number and each code is set apart from left to right.
 * `readHeight` reads it back as the same bound.
 */
export function heightText(bound: HeightBound, language: Language): string {
  const words = WORDS[language];
  if (bound.kind !== 'height') return words[bound.kind];
  const stated = statedText(bound, language);
  return bound.excluded === true ? `${stated}${words.excluded}` : stated;
}

function statedText(height: Height, language: Language): string {
  const { unit, reference, settingDecihectopascals: setting } = height;
  const number = isolated(writeNumber(height), language);
  if (unit === 'FL') return number;
  const words = WORDS[language];
  const value = `${number} ${words.units[unit]}`;
  if (reference !== 'QNH' && reference !== 'QFE') {
    const phrase = words.references[reference].replace('#', () => value);
    return phrase.replace(reference, () => isolated(reference, language));
  }
  const datum =
    setting === undefined
      ? `${isolated(reference, language)} (${words.noSetting})`
      : isolated(`${reference} ${writeSetting(setting)} hPa`, language);
  return words.altimeter.replace('#', () => value).replace('@', () => datum);
}
