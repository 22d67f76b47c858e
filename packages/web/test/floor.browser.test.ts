// The floor in a real browser on two real nodes: seats, the ladder, FLASH, four eyes, blindness.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { enrolSeat, startPair } from '../../node/test/pair.ts';
import type { Pair } from '../../node/test/pair.ts';
import { checkedByAxe, holdButton, holdKey, NO_BROWSER, openBrowser, openTab } from './browser.ts';
import { shoot, takeSeat } from './browser.ts';
import { deirEzZorWarning, exerciseNotice, releaseNotice } from './said.ts';

suite('the floor in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('a one-time link takes a seat, works once, and the floor says where it is', async () => {
    const tab = await openTab(browser);
    const link = pair.russia.running.seatLink('watch');
    await tab.page.goto(link);
    await tab.page.getByLabel('What is this seat called?').fill('Watch 1');
    await tab.page.getByRole('button', { name: 'Take the seat' }).click();
    await tab.page.getByText('Coalition alive since').waitFor();
    assert.equal(await tab.page.getByRole('button', { name: 'Watch 1 · Watch' }).count(), 1);
    await tab.page.getByText('Nothing was said on this line yet.').waitFor();
    await shoot(tab.page, 'empty-floor');

    const second = await openTab(browser);
    await second.page.goto(link);
    await second.page.getByLabel('What is this seat called?').fill('Intruder');
    await second.page.getByRole('button', { name: 'Take the seat' }).click();
    const refusal = await second.page.getByRole('alert').textContent();
    assert.match(refusal ?? '', /^This link was used already, or has expired\./);
    assert.deepEqual(tab.errors, []);
    await tab.context.close();
    await second.context.close();
  });

  test('a notice from the other side is read, read back and answered up its ladder', async () => {
    const reader = await openTab(browser);
    const author = await openTab(browser);
    await takeSeat(reader, pair.russia.running, 'Duty officer', 'releaser');
    await takeSeat(author, pair.coalition.running, 'Floor', 'watch');
    await releaseNotice(pair.coalition.running, exerciseNotice('Transit west of OSDZ'));
    const { page } = reader;

    await page.getByRole('button', { name: /Read it.*Transit west of OSDZ/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Transit west of OSDZ' }).waitFor();
    const ladder = page.getByRole('region', { name: 'Ladder of Russia' });
    assert.match((await ladder.textContent()) ?? '', /Received\d\d:\d\d:\d\dZ · \d+\.\d s/);
    assert.match((await ladder.textContent()) ?? '', /Disseminatedno statement/);

    await holdKey(page, 'a', async () => ladder.getByText('Duty officer').waitFor());
    await page.getByRole('button', { name: /Read it back.*Transit west of OSDZ/ }).waitFor();

    await page.keyboard.press('b');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('37S FV 01429 02002').waitFor();
    await shoot(page, 'read-back');
    await holdButton(page, /We confirm/, async () => dialog.waitFor({ state: 'detached' }));
    await ladder.getByText('match').waitFor();

    await page.getByLabel('Our position').selectOption('no-objection');
    await holdButton(page, /State it to Coalition/, async () =>
      ladder.getByText('No objection').waitFor(),
    );
    await shoot(page, 'ladder');

    await author.page.getByRole('button', { name: 'List' }).waitFor();
    await author.page.goto(`${author.page.url().split('#')[0] ?? ''}#object=${await idOf(page)}`);
    await author.page.reload();
    const seen = author.page.getByRole('region', { name: 'Ladder of Russia' });
    await seen.getByText('No objection').waitFor();
    await seen.getByText('match').waitFor();
    assert.deepEqual([...reader.errors, ...author.errors], []);
    await reader.context.close();
    await author.context.close();
  });

  test('words that contradict the geometry are told to the reader', async () => {
    const reader = await openTab(browser);
    await takeSeat(reader, pair.russia.running, 'Second watch', 'watch');
    const words = { text: 'Activity 9 km south of the airfield.', language: 'en' };
    const notice = { ...exerciseNotice('South of the airfield'), words };
    await releaseNotice(pair.coalition.running, notice);
    await reader.page.getByRole('button', { name: /Read it.*South of the airfield/ }).click();
    const note = await reader.page.getByRole('note').textContent();
    assert.match(
      note ?? '',
      /Text and geometry differ\. The text says 9 km south of Deir ez-Zor airport\./,
    );
    await reader.context.close();
  });

  test('a warning takes the screen, one key takes it, and its sender sees who and when', async () => {
    const sender = await openTab(browser);
    const watch = await openTab(browser);
    const other = await openTab(browser);
    await takeSeat(sender, pair.coalition.running, 'Liaison', 'watch');
    await takeSeat(watch, pair.russia.running, 'Night watch', 'watch');
    await takeSeat(other, pair.russia.running, 'Third watch', 'watch');

    await sender.page.keyboard.press('w');
    await sender.page.getByLabel('Position, in any form').fill('37S FV 03115 01998');
    await sender.page.getByLabel('Traffic').selectOption('exercise');
    await sender.page.getByText('Your fire is striking our forces.').waitFor();
    await shoot(sender.page, 'warn');
    await holdButton(sender.page, /Send FLASH warning/, async () =>
      sender.page.getByRole('dialog').waitFor({ state: 'detached' }),
    );
    await sender.page.getByText('not taken by Russia for').waitFor();

    const screen = watch.page.getByRole('alertdialog', {
      name: 'Your fire is striking our forces',
    });
    await screen.waitFor();
    await other.page.getByRole('alertdialog').waitFor();
    await screen.getByText('EXERCISE').waitFor();
    await screen.getByText('Sound is off on this page.').waitFor();
    await screen.getByRole('button', { name: 'Take it', disabled: false }).waitFor();
    await shoot(watch.page, 'flash');
    await watch.page.keyboard.press('a');

    await screen.getByText(/taken by Night watch after \d+ s/).waitFor();
    await other.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await sender.page.getByText(/taken by Russia after \d+ s/).waitFor();

    await screen.getByRole('button', { name: 'Action taken', disabled: false }).waitFor();
    await watch.page.keyboard.press('1');
    await screen.waitFor({ state: 'detached' });
    await sender.page
      .getByRole('region', { name: 'Ladder of Russia' })
      .getByText('Action taken')
      .waitFor();
    await shoot(sender.page, 'warning-answered');
    for (const { errors, context } of [sender, watch, other]) {
      assert.deepEqual(errors, []);
      await context.close();
    }
  });

  test('the alarm is said to be off until somebody has tested it', async () => {
    const tab = await openTab(browser);
    await takeSeat(tab, pair.russia.running, 'Alarm watch', 'watch');
    const bar = tab.page.getByRole('region', { name: 'Alarm sound' });
    await bar.getByRole('button', { name: 'Press to test the alarm' }).click();
    await bar.waitFor({ state: 'detached' });

    const seat = await enrolSeat(pair.coalition.running, 'Alarm liaison', 'watch');
    const said = await seat.client.call('say', {}, { body: deirEzZorWarning() });
    assert.equal(said.ok, true);
    const screen = tab.page.getByRole('alertdialog');
    await screen.getByRole('button', { name: 'Sounding. Silence for 60 s' }).waitFor();
    await tab.page.keyboard.press('F8');
    await screen.getByText('Sound silenced for').waitFor();
    await screen.getByRole('button', { name: 'Take it', disabled: false }).click();
    await screen.getByText('taken by Alarm watch').waitFor();
    await tab.page.keyboard.press('Escape');
    await screen.waitFor({ state: 'detached' });
    await tab.page.getByRole('button', { name: /Say what was done/ }).waitFor();
    await tab.context.close();
  });

  test('the drafter may not release, and is told who can', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    await takeSeat(tab, pair.coalition.running, 'Drafting releaser', 'releaser');
    const other = await openTab(browser);
    await takeSeat(other, pair.coalition.running, 'K.', 'releaser');
    const sentence = await page.evaluate(async (body) => {
      const id = crypto.randomUUID();
      const drafts = `${location.pathname}api/drafts/${id}`;
      const init = { method: 'PUT', headers: { 'content-type': 'application/json' } };
      const draft = { state: 'ready', form: '{}', body };
      await fetch(drafts, { ...init, body: JSON.stringify(draft) });
      const answer = await fetch(`${drafts}/release`, { method: 'POST' });
      return answer.text();
    }, exerciseNotice('Own release'));
    assert.match(sentence, /drafter-may-not-release/);
    await tab.context.close();
    await other.context.close();
  });

  test('a page that loses its node says so over the whole bar, and comes back by itself', async () => {
    const tab = await openTab(browser);
    await takeSeat(tab, pair.russia.running, 'Blind watch', 'watch');
    const bar = tab.page.getByRole('banner');
    await bar.getByText('Coalition alive since').waitFor();
    await pair.russia.running.stop();
    await bar
      .getByText(/^Blind: this page does not hear its own node since \d\d:\d\d:\d\dZ/)
      .waitFor();
    await shoot(tab.page, 'blind');

    const far = await openTab(browser);
    await takeSeat(far, pair.coalition.running, 'Far watch', 'watch');
    await far.page.getByText(/Line to Russia dead: no heartbeat since \d\d:\d\d:\d\dZ/).waitFor();
    await shoot(far.page, 'dead-line');

    const missed = exerciseNotice('Said while they were away');
    await releaseNotice(pair.coalition.running, missed);
    await pair.russia.restart();
    await bar.getByText('Coalition alive since').waitFor();
    await tab.page.getByRole('button', { name: /Said while they were away/ }).waitFor();
    await far.page.getByText('Russia alive since').waitFor();
    await tab.context.close();
    await far.context.close();
  });

  test('nothing serious is found by axe, in any mode, on floor, dialog and FLASH', async () => {
    const tab = await openTab(browser);
    const { page } = tab;
    await takeSeat(tab, pair.russia.running, 'Axe watch', 'releaser');
    await page.keyboard.press('n');
    for (const mode of ['night', 'day', 'red-night']) {
      await page.getByLabel('Colours').selectOption(mode);
      assert.deepEqual(await checkedByAxe(page), [], `floor, ${mode}`);
    }
    await page.keyboard.press('Shift+Slash');
    await page.getByRole('dialog').waitFor();
    assert.deepEqual(await checkedByAxe(page), [], 'help');
    await page.keyboard.press('Escape');
    await page.keyboard.press('w');
    await page.getByRole('dialog', { name: 'FLASH warning' }).waitFor();
    assert.deepEqual(await checkedByAxe(page), [], 'warning dialog');
    await page.keyboard.press('Escape');
    const seat = await enrolSeat(pair.coalition.running, 'Axe liaison', 'watch');
    await seat.client.call('say', {}, { body: deirEzZorWarning() });
    await page.getByRole('alertdialog').getByRole('button', { name: 'Take it' }).waitFor();
    assert.deepEqual(await checkedByAxe(page), [], 'FLASH');
    await tab.context.close();
  });

  test('no request leaves the node’s own origin', async () => {
    const tab = await openTab(browser);
    await takeSeat(tab, pair.coalition.running, 'Origin watch', 'watch');
    await tab.page.keyboard.press('l');
    await tab.page.getByRole('region', { name: 'List' }).waitFor();
    const origin = pair.coalition.running.floorOrigin;
    const outside = tab.requested.filter(
      (address) => new URL(address).origin !== origin && !/^(?:blob|data):/.test(address),
    );
    assert.deepEqual(outside, []);
    assert.ok(tab.requested.some((address) => address.endsWith('.woff2')));
    await tab.context.close();
  });
});

async function idOf(page: Page): Promise<string> {
  return new URL(page.url()).hash.replace('#object=', '');
}
