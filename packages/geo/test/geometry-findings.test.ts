// Slips within a geometry: the three that history knows, and none in sensible shapes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bandFindings, direct, readHeight, slipFinding, vertexFinding } from '../src/index.ts';
import type { AltitudeBand, Position } from '../src/index.ts';
import { ask, at, numbersIn } from './oracle.ts';

const DEIR_EZ_ZOR = at(35.3359, 40.1408);

test('SK-42 degrees taken for WGS-84 leave their mark, whose size PROJ gives', (t) => {
  const sk42 = '+proj=longlat +ellps=krass +towgs84=23.57,-140.95,-79.8,0,0.35,0.79,-0.22 +no_defs';
  const args = ['-f', '%.9f', '+proj=longlat', '+datum=WGS84', '+to', ...sk42.split(' ')];
  const answer = ask('cs2cs', args, ['40.1408 35.3359']);
  if (answer === undefined) return t.skip('cs2cs is not installed: apt-get install proj-bin');
  const [lon, lat] = numbersIn(answer[0]);
  const found = slipFinding(DEIR_EZ_ZOR, at(lat, lon), 2);
  assert.equal(found?.code, 'datum-slip');
  assert.equal(found.asIf, 'SK-42 degrees had been taken for WGS-84');
  assert.ok(found.differsMetres > 100 && found.differsMetres < 150, String(found.differsMetres));
  assert.match(found.sentence, /\d{3} m apart, bearing \d{3} degrees, as if SK-42/);
});

test('the same size in another direction is no datum, and near enough is no finding', () => {
  const found = slipFinding(DEIR_EZ_ZOR, direct(DEIR_EZ_ZOR, 200, 120), 2);
  assert.equal(found?.code, 'positions-differ');
  assert.equal(slipFinding(DEIR_EZ_ZOR, direct(DEIR_EZ_ZOR, 75, 1.5), 2), undefined);
});

test('latitude and longitude exchanged are named', () => {
  const found = slipFinding(DEIR_EZ_ZOR, at(40.1408, 35.3359), 2);
  assert.equal(found?.code, 'axes-swapped');
});

test('one corner kilometres off is found, by its number', () => {
  const corners = [at(35.3, 40.1), at(35.3, 40.12), at(35.32, 40.12), at(36.32, 40.1)];
  const found = vertexFinding(corners);
  assert.equal(found?.vertex, 3);
  // GeodSolve -i 36.32 40.1 35.32 40.12: 110977.9 m.
  assert.ok(Math.abs(found.differsMetres - 110_978) < 60, String(found.differsMetres));
  assert.match(found.sentence, /^Corner 4, 36\.3200000 N 40\.1000000 E, lies 111 km from/);
});

test('sensible shapes have no corner far off: 1,000 random ones', () => {
  const shape = fc.record({
    count: fc.integer({ min: 4, max: 24 }),
    size: fc.integer({ min: 200, max: 300_000 }),
    long: fc.integer({ min: 1, max: 30 }),
    kind: fc.constantFrom('round', 'line', 'coast'),
    seeds: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 24, maxLength: 24 }),
    lat: fc.integer({ min: -60, max: 60 }),
  });
  fc.assert(
    fc.property(shape, ({ count, size, long, kind, seeds, lat }) => {
      let here: Position = at(lat, 40);
      const corners = Array.from({ length: count }, (_, i) => {
        const seed = seeds[i] ?? 0;
        if (kind === 'round')
          return direct(at(lat, 40), (360 * i) / count, size * (0.4 + seed / 1000));
        const turn = kind === 'line' ? seed / 25 : seed / 3;
        here = direct(here, 70 + turn, (size / long) * (0.3 + seed / 800));
        return here;
      });
      assert.equal(vertexFinding(corners), undefined);
    }),
    { numRuns: 1000 },
  );
});

function band(lower: string, upper: string): AltitudeBand {
  const [low, high] = [readHeight(lower), readHeight(upper)];
  assert.ok(low.ok && high.ok);
  return { lower: low.value, upper: high.value };
}

test('two altitudes in the notices of one day are found, as over Ukraine in 2014', () => {
  const around = [at(48.1, 38.6)];
  const [found, ...more] = bandFindings(band('FL260', 'FL320'), band('GND', 'FL530'), around);
  assert.deepEqual(more, [], 'nothing is certain of the ground there');
  assert.equal(found?.code, 'altitudes-disagree');
  assert.equal(found.limit, 'upper');
  assert.equal(found.differsMetres, 6400.8);
  assert.match(found.sentence, /FL260 – FL320 and SFC – FL530 cannot both be true/);
});

test('metres and feet that mean the same are no finding, and 5,500 m is not 15,000 ft', () => {
  const around = [DEIR_EZ_ZOR];
  const metres = band('SFC', '5500 m AMSL');
  assert.deepEqual(bandFindings(metres, band('SFC', '18045 ft AMSL'), around), []);
  assert.deepEqual(bandFindings(metres, band('GND', 'FL180'), around), []);
  const [found] = bandFindings(metres, band('SFC', '15000 ft AMSL'), around);
  // 5,500 m less 4,572 m.
  assert.equal(found?.differsMetres, 928);
});
