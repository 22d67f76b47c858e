// Finds the parts of a date and time as people write them in five languages: "17 сентября 2016 г.
// 16:55 МСК", "17.09.2016 16:55 +03:00", "1655 local Damascus time, 17 Sep 2016".
import { MONTH_PHRASES, WEEKDAY_PHRASES } from './day-names.ts';
import type { NamedPart } from './day-names.ts';
import { plainTime } from './plain-time.ts';
import { zoneNamed } from './zone.ts';
import { ZONE_PHRASES } from './zone-words.ts';

/** A date as its own parts say; a slash leaves open which of two numbers is the day. */
export type SaidInstant = {
  readonly days: readonly { readonly day: number; readonly month: number }[];
  readonly year: number;
  /** 0 (Monday) to 6, when the text names it. */
  readonly weekday: number | undefined;
  readonly time: { readonly hour: number; readonly minute: number; readonly second?: number };
  /** "Z", "+03:00", or an IANA name; undefined when the text names none, or none that is known. */
  readonly zone: string | undefined;
  readonly form: 'WORDS' | 'DOTS' | 'SLASHES';
  /** Where the parts begin in the text as it was written. */
  readonly dateAt: number;
  readonly timeAt: number;
  readonly zoneAt: number;
};

const escaped = (phrase: string): string => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const anyOf = (parts: readonly NamedPart[]): string =>
  parts
    .map(([phrase]) => escaped(phrase))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const partOf = (parts: readonly NamedPart[], phrase: string): number | undefined =>
  parts.find(([known]) => known === phrase)?.[1];

const MONTH = `(?:${anyOf(MONTH_PHRASES)})`;
const WEEKDAY = String.raw`(?:(?<weekday>${anyOf(WEEKDAY_PHRASES)})\.?,? +)?`;
const YEAR = String.raw`(?<year>\d{4}|\d{2})(?!\d)(?: ?(?:г\.?|года|ش|م)(?= |,|$))?`;
const DATES: readonly (readonly [SaidInstant['form'], string])[] = [
  [
    'WORDS',
    String.raw`(?<day>\d{1,2})(?:-?(?:го|е|th|st|nd|rd))?[ .-]*(?:of )?` +
      String.raw`(?<month>${MONTH})\.?[ ,.-]*${YEAR}`,
  ],
  ['WORDS', String.raw`(?<month>${MONTH})\.? (?<day>\d{1,2})(?:th|st|nd|rd)?,? ${YEAR}`],
  ['DOTS', String.raw`(?<day>\d{1,2})\.(?<number>\d{1,2})\.${YEAR}`],
  ['SLASHES', String.raw`(?<day>\d{1,2})/(?<number>\d{1,2})/(?<year>\d{4})`],
];
const AT = String.raw`(?:(?:at|в|on|الساعه|בשעה|saat) )?`;
const MINUTE = String.raw`(?<minute>\d{2})(?::(?<second>\d{2}))?(?: ?мин\.?)?(?!\d)`;
const TIME = String.raw`${AT}(?<hour>\d{1,2})(?:[:.]| ?ч\.? ?)?${MINUTE}(?: ?(?:h|hrs|hours))?`;
const ZONE = String.raw`(?: *(?<zone>[^\s,].*?))?`;
const BETWEEN = String.raw`[, ]+`;

const PATTERNS = DATES.flatMap(([form, date]) =>
  [
    `^ *${WEEKDAY}${date}${BETWEEN}${TIME}${ZONE} *$`,
    `^ *${TIME}${ZONE}${BETWEEN}${WEEKDAY}${date} *$`,
  ].map((source) => ({ form, pattern: new RegExp(source, 'du') })),
);

/** The parts of a date and time; undefined when the text is of no such form. Never throws. */
export function saidInstant(text: string): SaidInstant | undefined {
  const plain = plainTime(text);
  const indexOf = (at: number): number => plain.from[at] ?? text.length;
  for (const { form, pattern } of PATTERNS) {
    const found = pattern.exec(plain.text);
    const groups = found?.groups;
    const places = found?.indices?.groups;
    if (groups === undefined || places === undefined) continue;
    const {
      day = '',
      month,
      number,
      year = '',
      hour = '',
      minute = '',
      second,
      zone = '',
    } = groups;
    const startOf = (name: string): number => places[name]?.[0] ?? 0;
    const named = month === undefined ? Number(number) : partOf(MONTH_PHRASES, month);
    if (named === undefined) continue;
    const written = { day: Number(day), month: named };
    const turned = { day: written.month, month: written.day };
    const open = form === 'SLASHES' && written.day <= 12 && written.month <= 12;
    const days =
      form !== 'SLASHES' || (!open && written.month <= 12) || written.day === written.month
        ? [written]
        : open
          ? [written, turned]
          : [turned];
    const seconds = second === undefined ? {} : { second: Number(second) };
    return {
      days,
      year: Number(year) + (year.length === 2 ? 2000 : 0),
      weekday:
        groups['weekday'] === undefined ? undefined : partOf(WEEKDAY_PHRASES, groups['weekday']),
      time: { hour: Number(hour), minute: Number(minute), ...seconds },
      zone: zoneOf(zone, text.slice(indexOf(startOf('zone')))),
      form,
      dateAt: indexOf(Math.min(startOf('day'), startOf('month') || startOf('day'))),
      timeAt: indexOf(startOf('hour')),
      zoneAt: zone === '' ? text.trimEnd().length : indexOf(startOf('zone')),
    };
  }
  return undefined;
}

/** "Z", "+03:00" or an IANA name. `written` begins with the zone as it was typed. */
function zoneOf(words: string, written: string): string | undefined {
  const bare = words.replace(/^\(([^()]*)\)$/, '$1').trim();
  if (/^z(?:ulu)?$/.test(bare)) return 'Z';
  const offset = /^(?:utc|gmt)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?: \([^()]*\))?$/.exec(bare);
  if (offset !== null) {
    return `${offset[1] ?? ''}${(offset[2] ?? '').padStart(2, '0')}:${offset[3] ?? '00'}`;
  }
  const phrase = ZONE_PHRASES.find(([known]) => known === bare)?.[1];
  if (phrase !== undefined) return phrase === 'UTC' ? 'Z' : phrase;
  const iana = zoneNamed(
    written
      .slice(0, words.length)
      .replace(/^\(([^()]*)\)$/, '$1')
      .trim(),
  );
  return iana === 'UTC' ? 'Z' : iana;
}
