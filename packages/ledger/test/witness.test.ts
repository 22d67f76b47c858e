// add-checkpoint of C2SP tlog-witness: every status that the specification demands.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { addCheckpointText, judgeCheckpoint, readAddCheckpoint } from '../src/index.ts';
import type { AddCheckpoint, Head } from '../src/index.ts';
import {
  checkpointOver,
  codeOf,
  entriesOf,
  north,
  northAgain,
  treeOf,
  valueOf,
} from './parties.ts';

const ENTRIES = entriesOf(20);

function headAt(size: number, entries = ENTRIES): Head {
  return { size, rootHash: treeOf(entries).root(size) };
}

function request(oldSize: number, size: number, entries = ENTRIES): AddCheckpoint {
  const part = entries.slice(0, size);
  const proof = oldSize === 0 ? [] : treeOf(part).consistencyProof(oldSize);
  return { oldSize, proof, checkpoint: checkpointOver(part) };
}

function statusOf(asked: AddCheckpoint, held: Head | undefined, keys = [north]): number {
  return judgeCheckpoint(asked, keys, () => held).status;
}

test('a head that continues what was cosigned last is to be cosigned', () => {
  assert.equal(statusOf(request(0, 5), undefined), 200);
  assert.equal(statusOf(request(5, 17), headAt(5)), 200);
  assert.equal(statusOf(request(8, 8), headAt(8)), 200);
  const verdict = judgeCheckpoint(request(5, 17), [north], () => headAt(5));
  assert.deepEqual(verdict, { status: 200, head: { origin: north.name, ...headAt(17) } });
});

test('every other request has the status of the specification', () => {
  const cases: readonly (readonly [string, number, AddCheckpoint, Head | undefined])[] = [
    ['old size above the checkpoint', 400, { ...request(0, 5), oldSize: 6 }, headAt(6)],
    ['no checkpoint', 400, { ...request(0, 5), checkpoint: 'hello\n\n' }, undefined],
    ['another old size', 409, request(3, 9), headAt(5)],
    ['first, though known', 409, request(0, 9), headAt(5)],
    ['not first, though unknown', 409, request(5, 9), undefined],
    ['the same size with another root', 409, request(8, 8, entriesOf(8, 'other')), headAt(8)],
    ['a proof of another history', 422, request(5, 9, entriesOf(9, 'other')), headAt(5)],
    ['no proof', 422, { ...request(5, 9), proof: [] }, headAt(5)],
    ['a proof with one hash more', 422, more(request(5, 9)), headAt(5)],
    ['a proof for the first', 422, more(request(0, 9)), undefined],
  ];
  for (const [what, status, asked, held] of cases) {
    assert.equal(statusOf(asked, held), status, what);
  }
  assert.equal(statusOf(request(0, 5), undefined, []), 404);
  assert.equal(statusOf(request(0, 5), undefined, [northAgain]), 403);
  assert.equal(statusOf(request(0, 5), undefined, [northAgain, north]), 200);
  const conflict = judgeCheckpoint(request(3, 9), [north], () => headAt(5));
  assert.equal(conflict.status === 409 ? conflict.size : 0, 5);
});

function more(asked: AddCheckpoint): AddCheckpoint {
  return { ...asked, proof: [...asked.proof, new Uint8Array(32)] };
}

test('a request is read as it was written', () => {
  const asked = request(5, 17);
  const text = addCheckpointText(asked);
  assert.match(text, /^old 5\n(?:[\w+/]{43}=\n){1,9}\nnorth\.example\/line-7\n17\n/u);
  assert.deepEqual(valueOf(readAddCheckpoint(text)), asked);
  const first = addCheckpointText(request(0, 1));
  assert.match(first, /^old 0\n\nnorth/u);
  assert.deepEqual(valueOf(readAddCheckpoint(first)), request(0, 1));
});

test('a request that is none is refused by name', () => {
  const text = addCheckpointText(request(5, 17));
  const hash = `${'A'.repeat(43)}=\n`;
  for (const broken of [
    '',
    'old 5',
    text.replace('old 5', 'old 05'),
    text.replace('old 5', 'old  5'),
    text.replace('old 5', 'new 5'),
    text.replace('old 5\n', 'old 5\nAAAA\n'),
    `old 5\n${hash.repeat(64)}\n${request(5, 17).checkpoint}`,
  ]) {
    assert.equal(codeOf(readAddCheckpoint(broken)), 'malformed-request', broken.slice(0, 20));
  }
  assert.equal(codeOf(readAddCheckpoint('x'.repeat(300_000))), 'oversize');
  assert.throws(() => addCheckpointText({ ...request(0, 1), proof: many(64) }), /bug/);
});

function many(count: number): Uint8Array[] {
  return Array.from({ length: count }, () => new Uint8Array(32));
}
