// Uncertain limits and buffers: what a volume keeps around itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictBetween, covers, volumeFaults } from '../src/index.ts';
import type { Buffer, Volume } from '../src/index.ts';
import { circle, corridor, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const NO_BUFFER: Buffer = {
  lateralCentimetres: 0,
  belowCentimetres: 0,
  aboveCentimetres: 0,
  beforeMs: 0,
  afterMs: 0,
};
const HOUR = 3_600_000;
const clinic = circle(35, 40, 100);

function keeping(one: Volume, buffer: Partial<Buffer>): Volume {
  return { ...one, buffer: { ...NO_BUFFER, ...buffer } };
}

/** The conflict both ways round, which must agree. */
function gaps(a: Volume, b: Volume, minima = NO_MINIMA) {
  const found = conflictBetween(a, b, minima)?.separation;
  assert.deepEqual(conflictBetween(b, a, minima)?.separation, found);
  return found;
}

test('an uncertain band reaches farther by its uncertainty, each way, in its own reference', () => {
  const low = { ...volume(clinic, [0, 1_000]) };
  const unsure: Volume = { ...low, band: { ...low.band, uncertaintyCentimetres: 5_000 } };
  const above = volume(clinic, [1_040, 2_000]);
  assert.equal(gaps(low, above), undefined);
  assert.equal(gaps(unsure, above)?.verticalCentimetres, 0);
  assert.equal(gaps(unsure, volume(clinic, [1_050, 2_000])), undefined);
  const flown = volume(clinic, [1_040, 2_000], [0, HOUR], 'STD');
  const stated = volume(clinic, [0, 1_000], [0, HOUR], 'STD');
  assert.equal(gaps(stated, flown), undefined);
  const both = { ...stated, band: { ...stated.band, uncertaintyCentimetres: 5_000 } };
  assert.equal(gaps(both, flown)?.verticalCentimetres, 0);
});

test('a buffer above is none below', () => {
  const keeps = keeping(volume(clinic, [500, 600]), { aboveCentimetres: 30_000 });
  assert.equal(gaps(keeps, volume(clinic, [890, 900]))?.verticalCentimetres, 0);
  assert.equal(gaps(keeps, volume(clinic, [900, 910])), undefined);
  assert.equal(gaps(keeps, volume(clinic, [400, 499])), undefined);
});

test('a buffer before is none after', () => {
  const keeps = keeping(volume(clinic, [0, 100], [10 * HOUR, 11 * HOUR]), { beforeMs: HOUR });
  assert.equal(gaps(keeps, volume(clinic, [0, 100], [8 * HOUR, 9 * HOUR + 1]))?.timeMs, 0);
  assert.equal(gaps(keeps, volume(clinic, [0, 100], [8 * HOUR, 9 * HOUR])), undefined);
  assert.equal(gaps(keeps, volume(clinic, [0, 100], [11 * HOUR, 12 * HOUR])), undefined);
});

test('a buffer on the ground widens a circle, a corridor and an area', () => {
  const other = volume(circle(35, 40.1, 200));
  for (const [shape, wider] of [
    [circle(35, 40, 100), circle(35, 40, 600)],
    [corridor(100, [35, 40], [35.1, 40]), corridor(600, [35, 40], [35.1, 40])],
  ] as const) {
    const kept = keeping(volume(shape), { lateralCentimetres: 50_000 });
    const [a, b] = [
      gaps(kept, other, lateral(20_000)),
      gaps(volume(wider), other, lateral(20_000)),
    ];
    assert.deepEqual(a, b);
    assert.ok(a !== undefined);
  }
  // 0.001 degree of longitude on the equator is 111.319 m.
  const block = volume(polygon([0, 0], [0, 0.01], [0.01, 0.01], [0.01, 0]));
  const beside = volume(circle(0.005, 0.011, 11.31));
  assert.equal(gaps(block, beside), undefined);
  assert.equal(gaps(keeping(block, { lateralCentimetres: 9_999 }), beside), undefined);
  const met = gaps(keeping(block, { lateralCentimetres: 10_003 }), beside);
  assert.equal(met?.lateralCentimetres, 0);
  const near = gaps(keeping(block, { lateralCentimetres: 9_000 }), beside, lateral(10.1));
  assert.equal(near?.lateralCentimetres, 1_001);
});

test('two areas with buffers keep the sum of both', () => {
  const one = volume(polygon([0, 0], [0, 0.01], [0.01, 0.01], [0.01, 0]));
  const two = volume(polygon([0, 0.012], [0, 0.02], [0.01, 0.02], [0.01, 0.012]));
  const half = { lateralCentimetres: 11_130 };
  assert.equal(gaps(keeping(one, half), keeping(two, half)), undefined);
  const more = { lateralCentimetres: 11_133 };
  assert.equal(gaps(keeping(one, more), keeping(two, more))?.lateralCentimetres, 0);
});

test('whether one volume holds another is a matter of the volumes, not of what they keep', () => {
  const field = volume(circle(35, 40, 1_000));
  assert.equal(covers(field, keeping(volume(clinic), { lateralCentimetres: 500_000 })), true);
  // Limits that may be off by as much may fit.
  const high = volume(clinic, [0, 1_050]);
  assert.equal(covers(field, high), false);
  const unsure = (one: Volume, by: number): Volume => ({
    ...one,
    band: { ...one.band, uncertaintyCentimetres: by },
  });
  assert.equal(covers(unsure(field, 3_000), unsure(high, 2_000)), true);
  assert.equal(covers(unsure(field, 3_000), unsure(high, 1_900)), false);
});

test('faults of margins', () => {
  const faultsOf = (one: Volume) =>
    volumeFaults(one).map(({ field, fault }) => `${field} ${fault}`);
  assert.deepEqual(faultsOf(keeping(volume(clinic), { beforeMs: 86_400_000 })), []);
  assert.deepEqual(
    faultsOf(
      keeping(volume(clinic), {
        beforeMs: 86_400_001,
        aboveCentimetres: -1,
        belowCentimetres: 0.5,
      }),
    ),
    [
      'buffer.belowCentimetres 0.5 is not a whole number',
      'buffer.aboveCentimetres -1 is out of range',
      'buffer.beforeMs 86400001 is out of range',
    ],
  );
  const low = volume(clinic);
  const unsure = { ...low, band: { ...low.band, uncertaintyCentimetres: 1_000_001 } };
  assert.deepEqual(faultsOf(unsure), ['band.uncertaintyCentimetres 1000001 is out of range']);
});
