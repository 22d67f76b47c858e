// kill -9 at random moments while entries flow: whatever a node acknowledged is there afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyExport } from '@parley/ledger';
import type { Ref } from '@parley/protocol';
import { clientOf, enrol, openView, stopNode } from '../src/index.ts';
import type { View } from '../src/index.ts';
import { linkOf, startBoth, startTestNode } from './nodes.ts';
import type { TestNode } from './nodes.ts';

const KILLS = 20;
const ENTRIES_BETWEEN_MAX = 12;
const CATCH_UP_MS = 30_000;

async function view(node: TestNode, name: string): Promise<View> {
  const seat = await enrol(linkOf(node, 'releaser'), name, undefined);
  assert.ok(seat.ok);
  const opened = await openView(clientOf(seat.value));
  assert.ok(opened.ok);
  return opened.value;
}

/** A linear congruential generator (Numerical Recipes); its seed is printed with a failure. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test(`nothing that a node acknowledged is lost by ${KILLS} kills at random moments`, async (t) => {
  const seed = Date.now() >>> 0;
  t.diagnostic(`seed ${seed}`);
  const random = randomFrom(seed);
  const nodes = await startBoth(t);
  const [coalition, russia] = nodes;
  const views = [await view(coalition, 'Watch 1'), await view(russia, 'Watch A')] as const;
  t.after(() => {
    for (const one of views) one.close();
  });
  const acknowledged: Ref[] = [];
  const say = async (client: View['client']): Promise<boolean> => {
    const said = await client
      .call('say', {}, { body: { type: 'line-check' } })
      .catch(() => undefined);
    // No answer: the outcome is unknown, and either is right.
    if (said === undefined) return false;
    assert.ok(said.ok);
    acknowledged.push(said.value.ref);
    return true;
  };
  for (let kills = 0; kills < KILLS;) {
    const victims = [[coalition], [russia], [coalition, russia]][random(3)] ?? [];
    kills += victims.length;
    // Both sides speak at once. The kill falls on a count, while requests are on their way.
    let left = random(ENTRIES_BETWEEN_MAX);
    const strike = (): void => {
      for (const node of victims) node.process.signal('SIGKILL');
    };
    if (left === 0) strike();
    const speaking = views.map(async ({ client }) => {
      while (left > 0 && (await say(client))) {
        left -= 1;
        if (left === 0) strike();
      }
    });
    await Promise.all(speaking);
    await Promise.all(
      victims.map(async (node) => {
        await node.process.ended;
        node.process = await startTestNode(node);
      }),
    );
  }
  for (const one of views) {
    for (const ref of acknowledged) {
      const has = (): boolean => (one.picture.folded.get(ref.party) ?? 0) > ref.index;
      const there = await one.until(() => has() || undefined, CATCH_UP_MS);
      assert.equal(there, true, `${ref.party}/${ref.index} on the floor of ${one.session.party}`);
      assert.equal(one.picture.leaves.get(ref.party)?.[ref.index], ref.leaf);
    }
    assert.deepEqual(one.picture.unusable, []);
  }
  t.diagnostic(`${acknowledged.length} entries were acknowledged`);
  assert.ok(acknowledged.length >= KILLS);
  // Each side's copy of each record is the same history, as far as it goes, and verifies.
  for (const party of ['coalition', 'russia']) {
    const exports = await Promise.all(
      views.map(async ({ client }) => client.call('exportRecord', { party }, undefined)),
    );
    const entries = exports.map((exported) => {
      assert.ok(exported.ok);
      const checked = verifyExport(exported.value);
      assert.ok(checked.ok, checked.ok ? '' : checked.refusal.sentence);
      return checked.value.entries;
    });
    const common = Math.min(...entries.map(({ length }) => length));
    assert.ok(common > 0);
    assert.deepEqual(entries[0]?.slice(0, common), entries[1]?.slice(0, common));
  }
  assert.equal(await stopNode(coalition.process), 0);
  assert.equal(await stopNode(russia.process), 0);
});
