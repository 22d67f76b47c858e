// Bodies for tests: real places, exercise traffic.
import type { AirActivity, Question, Warning } from '@parley/protocol';

const HOUR = 3_600_000;

/** A circle of 3 km near Deir ez-Zor airport, FL180 to FL240, for an hour, an hour from now. */
export function sampleNotice(nowMs: number, changes: Partial<AirActivity> = {}): AirActivity {
  return {
    type: 'notice',
    kind: 'air-activity',
    precedence: 'PRIORITY',
    status: 'exercise',
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title: 'Air activity',
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: { latE7: 352_600_000, lonE7: 401_500_000 },
          radiusCentimetres: 300_000,
        },
        band: {
          lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
          upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
        },
        window: { startMs: nowMs + HOUR, endMs: nowMs + 2 * HOUR },
      },
    ],
    ...changes,
  };
}

/** A FLASH warning over a circle of 1 km. */
export function sampleWarning(nowMs: number): Warning {
  return {
    type: 'warning',
    status: 'exercise',
    hazard: 'your-fire-is-striking',
    atRisk: 'our-forces',
    request: 'cease-fire',
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: { latE7: 352_600_000, lonE7: 401_500_000 },
          radiusCentimetres: 100_000,
        },
        band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
        window: { startMs: nowMs, endMs: nowMs + HOUR },
      },
    ],
  };
}

export function sampleQuestion(nowMs: number): Question {
  const answerByMs = nowMs + HOUR;
  const codes: Question['codes'] = ['purpose'];
  return { type: 'question', status: 'exercise', precedence: 'ROUTINE', codes, answerByMs };
}
