// The pattern of the alarm: the high-priority burst of IEC 60601-1-8, ten pulses as 3 + 2, a pause,
// 3 + 2, on a fundamental between 150 and 1000 Hz with at least four harmonics.

export type Pulse = { readonly startMs: number; readonly durationMs: number };

export const FUNDAMENTAL_HZ = 440;
/** Strength of the harmonics after the fundamental; the standard asks for at least four. */
export const HARMONICS: readonly number[] = [1, 0.8, 0.6, 0.45, 0.3];
/** From the start of one burst to the start of the next. */
export const BURST_EVERY_MS = 6_400;

const PULSE_MS = 150;
const GAP_MS = 100;
const PAUSE_MS = 600;

/** The ten pulses of one burst, from its start. */
export function alarmBurst(): Pulse[] {
  const pulses: Pulse[] = [];
  let startMs = 0;
  for (const gapAfterMs of [...halfGaps(PAUSE_MS), ...halfGaps(0)]) {
    pulses.push({ startMs, durationMs: PULSE_MS });
    startMs += PULSE_MS + gapAfterMs;
  }
  return pulses;
}

// After the third pulse the standard asks for twice the gap and one pulse.
function halfGaps(lastMs: number): number[] {
  return [GAP_MS, GAP_MS, 2 * GAP_MS + PULSE_MS, GAP_MS, lastMs];
}
