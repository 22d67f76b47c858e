// The standard atmosphere against its published tables.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isaHeightMetres, isaPressureHectopascals } from '../src/height/atmosphere.ts';

// Hypsometrical table of the ICAO standard atmosphere (Doc 7488; the same as ISO 2533 addendum 1):
// pressure in hPa, geopotential height in metres.
const HYPSOMETRIC: readonly (readonly [number, number])[] = [
  [1050, -302],
  [1013.25, 0],
  [1000, 111],
  [950, 540],
  [900, 988],
  [850, 1457],
  [800, 1949],
  [700, 3012],
  [600, 4206],
  [500, 5574],
  [400, 7185],
  [300, 9164],
  [250, 10_363],
  [200, 11_784],
  [150, 13_608],
  [100, 16_180],
  [70, 18_442],
  [50, 20_576],
  [30, 23_849],
  [20, 26_481],
  [10, 31_055],
];

test('a pressure stands at the height that the ICAO table gives, below and above 11 km', () => {
  for (const [hectopascals, metres] of HYPSOMETRIC) {
    const ours = isaHeightMetres(hectopascals);
    assert.ok(Math.abs(ours - metres) <= 0.51, `${hectopascals} hPa: ${ours}`);
  }
});

// U.S. Standard Atmosphere 1976, table I (the same model up to 80 km): geometric metres, hPa.
const STANDARD_1976: readonly (readonly [number, number])[] = [
  [5000, 540.48],
  [10_000, 264.99],
  [15_000, 121.11],
  [20_000, 55.293],
  [30_000, 11.97],
  [40_000, 2.8714],
  [50_000, 0.79779],
  [60_000, 0.21958],
  [70_000, 0.052209],
];

test('a height has the pressure that the U.S. Standard Atmosphere 1976 gives', () => {
  for (const [geometric, hectopascals] of STANDARD_1976) {
    // The 1976 report, equation 18: geopotential from geometric height.
    const metres = (6_356_766 * geometric) / (6_356_766 + geometric);
    const ours = isaPressureHectopascals(metres);
    assert.ok(Math.abs(ours / hectopascals - 1) < 1e-4, `${geometric} m: ${ours}`);
  }
});

// The same report, table 4: pressures where the layers meet, hPa.
test('the layers meet at the pressures of the tables', () => {
  for (const [metres, hectopascals] of [
    [11_000, 226.32],
    [20_000, 54.7489],
    [32_000, 8.68019],
    [47_000, 1.10906],
    [51_000, 0.669389],
    [71_000, 0.0395642],
  ] as const) {
    const ours = isaPressureHectopascals(metres);
    assert.ok(Math.abs(ours / hectopascals - 1) < 1e-5, `${metres} m: ${ours}`);
  }
});

test('pressure and height are inverse from -5 to 80 km, and nothing is given beyond', () => {
  for (let metres = -5000; metres <= 80_000; metres += 62.5) {
    const back = isaHeightMetres(isaPressureHectopascals(metres));
    assert.ok(Math.abs(back - metres) < 1e-6, `${metres}: ${back}`);
  }
  for (const beyond of [-5001, 80_001, NaN, Infinity]) {
    assert.ok(Number.isNaN(isaPressureHectopascals(beyond)));
  }
  for (const beyond of [0, -1, 2000, NaN]) assert.ok(Number.isNaN(isaHeightMetres(beyond)));
});
