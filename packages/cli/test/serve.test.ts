import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { startNode, stopNode } from '../src/index.ts';
import { pairedFolders } from './nodes.ts';
import { folder, parley, parleyProcess } from './terminal.ts';

test('a node that nobody was paired with does not serve, and says what to do', async (t) => {
  const root = folder(t);
  const link = 'https://127.0.0.1:8450';
  await parley('init', '--party', 'coalition', '--name', 'C', '--link', link, '--folder', root);
  assert.deepEqual(await parley('serve', '--folder', root), {
    code: 1,
    out: '',
    err:
      'parley serve: line: this node is not paired yet; right would be parley pair with ' +
      'the card of the other party.',
  });
});

test('a second process cannot serve a held folder; the first stops cleanly', async (t) => {
  const root = await pairedFolders(t);
  const path = join(root, 'coalition');
  const first = await startNode({ folder: path, floorPort: 0, seatLinks: [], clock: undefined });
  const second = await parleyProcess('serve', '--folder', path, '--floor-port', '0');
  assert.equal(second.code, 70);
  assert.equal(second.out, '');
  assert.match(
    second.err,
    /^parley serve: Could not open the store: .*Another process holds this node; only one/,
  );
  assert.equal(await stopNode(first), 0);
  const third = await startNode({ folder: path, floorPort: 0, seatLinks: [], clock: undefined });
  assert.equal(third.serving.party, 'coalition');
  assert.equal(await stopNode(third), 0);
});

test('a floor port that is taken is refused by its number', async (t) => {
  const root = await pairedFolders(t);
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  t.after(() => holder.close());
  const { port } = holder.address() as AddressInfo;
  const { code, err } = await parleyProcess(
    'serve',
    '--folder',
    join(root, 'coalition'),
    '--floor-port',
    String(port),
  );
  assert.equal(code, 1);
  assert.equal(
    err,
    `parley serve: port: port ${port} is taken; right would be another --floor-port or ` +
      `--link-port.\n`,
  );
});

test('the first start prints a link for the first seat, and one for each role', async (t) => {
  const root = await pairedFolders(t);
  const args = { folder: join(root, 'russia'), floorPort: 0, clock: undefined };
  const node = await startNode({ ...args, seatLinks: ['watch', 'releaser'] });
  const { seatLinks, floor } = node.serving;
  assert.deepEqual(
    seatLinks.map(({ role }) => role),
    ['releaser', 'watch', 'releaser'],
  );
  assert.equal(new Set(seatLinks.map(({ link }) => link)).size, 3);
  for (const { link } of seatLinks) assert.equal(link.startsWith(`${floor}/enrol#`), true);
  assert.equal(await stopNode(node), 0);
});

test('a floor that is not on loopback is served over TLS, to those who know its pin', async (t) => {
  const root = await pairedFolders(t);
  const seat = join(root, 'seat.json');
  const node = await startNode({
    folder: join(root, 'coalition'),
    floorHost: '0.0.0.0',
    floorPort: 0,
    seatLinks: [],
    clock: undefined,
  });
  t.after(async () => stopNode(node));
  const { pin, seatLinks } = node.serving;
  const link = seatLinks[0]?.link ?? '';
  assert.match(link, /^https:\/\/127\.0\.0\.1:/);
  const stranger = await parley(
    'seat',
    link,
    '--name',
    'Watch 1',
    '--seat',
    seat,
    '--pin',
    'a'.repeat(64),
  );
  assert.equal(stranger.code, 1);
  assert.match(stranger.err, /is not the one that was pinned\)\.$/);
  const unpinned = await parley('seat', link, '--name', 'Watch 1', '--seat', seat);
  assert.equal(unpinned.code, 1);
  assert.match(unpinned.err, /does not answer \(.*certificate/);
  const known = await parley('seat', link, '--name', 'Watch 1', '--seat', seat, '--pin', pin);
  assert.equal(known.err, '');
  assert.match(known.out, /^Watch 1 has a seat \(releaser\) of coalition on line-/);
});
