// An alarm on the floor, in a real browser: it says what happened, and its evidence is saved to a
// file that parley verify takes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { checkEvidence, trustedKeys } from '@parley/evidence';
import { canonicalBytes, signNote } from '@parley/ledger';
import { Card, PartyId } from '@parley/protocol';
import { faultOf, hostileRussia } from '../../node/test/hostile-peer.ts';
import { checkedByAxe, NO_BROWSER, openBrowser, openTab, takeSeat } from './browser.ts';

const RUSSIA = PartyId.parse('russia');

suite('an alarm on the floor', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
  });

  test('a rollback of the other side is shown, and its evidence is a file', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { runner } = pair.coalition.running;
    const size = runner.line.mirrors.get(RUSSIA)?.tree.size ?? 0;
    for (const [at, told] of [size, size - 1].entries()) {
      const beat = {
        parley: 'heartbeat',
        line: runner.line.id,
        party: RUSSIA,
        sentMs: Date.now() + at,
        size: told,
        heardSize: 0,
        cosignature: '',
        seatsStaffed: 1,
      };
      const text = new TextDecoder().decode(canonicalBytes(beat));
      const note = signNote(`parley/heartbeat/v1\n${text}\n`, peer.folder.keys.heartbeat);
      peer.send('heartbeat', note);
    }
    await faultOf(pair, 'rollback');
    const tab = await openTab(browser);
    const { page } = tab;
    await takeSeat(tab, pair.coalition.running, 'Watch 1', 'watch');
    const alarm = page.getByRole('alert').getByRole('listitem');
    await alarm
      .getByText(`Russia: the record of russia has ${size - 1} of the ${size} entries`)
      .waitFor();
    assert.deepEqual(await checkedByAxe(page), []);
    assert.deepEqual(await checkedByAxe(page), []);
    const saved = page.waitForEvent('download');
    await alarm.getByRole('button', { name: 'Save the evidence' }).click();
    const download = await saved;
    assert.equal(download.suggestedFilename(), 'rollback-russia.evidence');
    const text = readFileSync(await download.path(), 'utf8');
    const trusted = trustedKeys([Card.parse(peer.folder.card)], []);
    assert.ok(trusted.ok);
    const found = checkEvidence(text, trusted.value, undefined);
    assert.ok(found.ok && found.value.valid, JSON.stringify(found));
    if (process.env['PARLEY_SHOT'] !== undefined) {
      await page.screenshot({ path: process.env['PARLEY_SHOT'] });
    }
  });
});
