// Reads a window of time, two instants in any form: "171355Z-171655ZSEP16", "from ... to ...",
// "с ... до ...", and the interval of ISO 8601. The end may leave out its date, never its zone.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { readInstantAs } from './read-instant-as.ts';
import type { InstantReading } from './read-instant-as.ts';
import type { TimeWindow } from './time.ts';
import { windowFault, writeInstant } from './time.ts';
import { zoneOffsetMinutes } from './zone.ts';

const TEXT_CHARACTERS_MAX = 220;
const MINUTE_MS = 60_000;
const GROUPS =
  /^(\s*)(\d{6}\s?[A-Z])\s?(?:-|–|to|до)\s?(\d{6}\s?[A-Z])\s?([A-Z]{3})\s?(\d{4}|\d{2})\s*$/iu;
const LEAD = /^\s*(?:from|between|с|от|من|בין|מ-?)\s+/iu;
/** "17.09.2016 с 16:55 до 19:55 МСК": one date and one zone for both. */
const SHARED = new RegExp(
  String.raw`^(\s*\S.*\d),?\s+(?:from|с|от)\s+(\d{1,2}:?\d{2})\s*` +
    String.raw`(?:to|until|до|-|–)\s*(\d{1,2}:?\d{2})\s*(\S.*)$`,
  'iu',
);
const BETWEEN =
  /(?<=Z)-(?=\d)|\s+(?:to|until|till|and|до|по|و|حتى|إلى|عד)\s+|\s*[/–—]\s*|\s+-\s+/giu;
const CLOCK = /^\s*(\d{2}):?(\d{2})(?::(\d{2}))?(?!\d)\s*(Z|[+-]\d{2}:\d{2}|\p{L}.*)$/iu;

/**
 * Reads a window; the end is after the start. "2016-09-17 16:55 Europe/Moscow to 18:00 Z" ends on
 * the day that the start has in the zone of the end. Refuses what `readInstantAs` does, with the
 * place in this text, and an end that is not later. Never throws.
 */
export function readWindow(text: string): Reading<TimeWindow> {
  if (text.length > TEXT_CHARACTERS_MAX) {
    return refuse(text, TEXT_CHARACTERS_MAX, `at most ${TEXT_CHARACTERS_MAX} characters`);
  }
  const groups = GROUPS.exec(text);
  if (groups !== null) {
    const [, , first = '', second = '', month = '', year = ''] = groups;
    const endAt = text.indexOf(second, first.length);
    return windowOf(text, `${first}${month}${year}`, 0, `${second}${month}${year}`, endAt);
  }
  const shared = SHARED.exec(text);
  if (shared !== null) {
    const [, date = '', first = '', second = '', zone = ''] = shared;
    const at = text.lastIndexOf(second);
    const window = windowOf(text, `${date} ${first} ${zone}`, 0, `${date} ${second} ${zone}`, at);
    if (window.ok) return window;
  }
  const lead = LEAD.exec(text)?.[0].length ?? 0;
  let refused: Reading<TimeWindow> | undefined;
  for (const cut of text.slice(lead).matchAll(BETWEEN)) {
    const end = lead + cut.index;
    const next = end + cut[0].length;
    const window = windowOf(text, text.slice(lead, end), lead, text.slice(next), next);
    if (window.ok) return window;
    refused ??= window;
  }
  return refused ?? refuse(text, text.trimEnd().length, 'a second time, after "to" or "/"');
}

function windowOf(
  text: string,
  first: string,
  firstAt: number,
  second: string,
  secondAt: number,
): Reading<TimeWindow> {
  const start = readInstantAs(first);
  if (!start.ok) return refuse(text, firstAt + start.refusal.at, start.refusal.expected);
  const end = readInstantAs(withDate(second, start.value));
  if (!end.ok) {
    const at = CLOCK.test(second) ? secondAt : secondAt + end.refusal.at;
    return refuse(text, Math.min(at, text.length), end.refusal.expected);
  }
  const window = { startMs: start.value.ms, endMs: end.value.ms };
  const fault = windowFault(window);
  if (fault === undefined) return { ok: true, value: window };
  return refuse(text, secondAt, `an end after the start, ${writeInstant(window.startMs)}`);
}

/** "18:00 Z" with the date that the start has in that zone; anything else as it is. */
function withDate(text: string, start: InstantReading): string {
  const clock = CLOCK.exec(text);
  if (clock === null) return text;
  const [, hour, minute, second = '00', zone = ''] = clock;
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  const offset =
    fixed === null
      ? (zoneOffsetMinutes(start.ms, /^z$/i.test(zone) ? 'UTC' : zone.trim()) ?? 0)
      : (fixed[1] === '-' ? -1 : 1) * (60 * Number(fixed[2]) + Number(fixed[3]));
  const date = writeInstant(start.ms + offset * MINUTE_MS).slice(0, 10);
  const between = /^[zZ+-]/.test(zone) ? '' : ' ';
  return `${date}T${hour}:${minute}:${second}${between}${zone.trim()}`;
}
