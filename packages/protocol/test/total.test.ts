// Reading is total: whatever the bytes, a refusal or an entry, never an exception; and whatever a
// schema accepts can be written.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyBytes, entryBytes, readBody, readEntry, REFUSALS } from '../src/index.ts';
import { bytesOf, validVectors } from './vectors.ts';

const CODES = Object.keys(REFUSALS);
const SAMPLES = validVectors();

function checkBytes(bytes: Uint8Array): void {
  const read = readEntry(bytes);
  if (read.ok) assert.deepEqual(entryBytes(read.value), bytes);
  else assert(CODES.includes(read.refusal.code));
}

test('any bytes are refused or are an entry', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), checkBytes), { numRuns: 500 });
});

test('any JSON text is refused or is an entry', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), (text) => {
      checkBytes(encoder.encode(text));
    }),
    { numRuns: 500 },
  );
});

test('any JSON value is refused or is a body that can be written', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const read = readBody(value);
      assert(!read.ok || bodyBytes(read.value).length > 0);
    }),
    { numRuns: 500 },
  );
});

test('an entry with some bytes changed is refused or is another entry of just those bytes', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.nat({ max: SAMPLES.length - 1 }), changes, (at, changed) => {
      const bytes = Uint8Array.from(bytesOf(SAMPLES[at] ?? {}));
      for (const [place, byte] of changed) bytes[place % bytes.length] = byte;
      checkBytes(bytes);
    }),
    { numRuns: 1_000 },
  );
});

// Replaces one value somewhere in a body by another one, as a careless or a hostile author might.
const STRANGE = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(-0, 1e300, 0.5, Number.MAX_SAFE_INTEGER, '\ud800', '', null, [], {}),
);

test('a body with one value replaced is refused, or can be written and read back as it is', () => {
  fc.assert(
    fc.property(fc.nat({ max: SAMPLES.length - 1 }), fc.nat(), STRANGE, (at, place, strange) => {
      const entry = JSON.parse(SAMPLES[at]?.text ?? '') as { body: object };
      const spots = spotsOf(entry.body);
      const spot = spots[place % spots.length];
      assert(spot !== undefined);
      (spot.holder as Record<string, unknown>)[spot.key] = strange;
      const read = readBody(entry.body);
      if (!read.ok) return;
      const again = readEntry(entryBytes({ ...frame(), body: read.value }));
      assert(again.ok, again.ok ? '' : JSON.stringify(again.refusal));
      assert.deepEqual(bodyBytes(again.value.body), bodyBytes(read.value));
    }),
    { numRuns: 2_000 },
  );
});

test('a property that is undefined is absent from the bytes', () => {
  const read = readBody({
    type: 'question',
    status: 'test',
    precedence: 'ROUTINE',
    codes: ['other'],
    answerByMs: 5,
    about: undefined,
  });
  assert(read.ok);
  assert.equal(
    new TextDecoder().decode(bodyBytes(read.value)),
    '{"answerByMs":5,"codes":["other"],"precedence":"ROUTINE","status":"test","type":"question"}',
  );
});

type Spot = { readonly holder: object; readonly key: string };

function spotsOf(value: object): Spot[] {
  return Object.entries(value).flatMap(([key, inner]): Spot[] => [
    { holder: value, key },
    ...(typeof inner === 'object' && inner !== null ? spotsOf(inner as object) : []),
  ]);
}

function frame(): Omit<Parameters<typeof entryBytes>[0], 'body'> {
  const read = readEntry(bytesOf(SAMPLES[0] ?? {}));
  assert(read.ok);
  return read.value;
}
