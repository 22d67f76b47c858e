// Bodies for tests, one of each kind; fictional traffic over real ground. Times count from T0.
import type {
  Arrangement,
  Body,
  Cancel,
  AirActivity,
  PositionTaken,
  Question,
  ReadBack,
  Ref,
  Warning,
  WireVolume,
} from '@parley/protocol';
import { PartyId } from '@parley/protocol';

export const NORTH = PartyId.parse('north');
export const SOUTH = PartyId.parse('south');
export const WEST = PartyId.parse('west');
/** No member of any line here. */
export const PARTY_ELSEWHERE = PartyId.parse('elsewhere');

/** 2026-09-21 14:13:20Z. */
export const T0 = 1_790_000_000_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

/** A circle of 3 km near Deir ez-Zor, FL180 to FL240, from one hour after T0 to two. */
export function volume(changes: Partial<WireVolume> = {}): WireVolume {
  return {
    outline: {
      kind: 'circle',
      centre: { latE7: 352_600_000, lonE7: 401_500_000 },
      radiusCentimetres: 300_000,
    },
    band: {
      lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
      upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
    },
    window: { startMs: T0 + HOUR, endMs: T0 + 2 * HOUR },
    ...changes,
  };
}

/** The same volume with its centre moved to the east; 1 km is about 110,000 units there. */
export function eastward(lonE7: number): WireVolume {
  const { outline } = volume();
  if (outline.kind !== 'circle') throw new Error('the sample is a circle');
  const centre = { ...outline.centre, lonE7: outline.centre.lonE7 + lonE7 };
  return volume({ outline: { ...outline, centre } });
}

export function notice(changes: Partial<AirActivity> = {}): AirActivity {
  return {
    type: 'notice',
    kind: 'air-activity',
    precedence: 'PRIORITY',
    status: 'exercise',
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title: 'Orbit KITE',
    volumes: [volume()],
    ...changes,
  };
}

export function warning(changes: Partial<Warning> = {}): Warning {
  return {
    type: 'warning',
    status: 'exercise',
    hazard: 'your-fire-is-striking',
    atRisk: 'our-forces',
    request: 'cease-fire',
    volumes: [volume()],
    ...changes,
  };
}

export function question(changes: Partial<Question> = {}): Question {
  return {
    type: 'question',
    status: 'exercise',
    precedence: 'ROUTINE',
    codes: ['purpose'],
    answerByMs: T0 + 5 * HOUR,
    ...changes,
  };
}

export function cancel(ref: Ref): Cancel {
  return { type: 'cancel', ref, reason: 'withdrawn' };
}

export function read(ref: Ref): Body {
  return { type: 'read', ref };
}

export function position(ref: Ref, said: PositionTaken['position'] = 'noted'): Body {
  return { type: 'position', ref, position: said };
}

/** What a reader of `volume()` sees in decimal degrees, written out by hand. */
export const RENDERED: ReadBack['volumes'][number] = {
  points: ['35.2600000 N 40.1500000 E'],
  extentCentimetres: 300_000,
  lower: 'FL180',
  upper: 'FL240',
  start: '2026-09-21 15:13:20Z',
  end: '2026-09-21 16:13:20Z',
};

export function readBack(ref: Ref, changes: Partial<ReadBack> = {}): ReadBack {
  return {
    type: 'read-back',
    ref,
    form: 'DD',
    officer: 'confirms',
    volumes: [RENDERED],
    ...changes,
  };
}

export function arrangement(version: number, changes: Partial<Arrangement> = {}): Arrangement {
  const limits = (at: number): Arrangement['deadlines']['FLASH'] => {
    return { readMs: at * MINUTE, readBackMs: 2 * at * MINUTE, positionMs: 3 * at * MINUTE };
  };
  return {
    type: 'arrangement',
    version,
    scope: 'Safety of flight.',
    minima: { lateralCentimetres: 500_000, verticalCentimetres: 30_000, timeMs: 0 },
    minimumLeadMs: 30 * MINUTE,
    deadlines: {
      FLASH: limits(1),
      IMMEDIATE: limits(5),
      PRIORITY: limits(30),
      ROUTINE: limits(60),
    },
    ...changes,
  };
}
