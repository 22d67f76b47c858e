// Dates and times of day in English and Russian words: date-time groups, RFC 3339, "17 September
// 2016", "17.09.2016", "from 1555 to 1656Z", "с 15:55 до 16:56 мск".
import { daysFromCivil, daysInMonth } from '../time/calendar.ts';
import { readInstant } from '../time/read-instant-as.ts';
import { zoneNamed } from '../time/zone.ts';

/** An instant, a date, or times of day by some clock. Minutes from midnight. */
export type SaidTime = { readonly from: number; readonly to: number; readonly text: string } & (
  | { readonly kind: 'instant'; readonly ms: number }
  | { readonly kind: 'date'; readonly days: readonly number[]; readonly isYearSaid: boolean }
  | {
      readonly kind: 'clock';
      readonly startMinute: number;
      /** The same as the start when one time was said. */
      readonly endMinute: number;
      readonly isRange: boolean;
      readonly clock: Clock;
      readonly hedged: boolean;
    }
);

/** By which clock: an IANA zone, an unnamed local one, or one that was not said. */
export type Clock = { readonly zone: string } | 'local' | 'unsaid';

const EN_MONTHS =
  'jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? ' +
  'aug(?:ust)? sept?(?:ember)? oct(?:ober)? nov(?:ember)? dec(?:ember)?';
const RU_MONTHS =
  'янв(?:ар[ья])? февр?(?:ал[ья])? марта? апр(?:ел[ья])? ма[йя] июн[ья] ' +
  'июл[ья] авг(?:уста?)? сент?(?:ябр[ья])? окт(?:ябр[ья])? нояб?р?[ья]? ' +
  'дек(?:абр[ья])?';
const MONTHS: readonly RegExp[] = EN_MONTHS.split(' ').map(
  (english, i) => new RegExp(`^(?:${english}|${RU_MONTHS.split(' ')[i] ?? ''})\\.?$`, 'iu'),
);
const ANY_MONTH = `${EN_MONTHS} ${RU_MONTHS}`.replaceAll(' ', '|');
const MONTH = `(?:${ANY_MONTH})(?!\\p{L})\\.?`;
const YEAR = '(?:(?:,? |-)(?<year>(?:19|20)\\d\\d)(?!\\d))?';
const GROUP = /(?<![\p{L}\d])\d{2} ?\d{4} ?[A-IK-Z] ?[A-Z]{3} ?(?:\d{4}|\d{2})(?![\p{L}\d])/gu;
const RFC =
  /(?<!\d)\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})(?!\d)/g;
const DATES = [
  new RegExp(
    `(?<![\\p{L}\\d.:])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<month>${MONTH})${YEAR}`,
    'giu',
  ),
  new RegExp(
    `(?<!\\p{L})(?<month>${MONTH}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)${YEAR}`,
    'giu',
  ),
  /(?<![\d.])(?<day>\d{1,2})\.(?<number>\d{2})\.(?<year>(?:19|20)\d\d)(?![\d.]\d)/gu,
  /(?<!\d)(?<year>(?:19|20)\d\d)-(?<number>\d{2})-(?<day>\d{2})(?![\dT]|-\d)/gu,
];

const CLOCK_TIME = '(?<![\\d.,:])(?:[01]?\\d|2[0-3])[:.]?[0-5]\\d(?![\\d.,:]\\d|\\d)';
const ZONE =
  '(?: ?(?:hours?|hrs|h|час\\p{L}*|ч\\.?)(?!\\p{L}))?(?:,? ' +
  '?(?<zone>Z(?!\\p{L})|Zulu|UTC|GMT|MSK|мск|' +
  '(?:по )?(?:всемирно\\p{L}+ )?(?:времени )?UTC|(?:\\(?local(?: time)?\\)?|LT(?!\\p{L}))|' +
  'по местному(?: времени)?|местного времени|по московскому(?: времени)?|московского времени|' +
  'по (?:дамас|багдад|киевс|кабульс)\\p{L}*(?: времени)?|(?:дамас|багдад|киевс|' +
  'кабульс)\\p{L}* времени|' +
  'по Москве|по Дамаску|по Гринвичу|' +
  '(?:Moscow|Damascus|Baghdad|Kyiv|Kabul|Istanbul|Tehran|Beirut)(?: (?:local )?time)?|' +
  '[A-Z][a-z]+/[A-Z][a-z_]+))?';
const HEDGE = '(?<hedge>about |approximately |around |roughly |около |примерно |~ ?)?';
const RANGE = new RegExp(
  `(?<![\\p{L}\\d])(?<lead>from |between |с |со |between the hours of ` +
    `)?${HEDGE}(?<start>${CLOCK_TIME})` +
    `(?: ?(?:Z|UTC)(?!\\p{L}))?(?: ?(?:-|–|—) ?| (?:to|until|till|and|до|по|и) ` +
    `)(?<end>${CLOCK_TIME})${ZONE}`,
  'giu',
);
const POINT = new RegExp(
  `(?<!\\p{L})(?<lead>from|until|till|starts? at|starting(?: at| from)?|` +
    `begins? at|beginning(?: at)?|` +
    `ends? at|ending(?: at)?|commenc\\w+(?: at)?|not before|not after|no later than|` +
    `начало в|начало|окончание в|окончание|начиная с|с|до) ${HEDGE}(?<start>${CLOCK_TIME})${ZONE}`,
  'giu',
);

/** The times that `text` speaks of, in their order; nothing is read twice. */
export function saidTimes(text: string): SaidTime[] {
  const found: SaidTime[] = [];
  const add = (said: SaidTime | undefined): void => {
    if (said === undefined) return;
    if (found.some(({ from, to }) => said.from < to && from < said.to)) return;
    found.push(said);
  };
  for (const pattern of [RFC, GROUP]) {
    for (const match of text.matchAll(pattern)) {
      const read = readInstant(match[0]);
      const span = { from: match.index, to: match.index + match[0].length, text: match[0] };
      if (read.ok) add({ ...span, kind: 'instant', ms: read.value });
    }
  }
  for (const pattern of DATES) {
    for (const match of text.matchAll(pattern)) add(dateOf(match));
  }
  for (const match of text.matchAll(RANGE)) add(clockOf(match, true));
  for (const match of text.matchAll(POINT)) add(clockOf(match, false));
  return found.sort((a, b) => a.from - b.from);
}

const YEARS_TRIED = { first: 1990, last: 2060 } as const;

function dateOf(match: RegExpExecArray): SaidTime | undefined {
  const { day = '', month, number, year } = match.groups ?? {};
  const named =
    month === undefined ? Number(number) : MONTHS.findIndex((one) => one.test(month)) + 1;
  const valid = (of: number): boolean =>
    named >= 1 && named <= 12 && Number(day) >= 1 && Number(day) <= daysInMonth(of, named);
  const years =
    year === undefined
      ? Array.from(
          { length: YEARS_TRIED.last - YEARS_TRIED.first },
          (_, i) => YEARS_TRIED.first + i,
        )
      : [Number(year)];
  const days = years
    .filter(valid)
    .map((of) => daysFromCivil({ year: of, month: named, day: Number(day) }));
  if (days.length === 0) return undefined;
  const span = { from: match.index, to: match.index + match[0].length, text: match[0] };
  return { ...span, kind: 'date', days, isYearSaid: year !== undefined };
}

function clockOf(match: RegExpExecArray, isRange: boolean): SaidTime | undefined {
  const { start = '', end = start, zone, hedge, lead } = match.groups ?? {};
  const clock = zoneOf(zone);
  const isPlain = (time: string): boolean => !time.includes(':');
  // "from 1555 to 1656" needs a clock or a colon to be a time, and not a count or a year.
  if (clock === 'unsaid' && (isPlain(start) || isPlain(end)) && !(isRange && lead !== undefined)) {
    return undefined;
  }
  if (clock === 'unsaid' && isPlain(start) && [start, end].some((time) => time.length !== 4)) {
    return undefined;
  }
  if (/^\d?\d\.\d\d$/.test(start) && clock === 'unsaid' && lead === undefined) return undefined;
  const space = /^\s*/.exec(match[0])?.[0].length ?? 0;
  const span = {
    from: match.index + space,
    to: match.index + match[0].length,
    text: match[0].trim(),
  };
  const minutes = { startMinute: minuteOf(start), endMinute: minuteOf(end) };
  return { ...span, kind: 'clock', ...minutes, isRange, clock, hedged: hedge !== undefined };
}

function minuteOf(time: string): number {
  const digits = time.replace(/[:.]/, '').padStart(4, '0');
  return Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
}

function zoneOf(text: string | undefined): Clock {
  if (text === undefined) return 'unsaid';
  if (/local|LT|местн/iu.test(text)) return 'local';
  if (/^Z|UTC|GMT|Гринвич/iu.test(text)) return { zone: 'UTC' };
  if (/моск/iu.test(text)) return { zone: 'Europe/Moscow' };
  if (/дамас/iu.test(text)) return { zone: 'Asia/Damascus' };
  if (/багдад/iu.test(text)) return { zone: 'Asia/Baghdad' };
  if (/киевс/iu.test(text)) return { zone: 'Europe/Kyiv' };
  if (/кабул/iu.test(text)) return { zone: 'Asia/Kabul' };
  const zone = zoneNamed(text.replace(/ (?:local )?time$/i, ''));
  return zone === undefined ? 'unsaid' : { zone };
}
