// Quantities of an arrangement in words: exact in their own unit, converted in brackets.
const CENTIMETRES_A_NAUTICAL_MILE = 185_200;
const CENTIMETRES_A_FOOT = 30.48;
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
  ['millisecond', 1],
] as const;

/** A duration in words, exactly: "1 hour 30 minutes"; nothing is "no time". */
export function durationWords(durationMs: number): string {
  let restMs = durationMs;
  const parts = UNITS.flatMap(([unit, unitMs]) => {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    return count === 0 ? [] : [counted(count, unit)];
  });
  return parts.join(' ') || 'no time';
}

/** A distance on the ground: "5 km (2.70 NM)", below a kilometre "500 m (0.27 NM)". */
export function lateralWords(centimetres: number): string {
  const nauticalMiles = (centimetres / CENTIMETRES_A_NAUTICAL_MILE).toFixed(2);
  const own = centimetres >= 100_000 ? `${centimetres / 100_000} km` : `${centimetres / 100} m`;
  return `${own} (${nauticalMiles} NM)`;
}

/** A difference of height: "300 m (984 ft)". */
export function verticalWords(centimetres: number): string {
  return `${centimetres / 100} m (${Math.round(centimetres / CENTIMETRES_A_FOOT)} ft)`;
}

/** A minute of the day: "06:30 UTC". */
export function minuteOfDayWords(minute: number): string {
  const two = (count: number): string => String(count).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)} UTC`;
}

/** "1 day", "2 days". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
