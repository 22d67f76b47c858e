import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, parley, parleyWith } from './terminal.ts';
import type { Ran } from './terminal.ts';

async function init(root: string, party: string): Promise<Ran> {
  const link = 'https://127.0.0.1:8450';
  return parley(
    'init',
    '--party',
    party,
    '--name',
    party,
    '--link',
    link,
    '--folder',
    join(root, party),
  );
}

test('init makes keys that only their owner reads, and prints where the card is', async (t) => {
  const root = folder(t);
  const { code, out } = await init(root, 'coalition');
  assert.equal(code, 0);
  assert.match(out, new RegExp(`^Card: ${root}/coalition/card.json$`, 'm'));
  assert.match(out, new RegExp(`^Key file, to be kept apart: ${root}/coalition.key$`, 'm'));
  for (const file of ['coalition/secrets.age', 'coalition/card.json', 'coalition.key']) {
    assert.equal(statSync(join(root, file)).mode & 0o777, 0o600);
  }
  const sealed = readFileSync(join(root, 'coalition/secrets.age'), 'utf8');
  assert.match(sealed, /^-----BEGIN AGE ENCRYPTED FILE-----\n/);
});

test('init twice in one folder is refused, and the keys stay', async (t) => {
  const root = folder(t);
  await init(root, 'coalition');
  const before = readFileSync(join(root, 'coalition/secrets.age'));
  const { code, err } = await init(root, 'coalition');
  assert.equal(code, 1);
  assert.match(
    err,
    /^parley init: folder: .* holds a node already; right would be an empty folder\.$/,
  );
  assert.deepEqual(readFileSync(join(root, 'coalition/secrets.age')), before);
});

test('init refuses a party id and a link that are none, naming the field', async (t) => {
  const root = folder(t);
  const bad = await parley(
    'init',
    '--party',
    'The Coalition',
    '--name',
    'C',
    '--link',
    'https://h:1',
    '--folder',
    root,
  );
  assert.equal(bad.code, 1);
  assert.equal(
    bad.err,
    'parley init: party: found "The Coalition"; right would be 2 to 32 of a-z, 0-9 and -, a ' +
      'letter first.',
  );
  const plain = await parley(
    'init',
    '--party',
    'coalition',
    '--name',
    'C',
    '--link',
    'http://h:1',
    '--folder',
    root,
  );
  assert.equal(plain.code, 1);
  assert.match(plain.err, /^parley init: link: found "http:\/\/h:1"; right would be /);
});

test('init refuses half of a token, and one that is not there', async (t) => {
  const root = folder(t);
  const link = ['--link', 'https://127.0.0.1:8450'];
  const names = ['--party', 'coalition', '--name', 'C', ...link];
  const make = async (...more: readonly string[]): Promise<Ran> =>
    parleyWith('1234', 'init', ...names, '--folder', join(root, 'node'), ...more);
  const half = await make('--token', '/usr/lib/none.so');
  assert.equal(half.code, 1);
  assert.match(half.err, /--token: --token and --token-key belong together/);
  const none = await make('--token', '/usr/lib/none.so', '--token-key', '01');
  assert.equal(none.code, 1);
  assert.match(none.err, /token: pkcs11-tool: /);
  const id = await make('--token', '/usr/lib/none.so', '--token-key', 'XY');
  assert.match(id.err, /id: found "XY"; right would be a key id of lower-case hex digits/);
});

test('both sides get the same line and the same six words', async (t) => {
  const root = folder(t);
  for (const party of ['coalition', 'russia']) await init(root, party);
  const pair = async (own: string, other: string): Promise<Ran> =>
    parley('pair', join(root, other, 'card.json'), '--folder', join(root, own));
  const [ours, theirs] = [await pair('coalition', 'russia'), await pair('russia', 'coalition')];
  assert.equal(ours.code, 0);
  const common = (out: string): string[] =>
    out.split('\n').filter((line) => /^(Line|Compare)/.test(line));
  assert.deepEqual(common(ours.out), common(theirs.out));
  assert.match(ours.out, /^Line: line-[0-9a-f]{16}$/m);
  assert.match(ours.out, /^Compare aloud with the other party: ([a-z]+ ){5}[a-z]+$/m);
});

test('a card that was changed on its way gives other words', async (t) => {
  const root = folder(t);
  for (const party of ['coalition', 'russia', 'attacker']) await init(root, party);
  const real = JSON.parse(readFileSync(join(root, 'russia/card.json'), 'utf8')) as object;
  const { transportPin } = JSON.parse(readFileSync(join(root, 'attacker/card.json'), 'utf8')) as {
    transportPin: string;
  };
  const changed = join(root, 'changed.json');
  writeFileSync(changed, JSON.stringify({ ...real, transportPin }));
  const words = ({ out }: Ran): string | undefined => /^Compare aloud.*: (.*)$/m.exec(out)?.[1];
  const ours = words(await parley('pair', changed, '--folder', join(root, 'coalition')));
  const card = join(root, 'coalition/card.json');
  const theirs = words(await parley('pair', card, '--folder', join(root, 'russia')));
  assert.equal(ours?.split(' ').length, 6);
  assert.notEqual(ours, theirs);
});

test('a node is not paired with its own card, nor with a file that is no card', async (t) => {
  const root = folder(t);
  await init(root, 'coalition');
  const own = join(root, 'coalition/card.json');
  assert.deepEqual(await parley('pair', own, '--folder', join(root, 'coalition')), {
    code: 1,
    out: '',
    err: "parley pair: card: only our own card was given; right would be the other party's card.",
  });
  const text = join(root, 'text');
  writeFileSync(text, 'hello');
  const refused = await parley('pair', text, '--folder', join(root, 'coalition'));
  assert.equal(refused.code, 1);
  assert.equal(
    refused.err,
    `parley pair: ${text}: the card is not JSON; right would be a card.json made by parley init.`,
  );
});

test('pairing a folder that holds no node is refused', async (t) => {
  const root = folder(t);
  await init(root, 'coalition');
  const { code, err } = await parley(
    'pair',
    join(root, 'coalition/card.json'),
    '--folder',
    join(root, 'none'),
  );
  assert.equal(code, 1);
  assert.match(
    err,
    /none\/card\.json does not exist; right would be a folder made by parley init\.$/,
  );
});
