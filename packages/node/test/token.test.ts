// The key of a record in a token: SoftHSM is the token, OpenSC's pkcs11-tool the way to it.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { verifyNote } from '@parley/ledger';
import { PartyId } from '@parley/protocol';
import { defaultKey, initNode, openFolder, unlock } from '../src/index.ts';
import type { Token } from '../src/index.ts';
import { tokenPublicKey, tokenSignature } from '../src/token.ts';
import { enrolSeat, startPair } from './pair.ts';
import { sampleWarning } from './samples.ts';

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const PIN = '1234-parley';
const isThere = existsSync(MODULE) && spawnSync('pkcs11-tool', ['--help']).error === undefined;
const skip = isThere ? false : 'softhsm2 or opensc is not installed';
const root = mkdtempSync(join(tmpdir(), 'parley-token-'));
const TOKENS = join(root, 'tokens');
const RUSSIA = PartyId.parse('russia');

function token(id: string, pin = PIN): Token {
  return { module: MODULE, id, pin };
}

/** Makes a key on the token. */
function makeKey(id: string, type: string): void {
  const login = ['--module', MODULE, '--login', '--pin', PIN];
  const key = ['--keypairgen', '--key-type', type, '--id', id, '--label', id];
  execFileSync('pkcs11-tool', [...login, ...key], { stdio: 'pipe' });
}

before(() => {
  if (!isThere) return;
  mkdirSync(TOKENS);
  const conf = join(root, 'softhsm2.conf');
  writeFileSync(conf, `directories.tokendir = ${TOKENS}\nobjectstore.backend = file\n`);
  process.env['SOFTHSM2_CONF'] = conf;
  const pins = ['--so-pin', '12345678', '--pin', PIN];
  const words = ['--init-token', '--free', '--label', 'parley', ...pins];
  execFileSync('softhsm2-util', words, { stdio: 'pipe' });
  makeKey('01', 'EC:edwards25519');
  makeKey('02', 'EC:secp256r1');
});
after(() => {
  rmSync(root, { recursive: true, force: true });
});

test('a token signs with the key of an id, and faults are told in its words', { skip }, () => {
  const key = tokenPublicKey(token('01'));
  assert.ok(key.ok, JSON.stringify(key));
  assert.equal(key.value.length, 32);
  const message = new TextEncoder().encode('a head');
  const signature = tokenSignature(token('01'), message);
  assert.equal(signature.length, 64);
  assert.deepEqual(tokenSignature(token('01'), message), signature);
  for (const [wrong, fault] of [
    [token('03'), /object not found|it ended with 1/],
    [token('02'), /the key is not one of Ed25519/],
    [{ ...token('01'), module: '/usr/lib/none.so' }, /pkcs11-tool: error/],
  ] as const) {
    const refused = tokenPublicKey(wrong);
    assert.ok(!refused.ok);
    assert.match(refused.refusal.fault, fault);
  }
  assert.throws(() => tokenSignature(token('01', '9999'), message), /CKR_PIN_INCORRECT/);
});

test('a node with a token speaks, and says nothing while it is away', { skip }, async (t) => {
  const home = mkdtempSync(join(tmpdir(), 'parley-token-pair-'));
  t.after(() => {
    rmSync(home, { recursive: true, force: true });
  });
  const folder = join(home, 'coalition');
  const pair = await startPair({ root: home, token: token('01') });
  t.after(pair.stop);
  const opened = openFolder(folder);
  assert.ok(opened.ok);
  const unlocked = await unlock(opened.value, defaultKey(folder));
  assert.ok(unlocked.ok);
  const publicKey = tokenPublicKey(token('01'));
  assert.ok(publicKey.ok);
  assert.deepEqual(unlocked.value.keys.record.publicKey, publicKey.value);
  assert.equal(readFileSync(join(folder, 'secrets.age'), 'utf8').includes(PIN), false);

  const { coalition, russia } = pair;
  const seat = await enrolSeat(coalition.running, 'Watch 1', 'releaser');
  const say = async () => seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
  assert.ok((await say()).ok);
  const { runner } = coalition.running;
  const size = runner.line.own.size;
  const signed = runner.store.checkpoint(runner.line.self)?.note ?? '';
  assert.ok(verifyNote(signed, [unlocked.value.keys.record]).ok);

  renameSync(TOKENS, `${TOKENS}-away`);
  const refused = await say();
  assert.equal(refused.ok ? '' : refused.refusal.code, 'token-failed');
  assert.equal(runner.line.own.size, size);
  renameSync(`${TOKENS}-away`, TOKENS);
  assert.ok((await say()).ok);
  assert.ok(runner.line.own.size > size);
  const held = () => russia.running.runner.line.mirrors.get(runner.line.self)?.tree.size ?? 0;
  while (held() < runner.line.own.size) {
    await new Promise((resolve) => russia.running.runner.events.once('rows', resolve));
  }
  assert.equal(russia.running.runner.faults().length, 0);
  assert.equal(runner.line.mirrors.has(RUSSIA), true);
});

test('a token that is not there makes no node', { skip }, async () => {
  const folder = join(root, 'none');
  const names = { party: 'coalition', name: 'C', link: 'https://127.0.0.1:9000' };
  const key = defaultKey(folder);
  for (const [wrong, field] of [
    [token('77'), 'token'],
    [token('0x'), 'id'],
    [{ ...token('01'), module: 'libsofthsm2.so' }, 'module'],
  ] as const) {
    const made = await initNode({ folder, key, ...names, token: wrong, nowMs: Date.now() });
    assert.equal(made.ok ? '' : made.refusal.field, field);
    assert.equal(existsSync(join(folder, 'card.json')), false);
  }
});
