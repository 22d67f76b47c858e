// What a geometry shows of itself: corners and volumes in the wrong place, and the mistake that put
// them there. Expected shifts are cs2cs's (GOST R 51794-2008), distances GeodSolve's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Described } from '../src/findings/finding.ts';
import { sentenceOf } from '../src/findings/sentence.ts';
import { geometryFindings } from '../src/findings/volume-findings.ts';
import type { AltitudeBand } from '../src/index.ts';
import { at } from './oracle.ts';

const WINDOW = { startMs: Date.UTC(2016, 8, 17, 12), endMs: Date.UTC(2016, 8, 17, 14) };
const BAND: AltitudeBand = {
  lower: { kind: 'surface' },
  upper: { kind: 'height', centimetres: 240 * 3048, unit: 'FL', reference: 'STD' },
};
type Corner = readonly [number, number];

const SQUARE: readonly Corner[] = [
  [35.2, 40.1],
  [35.2, 40.2],
  [35.3, 40.2],
  [35.3, 40.1],
];

/**
 * The square on SK-42: cs2cs +proj=longlat +datum=WGS84 +to +proj=longlat +ellps=krass
 * +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22
 */
const SHIFTED: readonly Corner[] = [
  [35.2002613, 40.1011751],
  [35.20026, 40.2011738],
  [35.3002583, 40.2011756],
  [35.3002596, 40.1011769],
];

function polygon(corners: readonly Corner[], band = BAND): Described {
  const ring = corners.map(([lat, lon]) => at(lat, lon));
  return { outline: { kind: 'polygon', ring }, band, window: WINDOW };
}

function shown(volumes: readonly Described[]): unknown[] {
  return geometryFindings(volumes).map(({ code, volume, vertex, slip }) => ({
    code,
    volume,
    ...(vertex !== undefined && { vertex }),
    ...(slip !== undefined && { slip }),
  }));
}

test('a sound square, and two that touch or overlap, show nothing', () => {
  const beside = SQUARE.map(([lat, lon]): Corner => [lat, lon + 0.1]);
  assert.deepEqual(shown([polygon(SQUARE)]), []);
  assert.deepEqual(shown([polygon(SQUARE), polygon(beside)]), []);
  assert.deepEqual(shown([polygon(SQUARE), polygon(SQUARE)]), []);
  assert.deepEqual(geometryFindings([]), []);
});

test('a corner with a wrong degree is found by its number', () => {
  const corners: Corner[] = [...SQUARE.slice(0, 3), [38.3, 40.1]];
  assert.deepEqual(shown([polygon(corners)]), [{ code: 'vertex-far-off', volume: 0, vertex: 3 }]);
  const [finding] = geometryFindings([polygon(corners)]);
  // GeodSolve -i: 332,922 m from the corner at 35.3 N 40.1 E, which is the nearest.
  assert.ok(Math.abs((finding?.differsMetres ?? 0) - 332_922) < 200);
});

test('a corner with latitude and longitude exchanged is named as that', () => {
  const corners: Corner[] = [...SQUARE.slice(0, 3), [40.1, 35.3]];
  assert.deepEqual(shown([polygon(corners)]), [
    { code: 'vertex-swapped', volume: 0, vertex: 3, slip: 'axes' },
  ]);
});

test('a volume with all its axes exchanged is named as that', () => {
  const beside = SQUARE.map(([lat, lon]): Corner => [lat, lon + 0.1]);
  const swapped = SQUARE.map(([lat, lon]): Corner => [lon, lat]);
  assert.deepEqual(shown([polygon(SQUARE), polygon(beside), polygon(swapped)]), [
    { code: 'volume-swapped', volume: 2, slip: 'axes' },
  ]);
});

test('a second statement in SK-42 degrees is named as that', () => {
  const found = shown([polygon(SQUARE), polygon(SHIFTED)]);
  assert.deepEqual(found, [{ code: 'volume-shifted', volume: 1, slip: 'SK42-as-WGS84' }]);
});

test('two bands over one outline and time that cannot both be meant are found', () => {
  const high: AltitudeBand = {
    lower: { kind: 'surface' },
    upper: { kind: 'height', centimetres: 530 * 3048, unit: 'FL', reference: 'STD' },
  };
  assert.deepEqual(shown([polygon(SQUARE), polygon(SQUARE, high)]), [
    { code: 'bands-disagree', volume: 1 },
  ]);
  const [finding] = geometryFindings([polygon(SQUARE), polygon(SQUARE, high)]);
  assert.ok(finding !== undefined);
  assert.equal(finding.limit, 'upper');
  assert.ok(Math.abs(finding.differsMetres - 290 * 30.48) < 0.01);
  assert.match(finding.sentence, /FL240/);
  assert.match(sentenceOf(finding, 'ru'), /FL530/);
});
