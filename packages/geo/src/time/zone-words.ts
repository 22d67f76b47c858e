// The zones that people name in words of five languages, "по московскому времени", "بتوقيت دمشق",
// beside those of zone.ts. What names several zones (IST, EST, "local time") is in no table.
import { plainPhrase } from './plain-time.ts';

type Named = {
  readonly en: string;
  /** The Russian adjective without its ending, and the place after "по". */
  readonly ru: readonly [stem: string, place: string];
  readonly ar: string;
  readonly he: string;
  readonly tr: string;
};

// "بتوقيت القدس" is not here: it may mean Asia/Jerusalem or Asia/Hebron, whose clocks differ.
function places(): Readonly<Record<string, readonly Named[]>> {
  const named = (en: string, ru: string, ar: string, he: string, tr: string): Named => {
    const [stem = '', place = ''] = ru.split(' ');
    return { en, ru: [stem, place], ar, he, tr };
  };
  return {
    'Europe/Moscow': [named('Moscow', 'московск Москве', 'موسكو', 'מוסקבה', 'Moskova')],
    'Asia/Damascus': [
      named('Damascus', 'дамасск Дамаску', 'دمشق', 'דמשק', 'Şam'),
      named('Syria', 'сирийск Сирии', 'سوريا', 'סוריה', 'Suriye'),
    ],
    'Asia/Baghdad': [named('Baghdad', 'багдадск Багдаду', 'بغداد', 'בגדאד', 'Bağdat')],
    'Asia/Beirut': [named('Beirut', 'бейрутск Бейруту', 'بيروت', 'ביירות', 'Beyrut')],
    'Asia/Amman': [named('Amman', 'амманск Амману', 'عمان', 'עמאן', 'Amman')],
    'Africa/Cairo': [named('Cairo', 'каирск Каиру', 'القاهرة', 'קהיר', 'Kahire')],
    'Asia/Jerusalem': [
      named('Israel', 'израильск Израилю', 'إسرائيل', 'ישראל', 'İsrail'),
      named('Jerusalem', 'иерусалимск Иерусалиму', '', 'ירושלים', 'Kudüs'),
    ],
    'Europe/Istanbul': [
      named('Turkey', 'турецк Турции', 'تركيا', 'טורקיה', 'Türkiye'),
      named('Istanbul', 'стамбульск Стамбулу', 'إسطنبول', 'איסטנבול', 'İstanbul'),
      named('Ankara', '', 'أنقرة', 'אנקרה', 'Ankara'),
    ],
    'Europe/Kyiv': [named('Kyiv', 'киевск Киеву', 'كييف', 'קייב', 'Kiev')],
    'Asia/Tehran': [named('Tehran', 'тегеранск Тегерану', 'طهران', 'טהראן', 'Tahran')],
    'Asia/Kabul': [named('Kabul', 'кабульск Кабулу', 'كابل', 'קאבול', 'Kabil')],
    UTC: [
      named('Greenwich', 'гринвичск Гринвичу', 'غرينتش', "גריניץ'", 'Greenwich'),
      named('universal', 'всемирн', 'جرينتش', '', ''),
    ],
  };
}

const SHORT: readonly (readonly [string, string])[] = [
  ['msk', 'Europe/Moscow'],
  ['мск', 'Europe/Moscow'],
  ['москва', 'Europe/Moscow'],
  ['дамаск', 'Asia/Damascus'],
  ['время московское', 'Europe/Moscow'],
  ['tsi', 'Europe/Istanbul'],
  ['trt', 'Europe/Istanbul'],
  ['utc', 'UTC'],
  ['gmt', 'UTC'],
  ['zulu', 'UTC'],
  ['всв', 'UTC'],
  ['التوقيت العالمي', 'UTC'],
  ['بالتوقيت العالمي', 'UTC'],
];

/** Plain phrases with the IANA zone that each means; the longest first. */
export const ZONE_PHRASES: readonly (readonly [phrase: string, zone: string])[] = phrases();

function phrases(): (readonly [string, string])[] {
  const made = Object.entries(places()).flatMap(([zone, names]) =>
    names.flatMap((name) => wordings(name).map((words): [string, string] => [words, zone])),
  );
  return [...SHORT, ...made]
    .map(([words, zone]) => [plainPhrase(words), zone] as const)
    .toSorted((a, b) => b[0].length - a[0].length);
}

function wordings({ en, ru: [stem, place], ar, he, tr }: Named): string[] {
  const made = [`${en} time`, `${en} local time`];
  if (en !== 'universal' && en !== 'Turkey') made.push(en);
  if (stem !== '') {
    made.push(`${stem}ого времени`, `по ${stem}ому времени`, `${stem}ое время`, `по ${stem}ому`);
  }
  if (place !== '') made.push(`по ${place}`);
  if (ar !== '') made.push(`بتوقيت ${ar}`, `توقيت ${ar}`, `حسب توقيت ${ar}`);
  if (he !== '') made.push(`שעון ${he}`, `לפי שעון ${he}`, `בשעון ${he}`);
  if (tr !== '') made.push(`${tr} saati`, `${tr} saatiyle`, `${tr} saati ile`);
  return made;
}
