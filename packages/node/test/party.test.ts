// Inside a party, over HTTP on real nodes: roles, offices and their reviews, races, the handover.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { readVerifierKey } from '@parley/ledger';
import { readHandovers } from '@parley/protocol';
import type { Body, Draft, HandoverRow, Outcome, Proposal } from '@parley/protocol';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestSeat } from './pair.ts';
import { sampleNotice, sampleQuestion, sampleWarning } from './samples.ts';

/** "ok", or the code and the fault of a refusal. */
function told(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : `${outcome.refusal.code}: ${outcome.refusal.fault}`;
}

function valueOf<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, told(outcome));
  return outcome.value;
}

async function save(seat: TestSeat, id: string, body: Body): Promise<Outcome<Draft>> {
  return seat.client.call('saveDraft', { id }, { state: 'ready', form: '', body });
}

async function review(
  seat: TestSeat,
  { id, bodyHash }: Draft,
  result: 'cleared' | 'returned' | 'held' = 'cleared',
): Promise<Outcome<Draft>> {
  assert.ok(bodyHash);
  return seat.client.call('reviewDraft', { id }, { bodyHash, result });
}

/** Releases what the seat is shown of a draft at this moment. */
async function release(seat: TestSeat, id: string): Promise<string> {
  const shown = await seat.until((event) =>
    event.name === 'drafts'
      ? { draft: event.value.drafts.find((one) => one.id === id) }
      : undefined,
  );
  const bodyHash = shown.draft?.bodyHash;
  assert.ok(bodyHash);
  return told(await seat.client.call('releaseDraft', { id }, { bodyHash }));
}

describe('inside a party', () => {
  let pair: Pair;
  let watch: TestSeat;
  let releaser: TestSeat;
  let commander: TestSeat;
  let drafter: TestSeat;
  let auditor: TestSeat;
  let administrator: TestSeat;
  let lawyer: TestSeat;
  let staff: TestSeat;

  /** A seat invited over HTTP by another, with an office. */
  const invited = async (
    by: TestSeat,
    name: string,
    role: 'legal' | 'watch',
    office: string,
  ): Promise<TestSeat> => {
    const { link } = valueOf(await by.client.call('invite', {}, { role, office }));
    return enrolSeat(pair.coalition.running, name, role, link);
  };

  before(async () => {
    pair = await startPair();
    const node = pair.coalition.running;
    watch = await enrolSeat(node, 'Watch 1', 'watch');
    releaser = await enrolSeat(node, 'Duty officer', 'releaser');
    commander = await enrolSeat(node, 'Commander', 'commander');
    drafter = await enrolSeat(node, 'Planner', 'drafter');
    auditor = await enrolSeat(node, 'Auditor', 'auditor');
    administrator = await enrolSeat(node, 'Registry', 'administrator');
    const offices = [
      { name: 'Plans', types: ['notice', 'proposal'] },
      { name: 'Legal adviser', types: ['notice', 'response'] },
    ] as const;
    const set = { offices: offices.map(({ name, types }) => ({ name, types: [...types] })) };
    valueOf(await administrator.client.call('setOffices', {}, set));
    staff = await invited(releaser, 'Plans 1', 'watch', 'Plans');
    lawyer = await invited(administrator, 'Lawyer 1', 'legal', 'Legal adviser');
  });
  after(async () => {
    await pair.stop();
  });

  test('offices have an order, and only a commander or an administrator sets them', async () => {
    const { offices } = valueOf(await auditor.client.call('offices', {}, undefined));
    assert.deepEqual(offices, [
      { name: 'Plans', types: ['notice', 'proposal'] },
      { name: 'Legal adviser', types: ['notice', 'response'] },
    ]);
    const set = await releaser.client.call('setOffices', {}, { offices: [] });
    assert.equal(told(set), 'role-lacking: Duty officer has the role releaser');
    for (const type of ['warning', 'accident', 'search-and-rescue', 'read'] as const) {
      const asked = { offices: [{ name: 'Legal adviser', types: [type] }] };
      const refused = await commander.client.call('setOffices', {}, asked);
      assert.equal(told(refused), `malformed: ${type} is said at once`);
    }
  });

  test('auditor and administrator draft nothing, and the auditor may export', async () => {
    for (const [seat, name] of [
      [auditor, 'Auditor has the role auditor'],
      [administrator, 'Registry has the role administrator'],
    ] as const) {
      const kept = await save(seat, 'aaaaaaa0', sampleNotice(Date.now()));
      assert.equal(told(kept), `role-lacking: ${name}`);
      const warned = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
      assert.equal(told(warned), `role-lacking: ${name}`);
      const deleted = await seat.client.call('deleteDraft', { id: 'aaaaaaa0' }, undefined);
      assert.equal(told(deleted), `role-lacking: ${name}`);
    }
    const text = valueOf(
      await auditor.client.call('exportRecord', { party: 'coalition' }, undefined),
    );
    assert.match(text, /coalition/);
  });

  test('a role invites only what it may, and only into an office that there is', async () => {
    const call = async (seat: TestSeat, role: 'commander' | 'legal'): Promise<string> =>
      told(await seat.client.call('invite', {}, { role }));
    assert.equal(
      await call(releaser, 'commander'),
      'role-lacking: Duty officer is releaser and invites no commander',
    );
    assert.equal(await call(releaser, 'legal'), 'ok');
    assert.equal(await call(administrator, 'commander'), 'ok');
    assert.match(await call(auditor, 'legal'), /^role-lacking/);
    const strange = { role: 'legal', office: 'Press' } as const;
    assert.equal(
      told(await commander.client.call('invite', {}, strange)),
      'not-found: there is no office Press',
    );
  });

  test('a notice waits for its offices, in their order, and is then released', async () => {
    const draft = valueOf(await save(drafter, 'aaaaaaa1', sampleNotice(Date.now())));
    assert.deepEqual([draft.state, draft.pending], ['in-review', ['Plans', 'Legal adviser']]);
    assert.equal(
      await release(releaser, 'aaaaaaa1'),
      'review-pending: Plans has not cleared this body',
    );
    assert.equal(told(await review(lawyer, draft)), 'review-pending: Plans has not cleared it');
    assert.equal(told(await review(watch, draft)), 'role-lacking: Watch 1 has no office');
    assert.deepEqual(valueOf(await review(staff, draft)).pending, ['Legal adviser']);
    assert.equal(
      await release(releaser, 'aaaaaaa1'),
      'review-pending: Legal adviser has not cleared this body',
    );
    assert.equal(valueOf(await review(lawyer, draft, 'held')).state, 'held');
    assert.equal(valueOf(await review(lawyer, draft, 'returned')).state, 'returned');
    assert.match(await release(releaser, 'aaaaaaa1'), /^review-pending/);
    const cleared = valueOf(await review(lawyer, draft));
    assert.deepEqual(
      cleared.reviews.map(({ office, seat, result }) => [office, seat, result]),
      [
        ['Plans', 'Plans 1', 'cleared'],
        ['Legal adviser', 'Lawyer 1', 'held'],
        ['Legal adviser', 'Lawyer 1', 'returned'],
        ['Legal adviser', 'Lawyer 1', 'cleared'],
      ],
    );
    assert.equal(cleared.state, 'ready');
    assert.equal(await release(lawyer, 'aaaaaaa1'), 'role-lacking: Lawyer 1 has the role legal');
    assert.equal(await release(releaser, 'aaaaaaa1'), 'ok');
  });

  test('one changed byte of the body voids every review; the same bytes again do not', async () => {
    const notice = sampleNotice(Date.now());
    const draft = valueOf(await save(drafter, 'aaaaaaa2', notice));
    await review(staff, draft);
    assert.equal(valueOf(await review(lawyer, draft)).state, 'ready');
    const other = { ...notice, title: 'Air activitz' };
    const changed = valueOf(await save(drafter, 'aaaaaaa2', other));
    assert.deepEqual([changed.state, changed.reviews], ['in-review', []]);
    assert.match(await release(releaser, 'aaaaaaa2'), /^review-pending: Plans/);
    assert.equal(told(await review(staff, draft)), 'draft-changed: Planner saved it since');
    const again = valueOf(await save(drafter, 'aaaaaaa2', notice));
    assert.deepEqual([again.state, again.bodyHash], ['ready', draft.bodyHash]);
    assert.equal(await release(releaser, 'aaaaaaa2'), 'ok');
  });

  test('nobody clears what it drafted itself', async () => {
    const draft = valueOf(await save(staff, 'aaaaaaa3', sampleNotice(Date.now())));
    assert.equal(told(await review(staff, draft)), 'second-officer: Plans 1 drafted it');
  });

  test('of two releases of one draft at once, one is an entry and one finds nothing', async () => {
    const body = sampleQuestion(Date.now());
    const { bodyHash } = valueOf(await save(drafter, 'aaaaaaa4', body));
    assert.ok(bodyHash);
    const sizeBefore = pair.coalition.running.runner.line.own.size;
    const both = await Promise.all(
      [releaser, commander].map(async ({ client }) =>
        told(await client.call('releaseDraft', { id: 'aaaaaaa4' }, { bodyHash })),
      ),
    );
    assert.deepEqual(both.toSorted(), ['not-found: no draft aaaaaaa4', 'ok']);
    const { own, picture } = pair.coalition.running.runner.line;
    const questions = [...picture.objects.values()].filter(
      (object) => object.ref.index >= sizeBefore && object.body.type === 'question',
    );
    assert.equal(questions.length, 1);
    assert.ok(own.size > sizeBefore);
  });

  test('a proposal under consideration shows the other side the offices, and no more', async () => {
    const proposal: Proposal = {
      type: 'proposal',
      matter: 'talks',
      status: 'exercise',
      precedence: 'PRIORITY',
      title: 'Talks',
      answerByMs: Date.now() + 86_400_000,
      level: 'colonels',
    };
    const draft = valueOf(await save(drafter, 'aaaaaaa5', proposal));
    await review(staff, draft);
    assert.match(await release(releaser, 'aaaaaaa5'), /^role-lacking/);
    assert.equal(await release(commander, 'aaaaaaa5'), 'ok');
    const theirs = pair.russia.running;
    const commanders = await Promise.all(
      ['Commander A', 'Commander B'].map(async (name) => enrolSeat(theirs, name, 'commander')),
    );
    const [first, second] = commanders;
    assert.ok(first && second);
    const set = { offices: [{ name: 'Legal', types: ['response' as const] }] };
    valueOf(await first.client.call('setOffices', {}, set));
    const ref = await second.until((event) =>
      event.name === 'entries'
        ? event.value.rows.find(({ text }) => text.includes('"type":"proposal"'))
        : undefined,
    );
    const { party, index, leaf } = ref;
    const response = { type: 'response', ref: { party, index, leaf } } as const;
    const agreed = await save(first, 'bbbbbbb1', { ...response, result: 'agreed' });
    assert.equal(valueOf(agreed).state, 'in-review');
    const result = 'under-consideration';
    await save(first, 'bbbbbbb2', { ...response, result, offices: ['Legal'] });
    assert.equal(await release(second, 'bbbbbbb2'), 'ok');
    const row = await commander.until((event) =>
      event.name === 'entries'
        ? event.value.rows.find(({ text }) => text.includes('under-consideration'))
        : undefined,
    );
    const { body } = JSON.parse(row.text) as { readonly body: Body };
    assert.deepEqual(body, { ...response, result, offices: ['Legal'] });
  });

  test('resuming and removing need two people, a warning needs one', async () => {
    const state: Body = {
      type: 'channel-state',
      status: 'exercise',
      state: 'open',
      scope: [],
      reason: 'resumed',
    };
    const alone = await commander.client.call('say', {}, { body: state });
    assert.match(told(alone), /^drafter-may-not-release/);
    await save(commander, 'aaaaaaa6', state);
    assert.equal(
      await release(commander, 'aaaaaaa6'),
      'drafter-may-not-release: Commander drafted it',
    );
    await save(releaser, 'aaaaaaa6', state);
    assert.equal(await release(commander, 'aaaaaaa6'), 'ok');

    const body = sampleWarning(Date.now());
    const { ref } = valueOf(await watch.client.call('say', {}, { body }));
    const confirm = { type: 'confirmation', ref, result: 'confirmed' } as const;
    assert.equal(
      told(await watch.client.call('say', {}, { body: confirm })),
      `second-officer: Watch 1 released coalition/${ref.index}`,
    );
    assert.equal(told(await releaser.client.call('say', {}, { body: confirm })), 'ok');
  });

  test('the watch is given and taken, on a chain of signed notes', async () => {
    const give = async (seat: TestSeat, to: string): Promise<Outcome<HandoverRow>> =>
      seat.client.call('giveHandover', {}, { to, notes: 'Quiet night.' });
    assert.match(told(await give(drafter, 'Watch 1')), /^role-lacking: Planner/);
    assert.match(told(await give(watch, 'Auditor')), /^role-lacking: Auditor/);
    assert.equal(told(await give(watch, 'Nobody')), 'not-found: there is no seat Nobody');
    assert.equal(told(await give(watch, 'Watch 1')), 'second-officer: it is Watch 1 itself');
    const nothing = await releaser.client.call('takeHandover', {}, {});
    assert.match(told(nothing), /^not-found: no watch was given to Duty officer/);

    valueOf(await save(drafter, 'aaaaaaa7', sampleNotice(Date.now())));
    const body = sampleWarning(Date.now());
    const { ref } = valueOf(await watch.client.call('say', {}, { body }));
    const given = valueOf(await give(watch, 'Duty officer'));
    assert.ok(given.kind === 'given');
    const named = `coalition/${ref.index}`;
    const open = given.tasks.map(({ id }) => id);
    assert.ok(open.includes(`${named} russia take`), open.join());
    assert.ok(open.includes(`${named} coalition confirm`), open.join());
    assert.equal(given.tasksOpen, given.tasks.length);
    assert.deepEqual(
      given.drafts.find(({ id }) => id === 'aaaaaaa7'),
      { id: 'aaaaaaa7', state: 'in-review', drafter: 'Planner' },
    );

    const wrongSeat = await commander.client.call('takeHandover', {}, {});
    assert.match(told(wrongSeat), /^not-found/);
    const both = await Promise.all(
      [1, 2].map(async () => told(await releaser.client.call('takeHandover', {}, {}))),
    );
    assert.deepEqual(both.filter((one) => one === 'ok').length, 1);

    await pair.coalition.restart();
    const log = valueOf(await auditor.client.call('handovers', {}, undefined));
    const key = readVerifierKey(log.key);
    assert.ok(key.ok);
    const rows = valueOf(readHandovers(log.notes, key.value));
    assert.deepEqual(
      rows.map((row) => (row.kind === 'given' ? [row.from, row.to] : [row.by, row.given])),
      [
        ['Watch 1', 'Duty officer'],
        ['Duty officer', 0],
      ],
    );
  });
});
