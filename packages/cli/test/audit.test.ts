// parley audit at a terminal: a store that two nodes wrote, one that is in use, and none.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { linkOf, pairedFolders, startBoth } from './nodes.ts';
import { folder, parley } from './terminal.ts';

test('the store of a node that was killed holds; one that is in use is not read', async (t) => {
  const [coalition] = await startBoth(t);
  const seat = join(folder(t), 'seat.json');
  await parley('seat', linkOf(coalition, 'releaser'), '--name', 'Watch 1', '--seat', seat);
  const said = await parley('say', 'line-check', '--seat', seat);
  assert.equal(said.code, 0, said.err);

  const busy = await parley('audit', '--folder', coalition.folder);
  assert.equal(busy.code, 70);
  assert.match(busy.err, /Another process holds this node; only one may run\./u);

  // Killed, it leaves a log that SQLite has not yet taken into the file.
  coalition.process.signal('SIGKILL');
  await coalition.process.ended;
  const { code, out } = await parley('audit', '--folder', coalition.folder);
  assert.equal(code, 0, out);
  assert.match(out, /^coalition: \d+ entries, signed up to \d+/mu);
  assert.match(out, /^All of it holds\.$/mu);
  const json = await parley('audit', '--folder', coalition.folder, '--json');
  assert.deepEqual((JSON.parse(json.out) as { faults: unknown }).faults, []);
});

test('a node that never ran has no store, and a folder without a node has nothing', async (t) => {
  const root = await pairedFolders(t);
  const never = await parley('audit', '--folder', join(root, 'russia'));
  assert.equal(never.code, 70);
  assert.match(never.err, /Could not open the store: unable to open database file/u);
  const none = await parley('audit', '--folder', join(root, 'nobody'));
  assert.equal(none.code, 1);
  assert.match(none.err, /card\.json does not exist; right would be a folder made by parley init/u);
});
