// What is said on the line of the bench, by its kind and at its time: bodies of the engine's tests,
// placed over four by four degrees and told an hour before they begin.
import type { Body, Notice, WireVolume } from '../packages/protocol/src/index.ts';
import { arrangement, notice, question, warning } from '../packages/engine/test/bodies.ts';
import {
  accident,
  airDefence,
  channel,
  contact,
  declaration,
  exercise,
  incident,
  LEAVE,
  movement,
  proposal,
  protectedObject,
  rescue,
  statement,
  zone,
} from '../packages/engine/test/more-bodies.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A whole number below `sides`: the same run of them each time. */
export type Dice = (sides: number) => number;

/** Dice from a seed (xorshift32), so that a record is the same on every machine. */
export function diceOf(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % sides;
  };
}

type Kind = (dice: Dice, nowMs: number, volumes: WireVolume[]) => Body;

/** How often of a hundred a matter is opened, and with what. */
const KINDS: readonly (readonly [number, Kind])[] = [
  [46, (dice, _now, volumes) => airActivity(dice, volumes)],
  [12, (_dice, nowMs, volumes) => convoy(nowMs, volumes)],
  [1, (_dice, nowMs, volumes) => protectedObject({ volumes, reviewMs: nowMs + 720 * HOUR_MS })],
  [3, (_dice, _now, volumes) => exercise({ volumes })],
  [1, (_dice, _now, volumes) => airDefence({ volumes })],
  [4, (_dice, _now, volumes) => warning({ volumes })],
  [1, (_dice, nowMs, volumes) => accident({ volumes, leftControlMs: nowMs - MINUTE_MS })],
  [1, (_dice, _now, volumes) => rescue({ volumes })],
  [3, (_dice, nowMs, volumes) => declaration({ volumes, expiresMs: nowMs + 5 * HOUR_MS })],
  [3, (_dice, nowMs) => proposal({ answerByMs: nowMs + 5 * HOUR_MS })],
  [8, (_dice, nowMs) => question({ answerByMs: nowMs + 5 * HOUR_MS })],
  [4, (_dice, nowMs) => statement({ saidMs: nowMs - HOUR_MS })],
  [2, (_dice, nowMs) => contact({ startMs: nowMs + HOUR_MS })],
  [2, (_dice, nowMs, volumes) => incident({ volumes, answerByMs: nowMs + 48 * HOUR_MS })],
  [8, () => ({ type: 'line-check' })],
  [1, () => channel()],
];

/** The next matter that somebody opens at `nowMs`. */
export function openingOf(dice: Dice, nowMs: number): Body {
  let left = dice(KINDS.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, kind] of KINDS) {
    if (left < weight) return kind(dice, nowMs, volumesOf(dice, nowMs));
    left -= weight;
  }
  throw new Error('the weights give their own sum');
}

function airActivity(dice: Dice, volumes: WireVolume[]): Notice {
  const activity = (['orbit', 'transit', 'refuelling', 'unmanned'] as const)[dice(4)] ?? 'orbit';
  const words = { text: 'Routine activity, as agreed on the telephone.', language: 'en' };
  const leave = dice(20) === 0 ? { onward: [LEAVE] } : {};
  return notice({ activity, volumes, words, ...leave });
}

function convoy(nowMs: number, volumes: WireVolume[]): Notice {
  const leg = { from: 'Depot', to: 'Clinic', volume: 0 };
  const legs = [{ ...leg, etdMs: nowMs + HOUR_MS, etaMs: nowMs + 2 * HOUR_MS }];
  return movement({ volumes, legs });
}

/** Mostly a circle; else a corridor, a polygon of seven corners, or two circles. */
function volumesOf(dice: Dice, nowMs: number): WireVolume[] {
  const startMs = nowMs + 45 * MINUTE_MS + dice(90) * MINUTE_MS;
  const window = { startMs, endMs: startMs + (1 + dice(3)) * HOUR_MS };
  const [lower, upper] = [20 + dice(200), 230 + dice(100)];
  const flightLevel = (level: number): WireVolume['band']['lower'] => {
    return { kind: 'height', centimetres: level * 3_048, unit: 'FL', reference: 'STD' };
  };
  const band = { lower: flightLevel(lower), upper: flightLevel(upper) };
  const latE7 = 330_000_000 + dice(400) * 100_000;
  const lonE7 = 370_000_000 + dice(400) * 100_000;
  const centre = { latE7, lonE7 };
  const around = (angle: number, e7: number): typeof centre => ({
    latE7: latE7 + Math.round(Math.cos(angle) * e7),
    lonE7: lonE7 + Math.round(Math.sin(angle) * e7),
  });
  const circle = { kind: 'circle' as const, centre, radiusCentimetres: 200_000 + dice(800_000) };
  switch (dice(10)) {
    case 0: {
      const ring = Array.from({ length: 7 }, (_, at) => around((at * 2 * Math.PI) / 7, 900_000));
      return [{ outline: { kind: 'polygon', ring }, band, window }];
    }
    case 1: {
      const line = [centre, around(1, 1_500_000), around(1.2, 3_000_000)];
      const outline = { kind: 'corridor' as const, line, halfWidthCentimetres: 200_000 };
      return [{ outline, band, window }];
    }
    case 2: {
      const second = { ...circle, centre: around(2, 2_000_000) };
      return [circle, second].map((outline) => ({ outline, band, window }));
    }
    default:
      return [{ outline: circle, band, window }];
  }
}

/** The arrangement that all sign, with a clause of every sort that findings are held against. */
export function arrangementOf(version: number): Body {
  const corner = (latE7: number, lonE7: number): { latE7: number; lonE7: number } => {
    return { latE7, lonE7 };
  };
  const ring = [
    corner(320_000_000, 360_000_000),
    corner(320_000_000, 420_000_000),
    corner(380_000_000, 420_000_000),
    corner(380_000_000, 360_000_000),
  ];
  return arrangement(version, {
    subjects: {
      covers: ['flight-safety', 'ground-movements'],
      leavesOut: ['intentions'],
      areas: [{ name: 'The valley', outline: { kind: 'polygon', ring } }],
    },
    notices: [{ of: 'air-activity', required: true, minimumLeadMs: 60 * MINUTE_MS }],
    definitions: [
      { term: 'overhead', lateralCentimetres: 0, verticalCentimetres: 300_000 },
      { term: 'near-protected-object', lateralCentimetres: 100_000, verticalCentimetres: 300_000 },
    ],
    lineChecks: { minutesOfDay: [360, 1_080], answerWithinMs: 30 * MINUTE_MS },
    languages: ['en', 'ru'],
    suspension: {
      noticeMs: 24 * HOUR_MS,
      resumption: { text: 'By agreement of both sides.', language: 'en' },
      resumedByTwo: false,
    },
  });
}

/** A standing zone in the middle of the ground: entry by agreement. */
export function zoneOf(version: number): Body {
  return zone(version, { rule: version % 2 === 0 ? 'entry-by-agreement' : 'no-entry' });
}
