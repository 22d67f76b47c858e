// The keys of a node: shown, sealed anew, and what opens them no longer.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { folder, parley, parleyWith, PROGRAM } from './terminal.ts';
import type { Ran } from './terminal.ts';

const PASSPHRASE = 'seven bells over Latakia';

function init(path: string, ...more: readonly string[]): readonly string[] {
  const names = ['--party', 'coalition', '--name', 'Coalition'];
  return ['init', ...names, '--link', 'https://127.0.0.1:8450', '--folder', path, ...more];
}

test('parley keys shows the key of every role and what opens the secrets', async (t) => {
  const path = join(folder(t), 'coalition');
  await parley(...init(path));
  const { code, out } = await parley('keys', '--folder', path);
  assert.equal(code, 0);
  const lines = out.split('\n');
  assert.equal(lines[0], 'Party: coalition (Coalition)');
  assert.match(lines[1] ?? '', /^Record: coalition\/[0-9a-f]{8}\+[0-9a-f]{8}\+A[\w+/]{43}=?$/);
  assert.match(lines[2] ?? '', /^Record, ML-DSA-44: coalition.+, ML-DSA-44 with SHA-256 \w{64}$/);
  assert.match(lines[3] ?? '', /^Witness: coalition\/[0-9a-f]{8}\/witness\+[0-9a-f]{8}\+B/);
  assert.match(lines[4] ?? '', /^Heartbeat: coalition\/[0-9a-f]{8}\/heartbeat\+[0-9a-f]{8}\+A/);
  assert.match(lines[5] ?? '', /^Transport: SHA-256 [0-9a-f]{64}$/);
  assert.equal(lines[6], 'Secrets: opened by a key file');
});

test('secrets are sealed anew for a passphrase, which is asked twice, and back', async (t) => {
  const path = join(folder(t), 'coalition');
  await parley(...init(path));
  const again = `${PASSPHRASE}\n${PASSPHRASE}`;
  const sealed = await parleyWith(again, 'keys', 'reseal', '--folder', path, '--new-passphrase');
  assert.deepEqual(sealed, {
    code: 0,
    out: 'The secrets of coalition are sealed anew: the new passphrase opens them.',
    err: '',
  });
  assert.match((await parley('keys', '--folder', path)).out, /^Secrets: opened by a passphrase$/m);
  const wrong = await parleyWith(
    'not the passphrase',
    'keys',
    'reseal',
    '--folder',
    path,
    '--passphrase',
  );
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /^parley keys: passphrase: it does not open the secrets/);
  const other = join(path, '../other.key');
  const reseal = ['keys', 'reseal', '--folder', path, '--passphrase', '--new-key-file', other];
  assert.equal((await parleyWith(PASSPHRASE, ...reseal)).code, 0);
  assert.equal(statSync(other).mode & 0o777, 0o600);
  const first = await parley('keys', 'reseal', '--folder', path);
  assert.equal(first.code, 1);
  assert.match(first.err, /coalition\.key: it does not open the secrets/);
});

test('a passphrase that differs, is short or missing is refused; no node is made', async (t) => {
  const path = join(folder(t), 'coalition');
  const asked = init(path, '--passphrase');
  const refusal = async (input: string): Promise<Ran> => parleyWith(input, ...asked);
  assert.match((await refusal(`${PASSPHRASE}\nother`)).err, /it was not the same twice/);
  assert.match((await refusal('short\nshort')).err, /passphrase: it has 5 characters; right would/);
  assert.match((await refusal('')).err, /passphrase: none was given/);
  const both = await parley(...asked, '--key-file', 'x');
  assert.match(both.err, /--passphrase: --key-file and --passphrase are both given/);
  assert.equal((await parley('keys', '--folder', path)).code, 1);
  assert.equal((await refusal(`${PASSPHRASE}\n${PASSPHRASE}`)).code, 0);
});

test('a key is rotated: the card names the new one, and other roles keep theirs', async (t) => {
  const path = join(folder(t), 'coalition');
  await parley(...init(path));
  const before = (await parley('keys', '--folder', path)).out.split('\n');
  const ran = await parley('keys', 'rotate', 'witness', '--folder', path, '--reason', 'exposed');
  assert.equal(ran.code, 0, ran.err);
  const after = (await parley('keys', '--folder', path)).out.split('\n');
  const changed = after.filter((line, at) => line !== before[at]);
  assert.equal(changed.length, 1);
  const [, vkey = ''] = /^Witness: (.+)$/.exec(changed[0] ?? '') ?? [];
  assert.equal(ran.out.split('\n')[0], `The witness key of coalition is ${vkey}`);
  for (const [words, sentence] of [
    [['record'], /rotate takes the role: witness or heartbeat/],
    [[], /rotate takes the role/],
    [['witness', '--reason', 'bored'], /--reason: "bored" is none of rotation, exposed, lost/],
  ] as const) {
    const wrong = await parley('keys', 'rotate', ...words, '--folder', path);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, sentence);
  }
  const locked = await parley('keys', 'rotate', 'witness', '--folder', path, '--key-file', 'none');
  assert.equal(locked.code, 1);
  assert.match(locked.err, /key file: none does not exist/);
  assert.deepEqual((await parley('keys', '--folder', path)).out.split('\n'), after);
});

test('as a process: the passphrase comes as lines of standard input', async (t) => {
  const path = join(folder(t), 'coalition');
  const child = spawn(process.execPath, [PROGRAM, ...init(path, '--passphrase')]);
  child.stdin.end(`${PASSPHRASE}\n${PASSPHRASE}\n`);
  const said = text(child.stderr);
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0, await said);
  assert.match(readFileSync(join(path, 'secrets.age'), 'utf8'), /BEGIN AGE ENCRYPTED FILE/);
});
