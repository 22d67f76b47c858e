// Durations as people write them: "30 min", "48 h", "1 h 30 min", "3 d".
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';

const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const PART = /(\d{1,6})\s*(s|min|h|d)(?=\s|$|\d)/g;

/** Milliseconds of a duration. Refuses as `malformed`, naming the field. */
export function readDuration(text: string, field: string): Outcome<number> {
  const parts = [...text.matchAll(PART)];
  const rest = text.replaceAll(PART, '').trim();
  if (parts.length === 0 || rest !== '') {
    return refuse('malformed', field, `found "${text.slice(0, 60)}"`, 'such as 30 min, 48 h, 3 d');
  }
  return accept(
    parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0),
  );
}
