// The talks in a real browser, on the floors of two real nodes: an offer that offices consider, an
// alternative, a question that stays unanswered, declarations of one place, statements against one
// another, a memorandum from draft to signature. Keys where the page promises them.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { DEFAULT_ARRANGEMENT, readBody } from '@parley/protocol';
import type { Ref } from '@parley/protocol';
import { enrolSeat, startPair } from '../../node/test/pair.ts';
import type { Pair, TestNode, TestSeat } from '../../node/test/pair.ts';
import { checkedByAxe, holdButton, NO_BROWSER, openBrowser, openTab, shoot } from './browser.ts';
import { takeSeat } from './browser.ts';
import type { FloorTab } from './browser.ts';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.now();
const DRILL = { precedence: 'ROUTINE', status: 'exercise' } as const;

/** 4 km around the airfield near Latakia. */
const AIRFIELD = [
  {
    outline: {
      kind: 'circle',
      centre: { latE7: 354_011_000, lonE7: 359_487_000 },
      radiusCentimetres: 400_000,
    },
    band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
    window: { startMs: NOW_MS, endMs: NOW_MS + 24 * HOUR_MS },
  },
];

/** Two seats of a node, so that one drafts and the other releases. */
type Voice = { readonly drafter: TestSeat; readonly releaser: TestSeat };

async function voiceOf({ running }: TestNode): Promise<Voice> {
  return {
    drafter: await enrolSeat(running, 'Registry', 'watch'),
    releaser: await enrolSeat(running, 'Minister', 'commander'),
  };
}

async function tell({ drafter, releaser }: Voice, value: object): Promise<Ref> {
  const body = readBody(value);
  assert.ok(body.ok, JSON.stringify(body));
  const id = crypto.randomUUID();
  const draft = { state: 'ready', form: '', body: body.value } as const;
  const saved = await drafter.client.call('saveDraft', { id }, draft);
  assert.ok(saved.ok && saved.value.bodyHash !== undefined, JSON.stringify(saved));
  const { bodyHash } = saved.value;
  const released = await releaser.client.call('releaseDraft', { id }, { bodyHash });
  assert.ok(released.ok, JSON.stringify(released));
  return released.value.ref;
}

const offerOf = (title: string) => ({
  type: 'proposal',
  matter: 'talks',
  ...DRILL,
  title,
  level: 'generals',
  answerByMs: NOW_MS + 72 * HOUR_MS,
  scope: { covers: ['flight-safety'], leavesOut: [], open: ['intentions'] },
});

suite('the talks in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;
  let us: Voice;
  let them: Voice;
  let ours: FloorTab;
  let theirs: FloorTab;
  let offer: Ref;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
    [us, them] = await Promise.all([voiceOf(pair.coalition), voiceOf(pair.russia)]);
    ours = await openTab(browser);
    theirs = await openTab(browser);
    await takeSeat(ours, pair.coalition.running, 'Watch 1', 'commander');
    await takeSeat(theirs, pair.russia.running, 'Watch A', 'commander');
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('an empty line says so, and T and Escape open and close the talks', async () => {
    const { page } = ours;
    await page.keyboard.press('t');
    const talks = talksOn(page);
    await talks.getByText('Nobody has offered anything').waitFor();
    await talks.getByText('Questions unanswered: 0 of 0.').waitFor();
    await page.keyboard.press('Escape');
    await talks.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Talks T' }).click();
    await talks.waitFor();
  });

  test('an offer is unanswered until offices consider it, whom both floors name', async () => {
    offer = await tell(them, offerOf('Talks on safety of flight'));
    const row = rowOf(ours.page, 'Offered', 'Talks on safety of flight');
    await row.getByText(/Coalition: unanswered since .*, not read yet/).waitFor();
    await row.getByText('Still open', { exact: true }).waitFor();
    await row.getByText('Intentions', { exact: true }).waitFor();

    // From the overview by keyboard into the panel of the offer, and read there by its key.
    await row.getByRole('button', { name: /Talks on safety of flight/ }).press('Enter');
    await ours.page.getByRole('heading', { name: 'Talks on safety of flight' }).waitFor();
    await ours.page.keyboard.down('a');
    await ours.page.getByRole('button', { name: /^Read/ }).waitFor({ state: 'detached' });
    await ours.page.keyboard.up('a');
    await respondByOffices(ours.page);
    await releaseOn(browser, pair.coalition);
    await theirs.page.keyboard.press('t');
    await rowOf(theirs.page, 'Offered', 'Talks on safety of flight')
      .getByText(/Coalition: Under consideration by Cabinet and General staff, since /)
      .waitFor();
  });

  test('an alternative stands beside what it is put in place of, and is agreed to', async () => {
    const other = await tell(us, { ...offerOf('Talks, with incidents'), alternativeTo: offer });
    const response = { type: 'response', result: 'alternative', ref: offer, alternative: other };
    await tell(us, response);
    await tell(them, { type: 'response', result: 'agreed', ref: other });
    const { page } = theirs;
    await rowOf(page, 'Offered', 'Talks on safety of flight')
      .getByRole('button', { name: /^Talks, with incidents EXERCISE P-/ })
      .waitFor();
    await rowOf(page, 'Offered', 'Talks, with incidents')
      .getByText(/Russia: Agreed/)
      .first()
      .waitFor();
    await talksOn(page).getByText('Offers open: 0 of 2.').waitFor();
  });

  test('a question stays unanswered by a promise', async () => {
    const ref = await tell(us, {
      type: 'question',
      ...DRILL,
      codes: ['intentions'],
      answerByMs: NOW_MS + HOUR_MS,
    });
    const row = rowOf(theirs.page, 'Asked', 'What is intended?');
    await row.getByText(/Russia: unanswered \d+ (s|min), not read yet, due /).waitFor();
    const promise = { type: 'answer', ref, result: 'promised' };
    await tell(them, { ...promise, promisedMs: NOW_MS + 48 * HOUR_MS });
    await row.getByText(/Russia: unanswered .*, an answer is promised .*, due /).waitFor();
    await talksOn(theirs.page).getByText('Questions unanswered: 1 of 1.').waitFor();
    const intentions = talksOn(theirs.page).getByRole('table', { name: 'Intentions, by horizon' });
    assert.equal(await intentions.getByText('not stated').count(), 6);
  });

  test('two declarations of one place stand side by side, and where they differ', async () => {
    const declared = {
      type: 'declaration',
      matter: 'deployment',
      ...DRILL,
      title: 'At the airfield',
      expiresMs: NOW_MS + 48 * HOUR_MS,
      volumes: AIRFIELD,
    };
    const observed = { whose: 'observed', basis: 'assessed' };
    const seen = [
      { kind: 'personnel', count: 200, accuracy: 'about' },
      { kind: 'tanks', count: 6, accuracy: 'about' },
    ];
    await tell(us, { ...declared, ...observed, items: seen });
    const own = { whose: 'our-own', basis: 'direct-knowledge' };
    const stated = [{ kind: 'personnel', count: 60, accuracy: 'exact' }];
    await tell(them, { ...declared, ...own, items: stated });
    const table = talksOn(theirs.page).getByRole('table', { name: /^At or near Bassel Al-Assad/ });
    await table.getByText('Observed of others').waitFor();
    await table.getByText('Of our own forces').waitFor();
    const cells = async (row: number): Promise<string[]> =>
      table.getByRole('row').nth(row).getByRole('cell').allTextContents();
    assert.deepEqual(await cells(1), ['about 200', '60']);
    assert.deepEqual(await cells(2), ['about 6', 'nothing stated']);
    assert.equal(await table.getByText('≠ differs').count(), 1);
  });

  test('a statement that contradicts another is marked on both, and leads there', async () => {
    const said = {
      type: 'statement',
      ...DRILL,
      saidMs: NOW_MS,
      saidTo: 'day',
      certainty: 'quoted',
      source: { title: 'Morning press' },
    };
    const first = await tell(us, {
      ...said,
      speaker: { office: 'Secretary' },
      said: { text: 'Troops have arrived.', language: 'en' },
    });
    await tell(them, {
      ...said,
      speaker: { office: 'Ministry' },
      said: { text: 'Войск там нет.', language: 'ru' },
      relations: [{ ref: first, relation: 'contradicts' }],
    });
    const { page } = theirs;
    await rowOf(page, 'Said in public', 'Secretary').getByText('≠ Contradicts').waitFor();
    const second = rowOf(page, 'Said in public', 'Ministry');
    await second.getByText('≠ Contradicts').waitFor();
    await page.getByRole('searchbox').fill('войск');
    await rowOf(page, 'Said in public', 'Secretary').waitFor({ state: 'detached' });
    await second.waitFor();
    await page.getByRole('searchbox').fill('');
    await shoot(page, 'talks');
    assert.deepEqual(await checkedByAxe(page), []);
    await second.getByRole('button', { name: /of Coalition: Troops have arrived/ }).click();
    await page.getByRole('heading', { name: 'Troops have arrived.' }).waitFor();
    await page.keyboard.press('t');
  });

  test('a meeting is tentative, then held, and keeps that it was not sure', async () => {
    const meeting = { type: 'contact', ...DRILL, form: 'meeting', level: 'ministers' };
    const about = { startMs: NOW_MS - 60_000, participants: [], subjects: ['The valley'] };
    const maybe = await tell(us, { ...meeting, ...about, state: 'tentative' });
    const row = rowOf(theirs.page, 'Calls and meetings', 'Meeting, ministers');
    await row.getByText('nobody has said that it was held').waitFor();
    await tell(us, { ...meeting, ...about, state: 'held', supersedes: maybe });
    await row.getByText(/^Before: tentative, told /).waitFor();
    await row.getByText(/^Held/).waitFor();
  });

  test('a version is drafted here, proposed, amended, signed by one, then by both', async () => {
    const { page } = theirs;
    const versions = talksOn(page).getByRole('region', { name: 'Arrangement' });
    await versions.getByText('Version 1').waitFor();
    await versions.getByText('In force', { exact: true }).waitFor();
    const version = (scope: string) => ({ ...DEFAULT_ARRANGEMENT, version: 2, scope });
    const proposed = (title: string, scope: string) => ({
      type: 'proposal',
      matter: 'arrangement',
      ...DRILL,
      title,
      answerByMs: NOW_MS + 24 * HOUR_MS,
      arrangement: version(scope),
    });
    const first = await tell(us, proposed('First text', 'Aircraft of both sides.'));
    await versions.getByText('Proposed', { exact: true }).waitFor();
    await versions.getByText('1 clause differs from what is in force').waitFor();
    const second = proposed('Second text', 'Crewed and unmanned aircraft.');
    const amended = await tell(them, { ...second, alternativeTo: first });
    await versions.getByText('Amended', { exact: true }).waitFor();
    await tell(us, { type: 'response', result: 'agreed', ref: amended });
    await versions.getByText('Agreed to, not signed', { exact: true }).waitFor();

    const text = version('Crewed and unmanned aircraft.');
    const body = readBody(text);
    assert.ok(body.ok);
    const draft = { state: 'ready', form: '', body: body.value } as const;
    const id = 'abcdef01';
    const saved = await them.drafter.client.call('saveDraft', { id }, draft);
    assert.ok(saved.ok && saved.value.bodyHash !== undefined);
    await versions
      .getByText('Draft of our signature under version 2, by Registry: only on this node.')
      .waitFor();
    await tell(us, text);
    await versions.getByText('Not signed by all', { exact: true }).waitFor();
    await versions.getByText('Not signed by Russia').waitFor();
    const { bodyHash } = saved.value;
    const signed = await them.releaser.client.call('releaseDraft', { id }, { bodyHash });
    assert.ok(signed.ok, JSON.stringify(signed));
    await versions.getByText('Signed by Russia, Minister').waitFor();
    await versions.getByText('Lapsed', { exact: true }).waitFor();
    await shoot(page, 'talks-signed');
    await versions.getByRole('button', { name: 'Read, compare, sign M' }).click();
    await page.getByRole('button', { name: 'Version 2, in force' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('a version being typed outlives Escape and a reload, until discarded', async () => {
    const { page } = theirs;
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Propose changes' }).click();
    const json = page.getByLabel('The version as JSON');
    await json.fill('{ "half": "written"');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('m');
    assert.equal(await json.inputValue(), '{ "half": "written"');
    await page.reload();
    await page.getByRole('heading', { name: 'Answer now' }).waitFor();
    await page.keyboard.press('m');
    assert.equal(await json.inputValue(), '{ "half": "written"');
    await holdButton(page, /^Discard this text/, async () => json.waitFor({ state: 'detached' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Propose changes' }).waitFor();
    assert.equal(await json.count(), 0);
    assert.deepEqual([...ours.errors, ...theirs.errors], []);
  });
});

function talksOn(page: Page) {
  return page.getByRole('dialog', { name: 'The talks' });
}

function rowOf(page: Page, section: string, title: string) {
  const rows = talksOn(page).getByRole('region', { name: section }).locator('.talk-row');
  return rows.filter({ has: page.locator('.talk-take', { hasText: title }) });
}

/** Answers what is in hand: it is under consideration by two offices. */
async function respondByOffices(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Under consideration' }).click();
  const offices = page.getByRole('group', { name: 'Offices' }).getByRole('textbox');
  await offices.first().fill('Cabinet');
  await offices.nth(1).fill('General staff');
  await page.getByRole('button', { name: 'Ready for release' }).click();
  await page.locator('.card.ready').waitFor();
}

/** A second seat of the node releases the one draft that is ready, on a page of its own. */
async function releaseOn(browser: Browser, { running }: TestNode): Promise<void> {
  const second = await openTab(browser);
  await takeSeat(second, running, 'Duty officer', 'commander');
  await second.page.locator('.card.ready').click();
  await holdButton(second.page, /^Release/, async () =>
    second.page.locator('.card.ready').waitFor({ state: 'detached' }),
  );
  await second.context.close();
}
