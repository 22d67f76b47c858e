// The index and the join by literal cases; their equality with brute force is a property.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joinConflicts, VolumeIndex } from '../src/index.ts';
import { at, circle, corridor, entered, lateral, NO_MINIMA, polygon, volume } from './shapes.ts';

const square = volume(polygon([35, 40], [35, 41], [36, 41], [36, 40]));
const dot = volume(circle(35.5, 40.5, 100));
const far = volume(circle(-35, 40.5, 100));

function others(item: { owner: string }): boolean {
  return item.owner !== 'me';
}

function* once() {
  yield entered('p', '', square);
  yield entered('q', '', dot);
}

test('hits come by id, then volume, then queried volume', () => {
  const index = new VolumeIndex();
  index.insert(entered('b', 'x', far, dot, square));
  index.insert(entered('a', 'y', square));
  index.insert(entered('B', '', square));
  const hits = index.query([far, square, dot], NO_MINIMA);
  const order = hits.map((h) => `${h.id}${h.owner}${h.volumeIndex}${h.queryVolumeIndex}`);
  assert.deepEqual(order, ['B01', 'B02', 'ay01', 'ay02', 'bx00', 'bx11', 'bx12', 'bx21', 'bx22']);
});

test('a query takes only accepted items, and asks as far as the lateral minimum', () => {
  const index = new VolumeIndex();
  index.insert(entered('near', 'x', volume(circle(35.5, 41.5, 100))));
  index.insert(entered('mine', 'me', square));
  assert.deepEqual(index.query([square], NO_MINIMA, others), []);
  const ids = index.query([square], lateral(46_000), others).map((hit) => hit.id);
  assert.deepEqual(ids, ['near']);
  assert.deepEqual(index.query([square], lateral(45_000), others), []);
});

test('remove and replace', () => {
  const index = new VolumeIndex();
  index.insert(entered('a', '', square));
  assert.throws(() => index.insert(entered('a', '', dot)), /a is in the index already/);
  index.replace(entered('a', '', far));
  assert.deepEqual(index.query([square], NO_MINIMA), []);
  assert.equal(index.query([far], NO_MINIMA).length, 1);
  assert.equal(index.remove('a'), true);
  assert.equal(index.remove('a'), false);
  assert.equal(index.size, 0);
  assert.deepEqual(index.query([far], NO_MINIMA), []);
});

test('a snapshot keeps what it saw', () => {
  const index = new VolumeIndex();
  index.insert(entered('a', '', square));
  const before = index.snapshot();
  index.insert(entered('b', '', square));
  index.remove('a');
  assert.deepEqual(
    before.query([dot], NO_MINIMA).map((hit) => hit.id),
    ['a'],
  );
  assert.deepEqual(before.at(at(35.5, 40.5), 0, 0), ['a']);
  assert.equal(before.size, 1);
  assert.deepEqual(
    index.query([dot], NO_MINIMA).map((hit) => hit.id),
    ['b'],
  );
  assert.deepEqual(index.snapshot().at(at(35.5, 40.5), 0, 0), ['b']);
});

test('what holds a place, height and instant', () => {
  const index = new VolumeIndex();
  index.insert(entered('square', '', square));
  index.insert(entered('circle', '', volume(circle(35.5, 40.5, 1000), [500, 600], [10, 20])));
  index.insert(entered('corridor', '', volume(corridor(500, [35.5, 39], [35.5, 42]))));
  const here = at(35.5, 40.5);
  // At 40.5 E the corridor's geodesic passes 35.5054 N, 597 m north.
  assert.deepEqual(index.at(here, 55_000, 10), ['circle', 'square']);
  assert.deepEqual(index.at(at(35.5054, 40.5), 55_000, 10), ['circle', 'corridor', 'square']);
  assert.deepEqual(index.at(here, 60_000, 19), ['circle', 'square']);
  assert.deepEqual(index.at(here, 60_001, 19), ['square']);
  assert.deepEqual(index.at(here, 55_000, 20), ['square']);
  assert.deepEqual(index.at(at(35, 40), 0, 0), ['square']);
  assert.deepEqual(index.at(at(34.9999, 40), 0, 0), []);
});

test('a join gives each pair once, with all their hits, and none within one owner', () => {
  const items = [
    entered('n1', 'blue', square, dot),
    entered('n2', 'blue', square),
    entered('n3', 'green', dot),
    entered('n4', '', dot, far),
    entered('n5', '', far),
  ];
  const pairs = [...joinConflicts(items, items, NO_MINIMA)];
  const named = pairs.map(({ a, b, hits }) => `${a} ${b} ${hits.length}`);
  assert.deepEqual(named, ['n1 n3 2', 'n1 n4 2', 'n2 n3 1', 'n2 n4 1', 'n3 n4 1', 'n4 n5 1']);
});

test('a join of two lists pairs across them only, the same id on both sides included', () => {
  const left = [entered('x', 'blue', square), entered('y', 'blue', dot)];
  const right = [entered('x', 'green', square), entered('z', 'blue', square)];
  const pairs = [...joinConflicts(left, right, NO_MINIMA)].map(({ a, b }) => `${a} ${b}`);
  assert.deepEqual(pairs, ['x x', 'y x']);
});

test('a join takes iterables that can be read only once', () => {
  const both = once();
  const pairs = [...joinConflicts(both, both, NO_MINIMA)].map(({ a, b }) => `${a} ${b}`);
  assert.deepEqual(pairs, ['p q']);
});

test('what was saved is back without its items having been entered again', () => {
  const items = [
    entered('a', 'blue', volume(circle(35, 40, 1_000)), volume(circle(36, 41, 1_000))),
    entered('b', 'red', volume(circle(35, 40.01, 1_000))),
    entered('c', 'red', volume(circle(35, 40.01, 900_000))),
  ];
  const index = new VolumeIndex();
  index.load(items);
  index.insert(entered('gone', 'red', volume(circle(35, 40, 500))));
  index.remove('gone');
  const bytes = index.save();
  const itemOf = (id: string) => items.find((item) => item.id === id);
  const back = VolumeIndex.restore(bytes, itemOf);
  if (typeof back === 'string') assert.fail(back);
  assert.equal(back.size, 3);
  const asked = [volume(circle(35, 40.001, 10)), volume(circle(36, 41, 10))];
  assert.deepEqual(back.query(asked, NO_MINIMA), index.query(asked, NO_MINIMA));
  assert.deepEqual(
    back.query(asked, NO_MINIMA).map(({ id, volumeIndex }) => `${id} ${volumeIndex}`),
    ['a 0', 'a 1', 'b 0', 'c 0', 'c 0'],
  );
  back.remove('a');
  assert.deepEqual(
    back.pairs(asked, NO_MINIMA).map(({ item }) => item.id),
    ['b', 'c', 'c'],
  );
  assert.equal(
    VolumeIndex.restore(bytes, () => undefined),
    'there is no item a',
  );
  const other = entered('a', 'blue', volume(circle(35, 40, 1_000)));
  assert.equal(
    VolumeIndex.restore(bytes, () => other),
    'a has 1 volumes; it had 2',
  );
  assert.equal(
    VolumeIndex.restore(bytes.slice(0, 3), itemOf),
    '3 bytes are no saved index: too few',
  );
  assert.equal(VolumeIndex.restore(bytes.slice(0, -1), itemOf), 'the table of items is damaged');
  for (const place of [0, 5, 9, 200, 5_000, bytes.length - 20]) {
    const damaged = bytes.slice();
    damaged[place] = (damaged[place] ?? 0) ^ 0x40;
    assert.equal(typeof VolumeIndex.restore(damaged, itemOf), 'string', `byte ${place}`);
  }
});
