import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boundsOf, unwrappedLine, unwrappedRing, wrappedDegrees } from '../src/map/unwrap.ts';

const at = (lat: number, lon: number) => ({ latE7: lat * 1e7, lonE7: lon * 1e7 });

test('a ring across the antimeridian runs on beyond 180 degrees and closes where it began', () => {
  const ring = [at(10, 179), at(10, -179), at(12, -179), at(12, 179)];
  assert.deepEqual(unwrappedRing(ring), [
    [179, 10],
    [181, 10],
    [181, 12],
    [179, 12],
    [179, 10],
  ]);
});

test('a ring elsewhere keeps its longitudes', () => {
  const ring = [at(35, 40), at(35, 41), at(36, 41)];
  assert.deepEqual(unwrappedRing(ring), [
    [40, 35],
    [41, 35],
    [41, 36],
    [40, 35],
  ]);
});

test('a ring around the north pole is led along the map edge so that it holds the pole', () => {
  const ring = [at(80, 0), at(80, 90), at(80, 180), at(80, -90)];
  assert.deepEqual(unwrappedRing(ring), [
    [0, 80],
    [90, 80],
    [180, 80],
    [270, 80],
    [360, 80],
    [360, 85.051],
    [0, 85.051],
    [0, 80],
  ]);
});

test('a ring around the south pole, walked westwards, holds that pole', () => {
  const ring = [at(-80, 0), at(-80, -120), at(-80, 120)];
  const unwrapped = unwrappedRing(ring);
  assert.deepEqual(unwrapped.slice(3), [
    [-360, -80],
    [-360, -85.051],
    [0, -85.051],
    [0, -80],
  ]);
});

test('a line from 179 east to 179 west is two degrees long', () => {
  assert.deepEqual(unwrappedLine([at(0, 179), at(0, -179)]), [
    [179, 0],
    [181, 0],
  ]);
});

test('the box around areas on both sides of the antimeridian spans the few degrees between', () => {
  const west = unwrappedRing([at(10, 177), at(10, 178), at(11, 178)]);
  const east = unwrappedRing([at(12, -178), at(12, -177), at(13, -177)]);
  assert.deepEqual(boundsOf([west, east]), { west: 177, south: 10, east: 183, north: 13 });
});

test('there is no box around nothing', () => {
  assert.equal(boundsOf([]), undefined);
  assert.equal(boundsOf([[]]), undefined);
});

test('longitudes of the unrolled map are told as -180 to 180', () => {
  assert.deepEqual([181, -181, 540.5, 40].map(wrappedDegrees), [-179, 179, -179.5, 40]);
});
