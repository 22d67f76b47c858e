// One height in another reference, as a range that holds everything it may mean there, with the
// steps that led to it.
import {
  altitudeRange,
  ANY_PRESSURE,
  GIVEN_DECIHECTOPASCALS,
  pressureAltitudeOf,
  pressureAltitudeRange,
  pressureNear,
  settingMetres,
  STATED_DECIHECTOPASCALS,
} from './air-column.ts';
import type { SeaPressure } from './air-column.ts';
import { geoidRange } from './altitude-interval.ts';
import type { Height, HeightReference } from './height.ts';
import { settingFault, writeSetting } from './pressure-setting.ts';
import { minus, plus } from './range.ts';
import type { Range } from './range.ts';
import type { TerrainModel } from './terrain-port.ts';
import type { Position } from '../position/position.ts';

/** What is known at the place besides the height itself. */
export type KnownAir = {
  /** The QNH of the place and the time, tenths of hPa: as reported, in whole hPa downwards. */
  readonly qnhDecihectopascals?: number;
  readonly terrain?: TerrainModel;
};

/** Where a height may lie in a reference, metres, and by what it came there. */
export type HeightRange = { readonly metres: Range; readonly steps: readonly string[] };

/** A range, or what must be known to give one. */
export type RangeOutcome =
  | { readonly ok: true; readonly range: HeightRange }
  | { readonly ok: false; readonly needs: string };

/** The place with its geoid and pressure, worked out once for many heights. */
export type Surroundings = {
  readonly geoid: Range;
  readonly sea: SeaPressure | undefined;
  readonly qnh: number | undefined;
  readonly ground: { readonly metres: Range; readonly title: string } | undefined;
};

const STATED = 'as stated';
const GEOID = "EGM96, bilinear on 15'";
const ISA = 'ISA (ICAO Doc 7488)';
const TERRAIN = 'a terrain model that covers the area';
const WARMTH = 'air within 25 degrees of standard';

/**
 * What surrounds the places of `around`. Throws when the QNH is not one, or the terrain model gives
 * no sound range: both come from code, not from people.
 */
export function surroundingsOf(around: readonly Position[], known: KnownAir): Surroundings {
  const { qnhDecihectopascals: qnh, terrain } = known;
  const fault = qnh === undefined ? undefined : settingFault('QNH', qnh);
  if (fault !== undefined) throw new Error(`expected ${fault}`);
  const ground = terrain?.rangeMetres(around);
  if (ground !== undefined) {
    const { leastMetres, greatestMetres, accuracyMetres } = ground;
    if (!(leastMetres <= greatestMetres && accuracyMetres >= 0 && accuracyMetres < Infinity)) {
      throw new Error(`${terrain?.title ?? ''} gives no sound range of the ground`);
    }
  }
  return {
    geoid: geoidRange(around),
    sea: qnh === undefined ? undefined : pressureNear(qnh, GIVEN_DECIHECTOPASCALS),
    qnh,
    ground: ground && {
      metres: [
        ground.leastMetres - ground.accuracyMetres,
        ground.greatestMetres + ground.accuracyMetres,
      ],
      title: terrain?.title ?? '',
    },
  };
}

/**
 * Where `height` may lie in `reference`. QNH is the one of the place, or the height's own setting;
 * QFE is the height's own alone. Never narrower than what the height may mean.
 */
export function rangeIn(
  height: Height,
  reference: HeightReference,
  here: Surroundings,
): RangeOutcome {
  if (isAsStated(height, reference, here)) {
    const metres: Range = [height.centimetres / 100, height.centimetres / 100];
    return found(metres, [STATED]);
  }
  if (reference === 'QFE') return { ok: false, needs: 'the height of the aerodrome and its QFE' };
  if (reference === 'QNH' || reference === 'STD') return onAltimeter(height, reference, here);
  const above = aboveSeaLevel(height, here);
  if (!above.ok) return above;
  const { metres, steps } = above.range;
  if (reference === 'AMSL') return above;
  if (reference === 'HAE') return found(plus(metres, here.geoid), [...steps, GEOID]);
  if (here.ground === undefined) return { ok: false, needs: TERRAIN };
  return found(minus(metres, here.ground.metres), [...steps, `the ground of ${here.ground.title}`]);
}

/** A height needs no step to its own reference; but a stated QNH may not be the one here. */
function isAsStated(height: Height, reference: HeightReference, { qnh }: Surroundings): boolean {
  if (height.reference !== reference) return false;
  const setting = height.settingDecihectopascals;
  return reference !== 'QNH' || qnh === undefined || (setting ?? qnh) === qnh;
}

function found(metres: Range, steps: readonly string[]): RangeOutcome {
  return { ok: true, range: { metres, steps } };
}

function aboveSeaLevel(height: Height, here: Surroundings): RangeOutcome {
  const stated: Range = [height.centimetres / 100, height.centimetres / 100];
  switch (height.reference) {
    case 'AMSL':
      return found(stated, []);
    case 'HAE':
      return found(minus(stated, here.geoid), [GEOID]);
    case 'AGL':
      if (here.ground === undefined) return { ok: false, needs: TERRAIN };
      return found(plus(stated, here.ground.metres), [`the ground of ${here.ground.title}`]);
    case 'STD':
    case 'QNH':
    case 'QFE': {
      const set = onQnhOf(height, here);
      return found(altitudeRange(set, here.sea), [ISA, pressureStep(height, here), WARMTH]);
    }
  }
}

/** What an altimeter set to 1013.25 hPa, or to the QNH, shows. */
function onAltimeter(height: Height, reference: 'STD' | 'QNH', here: Surroundings): RangeOutcome {
  if (reference === 'QNH' && here.qnh === undefined) return { ok: false, needs: 'the QNH' };
  const standard = pressureAltitudes(height, here);
  if (!standard.ok || reference === 'STD' || here.qnh === undefined) return standard;
  const { metres, steps } = standard.range;
  const setting = settingMetres(here.qnh);
  const step = `set to QNH ${writeSetting(here.qnh)} hPa`;
  return found(minus(metres, setting), [...new Set([...steps, ISA, step])]);
}

function pressureAltitudes(height: Height, here: Surroundings): RangeOutcome {
  const { reference, settingDecihectopascals: setting } = height;
  const sea = here.sea ?? ANY_PRESSURE;
  if (reference === 'STD' || reference === 'QNH' || reference === 'QFE') {
    const range = pressureAltitudeRange(onQnhOf(height, here), sea);
    if (reference === 'STD') return found(range, []);
    if (setting === undefined) return found(range, [ISA, pressureStep(height, here)]);
    return found(range, [ISA, `set to ${reference} ${writeSetting(setting)} hPa as stated`]);
  }
  const above = aboveSeaLevel(height, here);
  if (!above.ok) return above;
  const { metres, steps } = above.range;
  const pressure = pressureStep(height, here);
  return found(pressureAltitudeOf(metres, sea), [...steps, ISA, pressure, WARMTH]);
}

/** A QNH that was not stated is the one of the place, when that is known. */
function onQnhOf(height: Height, { qnh }: Surroundings): Height {
  const isOpen = height.reference === 'QNH' && height.settingDecihectopascals === undefined;
  return isOpen && qnh !== undefined ? { ...height, settingDecihectopascals: qnh } : height;
}

/** By which pressure a height came above the sea, or from there to an altimeter. */
function pressureStep(height: Height, { qnh }: Surroundings): string {
  const { reference, settingDecihectopascals: setting } = height;
  const within = `right within ${writeSetting(STATED_DECIHECTOPASCALS)} hPa`;
  const given = qnh === undefined ? undefined : `QNH ${writeSetting(qnh)} hPa as given`;
  if (reference === 'QNH' && given === undefined) {
    if (setting === undefined) return `a QNH that is not stated, ${within}`;
    return `QNH ${writeSetting(setting)} hPa as stated, ${within}`;
  }
  const sea = given ?? 'QNH not stated, 950 to 1050 hPa';
  if (reference !== 'QFE') return sea;
  if (setting === undefined) return `${sea}; QFE not stated, an aerodrome at -450 to 8,849 m`;
  return `${sea}; QFE ${writeSetting(setting)} hPa as stated, ${within}`;
}
