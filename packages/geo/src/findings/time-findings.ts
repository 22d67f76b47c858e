// Dates and times of the words against the windows. A time of day without a clock may be by any
// clock of the place; a date may be by any clock of the world.
import { centreOf } from '../shape/centre.ts';
import { DAY_MS } from '../time/calendar.ts';
import { writeInstant } from '../time/time.ts';
import type { TimeWindow } from '../time/time.ts';
import { zoneOffsetMinutes } from '../time/zone.ts';
import type { Described, TimeFinding, Unworded } from './finding.ts';
import type { Prose } from './prose.ts';
import type { Taken } from './taken.ts';
import { saidTimes } from './time-words.ts';
import type { Clock, SaidTime } from './time-words.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** The minutes by which a time may be rounded, and one said as "about". */
const ROUNDED_MINUTES = 5;
const HEDGED_MINUTES = 45;
/** Clocks from UTC-12 to UTC+14. */
const WEST_MS = 14 * 60 * MINUTE_MS;
const EAST_MS = 12 * 60 * MINUTE_MS;
/** A date farther off than this speaks of something else, unless it is the day in another year. */
const RELATED_DAYS = 45;
/** How far a place's clock may be from that of its meridian, minutes. */
const CLOCK_MINUTES = 120;
const CLOCK_STEP_MINUTES = 30;

/** What has happened: a date before the window in such a sentence is no date of the activity. */
const PAST_EN =
  'was|were|had|has|have|entered|attacked|struck|hit|killed|began|took|came|went|announced|shot|' +
  'happened|occurred|crossed|left|arrived|opened|started';
const PAST_RU =
  '\\p{L}{3,}(?:л|ла|ло|ли|лся|лась|лось|лись)|\\p{L}{3,}(?:анн|енн|ённ)(?:ый|' +
  'ая|ое|ые|ого|ой|ых|ым|ую)|' +
  '(?!заплан|назнач|намеч)\\p{L}{3,}(?:ан|ен|ён)[аоы]?';
const PAST = new RegExp(`(?<!\\p{L})(?:${PAST_EN}|${PAST_RU})(?!\\p{L})`, 'iu');

/** The times of `prose` that no window of `volumes` has. */
export function timeFindings(
  prose: Prose,
  volumes: readonly Described[],
  taken: Taken,
): Unworded<TimeFinding>[] {
  const windows = volumes.map(({ window }) => window);
  const clocks = localOffsets(volumes);
  return saidTimes(prose.text).flatMap((said) => {
    if (taken.holds(said.from, said.to)) return [];
    taken.add(said.from, said.to);
    if (prose.isAside(said.from)) return [];
    const faults = windows.map((window) => faultOf(said, window, clocks));
    if (faults.includes(undefined)) return [];
    const known = faults.filter((fault) => fault !== undefined);
    const least = known.reduce((a, b) => (b.differsMs < a.differsMs ? b : a));
    if (least.differsMs === Infinity) return [];
    const isEarlier = said.kind !== 'clock' && least.isEarlier === true;
    if (isEarlier && PAST.test(prose.sentence(said.from))) return [];
    const span = { at: said.from, said: prose.text.slice(said.from, said.to) };
    const { saidTime, window, differsMs } = least;
    return [{ code: 'time-differs', ...span, saidTime, window, differsMs }];
  });
}

type Fault = Pick<TimeFinding, 'saidTime' | 'window' | 'differsMs'> & {
  /** Whether the time said lies before the window. */
  readonly isEarlier?: boolean;
};

function faultOf(said: SaidTime, window: TimeWindow, clocks: readonly number[]): Fault | undefined {
  switch (said.kind) {
    case 'instant': {
      const off = outside(said.ms, window.startMs, window.endMs);
      if (off <= ROUNDED_MINUTES * MINUTE_MS) return undefined;
      const differsMs = related(off, said.ms, window);
      const isEarlier = said.ms < window.startMs;
      return { saidTime: writeInstant(said.ms), window, differsMs, isEarlier };
    }
    case 'date':
      return dateFault(said, window);
    case 'clock':
      return clockFault(said, window, clocks);
  }
}

function dateFault(
  { days, isYearSaid }: Extract<SaidTime, { readonly kind: 'date' }>,
  window: TimeWindow,
): Fault | undefined {
  let least: { readonly ms: number; readonly off: number } | undefined;
  for (const day of days) {
    const ms = day * DAY_MS;
    const off = Math.max(0, ms - EAST_MS - window.endMs, window.startMs - (ms + DAY_MS + WEST_MS));
    if (off === 0) return undefined;
    if (least === undefined || off < least.off) least = { ms, off };
  }
  if (least === undefined) return undefined;
  const date = writeInstant(least.ms).slice(0, 10);
  const saidTime = isYearSaid ? date : date.slice(5);
  const isEarlier = least.ms < window.startMs;
  return { saidTime, window, differsMs: related(least.off, least.ms, window), isEarlier };
}

/** Infinity for a time that speaks of something else: far off, and on another day of the year. */
function related(off: number, ms: number, window: TimeWindow): number {
  const days = off / DAY_MS;
  if (days <= RELATED_DAYS) return off;
  const turn = Math.abs(((window.startMs - ms) / DAY_MS / 365.2425) % 1);
  return Math.min(turn, 1 - turn) * 365 < 2 ? off : Infinity;
}

function clockFault(
  said: Extract<SaidTime, { readonly kind: 'clock' }>,
  window: TimeWindow,
  clocks: readonly number[],
): Fault | undefined {
  // A window of a day and more holds every time of day.
  if (window.endMs - window.startMs >= DAY_MS) return undefined;
  const room = said.hedged ? HEDGED_MINUTES : ROUNDED_MINUTES;
  const offsets = offsetsOf(said.clock, window, clocks);
  const faults = offsets.map((offset) => {
    const start = minuteOfDay(window.startMs, offset);
    const length = (window.endMs - window.startMs) / MINUTE_MS;
    const at = (minute: number): number => signed(minute - start, length);
    const [first, last] = [at(said.startMinute), at(said.endMinute)];
    const out = (minute: number): number => Math.max(0, -minute, minute - length);
    const worst = Math.max(out(first), out(last));
    if (worst > room) return worst;
    if (!said.isRange) return 0;
    const off = [Math.abs(first), Math.abs(last - length)];
    // A range within the window says when in it the work is; one that shares an end does not.
    const shares = off.some((minutes) => minutes <= room);
    return shares && Math.max(...off) > room ? Math.max(...off) : 0;
  });
  const least = Math.min(...faults);
  if (least === 0) return undefined;
  return { saidTime: clockText(said), window, differsMs: least * MINUTE_MS };
}

/** Minutes after the start of a window, or before it, whichever is nearer to the window. */
function signed(minutes: number, length: number): number {
  const after = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
  return after - length > DAY_MINUTES - after ? after - DAY_MINUTES : after;
}

function offsetsOf(clock: Clock, window: TimeWindow, local: readonly number[]): readonly number[] {
  if (clock === 'local') return local;
  const moscow = zoneOffsetMinutes(window.startMs, 'Europe/Moscow') ?? 180;
  if (clock === 'unsaid') return [0, moscow, ...local];
  return [zoneOffsetMinutes(window.startMs, clock.zone) ?? 0];
}

/** The clocks that may be kept where the volumes are, minutes east of Greenwich. */
function localOffsets(volumes: readonly Described[]): number[] {
  return volumes.flatMap(({ outline }) => {
    const nominal = Math.round(centreOf(outline).lonE7 / 1e7 / 7.5) * CLOCK_STEP_MINUTES;
    const steps = (2 * CLOCK_MINUTES) / CLOCK_STEP_MINUTES;
    return Array.from(
      { length: steps + 1 },
      (_, i) => nominal - CLOCK_MINUTES + i * CLOCK_STEP_MINUTES,
    );
  });
}

function minuteOfDay(ms: number, offsetMinutes: number): number {
  const minutes = Math.round(ms / MINUTE_MS) + offsetMinutes;
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
}

function clockText(said: Extract<SaidTime, { readonly kind: 'clock' }>): string {
  const text = (minute: number): string =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const { clock } = said;
  const zone = typeof clock === 'string' ? '' : clock.zone === 'UTC' ? 'Z' : ` ${clock.zone}`;
  const times = said.isRange
    ? `${text(said.startMinute)} – ${text(said.endMinute)}`
    : text(said.startMinute);
  return `${times}${zone}`;
}

function outside(value: number, low: number, high: number): number {
  return Math.max(0, low - value, value - high);
}
