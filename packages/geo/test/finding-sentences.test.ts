// Findings as sentences, literally, in Russian and in English: what officers read is read here.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { builtInWorld, findingsOf, readHeight, sentenceOf } from '../src/index.ts';
import type { Described, HeightBound } from '../src/index.ts';
import { at } from './oracle.ts';

function bound(text: string): HeightBound {
  const read = readHeight(text);
  assert.ok(read.ok);
  return read.value;
}

function volume(lat: number, lon: number, radiusMetres: number): Described {
  return {
    outline: { kind: 'circle', centre: at(lat, lon), radiusCentimetres: radiusMetres * 100 },
    band: { lower: bound('FL180'), upper: bound('FL240') },
    window: { startMs: Date.UTC(2016, 8, 17, 12, 55), endMs: Date.UTC(2016, 8, 17, 15) },
  };
}

const DEIR_EZ_ZOR = volume(35.2555, 40.14, 500);
const LATAKIA = volume(35.5167, 35.7833, 8000);

for (const [words, where, russian, english] of [
  [
    'Удары в 9 км южнее аэродрома Дейр-эз-Зор.',
    DEIR_EZ_ZOR,
    'В тексте: «в 9 км южнее аэродрома Дейр-эз-Зор». Район — в 4,2–5,2 км от точки отсчёта ' +
      '(аэродром Дейр-эз-Зор OSDZ), азимут 225°: расхождение 3,8 км. ' +
      'Верно, если считать от точки: город Дейр-эз-Зор.',
    'The text says "в 9 км южнее аэродрома Дейр-эз-Зор". The area lies 4.2 to 5.2 km from ' +
      'Deir ez-Zor airport OSDZ, bearing 225 degrees: 3.8 km off. ' +
      'It would be right from the town Deir ez-Zor.',
  ],
  [
    'Activity in northern Syria.',
    LATAKIA,
    'В тексте: «northern Syria». Если смотреть от середины (Сирия), район лежит на ' +
      'западо-северо-западе, расхождение 74°.',
    'The text says "northern Syria". Seen from the middle of Syria, the area lies in its ' +
      'west-north-west, 74 degrees from that direction.',
  ],
  [
    'Работа в районе Пальмиры.',
    DEIR_EZ_ZOR,
    'В тексте: «в районе Пальмиры». Ближайшая точка района — в 183 км ' +
      '(аэродром Пальмира OSPR); подошло бы до 60,0 км.',
    'The text says "в районе Пальмиры". The nearest point of the area is 183 km from ' +
      'Palmyra airport OSPR; up to 60.0 km would fit.',
  ],
  [
    'Эшелоны 300-320.',
    DEIR_EZ_ZOR,
    'В тексте: «Эшелоны 300-320». Слой: FL180 – FL240; нижняя граница расходится на 3658 м.',
    'The text says "Эшелоны 300-320". The band is FL180 – FL240: the lower limit differs by ' +
      '3658 m (12000 ft).',
  ],
] as const) {
  test(`"${words}" is told to each side in its own language`, () => {
    const [finding] = findingsOf(words, [where], builtInWorld);
    assert.ok(finding !== undefined);
    assert.equal(sentenceOf(finding, 'ru'), russian);
    assert.equal(sentenceOf(finding, 'en'), english);
    assert.equal(finding.sentence, english);
  });
}
