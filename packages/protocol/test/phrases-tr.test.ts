// The phrase book in Turkish: the words that weigh most, and what no text may hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TURKISH } from '../src/phrases/tr.ts';

const TEXTS = Object.entries(TURKISH);

test('a warning says whose fire, and who is hit', () => {
  assert.equal(
    TURKISH['hazard.your-fire-is-striking'],
    'Ateşiniz isabet ediyor. İsabet alan: {atRisk}',
  );
  assert.equal(
    TURKISH['hazard.our-fire-about-to-enter'],
    'Ateşimiz bu hacme girmek üzere. Tehlikede olan: {atRisk}',
  );
  assert.equal(TURKISH['at-risk.our-forces'], 'kuvvetlerimiz');
  assert.equal(TURKISH['at-risk.your-forces'], 'kuvvetleriniz');
});

test('requests are imperatives', () => {
  assert.equal(TURKISH['request.cease-fire'], 'Ateşi kesin');
  assert.equal(TURKISH['request.hold'], 'Durun ve bekleyin');
  assert.equal(TURKISH['request.turn-away'], 'Dönüp uzaklaşın');
  assert.equal(TURKISH['request.leave-volume'], 'Hacmi terk edin');
  assert.equal(TURKISH['request.identify'], 'Kendinizi tanıtın');
  assert.equal(TURKISH['request.call-now'], 'Hemen arayın');
});

test('noted, no objection and agreed are three different things', () => {
  assert.equal(TURKISH['position.noted'], 'Yalnız bilgi edinildi');
  assert.equal(TURKISH['position.no-objection'], 'İtiraz yok');
  assert.equal(TURKISH['position.agreed'], 'Kabul edildi');
});

test('a precedence has its code beside it: the Turkish words for two of them are near', () => {
  for (const code of ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'] as const) {
    assert(TURKISH[`precedence.${code}`].endsWith(` (${code})`));
    assert.equal(TURKISH[`field.${code}`], TURKISH[`precedence.${code}`]);
  }
});

test('no suffix hangs on a slot, whose vowels nobody knows', () => {
  for (const [code, text] of TEXTS) assert.doesNotMatch(text, /\}['’\p{L}]/u, code);
});

test('an object that is protected is never called a target', () => {
  for (const [code, text] of TEXTS) assert.doesNotMatch(text.toLowerCase(), /hede[fv]/, code);
});

test('every letter is of the Turkish alphabet, or of a name that is written in Latin ones', () => {
  const names = /NOTAM|ICAO|MGRS|UTM|GARS|GEOREF|FLASH|Plus|squawk|URI/g;
  for (const [code, text] of TEXTS) {
    const rest = text.replaceAll(/\{\w+\}/g, '').replaceAll(names, '');
    assert.doesNotMatch(rest, /[^\x20-\x7EçğıöşüâîûÇĞİÖŞÜÂÎÛ]|[qwxQWX]/, code);
  }
});
