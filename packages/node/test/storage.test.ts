// What the disk can do: full, held by another process, damaged. Nothing acknowledged is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { LineId, PartyId } from '@parley/protocol';
import { rowOf } from '@parley/engine';
import type { EntryRow } from '@parley/engine';
import { openSqliteStore } from '../src/sqlite-store.ts';
import { StorageFailed } from '../src/store.ts';
import { storePath } from '../src/data-folder.ts';
import { defaultKey, serveNode, systemClock } from '../src/index.ts';
import { enrolSeat, startPair } from './pair.ts';
import { sampleWarning } from './samples.ts';

const PARTY = PartyId.parse('coalition');

// The store keeps bytes; what they say is not its business.
function row(index: number, bytes: Uint8Array): EntryRow {
  return rowOf(LineId.parse('line-0000000000000000'), PARTY, index, bytes);
}

/** A file system of its own, so that it can be filled; gone after the test. */
function smallFileSystem(t: TestContext, size: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  t.after(() => {
    execFileSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Writes to a file until its disk is full. */
function fillUp(path: string): void {
  const block = new Uint8Array(65_536);
  try {
    for (;;) appendFileSync(path, block);
  } catch (error) {
    assert.ok(error instanceof Error && 'code' in error && error.code === 'ENOSPC', String(error));
  }
}

test('a full disk refuses, keeps everything acknowledged, and resumes with room', (t) => {
  if (process.getuid?.() !== 0) {
    t.skip('mounting a small file system needs root');
    return;
  }
  const folder = smallFileSystem(t, '2m');
  const filler = join(folder, 'filler');
  writeFileSync(filler, new Uint8Array(600_000));
  const store = openSqliteStore(join(folder, 'parley.db'));
  const acknowledged: string[] = [];
  let refusal = '';
  for (let index = 0; refusal === '' && index < 1_000; index++) {
    const entry = row(index, new Uint8Array(8_000).fill(index));
    const appended = store.append([entry]);
    if (appended.ok) acknowledged.push(entry.ref.leaf);
    else refusal = appended.refusal.code;
  }
  assert.equal(refusal, 'storage-full');
  assert.ok(acknowledged.length > 5, `${acknowledged.length} entries fitted`);
  const leaves = (): string[] => store.record(PARTY, 0, 1_000).map(({ ref }) => ref.leaf);
  assert.deepEqual(leaves(), acknowledged);

  truncateSync(filler, 0);
  const next = row(acknowledged.length, new Uint8Array(8_000));
  assert.equal(store.append([next]).ok, true);
  assert.deepEqual(leaves(), [...acknowledged, next.ref.leaf]);
  store.close();
});

test('a node whose disk is full refuses a warning in words, serves on, and resumes', async (t) => {
  if (process.getuid?.() !== 0) {
    t.skip('mounting a small file system needs root');
    return;
  }
  const root = smallFileSystem(t, '8m');
  const pair = await startPair({ root });
  t.after(pair.stop);
  const seat = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
  const filler = join(root, 'filler');
  fillUp(filler);
  const warn = async (): ReturnType<typeof seat.client.call<'say'>> =>
    seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  const acknowledged: number[] = [];
  let answer = await warn();
  for (let tries = 0; answer.ok && tries < 2_000; tries++) {
    acknowledged.push(answer.value.ref.index);
    answer = await warn();
  }
  assert.equal(answer.ok ? '' : answer.refusal.code, 'storage-full');
  const session = await seat.client.call('session', {}, undefined);
  assert.equal(session.ok, true);
  const { objects } = pair.coalition.running.runner.line.picture;
  for (const index of acknowledged) assert.ok(objects.has(`coalition/${index}`));

  truncateSync(filler, 0);
  const said = await warn();
  assert.ok(said.ok, JSON.stringify(said));
  assert.ok(said.value.ref.index > (acknowledged.at(-1) ?? -1));
});

test('two processes cannot run one node', async (t) => {
  const pair = await startPair();
  t.after(pair.stop);
  await assert.rejects(
    serveNode({
      folder: pair.coalition.folder,
      key: defaultKey(pair.coalition.folder),
      floorHost: '127.0.0.1',
      floorPort: 0,
      linkHost: '127.0.0.1',
      linkPort: 0,
      pageFolder: tmpdir(),
      clock: systemClock(),
      random: () => 0,
    }),
    (error) =>
      error instanceof StorageFailed && /Another process holds this node/.test(error.message),
  );
});

test('a record with one changed byte is found at start, and nothing is served', async (t) => {
  const pair = await startPair();
  t.after(() => {
    rmSync(join(pair.coalition.folder, '..'), { recursive: true, force: true });
  });
  await pair.russia.running.stop();
  await pair.coalition.running.stop();
  const database = new DatabaseSync(storePath(pair.coalition.folder));
  database.exec(
    "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'Safety', 'safety') AS BLOB)",
  );
  database.close();
  await assert.rejects(
    pair.coalition.restart(),
    /does not give the root that was signed|is damaged/,
  );
});

test('a node started again has everything that was on record', async (t) => {
  const pair = await startPair();
  t.after(pair.stop);
  const seat = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
  const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.ok(said.ok);
  const { ref } = said.value;
  const root = pair.coalition.running.runner.line.own.root(ref.index + 1).toHex();
  await pair.coalition.restart();
  const { line } = pair.coalition.running.runner;
  assert.equal(line.own.root(ref.index + 1).toHex(), root);
  assert.equal(line.picture.objects.get(`coalition/${ref.index}`)?.body.type, 'warning');
  const session = await seat.client.call('session', {}, undefined);
  assert.ok(session.ok);
  assert.equal(session.value.seat.name, 'Watch 1');
});
