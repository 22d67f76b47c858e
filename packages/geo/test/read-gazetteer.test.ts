// A deployment's own places from a file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInPlaces, placeText, readGazetteer, readPosition } from '../src/index.ts';

const CHECKPOINT = {
  id: 'cp-4',
  kind: 'site',
  name: 'Checkpoint 4',
  names: { ru: 'КПП 4' },
  aliases: ['CP4'],
  country: 'SY',
  position: '37S FV 0412 0287',
  extentMetres: 200,
};

function file(change: object = {}): string {
  return JSON.stringify({ title: 'Ours', places: [{ ...CHECKPOINT, ...change }] });
}

test('places of a file are found by name, in place texts and in positions', () => {
  const read = readGazetteer(file(), builtInPlaces);
  assert.ok(read.ok);
  for (const name of ['Checkpoint 4', 'cp4', 'КПП 4']) {
    assert.equal(read.value.find(name)[0]?.place.id, 'cp-4', name);
  }
  assert.equal(read.value.find('Palmyra').length > 0, true);
  const told = readPosition('2 km north of Checkpoint 4', { places: read.value });
  assert.ok(told.ok && /site Checkpoint 4 .*\(Ours\)/.test(told.value.transformation));
  const near = { latE7: 352_640_000, lonE7: 401_450_000 };
  assert.match(placeText(near, read.value).text, /Checkpoint 4/);
});

test('a fault is named with its place and field, and what would be right', () => {
  for (const [change, sentence] of [
    [{ kind: 'bridge' }, 'places[0].kind: expected aerodrome, town, site.'],
    [{ name: '' }, 'places[0].name: expected a text of 1 to 100 characters.'],
    [{ country: 'Syria' }, 'places[0].country: expected two capitals of ISO 3166-1, such as SY.'],
    [{ position: '95, 40' }, 'places[0].position: expected a latitude of -90 to 90 degrees.'],
    [{ extentMetres: -1 }, 'places[0].extentMetres: expected metres of 0 to 100000.'],
    [{ names: { fr: 'x' } }, 'places[0].names: expected en, ru, ar, he, tr.'],
  ] as const) {
    const read = readGazetteer(file(change), builtInPlaces);
    assert.ok(!read.ok);
    assert.equal(read.refusal.sentence, sentence);
  }
  const twice = JSON.stringify({ title: 'Ours', places: [CHECKPOINT, CHECKPOINT] });
  const read = readGazetteer(twice, builtInPlaces);
  assert.ok(!read.ok && read.refusal.sentence.startsWith('places[1].id: expected an id'));
  const other = readGazetteer(file({ colour: 'red' }), builtInPlaces);
  assert.ok(!other.ok && other.refusal.sentence.startsWith('places[0].colour: expected one of'));
});

test('no file makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readGazetteer(text, builtInPlaces);
      assert.ok(read.ok || read.refusal.sentence.length > 0);
    }),
  );
});
