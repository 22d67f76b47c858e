import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHeight } from '@parley/geo';
import { bandText } from '../src/map/band-text.ts';

test('a band states unit and reference once where both limits share them, else in full', () => {
  const cases = [
    ['3000 m AMSL', '6500 m AMSL', '3 000–6 500 m AMSL'],
    ['500 ft AGL', '1500 ft AGL', '500–1 500 ft AGL'],
    ['FL180', 'FL240', 'FL180–FL240'],
    ['3000 m AMSL', '6500 m HAE', '3 000 m AMSL–6 500 m HAE'],
    ['3000 m AMSL', '9000 ft AMSL', '3 000 m AMSL–9 000 ft AMSL'],
    ['2000 ft QNH 1008', '3000 ft QNH 1008', '2 000–3 000 ft QNH 1008 hPa'],
    ['2000 ft QNH', '3000 ft QNH 1008', '2 000 ft QNH–3 000 ft QNH 1008 hPa'],
    ['SFC', 'UNL', 'SFC–UNL'],
    ['SFC', 'FL100', 'SFC–FL100'],
  ] as const;
  for (const [low, high, text] of cases) {
    const [lower, upper] = [readHeight(low), readHeight(high)];
    assert.ok(lower.ok && upper.ok);
    assert.equal(bandText({ lower: lower.value, upper: upper.value }), text);
  }
});
