// What a GeoJSON feature may state beside the plain volume: holes, ellipses, margins, repetition.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVolumes } from '../src/index.ts';
import { feature, SQUARE, WINDOW } from './features.ts';

function readOne(one: object): unknown {
  const { features, faults } = readVolumes(JSON.stringify(one));
  assert.deepEqual(faults, []);
  return features[0]?.volumes[0];
}

function faultsOf(...features: readonly object[]): string[] {
  const { faults } = readVolumes(JSON.stringify({ type: 'FeatureCollection', features }));
  return faults.map(({ field, fault, right }) => `${field} | ${fault} | ${right}`);
}

const POINT = { type: 'Point', coordinates: [40, 35] };
const AXES = { semiMajorMetres: 2000, semiMinorMetres: 500.5, azimuthDegrees: 45.25 };

test('the second ring of a polygon and all after it are holes', () => {
  const hole = [[40.4, 35.4], [40.6, 35.4], [40.5, 35.6], [40.4, 35.4]]; // prettier-ignore
  const coordinates = [...SQUARE.coordinates, hole];
  const volume = readOne(feature({}, { type: 'Polygon', coordinates }));
  assert.deepEqual((volume as { outline: unknown }).outline, {
    kind: 'polygon',
    ring: [
      { latE7: 350_000_000, lonE7: 400_000_000 },
      { latE7: 350_000_000, lonE7: 410_000_000 },
      { latE7: 360_000_000, lonE7: 410_000_000 },
      { latE7: 360_000_000, lonE7: 400_000_000 },
    ],
    holes: [
      [
        { latE7: 354_000_000, lonE7: 404_000_000 },
        { latE7: 354_000_000, lonE7: 406_000_000 },
        { latE7: 356_000_000, lonE7: 405_000_000 },
      ],
    ],
  });
  const open = [...SQUARE.coordinates, hole.slice(0, 3)];
  const far = [...SQUARE.coordinates, hole.map(([lon = 0, lat = 0]) => [lon + 5, lat])];
  assert.deepEqual(
    faultsOf(
      feature({}, { type: 'Polygon', coordinates: open }),
      feature({ id: 'B' }, { type: 'Polygon', coordinates: far }),
    ),
    [
      'geometry.coordinates[1] | is not closed, or shorter than four positions | four positions ' +
        'or more, the last the same as the first (RFC 7946, 3.1.6)',
      'outline.holes[0] | is outside of the ring | a hole inside of the ring',
    ],
  );
});

test('a Point with axes is an ellipse, and not a circle too', () => {
  assert.deepEqual((readOne(feature(AXES, POINT)) as { outline: unknown }).outline, {
    kind: 'ellipse',
    centre: { latE7: 350_000_000, lonE7: 400_000_000 },
    semiMajorCentimetres: 200_000,
    semiMinorCentimetres: 50_050,
    azimuthMillidegrees: 45_250,
  });
  const { semiMajorMetres, semiMinorMetres } = AXES;
  assert.deepEqual(
    faultsOf(
      feature({ ...AXES, radiusMetres: 3 }, POINT),
      feature({ id: 'B', semiMajorMetres, semiMinorMetres }, POINT),
      feature({ id: 'C', ...AXES, semiMinorMetres: 3000 }, POINT),
    ),
    [
      'radiusMetres | stands beside semiMajorMetres | radiusMetres for a circle, or the axes of ' +
        'an ellipse',
      'azimuthDegrees | missing | a number of degrees',
      'outline.semiMinorCentimetres | 300000 is more than the semi-major axis, 200000 | the ' +
        'shorter half-axis; the azimuth is that of the longer one',
    ],
  );
});

test('margins and repetition are read in their units', () => {
  const volume = readOne(
    feature({
      heightUncertaintyMetres: 50,
      repeats: { everyHours: 24, times: 5 },
      buffer: { lateralMetres: 500, aboveMetres: 0.5, beforeMinutes: 10 },
    }),
  ) as { band: { uncertaintyCentimetres: number }; window: unknown; buffer: unknown };
  assert.equal(volume.band.uncertaintyCentimetres, 5_000);
  assert.deepEqual(volume.window, { ...WINDOW, repeats: { everyMs: 86_400_000, times: 5 } });
  assert.deepEqual(volume.buffer, {
    lateralCentimetres: 50_000,
    belowCentimetres: 0,
    aboveCentimetres: 50,
    beforeMs: 600_000,
    afterMs: 0,
  });
});

test('a margin that is misspelt or no number is refused, and not taken for none', () => {
  assert.deepEqual(
    faultsOf(
      feature({ buffer: { lateral: 500 } }),
      feature({ id: 'B', buffer: 500 }),
      feature({ id: 'C', repeats: { everyHours: '24', times: 5 } }),
      feature({ id: 'D', repeats: { everyHours: 0.5, times: 5 } }),
      feature({ id: 'E', heightUncertaintyMetres: 'about 50' }),
      feature({ id: 'F', buffer: { aboveMetres: -1 } }),
    ),
    [
      'buffer.lateral | is not known | one of lateralMetres, belowMetres, aboveMetres, ' +
        'beforeMinutes, afterMinutes',
      'buffer | is 500 | an object with any of lateralMetres, belowMetres, aboveMetres, ' +
        'beforeMinutes, afterMinutes',
      'repeats.everyHours | is "24" | a number of hours',
      'window.repeats.everyMs | 1800000 is out of range | a whole number from 3600000 to ' +
        '31968000000',
      'heightUncertaintyMetres | is "about 50" | a number of metres',
      'buffer.aboveCentimetres | -100 is out of range | a whole number from 0 to 1000000',
    ],
  );
});
