// Inside a party, in a real browser: an invitation for each role, an office that clears a draft,
// the handover of the watch, and EXERCISE before everything that is drill.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { enrolSeat, startPair } from '../../node/test/pair.ts';
import type { Pair, TestSeat } from '../../node/test/pair.ts';
import { emptyNoticeForm } from '../src/draft/draft-form.ts';
import { checkedByAxe, NO_BROWSER, openBrowser, openTab, takeSeat } from './browser.ts';
import type { FloorTab } from './browser.ts';
import { exerciseNotice } from './said.ts';

suite('inside a party in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;
  let commander: FloorTab;
  let lawyer: FloorTab;
  let drafter: TestSeat;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
    commander = await openTab(browser);
    await takeSeat(commander, pair.coalition.running, 'Commander 1', 'commander');
    drafter = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    const first = await enrolSeat(pair.coalition.running, 'Registry', 'administrator');
    const offices = [{ name: 'Legal adviser', types: ['notice' as const] }];
    const set = await first.client.call('setOffices', {}, { offices });
    assert.ok(set.ok);
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('a commander invites a legal seat of an office with a link', async () => {
    const { page } = commander;
    await page.getByRole('button', { name: 'Commander 1 · Commander' }).click();
    const invitations = page.getByRole('region', { name: 'Invite' }).getByRole('button');
    await page.getByLabel('Office', { exact: true }).selectOption('Legal adviser');
    assert.deepEqual(await invitations.allTextContents(), [
      'Invite a drafter',
      'Invite a watch seat',
      'Invite a releaser',
      'Invite a commander',
      'Invite a legal seat',
      'Invite an auditor',
      'Invite an administrator',
    ]);
    await page.getByRole('button', { name: 'Invite a legal seat' }).click();
    const link = await page.getByLabel('Invitation link').inputValue();
    assert.deepEqual(await checkedByAxe(page), []);
    await page.keyboard.press('Escape');
    lawyer = await openTab(browser);
    await lawyer.page.goto(link);
    await lawyer.page.getByLabel('What is this seat called?').fill('Lawyer 1');
    await lawyer.page.getByRole('button', { name: 'Take the seat' }).click();
    await lawyer.page.getByRole('button', { name: 'Lawyer 1 · Legal' }).waitFor();
  });

  test('a draft waits for its office, which clears it on its own page', async () => {
    const body = exerciseNotice('Two offices');
    const form = JSON.stringify({ ...emptyNoticeForm(Date.now(), true), title: 'Two offices' });
    const saved = await drafter.client.call(
      'saveDraft',
      { id: 'abcdef01' },
      { state: 'ready', form, body },
    );
    assert.ok(saved.ok);
    const { page } = commander;
    const card = { name: /Two offices.*Waits for Legal adviser/ };
    await page.getByRole('button', card).click();
    await page.getByText('Cannot release: Legal adviser has not cleared it.').waitFor();
    await lawyer.page.getByRole('button', card).click();
    await lawyer.page.getByRole('button', { name: 'Clear it' }).click();
    const reviews = page.getByRole('region', { name: 'Reviews' });
    await reviews.getByText('Legal adviser: cleared by Lawyer 1').waitFor();
    await page.getByRole('button', { name: /^Release/ }).waitFor();
    const noRelease = lawyer.page.getByText('Cannot release: this seat has the role legal.');
    await noRelease.waitFor();
  });

  test('the watch is given on one page and taken on another', async () => {
    const watch = await openTab(browser);
    await takeSeat(watch, pair.coalition.running, 'Watch 2', 'watch');
    await commander.page.getByRole('button', { name: 'Commander 1 · Commander' }).click();
    await commander.page.getByLabel('Give the watch to').selectOption('Watch 2');
    await commander.page.getByRole('button', { name: 'Give the watch' }).click();
    await commander.page.getByText('Given to Watch 2, who has yet to take it.').waitFor();
    await commander.page.keyboard.press('Escape');
    await watch.page.getByRole('button', { name: 'Watch 2 · Watch' }).click();
    await watch.page
      .getByText(/^Commander 1 gave you the watch at .*\. Open: tasks 0, drafts 1\./)
      .waitFor();
    await watch.page.getByRole('button', { name: 'Take the watch' }).click();
    const taken = watch.page.getByRole('button', { name: 'Take the watch' });
    await taken.waitFor({ state: 'detached' });
    await watch.context.close();
    const log = await drafter.client.call('handovers', {}, undefined);
    assert.equal(log.ok && log.value.notes.length, 2);
  });

  test('a drill begins with EXERCISE on its card, in the list and in hand', async () => {
    const { client, until } = await enrolSeat(pair.coalition.running, 'Duty officer', 'releaser');
    const bodyHash = await until((event) =>
      event.name === 'drafts'
        ? event.value.drafts.find(({ id }) => id === 'abcdef01')?.bodyHash
        : undefined,
    );
    const released = await client.call('releaseDraft', { id: 'abcdef01' }, { bodyHash });
    assert.ok(released.ok);
    await Promise.all([commander.context.close(), lawyer.context.close()]);
    const theirs = await openTab(browser);
    await takeSeat(theirs, pair.russia.running, 'Watch A', 'watch');
    const { page } = theirs;
    const card = page.getByRole('button', { name: /^EXERCISE .*Read it.*Two offices/ });
    await card.click();
    assert.match((await card.textContent()) ?? '', /^EXERCISE/);
    const hand = page.getByRole('article', { name: 'Two offices' });
    assert.match((await hand.textContent()) ?? '', /^EXERCISE/);
    await page.keyboard.press('l');
    await page.getByTitle('EXERCISE Two offices').waitFor();
  });
});
