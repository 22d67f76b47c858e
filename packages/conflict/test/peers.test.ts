// The indexes that the bench measures beside ours, on the same questions: whatever finds candidates
// by boxes of its own, the exact test leaves the same conflicts as the index has.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf } from '../../../bench/conflict/boxes.ts';
import { flatbush, rbush, rbush3d } from '../../../bench/conflict/js-peers.ts';
import { sqliteRtree } from '../../../bench/conflict/sqlite-rtree.ts';
import { realisticVolumes } from '../../../bench/realistic-volumes.ts';
import { conflictBetween, VolumeIndex } from '../src/index.ts';
import { NO_MINIMA } from './shapes.ts';

// A small part of the region, so that 2,000 volumes meet as 100,000 would.
const volumes = realisticVolumes(2_000, 1, 0.14);
const asked = realisticVolumes(60, 2, 0.14);

function pairsOf(candidates: (at: number) => Iterable<number>): string[] {
  return asked.flatMap((volume, at) =>
    [...candidates(at)]
      .filter((id) => {
        const other = volumes[id] ?? assert.fail();
        return conflictBetween(volume, other, NO_MINIMA) !== undefined;
      })
      .map((id) => `${at} ${id}`)
      .sort(),
  );
}

const wanted = pairsOf(() => volumes.keys());

test('the index has the conflicts of comparing each with each', () => {
  const index = new VolumeIndex();
  index.load(volumes.map((volume, id) => ({ id: String(id), owner: '', volumes: [volume] })));
  const found = asked.flatMap((volume, at) =>
    index
      .pairs([volume], NO_MINIMA)
      .map(({ item }) => `${at} ${item.id}`)
      .sort(),
  );
  assert.deepEqual(found, wanted);
  assert.ok(wanted.length > 50, `${wanted.length}`);
});

for (const make of [rbush, rbush3d, flatbush, sqliteRtree]) {
  const peer = make();
  test(`${peer.name} misses none of them`, (t) => {
    t.after(() => {
      peer.close();
    });
    peer.load(volumes.map(boxOf));
    const boxes = asked.map(boxOf);
    const found = pairsOf((at) => peer.candidates(boxes[at] ?? assert.fail()));
    assert.deepEqual(found, wanted);
  });
}
