// The state machine: durable before visible, receipts, causality, health.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntry } from '@parley/protocol';
import { startLine, step } from '../src/index.ts';
import {
  arrangement,
  HOUR,
  NORTH,
  notice,
  question,
  read,
  SOUTH,
  T0,
  volume,
  warning,
  WEST,
} from './bodies.ts';
import {
  appendOf,
  batchOf,
  command,
  commit,
  deliver,
  makeNodes,
  makePair,
  refusalOf,
  say,
  settle,
} from './nodes.ts';
import { project } from './project.ts';
import { LINE } from './scribe.ts';

test('a command gives one append and nothing that anybody could see', () => {
  const [north] = makePair();
  const effects = step(north.line, command(notice()));
  assert.deepEqual(
    effects.map(({ kind }) => kind),
    ['append'],
  );
  assert.equal(north.line.picture.objects.size, 0);
  assert.equal(north.line.own.size, 0);
});

test('after the commit the head is served before the rows are published', () => {
  const [north] = makePair();
  const append = appendOf(step(north.line, command(notice())));
  const effects = commit(north, append);
  assert.deepEqual(
    effects.map(({ kind }) => kind),
    ['serve-head', 'publish'],
  );
  assert.equal(effects[0]?.kind === 'serve-head' ? effects[0].size : 0, 1);
  assert.equal(append.head?.size, 1);
  assert.deepEqual(append.head?.root, north.line.own.root());
  assert.deepEqual([...north.line.picture.objects.keys()], ['north/0']);
});

test('an append that the store refused leaves no trace: the next has the same index', () => {
  const [north] = makePair();
  const first = appendOf(step(north.line, command(notice({ title: 'First' }))));
  const second = appendOf(step(north.line, command(notice({ title: 'Second' }))));
  assert.equal(first.rows[0]?.ref.index, 0);
  assert.equal(second.rows[0]?.ref.index, 0);
  commit(north, second);
  const [object] = north.line.picture.objects.values();
  assert.equal(object?.body.type === 'notice' ? object.body.title : '', 'Second');
});

test('an entry carries its place, its time, its drafter, its releaser and what was seen', () => {
  const [north, south] = makePair();
  say(south, { type: 'line-check' });
  deliver(south, north);
  const { bytes } = say(north, notice(), T0 + 5);
  const entry = readEntry(bytes);
  assert(entry.ok);
  const { body: _, ...rest } = entry.value;
  const root = south.line.own.root(1).toHex();
  assert.deepEqual(rest, {
    version: 1,
    line: LINE,
    party: NORTH,
    index: 1,
    seen: [{ party: SOUTH, size: 1, root }],
    releasedMs: T0 + 5,
    draftedBy: 'Watch 1',
    releasedBy: 'Duty officer',
  });
});

test('what one of us may not say is refused before it is looked at', () => {
  const [north] = makePair();
  const seat = { name: 'Watch 1', role: 'watch' } as const;
  const broken = notice({ volumes: [volume({ window: { startMs: T0, endMs: T0 } })] });
  const input = { kind: 'command', nowMs: T0, seat, draftedBy: 'Watch 2', body: broken } as const;
  assert.equal(refusalOf(step(north.line, input)).code, 'role-lacking');
});

test('a command that the line does not admit is refused and appends nothing', () => {
  const [north] = makePair();
  const broken = notice({ volumes: [volume({ window: { startMs: T0, endMs: T0 } })] });
  const effects = step(north.line, command(broken));
  assert.equal(effects.length, 1);
  const { code, field } = refusalOf(effects);
  assert.deepEqual({ code, field }, { code: 'geometry', field: 'volumes[0].window' });
});

test('an entry that would be larger than 65,536 bytes is refused', () => {
  const [north] = makePair();
  const ring = Array.from({ length: 1_000 }, (_, at) => ({
    latE7: Math.round(352_600_000 + 4_000_000 * Math.cos((at * Math.PI) / 500)),
    lonE7: Math.round(401_500_000 + 4_000_000 * Math.sin((at * Math.PI) / 500)),
  }));
  const large = volume({ outline: { kind: 'polygon', ring } });
  const body = notice({ volumes: [large, large] });
  assert.equal(refusalOf(step(north.line, command(body))).code, 'oversize');
  assert.equal(step(north.line, command(notice({ volumes: [large] })))[0]?.kind, 'append');
});

test('the node signs the arrangement by itself, once a version', () => {
  const [north] = makePair();
  const input = { kind: 'node-says', nowMs: T0, body: arrangement(1) } as const;
  commit(north, appendOf(step(north.line, input)));
  assert.equal(north.line.picture.arrangements.get(NORTH)?.statement.version, 1);
  assert.equal(refusalOf(step(north.line, input)).code, 'already-said');
});

test('a batch is stored with its receipt in one append, then cosigned and published', () => {
  const [north, south] = makePair();
  const sent = say(north, notice());
  const append = appendOf(step(south.line, { ...batchOf(north), nowMs: T0 + 700 }));
  assert.deepEqual(
    append.rows.map(({ ref }) => `${ref.party}/${ref.index}`),
    ['north/0', 'south/0'],
  );
  const receipt = readEntry(append.rows[1]?.bytes ?? new Uint8Array());
  assert(receipt.ok);
  const root = north.line.own.root().toHex();
  assert.deepEqual(receipt.value.body, {
    type: 'received',
    party: NORTH,
    index: 0,
    leaf: sent.ref.leaf,
    size: 1,
    root,
    receivedMs: T0 + 700,
  });
  assert.deepEqual(receipt.value.seen, [{ party: NORTH, size: 1, root }]);
  assert.deepEqual(
    commit(south, append).map(({ kind }) => kind),
    ['serve-head', 'tell-cosigned', 'publish'],
  );
  assert.equal(
    south.line.picture.objects.get('north/0')?.ladders.get(SOUTH)?.received?.atMs,
    T0 + 700,
  );
});

test('a receipt states the clock offset once it was measured', () => {
  const [north, south] = makePair();
  const beat = { seatsStaffed: 1, heardSize: 0, clockOffsetMs: -37 };
  const now = { nowMs: T0, monotonicMs: 5_000 };
  step(south.line, { kind: 'heartbeat', now, from: NORTH, beat });
  say(north, notice());
  deliver(north, south);
  const receipt = south.stored.at(-1)?.entry;
  assert(receipt?.ok && receipt.value.body.type === 'received');
  assert.equal(receipt.value.body.clockOffsetMs, -37);
});

test('receipts are not receipted', () => {
  const [north, south] = makePair();
  say(north, notice());
  deliver(north, south);
  deliver(south, north);
  assert.equal(north.line.own.size, 1);
  assert.equal(south.line.own.size, 1);
  const effects = deliver(south, north);
  assert.deepEqual(effects, []);
});

test('entries that come together with a receipt are receipted', () => {
  const [north, south] = makePair();
  say(north, notice());
  deliver(north, south);
  say(south, question());
  deliver(south, north);
  const receipt = north.stored.at(-1)?.entry;
  assert(receipt?.ok && receipt.value.body.type === 'received');
  assert.equal(receipt.value.body.index, 1);
});

test('a batch that is held already changes nothing and says nothing', () => {
  const [north, south] = makePair();
  say(north, notice());
  deliver(north, south);
  const before = project(south.line.picture);
  assert.deepEqual(step(south.line, batchOf(north)), []);
  assert.deepEqual(project(south.line.picture), before);
});

test('a batch that was not committed is taken again', () => {
  const [north, south] = makePair();
  say(north, notice());
  appendOf(step(south.line, batchOf(north)));
  assert.equal(south.line.mirrors.get(NORTH)?.tree.size, 0);
  deliver(north, south);
  assert.equal(south.line.mirrors.get(NORTH)?.tree.size, 1);
});

test('an entry waits until all that its author had seen is here', () => {
  const [north, south, west] = makeNodes([NORTH, SOUTH, WEST]);
  assert(north !== undefined && south !== undefined && west !== undefined);
  const sent = say(north, warning());
  deliver(north, south);
  say(south, read(sent.ref));
  // West hears of south's reading before it hears of what was read.
  deliver(south, west);
  assert.equal(west.line.picture.folded.get(SOUTH), 0);
  assert.equal(west.line.mirrors.get(SOUTH)?.tree.size, 2);
  deliver(north, west);
  assert.equal(west.line.picture.folded.get(SOUTH), 2);
  const ladder = west.line.picture.objects.get('north/0')?.ladders.get(SOUTH);
  assert.equal(ladder?.read?.seat, 'Duty officer');
});

test('all nodes of a settled line have the same picture', () => {
  const nodes = makeNodes([NORTH, SOUTH, WEST]);
  const [north, south, west] = nodes;
  assert(north !== undefined && south !== undefined && west !== undefined);
  for (const node of nodes) {
    const input = { kind: 'node-says', nowMs: T0, body: arrangement(1) } as const;
    commit(node, appendOf(step(node.line, input)));
  }
  const sent = say(north, notice());
  say(south, notice());
  deliver(north, west);
  say(west, read(sent.ref));
  settle(nodes);
  const expected = project(north.line.picture);
  assert.equal(north.line.picture.conflicts.size, 1);
  assert.deepEqual(project(south.line.picture), expected);
  assert.deepEqual(project(west.line.picture), expected);
});

test('a line started again from its rows has the same picture and the same record', () => {
  const [north, south] = makePair();
  const sent = say(north, notice());
  deliver(north, south);
  say(south, read(sent.ref));
  say(south, notice());
  const { mirrors } = south.line;
  const again = startLine({ id: LINE, self: SOUTH, mirrors, rows: south.stored });
  assert.deepEqual(project(again.picture), project(south.line.picture));
  assert.deepEqual(again.own.root(), south.line.own.root());
  assert.equal(again.own.size, 3);
});

test('health is told when it changes, and not at every tick', () => {
  const [north] = makePair();
  const tick = (monotonicMs: number): string[] =>
    step(north.line, { kind: 'tick', now: { nowMs: T0 + monotonicMs, monotonicMs } }).map(
      (effect) => (effect.kind === 'publish-health' ? effect.health.state : effect.kind),
    );
  const beat = { seatsStaffed: 1, heardSize: 0, clockOffsetMs: undefined };
  assert.deepEqual(tick(0), ['never']);
  assert.deepEqual(tick(1_000), []);
  const now = { nowMs: T0 + 1_500, monotonicMs: 1_500 };
  const [told] = step(north.line, { kind: 'heartbeat', now, from: SOUTH, beat });
  assert.equal(told?.kind === 'publish-health' && told.health.state, 'alive');
  assert.deepEqual([tick(2_000), tick(3_999), tick(4_000), tick(5_499)], [[], [], ['suspect'], []]);
  assert.deepEqual([tick(5_500), tick(HOUR)], [['dead'], []]);
});

test('a floor that is staffed or left is told at once', () => {
  const [north] = makePair();
  const beat = (seatsStaffed: number, ms: number): number =>
    step(north.line, {
      kind: 'heartbeat',
      now: { nowMs: T0 + ms, monotonicMs: ms },
      from: SOUTH,
      beat: { seatsStaffed, heardSize: 0, clockOffsetMs: undefined },
    }).length;
  assert.deepEqual(
    [beat(0, 0), beat(0, 1_000), beat(1, 2_000), beat(2, 3_000), beat(0, 4_000)],
    [1, 0, 1, 0, 1],
  );
});

test('trouble on the link is told with its reason', () => {
  const [north] = makePair();
  const now = { nowMs: T0, monotonicMs: 0 };
  const input = {
    kind: 'trouble',
    now,
    from: SOUTH,
    trouble: 'their node does not listen',
  } as const;
  const [told] = step(north.line, input);
  assert.equal(
    told?.kind === 'publish-health' && told.health.trouble,
    'their node does not listen',
  );
  assert.deepEqual(step(north.line, input), []);
});
