// What leaves by a release: the body that the releaser was shown, without what its marking holds
// back; as an entry of its own, whose bytes and hash know nothing of the rest.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { Draft, DraftInput, FloorRow, HashHex, Outcome, Ref } from '@parley/protocol';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestSeat } from './pair.ts';
import { sampleNotice, sampleQuestion } from './samples.ts';

const HELD_BACK = 'From the tanker track.';
const BOTH = ['coalition', 'russia'].map((party) => party as Ref['party']);
const OURS = BOTH.slice(0, 1);

function told(outcome: Outcome<unknown>): string {
  return outcome.ok ? 'ok' : `${outcome.refusal.code}: ${outcome.refusal.fault}`;
}

function valueOf<T>(outcome: Outcome<T>): T {
  assert.ok(outcome.ok, told(outcome));
  return outcome.value;
}

describe('the release of a draft', () => {
  let pair: Pair;
  let drafter: TestSeat;
  let releaser: TestSeat;
  let theirs: TestSeat;

  before(async () => {
    pair = await startPair();
    drafter = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    releaser = await enrolSeat(pair.coalition.running, 'Duty officer', 'releaser');
    theirs = await enrolSeat(pair.russia.running, 'Watch A', 'watch');
  });
  after(async () => {
    await pair.stop();
  });

  const save = async (id: string, draft: Omit<DraftInput, 'state' | 'form'>): Promise<Draft> =>
    valueOf(await drafter.client.call('saveDraft', { id }, { state: 'ready', form: '', ...draft }));
  const release = async (id: string, bodyHash: string | undefined): Promise<Outcome<unknown>> =>
    releaser.client.call('releaseDraft', { id }, { bodyHash: bodyHash as HashHex });
  const rowOf = async (seat: TestSeat, { index }: Ref): Promise<FloorRow> =>
    seat.until((event) =>
      event.name === 'entries'
        ? event.value.rows.find((row) => row.party === 'coalition' && row.index === index)
        : undefined,
    );
  const released = async ({ id, bodyHash }: Draft): Promise<FloorRow> => {
    const { ref } = valueOf(await release(id, bodyHash)) as { readonly ref: Ref };
    const [row, mirrored] = await Promise.all([rowOf(releaser, ref), rowOf(theirs, ref)]);
    assert.deepEqual(mirrored, row, 'the other side holds the same bytes');
    const leaf = createHash('sha256').update('\0').update(row.text, 'utf8').digest('hex');
    assert.equal(row.leaf, leaf, 'the hash in the record is that of these bytes');
    return row;
  };

  test('is refused when the draft has changed since the releaser was shown it', async () => {
    const question = sampleQuestion(Date.now());
    const shown = await save('aaaaaaa1', { body: question });
    const size = pair.coalition.running.runner.line.own.size;
    const now = await save('aaaaaaa1', { body: { ...question, codes: ['purpose', 'times'] } });
    const late = await release('aaaaaaa1', shown.bodyHash);
    assert.deepEqual(late.ok ? undefined : late.refusal, {
      code: 'draft-changed',
      field: 'bodyHash',
      fault: 'Watch 1 saved it since',
      right: 'a release of the body that the draft has now',
    });
    assert.equal(pair.coalition.running.runner.line.own.size, size, 'nothing was said');
    assert.equal(told(await release('aaaaaaa1', now.bodyHash)), 'ok');
  });

  test('names a body: without a hash, or with a word in its place, it is malformed', async () => {
    const draft = await save('aaaaaaa2', { body: sampleQuestion(Date.now()) });
    assert.match(told(await release('aaaaaaa2', undefined)), /^malformed/);
    assert.match(told(await release('aaaaaaa2', 'the newest')), /^malformed/);
    assert.equal(told(await release('aaaaaaa2', draft.bodyHash)), 'ok');
  });

  test('leaves out a portion that a member may not have, and says nothing of it', async () => {
    const words = { text: HELD_BACK, language: 'en' };
    const body = { ...sampleNotice(Date.now()), words };
    const portions = [{ path: '/words', releasableTo: OURS }];
    const whole = await save('bbbbbbb1', { body });
    const marked = await save('bbbbbbb2', { body, marking: { releasableTo: BOTH, portions } });
    const plain = await save('bbbbbbb3', { body: sampleNotice(Date.now()) });
    assert.equal(marked.bodyHash, whole.bodyHash, 'the drafts say the same');

    const all = await released(whole);
    const part = await released(marked);
    const without = await released(plain);
    const said = ({ text }: FloorRow): object => (JSON.parse(text) as { body: object }).body;
    assert.deepEqual(said(all), body);
    const { words: _, ...rest } = body;
    assert.deepEqual(said(part), rest);
    assert.notEqual(part.leaf, all.leaf);
    assert.equal(part.text.includes('tanker'), false);
    const shape = ({ text }: FloorRow): string[] => Object.keys(JSON.parse(text) as object);
    assert.deepEqual(shape(part), shape(without), 'nothing tells that something was held back');
    assert.deepEqual(Object.keys(said(part)), Object.keys(said(without)));
  });

  test('proves the redacted entry by itself', async () => {
    const body = { ...sampleNotice(Date.now()), words: { text: HELD_BACK, language: 'en' } };
    const portions = [{ path: '/words', releasableTo: OURS }];
    const draft = await save('bbbbbbb4', { body, marking: { releasableTo: BOTH, portions } });
    const row = await released(draft);
    await releaser.until((event) =>
      event.name === 'heads' &&
      event.value.cosigned.some(({ party, size }) => party === 'russia' && size > row.index)
        ? true
        : undefined,
    );
    const parts = { party: row.party, index: String(row.index) };
    const proof = valueOf(await releaser.client.call('entryProof', parts, undefined));
    assert.equal(proof.includes('tanker'), false);
    const exported = valueOf(
      await releaser.client.call('exportRecord', { party: row.party }, undefined),
    );
    assert.equal(exported.split(HELD_BACK).length - 1, 1, 'only the entry that was released whole');
  });

  test('is refused for a member that may not have it, or a part that must be there', async () => {
    const body = sampleNotice(Date.now());
    const none = await save('ccccccc1', { body, marking: { releasableTo: OURS, portions: [] } });
    assert.equal(
      told(await release('ccccccc1', none.bodyHash)),
      'not-releasable: russia may not have it',
    );
    const portions = [{ path: '/title', releasableTo: OURS }];
    const part = await save('ccccccc2', { body, marking: { releasableTo: BOTH, portions } });
    assert.equal(
      told(await release('ccccccc2', part.bodyHash)),
      'not-releasable: it is mandatory, and a member may not have it',
    );
  });

  test('keeps a marking when a page that knows of none saves the draft again', async () => {
    const body = sampleNotice(Date.now());
    await save('ddddddd1', { body, marking: { releasableTo: OURS, portions: [] } });
    const again = await save('ddddddd1', { body });
    assert.deepEqual(again.marking, { releasableTo: ['coalition'], portions: [] });
    assert.match(told(await release('ddddddd1', again.bodyHash)), /^not-releasable/);
  });
});
