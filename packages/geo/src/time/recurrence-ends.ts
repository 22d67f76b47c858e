// The two ends of a window that comes again, as people write them: hours, or the sun.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import type { SunEvent } from './sun.ts';

/** One end of a window: minutes after midnight (0 to 1440), or the sun's with minutes added. */
export type RecurrenceEnd =
  | { readonly kind: 'clock'; readonly minute: number }
  | { readonly kind: 'sun'; readonly event: SunEvent; readonly offsetMinutes: number };

/** Both ends, and where the words for the zone begin. */
export type Ends = {
  readonly start: RecurrenceEnd;
  readonly end: RecurrenceEnd;
  readonly zoneAt: number;
};

const DAY_MINUTES = 1440;
const OFFSET_MINUTES_MAX = 180;
const CLOCK = String.raw`\d{2}:?\d{2}`;
/** ICAO Doc 8400: SR, SS, BMCT and EECT; "SR MINUS30" is how NOTAM write an offset. */
const SUN_WORDS: readonly (readonly [RegExp, SunEvent])[] = [
  [/^(?:SR|sunrise|восход\p{L}*(?: солнца)?)$/iu, 'sunrise'],
  [/^(?:SS|sunset|за(?:ход|кат)\p{L}*(?: солнца)?)$/iu, 'sunset'],
  [/^(?:BMCT|civil dawn|dawn|гражданск\p{L}+ рассвет\p{L}*)$/iu, 'civil-dawn'],
  [/^(?:EECT|civil dusk|dusk)$/iu, 'civil-dusk'],
];
const SUN =
  '(?:SR|SS|BMCT|EECT|sunrise|sunset|civil dawn|civil dusk|dawn|dusk|' +
  String.raw`(?:восход|заход|закат)\p{L}*(?: солнца)?|гражданск\p{L}+ рассвет\p{L}*)`;
const OFFSET = String.raw`(?:\s?(?:[-+−]|MINUS ?|PLUS ?)\d{1,3}(?:\s?min\b|\s?мин\.?)?)?`;
const END = `(${CLOCK}|${SUN}${OFFSET})`;
const BOTH = new RegExp(String.raw`^(?:from\s+|от\s+|с\s+)?${END}\s*(?:-|–|to|до)\s*${END}`, 'iu');
const WHOLE = /^(H24|HJ|HN)(?![\p{L}\d])/iu;
const sun = (event: SunEvent): RecurrenceEnd => ({ kind: 'sun', event, offsetMinutes: 0 });
const clock = (minute: number): RecurrenceEnd => ({ kind: 'clock', minute });
const WHOLES: Readonly<Record<string, readonly [RecurrenceEnd, RecurrenceEnd]>> = {
  H24: [clock(0), clock(DAY_MINUTES)],
  HJ: [sun('sunrise'), sun('sunset')],
  HN: [sun('sunset'), sun('sunrise')],
};

/** Reads both ends from `at`. Refuses hours that do not exist, and ends that are the same. */
export function readEnds(text: string, at: number): Reading<Ends> {
  const rest = text.slice(at);
  const whole = WHOLE.exec(rest)?.[1];
  const [first, last] = WHOLES[whole?.toUpperCase() ?? ''] ?? [];
  if (whole !== undefined && first !== undefined && last !== undefined) {
    return { ok: true, value: { start: first, end: last, zoneAt: at + whole.length } };
  }
  const found = BOTH.exec(rest);
  if (found === null) {
    return refuse(text, at, 'hours and a zone, such as 0600-1800Z, or SR-SS Asia/Damascus');
  }
  const [start, end] = [endOf(found[1] ?? ''), endOf(found[2] ?? '')];
  if (start === undefined || end === undefined) return refuse(text, at, 'hours of 0000 to 2400');
  if (typeof start === 'string') return refuse(text, at, start);
  if (typeof end === 'string') return refuse(text, at, end);
  if (start.kind === 'clock' && start.minute === DAY_MINUTES) {
    return refuse(text, at, 'a start before 2400');
  }
  if (JSON.stringify(start) === JSON.stringify(end)) {
    return refuse(text, at, 'an end that differs from the start');
  }
  return { ok: true, value: { start, end, zoneAt: at + found[0].length } };
}

/** The end; what would be right as a sentence; undefined for hours that do not exist. */
function endOf(words: string): RecurrenceEnd | string | undefined {
  const hours = /^(\d{2}):?(\d{2})$/.exec(words);
  if (hours !== null) {
    const [hour, minute] = [Number(hours[1]), Number(hours[2])];
    const total = 60 * hour + minute;
    return minute > 59 || total > DAY_MINUTES ? undefined : clock(total);
  }
  const parts = /^(.*?)\s?(?:([-+−]|minus ?|plus ?)(\d{1,3})\D*)?$/iu.exec(words);
  const event = SUN_WORDS.find(([pattern]) => pattern.test((parts?.[1] ?? '').trim()))?.[1];
  if (event === undefined) return 'sunrise, sunset, civil dawn or civil dusk';
  const size = Number(parts?.[3] ?? 0);
  if (size > OFFSET_MINUTES_MAX) return `at most ${OFFSET_MINUTES_MAX} minutes from the sun`;
  const before = /^(?:[-−]|minus)/i.test(parts?.[2] ?? '');
  return { kind: 'sun', event, offsetMinutes: (before ? -size : size) + 0 };
}
