// The figures of sentences: kilometres, bearings, spans of time.

const MINUTE_MS = 60_000;

/** "4.2 km" up to 100 km, then whole kilometres; metres below one kilometre. */
export function kilometresText(metres: number, unit: string): string {
  if (metres < 1000) return `${Math.round(metres)} ${unit === 'km' ? 'm' : 'м'}`;
  return `${kilometres(metres)} ${unit}`;
}

/** "3.1 to 6.0 km", or one figure when both ends read the same. */
export function rangeText(near: number, far: number, unit: string, joint: string): string {
  const first = kilometres(near) === kilometres(far) ? '' : `${kilometres(near)}${joint}`;
  return `${first}${kilometres(far)} ${unit}`;
}

/** Whole degrees in three digits; 360 is written "000". */
export function bearingText(degrees: number): string {
  return String(Math.round(degrees) % 360).padStart(3, '0');
}

/** The point of the sixteen, from 0 for north, clockwise. */
export function compassPoint(degrees: number): number {
  return Math.round(degrees / 22.5) % 16;
}

/** "1 d 2 h 5 min", without what is nothing. `units`: the words for day, hour and minute. */
export function spanText(ms: number, units: string): string {
  const minutes = Math.round(ms / MINUTE_MS);
  const values = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const words = units.split(' ');
  const parts = values.flatMap((value, i) => (value === 0 ? [] : [`${value} ${words[i] ?? ''}`]));
  return parts.join(' ');
}

function kilometres(metres: number): string {
  return (metres / 1000).toFixed(metres < 99_950 ? 1 : 0);
}
