// The warning's form: what it makes, and what it refuses, naming the field.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ref } from '@parley/protocol';
import type { WireVolume } from '@parley/protocol';
import { warningOf } from '../src/flash/warning-form.ts';
import type { WarningForm } from '../src/flash/warning-form.ts';

const NOW = Date.parse('2016-09-17T12:56:00Z');
const FORM: WarningForm = {
  status: 'exercise',
  hazard: 'your-fire-is-striking',
  atRisk: 'our-forces',
  request: 'cease-fire',
  place: { kind: 'circle', position: '35.2559, 40.1339', radiusKm: '2,5' },
  minutes: 30,
  words: ' Stop. ',
};

test('a position and a radius make a circle from the surface up, from now for its minutes', () => {
  assert.deepEqual(warningOf(FORM, NOW), {
    ok: true,
    value: {
      type: 'warning',
      status: 'exercise',
      hazard: 'your-fire-is-striking',
      atRisk: 'our-forces',
      request: 'cease-fire',
      volumes: [
        {
          outline: {
            kind: 'circle',
            centre: { latE7: 352_559_000, lonE7: 401_339_000 },
            radiusCentimetres: 250_000,
          },
          band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
          window: { startMs: NOW, endMs: NOW + 1_800_000 },
        },
      ],
      words: { text: 'Stop.', language: 'en' },
    },
  });
});

test('a position that cannot be read is refused as the position', () => {
  const place = { kind: 'circle', position: '95 N 40 E', radiusKm: '3' } as const;
  const made = warningOf({ ...FORM, place }, NOW);
  assert.equal(made.ok, false);
  if (!made.ok) assert.equal(made.refusal.field, 'position');
});

test('a radius that is none is refused as the radius', () => {
  for (const radiusKm of ['', 'abc', '0', '-1', '501', 'NaN']) {
    const place = { kind: 'circle', position: '35.2559, 40.1339', radiusKm } as const;
    const made = warningOf({ ...FORM, place }, NOW);
    assert.equal(made.ok, false, radiusKm);
    if (!made.ok) assert.equal(made.refusal.field, 'radius');
  }
});

test('what is in hand gives its outline and heights, never its old window, and is named', () => {
  const about = Ref.parse({ party: 'coalition', index: 12, leaf: '0f'.repeat(32) });
  const volume: WireVolume = {
    outline: {
      kind: 'circle',
      centre: { latE7: 352_559_000, lonE7: 401_339_000 },
      radiusCentimetres: 300_000,
    },
    band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
    window: { startMs: 0, endMs: 60_000 },
  };
  const volumes = [volume, volume, volume, volume, volume];
  const made = warningOf({ ...FORM, place: { kind: 'in-hand', about, volumes } }, NOW);
  assert.equal(made.ok, true);
  if (!made.ok) return;
  assert.deepEqual(made.value.about, about);
  assert.equal(made.value.volumes.length, 4);
  assert.deepEqual(made.value.volumes[0]?.window, { startMs: NOW, endMs: NOW + 1_800_000 });
});
