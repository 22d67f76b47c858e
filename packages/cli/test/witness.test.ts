// parley witness as its operator runs it: made, asked over HTTP, given wrong input, stopped.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { addCheckpointText, emptyRoot, signCheckpoint, signerKey } from '@parley/ledger';
import { folder, parley, parleyProcess, start } from './terminal.ts';

const LOG = signerKey('log.example/1', 'ed25519', new Uint8Array(32).fill(60));

test('a witness is made, cosigns a head, and stops when it is asked to', async (t) => {
  const root = folder(t);
  const path = join(root, 'w');
  const made = await parley('witness', 'init', '--name', 'w.example/w1', '--folder', path);
  assert.equal(made.code, 0, made.err);
  const keys = made.out.split('\n').filter((line) => line.startsWith('Key ('));
  assert.match(keys[0] ?? '', /^Key \(Ed25519\): w\.example\/w1\+[0-9a-f]{8}\+B/);
  assert.match(keys[1] ?? '', /^Key \(ML-DSA-44\): w\.example\/w1\+[0-9a-f]{8}\+B/);
  const logs = join(root, 'logs.policy');
  writeFileSync(logs, `log ${LOG.vkey}\nquorum none\n`);
  const words = ['--logs', logs, '--folder', path, '--port', '0'];
  const child = start(['witness', 'serve', ...words, '--json']);
  t.after(() => child.kill('SIGKILL'));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url, vkeys, logs: names } = JSON.parse(line) as Record<string, string | string[]>;
  assert.deepEqual([vkeys, names], [keys.map((key) => key.split(': ')[1]), [LOG.name]]);
  const head = { origin: LOG.name, size: 0, rootHash: emptyRoot() };
  const checkpoint = signCheckpoint(head, LOG);
  const body = addCheckpointText({ oldSize: 0, proof: [], checkpoint });
  const { port } = new URL(String(url));
  const second = join(root, 'second');
  await parley('witness', 'init', '--name', 'w.example/w2', '--folder', second);
  const taken = await parley(
    'witness',
    'serve',
    '--logs',
    logs,
    '--folder',
    second,
    '--port',
    port,
  );
  assert.equal(
    taken.err,
    `parley witness: port: port ${port} is taken; right would be another --port.`,
  );
  const twice = await parleyProcess('witness', 'serve', ...words);
  assert.equal(twice.code, 70);
  assert.match(twice.err, /Another process holds this node/);
  const answer = await fetch(`${String(url)}/add-checkpoint`, { method: 'POST', body });
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /^(?:\u2014 w\.example\/w1 \S+\n){2}$/u);
  const said = text(child.stderr);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0, await said);
  for (const end of ['', '-wal', '-shm']) rmSync(join(path, `witness.db${end}`), { force: true });
  const lost = await parleyProcess('witness', 'serve', ...words);
  assert.equal(lost.code, 1);
  assert.match(lost.err, /folder: the heads that this witness cosigned are lost/);
});

test('wrong input names what is wrong', async (t) => {
  const root = folder(t);
  const path = join(root, 'w');
  const policy = join(root, 'bad.policy');
  writeFileSync(policy, 'logs x\n');
  for (const [words, code, sentence] of [
    [['witness'], 2, /witness/],
    [['witness', 'start'], 2, /"start" is neither init nor serve/],
    [['witness', 'init'], 2, /--name is missing/],
    [
      ['witness', 'init', '--name', 'Our Witness', '--folder', path],
      1,
      /name: "Our Witness" names no/,
    ],
    [['witness', 'serve'], 2, /--logs is missing/],
    [['witness', 'serve', '--logs', policy, '--port', 'x'], 2, /--port: "x" is no port/],
    [['witness', 'serve', '--logs', policy, '--folder', path], 1, /holds no witness/],
    [['witness', 'serve', '--logs', join(root, 'none')], 1, /none/],
  ] as const) {
    const ran = await parley(...words);
    assert.equal(ran.code, code, ran.err);
    assert.match(ran.err, sentence);
  }
  await parley('witness', 'init', '--name', 'w.example', '--folder', path);
  const bad = await parley('witness', 'serve', '--logs', policy, '--folder', path, '--port', '0');
  assert.match(
    bad.err,
    /logs: Line 1 of the policy: "logs" is none of log, witness, group, quorum/,
  );
});
