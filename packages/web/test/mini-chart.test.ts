import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Outline } from '@parley/geo';
import { miniChart } from '../src/map/mini-chart.ts';

const SIZE = { width: 320, height: 220 };
const position = (lat: number, lon: number) => ({ latE7: lat * 1e7, lonE7: lon * 1e7 });
const circle = (lat: number, lon: number, metres: number): Outline => ({
  kind: 'circle',
  centre: position(lat, lon),
  radiusCentimetres: metres * 100,
});

test('an area far from any place fills the chart and is drawn round', () => {
  // 5 km around 0 N 30 W, in the middle of the Atlantic.
  const chart = miniChart([circle(0, -30, 5_000)], SIZE);
  const points = pointsOf(chart?.paths[0]);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const width = Math.max(...xs) - Math.min(...xs);
  const height = Math.max(...ys) - Math.min(...ys);
  assert.ok(Math.abs(width - height) < 0.3, `${width} wide, ${height} high`);
  // 10 km across 220 pixels less 14 % on either side.
  assert.ok(Math.abs(height - 158.4) < 0.3, String(height));
});

test('the scale bar is a round distance, as long as that distance is on the chart', () => {
  const chart = miniChart([circle(0, -30, 5_000)], SIZE);
  // 158.4 pixels for 10 km: 5 km are 79.2 pixels, under 30 % of the width.
  assert.equal(chart?.scale.metres, 5_000);
  assert.ok(Math.abs((chart?.scale.pixels ?? 0) - 79.2) < 0.1);
});

test('the nearest place stands on its own side of the area, north up', () => {
  // Deir ez-Zor airport lies north-east of this area.
  const chart = miniChart([circle(35.252, 40.148, 1_500)], SIZE);
  assert.equal(chart?.place.name.code, 'OSDZ');
  const points = pointsOf(chart?.paths[0]);
  const middle = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  assert.ok((chart?.place.at.x ?? 0) > middle);
  assert.ok((chart?.place.at.y ?? 220) < Math.min(...points.map(([, y]) => y)));
});

test('an area across the antimeridian stays in one piece', () => {
  const ring = [position(10, 179.9), position(10, -179.9), position(10.2, -179.9)];
  const points = pointsOf(miniChart([{ kind: 'polygon', ring }], SIZE)?.paths[0]);
  assert.ok(
    points.length > 3 && points.every(([x, y]) => x >= 0 && x <= 320 && y >= 0 && y <= 220),
  );
});

test('there is no chart of nothing', () => {
  assert.equal(miniChart([], SIZE), undefined);
});

function pointsOf(path: string | undefined): [number, number][] {
  assert.match(path ?? '', /^M.+Z$/);
  return (path ?? '')
    .slice(1, -1)
    .split('L')
    .map((pair) => {
      const [x = NaN, y = NaN] = pair.split(' ').map(Number);
      return [x, y];
    });
}
