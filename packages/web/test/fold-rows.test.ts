// Rows of the stream into the page's own picture: order, waiting, and what does not add up.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emptyPicture } from '@parley/engine';
import { leafHash } from '@parley/ledger';
import { entryBytes, HashHex, LineId, PartyId } from '@parley/protocol';
import type { Body, FloorRow, SeenHead } from '@parley/protocol';
import { rowFolder } from '../src/floor/fold-rows.ts';

const LINE = LineId.parse('line-0123456789abcdef');
const US = PartyId.parse('coalition');
const THEM = PartyId.parse('russia');

test('rows fold in order and a row that comes twice is folded once', () => {
  const picture = emptyPicture(LINE, [US, THEM]);
  const { take: fold, textOf } = rowFolder(picture);
  assert.deepEqual(fold([row(US, 0), row(US, 1)]), []);
  assert.deepEqual(fold([row(US, 1), row(US, 2)]), []);
  assert.equal(picture.folded.get(US), 3);
  assert.equal(picture.objects.size, 3);
  assert.equal(textOf('coalition/2'), row(US, 2).text);
  assert.equal(textOf('russia/0'), undefined);
});

test('an entry that names heads not here yet waits for them', () => {
  const picture = emptyPicture(LINE, [US, THEM]);
  const { take: fold } = rowFolder(picture);
  const theirs = row(THEM, 0);
  const seen = [{ party: THEM, size: 1, root: HashHex.parse('0'.repeat(64)) }];
  const ours = row(US, 0, { type: 'line-check-answer', ref: refOf(theirs) }, seen);
  assert.deepEqual(fold([ours]), []);
  assert.equal(picture.folded.get(US), 0);
  assert.deepEqual(fold([theirs]), []);
  assert.equal(picture.folded.get(US), 1);
  assert.equal(picture.objects.get('russia/0')?.ladders.get(US)?.answered?.seat, 'Watch 1');
});

test('a row whose bytes are not those of its leaf hash is a fault and is not folded', () => {
  const picture = emptyPicture(LINE, [US, THEM]);
  const { take: fold } = rowFolder(picture);
  const changed = { ...row(THEM, 0), leaf: HashHex.parse('ab'.repeat(32)) };
  const faults = fold([changed, row(THEM, 1), row(US, 0)]);
  assert.equal(faults.length, 1);
  assert.equal(faults[0]?.party, THEM);
  assert.match(
    faults[0]?.sentence ?? '',
    /^Entry 0 of russia has the leaf hash [0-9a-f]{8}, the node says abababab\.$/,
  );
  assert.equal(picture.folded.get(THEM), 0);
  assert.equal(picture.folded.get(US), 1);
});

test('a missing row is a fault, told once', () => {
  const picture = emptyPicture(LINE, [US, THEM]);
  const { take: fold } = rowFolder(picture);
  const faults = fold([row(US, 0), row(US, 2), row(US, 3)]);
  assert.deepEqual(faults, [
    { party: US, sentence: 'Entry 2 of coalition came where 1 was due; it is not shown.' },
  ]);
  assert.deepEqual(fold([row(US, 4)]), []);
  assert.equal(picture.folded.get(US), 1);
});

test('bytes that cannot be decoded take their place as unusable', () => {
  const picture = emptyPicture(LINE, [US, THEM]);
  const { take: fold } = rowFolder(picture);
  assert.deepEqual(fold([rowOfText(THEM, 0, '{"version":2}'), row(THEM, 1)]), []);
  assert.equal(picture.folded.get(THEM), 2);
  assert.equal(picture.unusable.length, 1);
  assert.equal(picture.unusable[0]?.ref.index, 0);
});

function row(
  party: PartyId,
  index: number,
  body: Body = { type: 'line-check' },
  seen: SeenHead[] = [],
): FloorRow {
  const by = { releasedMs: 1_000 * index, draftedBy: 'Watch 1', releasedBy: 'Watch 1' };
  const bytes = entryBytes({ version: 1, line: LINE, party, index, seen, ...by, body });
  return rowOfText(party, index, new TextDecoder().decode(bytes));
}

function rowOfText(party: PartyId, index: number, text: string): FloorRow {
  const leaf = HashHex.parse(leafHash(new TextEncoder().encode(text)).toHex());
  return { party, index, leaf, text };
}

function refOf({ party, index, leaf }: FloorRow) {
  return { party, index, leaf };
}
