// Secrets at rest: opened by their own key and by nothing else; the age of Debian is the oracle.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { seal, sealedWith, unseal } from '../src/sealed.ts';
import type { FolderKey } from '../src/sealed.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-sealed-'));
after(() => {
  rmSync(root, { recursive: true, force: true });
});
const NOW_MS = Date.UTC(2026, 0, 2, 3, 4, 5);
const keyFile = (name: string): FolderKey => ({ kind: 'key-file', path: join(root, name) });
const phrase: FolderKey = { kind: 'passphrase', passphrase: 'seven bells over Latakia' };

async function sealed(text: string, key: FolderKey): Promise<string> {
  const outcome = await seal(text, key, NOW_MS);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.value;
}

test('a key file is made once, for its owner alone, and opens what was sealed for it', async () => {
  const key = keyFile('own.key');
  const text = await sealed('seeds', key);
  const path = join(root, 'own.key');
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const made = readFileSync(path, 'utf8');
  const [created, publicKey = '', identity = '', ...rest] = made.split('\n');
  assert.equal(created, '# created: 2026-01-02T03:04:05.000Z');
  assert.match(publicKey, /^# public key: age1[0-9a-z]{58}$/);
  assert.match(identity, /^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  assert.deepEqual(rest, ['']);
  assert.deepEqual(await unseal(text, key), { ok: true, value: 'seeds' });
  await sealed('more', key);
  assert.equal(readFileSync(path, 'utf8'), made);
  assert.equal(sealedWith(text), 'key-file');
});

test('a passphrase opens what was sealed with it, and no other does', async () => {
  const text = await sealed('seeds', phrase);
  assert.equal(sealedWith(text), 'passphrase');
  assert.deepEqual(await unseal(text, phrase), { ok: true, value: 'seeds' });
  const wrong = await unseal(text, { ...phrase, passphrase: 'seven bells over Tartus' });
  assert.ok(!wrong.ok);
  assert.equal(wrong.refusal.field, 'passphrase');
  assert.match(wrong.refusal.fault, /^it does not open the secrets \(no identity matched/);
});

test('keys that cannot be used are refused by name', async () => {
  const text = await sealed('seeds', keyFile('one.key'));
  await sealed('other', keyFile('two.key'));
  chmodSync(join(root, 'two.key'), 0o640);
  writeFileSync(join(root, 'text.key'), 'a key\n', { mode: 0o600 });
  const cases: readonly (readonly [FolderKey, RegExp])[] = [
    [keyFile('none.key'), /none\.key does not exist/],
    [keyFile('two.key'), /^others than its owner may read .*two\.key/],
    [keyFile('text.key'), /text\.key holds no age identity/],
    [phrase, /^it does not open the secrets/],
  ];
  for (const [key, fault] of cases) {
    const refused = await unseal(text, key);
    assert.ok(!refused.ok);
    assert.match(refused.refusal.fault, fault);
  }
  chmodSync(join(root, 'two.key'), 0o600);
  const other = await unseal(text, keyFile('two.key'));
  assert.match(other.ok ? '' : other.refusal.fault, /^it does not open the secrets/);
  const short = await seal('seeds', { ...phrase, passphrase: 'eleven char' }, NOW_MS);
  assert.equal(short.ok ? '' : short.refusal.right, 'at least 12 characters');
});

test('no single changed bit of a sealed file passes', async () => {
  const key = keyFile('bits.key');
  const text = await sealed('s', key);
  const lines = text.trimEnd().split('\n');
  const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
  assert.ok(bytes.length > 200);
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const body = changed.toString('base64').match(/.{1,64}/g) ?? [];
    const again = [lines[0], ...body, lines.at(-1), ''].join('\n');
    const opened = await unseal(again, key);
    assert.equal(opened.ok, false, `bit ${bit}`);
  }
});

const skip = spawnSync('age', ['--version']).status === 0 ? false : 'the program age is missing';

test('the age of Debian opens what is sealed here, and the other way round', { skip }, async () => {
  const key = keyFile('debian.key');
  const path = join(root, 'debian.key');
  const text = await sealed('seeds of a node', key);
  const opened = spawnSync('age', ['--decrypt', '--identity', path], { input: text });
  assert.equal(opened.stdout.toString(), 'seeds of a node');
  const recipient = /public key: (age1\S+)/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
  const theirs = spawnSync('age', ['--armor', '--recipient', recipient], { input: 'from age' });
  assert.deepEqual(await unseal(theirs.stdout.toString(), key), { ok: true, value: 'from age' });
  const made = join(root, 'age-keygen.key');
  assert.equal(spawnSync('age-keygen', ['--output', made]).status, 0);
  const ours = await sealed('for their key', { kind: 'key-file', path: made });
  const back = spawnSync('age', ['--decrypt', '--identity', made], { input: ours });
  assert.equal(back.stdout.toString(), 'for their key');
});
