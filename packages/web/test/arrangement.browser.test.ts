// The arrangement in a real browser on two real nodes: read, changed, proposed, compared, signed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { signingState } from '@parley/engine';
import { startPair } from '../../node/test/pair.ts';
import type { Pair, TestNode } from '../../node/test/pair.ts';
import { checkedByAxe, holdButton, NO_BROWSER, openBrowser, openTab, takeSeat } from './browser.ts';

suite('the arrangement in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('a longer lead is proposed, compared, and signed by both sides', async () => {
    const ours = await openSeats(browser, pair.russia);
    const theirs = await openSeats(browser, pair.coalition);
    const { page } = ours.drafter;
    await page.keyboard.press('m');
    await page.getByText('A notice is given at least 30 minutes before its start.').waitFor();
    await page.getByText(/In force since .*, when the last member signed\./).waitFor();
    await page.getByRole('button', { name: 'Propose changes' }).click();
    const json = page.getByLabel('The version as JSON');
    const text = await json.inputValue();
    await json.fill(text.replace('"minimumLeadMs": 1800000', '"minimumLeadMs": "1 h"'));
    await page.getByText('minimumLeadMs: found "1 h"').waitFor();
    const propose = page.getByRole('button', { name: 'Propose', exact: true });
    assert.equal(await propose.isDisabled(), true);
    await json.fill(text.replace('"minimumLeadMs": 1800000', '"minimumLeadMs": 3600000'));
    const changes = page.getByRole('region', { name: 'What changes from version 1' });
    await changes.locator('ins', { hasText: 'at least 1 hour before its start' }).waitFor();
    await changes.locator('del', { hasText: 'at least 30 minutes before its start' }).waitFor();
    assert.deepEqual(await checkedByAxe(page), []);
    await propose.click();
    await page.getByText('It is under Drafts').waitFor();
    await releaseDraft(ours.releaser.page, /Version 2 of the arrangement/);

    await signSecond(theirs.drafter.page);
    await releaseDraft(theirs.releaser.page, /Signature under version 2/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await signSecond(page);
    await releaseDraft(ours.releaser.page, /Signature under version 2/);
    await inForce(pair.coalition, 2);
    await page.getByRole('button', { name: 'Version 2, in force' }).waitFor();
    const [signing] = signingState(pair.coalition.running.runner.line.picture);
    assert.deepEqual(
      signing?.signed.map(({ party, seat }) => `${party} ${seat}`),
      ['coalition Duty', 'russia Duty'],
    );
    assert.deepEqual(ours.drafter.errors, []);
  });
});

async function openSeats(browser: Browser, { running }: TestNode) {
  const drafter = await openTab(browser);
  await takeSeat(drafter, running, 'Legal', 'releaser');
  const releaser = await openTab(browser);
  await takeSeat(releaser, running, 'Duty', 'commander');
  return { drafter, releaser };
}

async function signSecond(page: Page): Promise<void> {
  if (!(await page.getByRole('dialog').isVisible())) await page.keyboard.press('m');
  await page.getByRole('button', { name: 'Version 2, not yet signed by all' }).click();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByText('It is under Drafts').waitFor();
}

async function releaseDraft(page: Page, name: RegExp): Promise<void> {
  const card = page.getByRole('button', { name });
  await card.and(page.locator('.card.ready')).click();
  await holdButton(page, /^Release/, async () =>
    page.locator('.card.ready').waitFor({ state: 'detached' }),
  );
}

async function inForce({ running }: TestNode, version: number): Promise<void> {
  const signal = AbortSignal.timeout(10_000);
  while (running.runner.line.picture.arrangement?.version !== version) {
    await once(running.runner.events, 'rows', { signal });
  }
}
