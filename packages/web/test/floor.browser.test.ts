// The floor in a real browser on two real nodes: seats, the ladder, FLASH, four eyes, blindness.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { replayClock } from '../../node/src/index.ts';
import { enrolSeat, startPair } from '../../node/test/pair.ts';
import type { Pair } from '../../node/test/pair.ts';
import { emptyNoticeForm } from '../src/draft/draft-form.ts';
import { checkedByAxe, holdButton, holdKey, NO_BROWSER, openBrowser, openTab } from './browser.ts';
import { shoot, takeSeat } from './browser.ts';
import type { FloorTab } from './browser.ts';
import { deirEzZorWarning, exerciseNotice, releaseNotice } from './said.ts';

suite('the floor in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;
  let russia: FloorTab;
  let coalition: FloorTab;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
    [russia, coalition] = await Promise.all([openTab(browser), openTab(browser)]);
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('a one-time link takes a seat, works once, and the floor says where it is', async () => {
    const link = pair.russia.running.seatLink('releaser');
    await russia.page.goto(link);
    assert.deepEqual(await checkedByAxe(russia.page), [], 'enrolment');
    await russia.page.getByLabel('What is this seat called?').fill('Duty officer');
    await russia.page.getByRole('button', { name: 'Take the seat' }).click();
    await russia.page.getByText('Coalition alive since').waitFor();
    await russia.page.getByRole('button', { name: 'Duty officer · Releaser' }).waitFor();
    await russia.page.getByText('Nothing was said on this line yet.').waitFor();

    await coalition.page.goto(link);
    await coalition.page.getByLabel('What is this seat called?').fill('Intruder');
    await coalition.page.getByRole('button', { name: 'Take the seat' }).click();
    const refusal = await coalition.page.getByRole('alert').textContent();
    assert.match(refusal ?? '', /^This link was used already, or has expired\./);
    const refused = coalition.errors.splice(0);
    assert.equal(refused.length, 1);
    assert.match(refused[0] ?? '', /status of 410/);
    await takeSeat(coalition, pair.coalition.running, 'Liaison', 'releaser');
    await shoot(coalition.page, 'empty-floor');
  });

  test('a notice climbs its ladder, each step held and seen by both', async () => {
    await releaseNotice(pair.coalition.running, exerciseNotice('Transit west of OSDZ'));
    const { page } = russia;
    await page.getByRole('button', { name: /Read it.*Transit west of OSDZ/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'Transit west of OSDZ' }).waitFor();
    const ladder = page.getByRole('region', { name: 'Ladder of Russia' });
    await ladder.getByText(/\d\d:\d\d:\d\dZ · \d+\.\d s/).waitFor();
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
    const stated = ladder.getByText('No objection');
    await holdButton(page, /State it to Coalition/, async () => stated.waitFor());
    await shoot(page, 'ladder');

    // The address names what is in hand, so the author's page opens on the same object.
    await coalition.page.goto(`${floorOf(coalition.page)}${new URL(page.url()).hash}`);
    const seen = coalition.page.getByRole('region', { name: 'Ladder of Russia' });
    await seen.getByText('No objection').waitFor();
    await seen.getByText('match').waitFor();
  });

  test('a short press does not say anything', async () => {
    await releaseNotice(pair.coalition.running, exerciseNotice('Only touched'));
    const { page } = russia;
    await page.getByRole('button', { name: /Read it.*Only touched/ }).click();
    await page.getByRole('button', { name: /^Read A hold/ }).click();
    await page.keyboard.press('a');
    const recordBefore = pair.russia.running.runner.line.own.size;
    await page.getByRole('heading', { name: 'Only touched' }).waitFor();
    assert.equal(pair.russia.running.runner.line.own.size, recordBefore);
    assert.equal(await page.getByRole('button', { name: /Read it.*Only touched/ }).count(), 1);
  });

  test('words that contradict the geometry are told to the reader', async () => {
    const words = { text: 'Activity 9 km south of the airfield.', language: 'en' };
    await releaseNotice(pair.coalition.running, { ...exerciseNotice('South of it'), words });
    await russia.page.getByRole('button', { name: /Read it.*South of it/ }).click();
    const note = await russia.page.getByRole('note').textContent();
    assert.match(
      note ?? '',
      /Text and geometry differ\. The text says "9 km south of the airfield"\./,
    );
    const verbatim = russia.page.getByText('Activity 9 km south of the airfield.', { exact: true });
    assert.equal(await verbatim.getAttribute('lang'), 'en');
  });

  test('heights are read in other references, and times by each clock', async () => {
    const { page } = russia;
    await page.getByText('In other references and clocks').first().click();
    const lower = page.getByRole('list', { name: 'FL180 in other references' });
    assert.match((await lower.textContent()) ?? '', /18 000 ft STD.*FL180/);
    assert.match((await lower.textContent()) ?? '', /\d to \d+ \d+ m AMSL/);
    const starts = await page.getByRole('list', { name: 'Starts by each clock' }).textContent();
    assert.match(starts ?? '', /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?Z starts\d{6}Z[A-Z]{3}/);
    assert.deepEqual(await checkedByAxe(page), []);
  });

  test('the drafter may not release and is told who can; the other releases it', async () => {
    const body = exerciseNotice('Four eyes');
    const form = JSON.stringify({ ...emptyNoticeForm(Date.now()), title: 'Four eyes' });
    const { page } = coalition;
    const deputy = await openTab(browser);
    await takeSeat(deputy, pair.coalition.running, 'K.', 'releaser');
    const id = crypto.randomUUID();
    await page.evaluate(
      async ([path, draft]) => {
        const headers = { 'content-type': 'application/json' };
        await fetch(path, { method: 'PUT', headers, body: draft });
      },
      [`${floorOf(page)}api/drafts/${id}`, JSON.stringify({ state: 'ready', form, body })] as const,
    );
    await page.getByRole('button', { name: /Four eyes.*Waits for release/ }).click();
    await page
      .getByText(/^Cannot release: the drafter may not release\. Ask another releaser \(K\. is on/)
      .waitFor();
    assert.equal(await page.getByRole('button', { name: /^Release/ }).count(), 0);

    await deputy.page.getByRole('button', { name: /Four eyes.*drafted by Liaison/ }).click();
    await holdButton(deputy.page, /^Release/, async () =>
      deputy.page.getByText('drafted by Liaison, released by K. of Coalition').waitFor(),
    );
    await russia.page.getByRole('button', { name: /Read it.*Four eyes/ }).waitFor();
    assert.deepEqual(deputy.errors, []);
    await deputy.context.close();
  });

  test('a warning takes every screen, one key takes it, its sender sees that', async () => {
    const third = await openTab(browser);
    await takeSeat(third, pair.russia.running, 'Third watch', 'watch');
    await coalition.page.keyboard.press('Escape');
    await coalition.page.keyboard.press('w');
    await coalition.page.getByLabel('Position, in any form').fill('37S FV 03115 01998');
    await coalition.page.getByLabel('Traffic').selectOption('exercise');
    await coalition.page.getByText('Your fire is striking our forces.').waitFor();
    await shoot(coalition.page, 'warn');
    await holdButton(coalition.page, /Send FLASH warning/, async () =>
      coalition.page.getByRole('dialog').waitFor({ state: 'detached' }),
    );
    await coalition.page.getByText('not taken by Russia for').waitFor();

    const { page } = russia;
    const screen = page.getByRole('alertdialog', { name: 'Your fire is striking our forces' });
    await screen.waitFor();
    await third.page.getByRole('alertdialog').waitFor();
    await screen.getByText('EXERCISE').waitFor();
    await screen.getByText('Sound is off on this page.').waitFor();
    await screen.getByRole('button', { name: 'Take it', disabled: false }).waitFor();
    await shoot(page, 'flash');
    await page.keyboard.press('a');

    await screen.getByText(/taken by Duty officer after \d+ s/).waitFor();
    await third.page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await coalition.page.getByText(/taken by Russia after \d+ s/).waitFor();

    await screen.getByRole('button', { name: 'Action taken', disabled: false }).waitFor();
    await page.keyboard.press('1');
    await screen.waitFor({ state: 'detached' });
    const ladder = coalition.page.getByRole('region', { name: 'Ladder of Russia' });
    await ladder.getByText('Action taken').waitFor();
    await shoot(coalition.page, 'warning-answered');
    assert.deepEqual(third.errors, []);
    await third.context.close();
  });

  test('the alarm is off until it was tested, sounds, and F8 silences it', async () => {
    const { page } = russia;
    const bar = page.getByRole('region', { name: 'Alarm sound' });
    await bar.getByRole('button', { name: 'Press to test the alarm' }).click();
    await bar.waitFor({ state: 'detached' });
    await page.keyboard.press('w');
    // The dialog takes the keyboard to its first field, and only then a human goes on from there.
    await page.locator('select:focus').waitFor();
    const words = page.getByLabel('Words, if any (sent as they are, at most 200)');
    await words.fill('Half a sentence');
    const seat = await enrolSeat(pair.coalition.running, 'Alarm liaison', 'watch');
    const said = await seat.client.call('say', {}, { body: deirEzZorWarning() });
    assert.equal(said.ok, true);
    const screen = page.getByRole('alertdialog');
    await screen.getByRole('button', { name: 'Sounding. Silence for 60 s' }).waitFor();
    assert.deepEqual(await checkedByAxe(page), []);
    await page.keyboard.press('F8');
    await screen.getByText('Sound silenced for').waitFor();
    await screen.getByRole('button', { name: 'Take it', disabled: false }).click();
    await screen.getByText('taken by Duty officer').waitFor();
    await page.keyboard.press('Escape');
    await screen.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /Say what was done/ }).waitFor();
    // What was being written when the warning came is still there, and still has the keyboard.
    assert.equal(await words.inputValue(), 'Half a sentence');
    await page.locator('input:focus').waitFor();
    await page.keyboard.type(', done');
    assert.equal(await words.inputValue(), 'Half a sentence, done');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('a releaser invites another seat with a link that the seat can take', async () => {
    const { page } = russia;
    await page.getByRole('button', { name: /· Releaser/ }).click();
    await page.getByRole('button', { name: 'Invite a watch seat' }).click();
    const link = await page.getByLabel('Invitation link').inputValue();
    await page.keyboard.press('Escape');
    const guest = await openTab(browser);
    await guest.page.goto(link);
    await guest.page.getByLabel('What is this seat called?').fill('Invited watch');
    await guest.page.getByRole('button', { name: 'Take the seat' }).click();
    await guest.page.getByRole('button', { name: 'Invited watch · Watch' }).click();
    await guest.page.getByText('A releaser can invite another seat.').waitFor();
    await guest.page.getByRole('button', { name: 'Leave this seat' }).click();
    await guest.page.getByRole('heading', { name: 'This is a Parley node' }).waitFor();
    await guest.page.goBack();
    await guest.page.getByRole('heading', { name: 'This seat is not signed in here' }).waitFor();
    await guest.context.close();
  });

  test('the evidence of an entry is saved as its proof and its exact bytes', async () => {
    const { page } = russia;
    await page.getByRole('button', { name: /Read it.*South of it/ }).click();
    const proof = await saved(page, 'Proof of this entry');
    const entry = await saved(page, 'Its exact bytes');
    const record = await saved(page, 'Whole record');
    assert.match(proof.name, /^coalition-\d+\.proof$/);
    assert.match(proof.text, /^c2sp\.org\/tlog-proof@v1\n/);
    assert.match(entry.name, /^coalition-\d+\.entry\.json$/);
    const row = [...pair.russia.running.runner.line.picture.objects.values()].find(
      ({ body }) => body.type === 'notice' && body.title === 'South of it',
    );
    const sha256 = createHash('sha256').update(Uint8Array.of(0)).update(entry.text);
    assert.equal(sha256.digest('hex'), row?.ref.leaf);
    assert.match(record.text, /South of it/);
  });

  test('nothing serious is found by axe, on the floor in any mode and in its dialogs', async () => {
    const { page } = russia;
    for (const mode of ['red-night', 'day', 'night']) {
      await page.getByLabel('Colours').selectOption(mode);
      assert.deepEqual(await checkedByAxe(page), [], `floor, ${mode}`);
      await shoot(page, mode);
    }
    const press = (key: string) => async () => page.keyboard.press(key);
    const click = (name: RegExp) => async () => page.getByRole('button', { name }).click();
    for (const [open, name] of [
      [press('Shift+Slash'), 'Keys'],
      [press('w'), 'FLASH warning'],
      [press('b'), /^Read back N-/],
      [click(/^Coalition alive since/), 'The line'],
      [click(/· Releaser/), 'Duty officer at Russia'],
    ] as const) {
      await open();
      await page.getByRole('dialog', { name }).waitFor();
      assert.deepEqual(await checkedByAxe(page), [], String(name));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // Escape closed the dialog alone; what was in hand stays there.
      await page.getByRole('heading', { name: 'South of it' }).waitFor();
    }
  });

  test('a page that loses its node says so, and comes back by itself', async () => {
    const bar = russia.page.getByRole('banner');
    const farBar = coalition.page.getByRole('banner');
    await bar.getByText('Coalition alive since').waitFor();
    const errorsBefore = russia.errors.length;
    await pair.russia.running.stop();
    const blind = /^Blind: this page does not hear its own node since \d\d:\d\d:\d\dZ/;
    await bar.getByText(blind).waitFor();
    await shoot(russia.page, 'blind');
    await farBar.getByText(/^Line to Russia dead: no heartbeat since \d\d:\d\d:\d\dZ/).waitFor();
    await shoot(coalition.page, 'dead-line');

    await releaseNotice(pair.coalition.running, exerciseNotice('Said while they were away'));
    await coalition.page.getByText(/Said while they were away.*not received yet/).waitFor();
    await pair.russia.restart();
    await bar.getByText('Coalition alive since').waitFor();
    await russia.page.getByRole('button', { name: /Read it.*Said while they were away/ }).waitFor();
    await farBar.getByText('Russia alive since').waitFor();
    // The browser itself reports the connections that failed meanwhile; nothing else went wrong.
    const meanwhile = russia.errors.splice(errorsBefore);
    assert.deepEqual(
      meanwhile.filter((fault) => !fault.startsWith('Failed to load resource: net::ERR_')),
      [],
    );
  });

  test('a replayed case has the node’s own date and rate on every clock', async () => {
    const anchorMs = Date.now();
    const clock = replayClock(Date.parse('2016-09-17T12:55:00Z'), anchorMs, 20);
    const replayed = await startPair({ clocks: { russia: clock, coalition: clock } });
    const tab = await openTab(browser);
    await takeSeat(tab, replayed.russia.running, 'Replay watch', 'watch');
    await tab.page.getByText('REPLAY ×20').waitFor();
    await tab.page.getByText('Sat 17 Sep 2016 · Zulu').waitFor();
    const startSeconds = await zuluSeconds(tab.page);
    await tab.page.waitForFunction(
      (seconds) => {
        const [hours, minutes, rest] = (document.querySelector('.zulu')?.textContent ?? '')
          .replace('Z', '')
          .split(':');
        return Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest) >= seconds + 40;
      },
      startSeconds,
      { polling: 100 },
    );
    assert.deepEqual(tab.errors, []);
    await tab.context.close();
    await replayed.stop();
  });

  test('no request left the nodes’ own origins, and no page had an error', async () => {
    await coalition.page.keyboard.press('l');
    await coalition.page.getByRole('region', { name: 'List' }).waitFor();
    const sides = [
      { tab: russia, origin: pair.russia.running.floorOrigin },
      { tab: coalition, origin: pair.coalition.running.floorOrigin },
    ];
    for (const { tab, origin } of sides) {
      const own = new Set([origin, pair.russia.running.floorOrigin]);
      const outside = tab.requested.filter(
        (address) => !own.has(new URL(address).origin) && !/^(?:blob|data):/.test(address),
      );
      assert.deepEqual(outside, []);
      assert.ok(tab.requested.some((address) => address.endsWith('.woff2')));
      assert.deepEqual(tab.errors, []);
    }
  });
});

async function zuluSeconds(page: Page): Promise<number> {
  const text = (await page.locator('.zulu').textContent()) ?? '';
  const [hours, minutes, seconds] = text.replace('Z', '').split(':').map(Number);
  return (hours ?? 0) * 3_600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

function floorOf(page: Page): string {
  return page.url().replace(/#.*$/, '');
}
