// Independent witnesses: our own, and one in Go that shares no code with it; asked by real nodes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { addCheckpointText, cosign, leafHash, MerkleTree, readPolicy } from '@parley/ledger';
import { signCheckpoint, signerKey, verifyExport, verifyWithPolicy } from '@parley/ledger';
import { readVerifierKey, verifyCosignature, withCosignature } from '@parley/ledger';
import { defaultKey, initWitness, serveWitness } from '../src/index.ts';
import type { RunningNode, RunningWitness } from '../src/index.ts';
import { buildGo, isSkipped } from '../../ledger/test/go-program.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestSeat } from './pair.ts';
import { sampleWarning } from './samples.ts';

const NOW_MS = 1_474_117_200_000;
const LOG = signerKey('log.example/1', 'ed25519', new Uint8Array(32).fill(60));
const TREE = MerkleTree.of(
  Array.from({ length: 40 }, (_, index) => leafHash(Uint8Array.of(index))),
);

function temporary(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'parley-witness-'));
  t.after(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}

async function witnessOf(t: TestContext, logs: readonly string[]): Promise<RunningWitness> {
  const folder = join(temporary(t), 'w');
  const key = defaultKey(folder);
  const made = await initWitness({ folder, key, name: 'witness.example/w1', nowMs: NOW_MS });
  assert.ok(made.ok);
  return servedFrom(t, folder, logs);
}

async function servedFrom(
  t: TestContext,
  folder: string,
  logs: readonly string[],
): Promise<RunningWitness> {
  const policy = `${logs.map((vkey) => `log ${vkey}\n`).join('')}quorum none\n`;
  const listen = { host: '127.0.0.1', port: 0, nowMs: () => NOW_MS };
  const served = await serveWitness({ folder, key: defaultKey(folder), policy, ...listen });
  assert.ok(served.ok, JSON.stringify(served));
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!stopped) await served.value.stop();
    stopped = true;
  };
  t.after(stop);
  return { ...served.value, stop };
}

function noteAt(size: number, tree = TREE): string {
  return signCheckpoint({ origin: LOG.name, size, rootHash: tree.root(size) }, LOG);
}

async function add(
  witness: RunningWitness,
  oldSize: number,
  size: number,
  tree = TREE,
): Promise<{ readonly status: number; readonly text: string; readonly type: string | null }> {
  const proof = oldSize === 0 ? [] : tree.consistencyProof(oldSize, size);
  const body = addCheckpointText({ oldSize, proof, checkpoint: noteAt(size, tree) });
  const response = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
  const type = response.headers.get('content-type');
  return { status: response.status, text: await response.text(), type };
}

describe('a witness of ours', () => {
  test('cosigns what continues with both its keys, and keeps it through a restart', async (t) => {
    const folder = join(temporary(t), 'w');
    const key = defaultKey(folder);
    const made = await initWitness({ folder, key, name: 'witness.example/w1', nowMs: NOW_MS });
    assert.ok(made.ok);
    const first = await servedFrom(t, folder, [LOG.vkey]);
    assert.equal((await add(first, 0, 7)).status, 200);
    await first.stop();
    const again = await servedFrom(t, folder, [LOG.vkey]);
    const answer = await add(again, 7, 30);
    assert.equal(answer.status, 200);
    const lines = answer.text.split('\n');
    assert.equal(lines.length, 3);
    for (const [at, vkey] of again.vkeys.entries()) {
      const verifier = readVerifierKey(vkey);
      assert.ok(verifier.ok);
      const note = withCosignature(noteAt(30), lines[at] ?? '');
      const seen = verifyCosignature(note, verifier.value);
      assert.deepEqual(seen, { ok: true, value: { timeSeconds: NOW_MS / 1_000 } });
    }
    const digest = createHash('sha256').update(LOG.name).digest('hex');
    const kept = await fetch(`${again.url}/${digest}/checkpoint`);
    assert.equal(await kept.text(), `${noteAt(30)}${answer.text}`);
  });

  test('answers every fault with its status, and cosigns nothing then', async (t) => {
    const witness = await witnessOf(t, [LOG.vkey]);
    assert.equal((await add(witness, 0, 7)).status, 200);
    const behind = await add(witness, 0, 9);
    assert.deepEqual(behind, { status: 409, text: '7\n', type: 'text/x.tlog.size' });
    const other = MerkleTree.of(
      Array.from({ length: 40 }, (_, index) => leafHash(Uint8Array.of(index, 1))),
    );
    assert.equal((await add(witness, 7, 7, other)).status, 409);
    assert.equal((await add(witness, 7, 9, other)).status, 422);
    const post = async (body: string): Promise<number> =>
      (await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body })).status;
    assert.equal(await post('old 7'), 400);
    assert.equal(await post('x'.repeat(300_000)), 413);
    const stranger = signerKey('stranger.example', 'ed25519', new Uint8Array(32).fill(61));
    const head = { origin: stranger.name, size: 7, rootHash: TREE.root(7) };
    const checkpoint = signCheckpoint(head, stranger);
    assert.equal(await post(addCheckpointText({ oldSize: 0, proof: [], checkpoint })), 404);
    const thief = signerKey(LOG.name, 'ed25519', new Uint8Array(32).fill(62));
    const forged = signCheckpoint({ ...head, origin: LOG.name, size: 7 }, thief);
    const asked = { oldSize: 7, proof: [], checkpoint: forged };
    assert.equal(await post(addCheckpointText(asked)), 403);
    assert.equal((await fetch(`${witness.url}/`)).status, 404);
    assert.equal((await add(witness, 7, 9)).status, 200);
  });

  test('two requests for the same head at once: both stand on what was cosigned', async (t) => {
    const witness = await witnessOf(t, [LOG.vkey]);
    const sizes = Array.from({ length: 20 }, (_, at) => at + 10);
    const answers = await Promise.all(sizes.map(async (size) => add(witness, 0, size)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 409).length, 19);
  });

  test('one that lost its store is retired, and one that is held is not run twice', async (t) => {
    const folder = join(temporary(t), 'w');
    const key = defaultKey(folder);
    await initWitness({ folder, key, name: 'witness.example/w1', nowMs: NOW_MS });
    const first = await servedFrom(t, folder, [LOG.vkey]);
    await assert.rejects(servedFrom(t, folder, [LOG.vkey]), /Another process holds this node/);
    await first.stop();
    for (const end of ['', '-wal', '-shm'])
      rmSync(join(folder, `witness.db${end}`), { force: true });
    const listen = { host: '127.0.0.1', port: 0, nowMs: () => NOW_MS };
    const policy = `log ${LOG.vkey}\nquorum none\n`;
    const refused = await serveWitness({ folder, key, policy, ...listen });
    assert.equal(refused.ok ? '' : refused.refusal.code, 'witness-retired');
    const twice = await initWitness({ folder, key, name: 'witness.example/w1', nowMs: NOW_MS });
    assert.equal(twice.ok ? '' : twice.refusal.code, 'already-said');
    const named = await initWitness({ folder, key, name: 'A witness', nowMs: NOW_MS });
    assert.equal(named.ok ? '' : named.refusal.field, 'name');
  });
});

/** A pair where the coalition brings its heads to a witness, and a seat of it. */
async function witnessedPair(t: TestContext): Promise<{
  pair: Pair;
  vkey: string;
  restart: (witnessVkey: string, url: string) => Promise<TestSeat>;
}> {
  const pair = await startPair();
  t.after(pair.stop);
  const { vkey } = pair.coalition.running.runner.keys.record;
  const restart = async (witnessVkey: string, url: string): Promise<TestSeat> => {
    const policy = `log ${vkey}\nwitness w ${witnessVkey} ${url}\nquorum w\n`;
    writeFileSync(join(pair.coalition.folder, 'witnesses.policy'), policy);
    await pair.coalition.restart();
    return enrolSeat(pair.coalition.running, `Watch ${Date.now()}`, 'releaser');
  };
  return { pair, vkey, restart };
}

async function witnessed(node: RunningNode, vkey: string, size: number): Promise<void> {
  const { store, events } = node.runner;
  while ((store.witnessed(vkey)?.size ?? 0) < size) {
    await once(events, 'heads', { signal: AbortSignal.timeout(20_000) });
  }
}

async function say(seat: TestSeat): Promise<number> {
  const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.ok(said.ok, JSON.stringify(said));
  return said.value.ref.index;
}

describe('a node and its witnesses', () => {
  test('heads are cosigned by an independent witness, and a policy finds its quorum', async (t) => {
    const { pair, vkey, restart } = await witnessedPair(t);
    const witness = await witnessOf(t, [vkey]);
    const [ed25519 = ''] = witness.vkeys;
    const seat = await restart(ed25519, witness.url);
    const size = (await say(seat)) + 1;
    await witnessed(pair.coalition.running, ed25519, size);
    const peer = pair.russia.running.runner.keys.witness;
    const { runner } = pair.coalition.running;
    while ((runner.store.cosigned(runner.line.self)?.size ?? 0) < size) {
      await once(runner.events, 'heads', { signal: AbortSignal.timeout(20_000) });
    }
    const exported = await seat.client.call('exportRecord', { party: 'coalition' }, undefined);
    assert.ok(exported.ok);
    const record = verifyExport(exported.value);
    assert.ok(record.ok);
    assert.ok(record.value.cosigned.some(({ name }) => name === 'witness.example/w1'));
    const text = [
      `log ${vkey}`,
      `witness theirs ${peer.vkey}`,
      `witness neutral ${ed25519}`,
      'group both all theirs neutral',
      'quorum both',
    ].join('\n');
    const policy = readPolicy(text);
    assert.ok(policy.ok);
    assert.ok(verifyWithPolicy(record.value.checkpoint, policy.value).ok);
  });

  test('a witness that has cosigned more of our record than we hold raises an alarm', async (t) => {
    const { pair, vkey, restart } = await witnessedPair(t);
    const witness = await witnessOf(t, [vkey]);
    const { record, recordMlDsa } = pair.coalition.running.runner.keys;
    const note = signCheckpoint({ origin: record.name, size: 40, rootHash: TREE.root() }, record);
    const checkpoint = withCosignature(note, cosign(note, recordMlDsa, 0));
    const body = addCheckpointText({ oldSize: 0, proof: [], checkpoint });
    const posted = await fetch(`${witness.url}/add-checkpoint`, { method: 'POST', body });
    assert.equal(posted.status, 200);
    await restart(witness.vkeys[0] ?? '', witness.url);
    const { runner } = pair.coalition.running;
    const found = () => runner.faults().find(({ code }) => code === 'rollback');
    while (found() === undefined) {
      await once(runner.events, 'faults', { signal: AbortSignal.timeout(20_000) });
    }
    assert.match(
      found()?.sentence ?? '',
      /^the witness witness\.example\/w1 has cosigned 40 entries/,
    );
  });

  test('a policy that is not of our record is refused at the start', async (t) => {
    const { pair } = await witnessedPair(t);
    writeFileSync(
      join(pair.coalition.folder, 'witnesses.policy'),
      `log ${LOG.vkey}\nquorum none\n`,
    );
    await assert.rejects(pair.coalition.restart(), /it is no policy for our record/);
    rmSync(join(pair.coalition.folder, 'witnesses.policy'));
    await pair.coalition.restart();
  });

  test("Go's witness cosigns our heads, one after another", async (t) => {
    if (isSkipped(t)) return;
    const program = join(temporary(t), 'go-witness');
    buildGo(join(import.meta.dirname, 'go-witness'), program);
    const { pair, vkey, restart } = await witnessedPair(t);
    const child = spawn(program, [vkey], { stdio: ['ignore', 'pipe', 'inherit'] });
    t.after(() => child.kill());
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const [url = '', witnessVkey = ''] = line.split(' ');
    const seat = await restart(witnessVkey, url);
    for (let more = 0; more < 5; more += 1) {
      await witnessed(pair.coalition.running, witnessVkey, (await say(seat)) + 1);
    }
    const key = readVerifierKey(witnessVkey);
    assert.ok(key.ok);
    const { note = '' } = pair.coalition.running.runner.store.witnessed(witnessVkey) ?? {};
    assert.deepEqual(verifyCosignature(note, key.value), {
      ok: true,
      value: { timeSeconds: 1_700_000_000 },
    });
    // Restarted, the node does not know what was cosigned: the witness tells it (409), and goes on.
    pair.coalition.running.runner.store.saveWitnessed(witnessVkey, 0, '');
    const again = await restart(witnessVkey, url);
    await witnessed(pair.coalition.running, witnessVkey, (await say(again)) + 1);
    assert.deepEqual(
      pair.coalition.running.runner.faults().filter(({ code }) => code === 'not-witnessed'),
      [],
    );
  });
});
