// What an index does beside answering: snapshots, tags, joins, saving. On both paths of the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictBetween } from '../src/index.ts';
import { PackedIndex } from '../src/packed/packed-index.ts';
import { volumesOf } from './any-volume.ts';
import { at, circle, NO_MINIMA, polygon, volume } from './shapes.ts';

const BY_NUMBER = (a: number, b: number) => a - b;
const TOWN = { centre: at(35.3, 40.1), reachMetres: 6_000, sizeMetres: 4_000 };
const square = volume(polygon([35, 40], [35, 40.1], [35.1, 40.1], [35.1, 40]));
const dot = volume(circle(35.05, 40.05, 100));
const wide = volume(circle(35.05, 40.05, 490_000));

for (const path of ['plain', 'wasm'] as const) {
  test(`${path}: a snapshot keeps what it saw, whatever comes and goes`, () => {
    const index = new PackedIndex(path);
    const [first, vast] = [index.add(square), index.add(wide)];
    const before = index.snapshot();
    index.remove(first);
    const second = index.add(dot);
    const between = index.snapshot();
    index.remove(vast);
    index.remove(second);
    const then = (version: number) => index.query(dot, NO_MINIMA, { version }).sort(BY_NUMBER);
    assert.deepEqual(then(before), [first, vast]);
    assert.deepEqual(then(between), [vast, second]);
    assert.deepEqual(then(0), []);
    index.release();
    assert.deepEqual(then(before), [first, vast]);
    index.release();
    assert.equal(index.size, 0);
    assert.deepEqual(index.query(dot, NO_MINIMA), []);
  });

  test(`${path}: tags leave volumes out`, () => {
    const index = new PackedIndex(path);
    const [ours, theirs, vast] = [index.add(square, 1), index.add(square, 2), index.add(wide, 4)];
    assert.deepEqual(index.query(dot, NO_MINIMA).sort(BY_NUMBER), [ours, theirs, vast]);
    assert.deepEqual(index.query(dot, NO_MINIMA, { leaveOut: 1 }).sort(BY_NUMBER), [theirs, vast]);
    assert.deepEqual(index.query(dot, NO_MINIMA, { leaveOut: 6 }), [ours]);
    assert.deepEqual(index.query(wide, NO_MINIMA, { leaveOut: 3 }), [vast]);
  });

  test(`${path}: a join has the pairs of comparing each with each`, () => {
    const [left, right] = [volumesOf(TOWN, 120, 21), volumesOf(TOWN, 150, 22)];
    const [a, b] = [new PackedIndex(path), new PackedIndex(path)];
    a.load(left);
    b.load(right);
    const found = [...a.join(b, NO_MINIMA)].map(([x, y]) => `${x} ${y}`).sort();
    const wanted = left.flatMap((x, i) =>
      right.flatMap((y, j) =>
        conflictBetween(x, y, NO_MINIMA) === undefined ? [] : [`${i} ${j}`],
      ),
    );
    assert.deepEqual(found, wanted.sort());
    assert.ok(found.length > 100);
  });

  test(`${path}: what was saved answers as it did, and goes on`, () => {
    const volumes = [...volumesOf(TOWN, 300, 31), wide];
    const index = new PackedIndex(path);
    const slots = volumes.map((one, i) => index.add(one, i % 2));
    index.remove(slots[7] ?? 0);
    const bytes = index.save();
    // Either path takes up what the other saved.
    for (const next of ['plain', 'wasm'] as const) {
      const back = PackedIndex.restore(bytes, (slot) => volumes[slot], next);
      if (typeof back === 'string') assert.fail(back);
      assert.equal(back.size, 300);
      for (const asked of volumesOf(TOWN, 30, 32)) {
        assert.deepEqual(back.query(asked, NO_MINIMA), index.query(asked, NO_MINIMA));
      }
      const more = back.add(dot);
      assert.equal(more, 7);
      back.remove(0);
      assert.equal(back.size, 300);
    }
  });

  test(`${path}: damaged bytes are refused by what is wrong with them`, () => {
    const index = new PackedIndex(path);
    index.load([square, dot]);
    const bytes = index.save();
    const refused = (damage: (copy: Uint8Array) => Uint8Array) => {
      const back = PackedIndex.restore(damage(bytes.slice()), () => square);
      return typeof back === 'string' ? back : 'taken';
    };
    const withByte = (place: number, value: number) => (copy: Uint8Array) => {
      copy[place] = value;
      return copy;
    };
    assert.match(
      refused((copy) => copy.slice(0, 31)),
      /too few, or not whole words/,
    );
    assert.match(
      refused((copy) => copy.slice(0, 33)),
      /not whole words/,
    );
    assert.match(refused(withByte(0, 0x51)), /do not begin as a saved index/);
    assert.match(refused(withByte(4, 3)), /the format is 3; 2 is known here/);
    assert.match(
      refused((copy) => copy.slice(0, -4)),
      /words; the head says/,
    );
    assert.match(refused(withByte(8, 9)), /checksum/);
    assert.match(refused(withByte(20, 9)), /checksum/);
    assert.match(refused(withByte(bytes.length - 1, 9)), /checksum/);
    assert.match(refused(withByte(300_000, 9)), /words; the head says|checksum/);
    const missing = PackedIndex.restore(bytes, (slot) => (slot === 1 ? undefined : square));
    assert.equal(missing, 'there is no volume for slot 1');
  });
}
