// Instants and durations as the floor writes them: always with the zone, with the date whenever it
// is not the node's today; durations by their two largest units.

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const DAY_MS = 86_400_000;

/** "13:17:02Z", or "15 Sep 13:17:02Z" when not on the UTC day of `nowMs`; the year if another. */
export function instantText(ms: number, nowMs: number): string {
  return `${datePart(ms, nowMs)}${hms(ms)}Z`;
}

/** The same to the minute: "14:17Z". */
export function minuteText(ms: number, nowMs: number): string {
  return `${datePart(ms, nowMs)}${hms(ms).slice(0, 5)}Z`;
}

/** "17 Sep 13:55Z – 15:00Z"; the date twice when the window ends on another day. */
export function windowText(startMs: number, endMs: number): string {
  const end = hms(endMs).slice(0, 5);
  const sameDay = Math.floor(startMs / DAY_MS) === Math.floor(endMs / DAY_MS);
  const start = `${dateText(startMs)} ${hms(startMs).slice(0, 5)}Z`;
  return `${start} – ${sameDay ? '' : `${dateText(endMs)} `}${end}Z`;
}

/** "17 Sep" of the UTC day. */
export function dateText(ms: number): string {
  const date = new Date(ms);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}

/** "17 Sep" of the UTC day, with the year when it is another than that of `nowMs`. */
export function dayText(ms: number, nowMs: number): string {
  const year = new Date(ms).getUTCFullYear();
  return year === new Date(nowMs).getUTCFullYear() ? dateText(ms) : `${dateText(ms)} ${year}`;
}

/** "Sat 17 Sep 2016" of the UTC day. */
export function longDateText(ms: number): string {
  const date = new Date(ms);
  return `${DAYS[date.getUTCDay()] ?? ''} ${dateText(ms)} ${date.getUTCFullYear()}`;
}

/** "13:57:24" of the UTC day. */
export function hms(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** A running clock: "00:42" under an hour, then "2 h 05 min", then "2 d 4 h". Never negative. */
export function clockText(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  if (seconds >= 3_600) return durationText(durationMs);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

/** "42 s", "12 min", "2 h 05 min", "2 d 4 h". Never negative. */
export function durationText(durationMs: number): string {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${two(minutes % 60)} min`;
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function datePart(ms: number, nowMs: number): string {
  if (Math.floor(ms / DAY_MS) === Math.floor(nowMs / DAY_MS)) return '';
  return `${dayText(ms, nowMs)} `;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
