// The page that checks evidence, opened from a disk as its user would: one file, no network.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { makeEvidence } from '@parley/evidence';
import { answeredLine, coalition, KEYS, recordsOf, russia } from '../../evidence/test/line.ts';
import { NO_BROWSER, openBrowser, openTab, checkedByAxe, shoot } from './browser.ts';
import type { FloorTab } from './browser.ts';

const WEB = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'parley-verifier-'));
const file = (name: string): string => join(folder, name);

function write(): void {
  const claim = { statement: 'received', of: { party: coalition, index: 2 }, by: russia } as const;
  const evidence = makeEvidence(claim, recordsOf(answeredLine()));
  assert.ok(evidence.ok);
  writeFileSync(file('received.evidence'), evidence.value);
  writeFileSync(file('altered.evidence'), evidence.value.replace('colonels', 'generals'));
  writeFileSync(file('broken.evidence'), Uint8Array.of(0x7b, 0xff, 0x0a));
  writeFileSync(file('other.txt'), 'Dear Sir,\n');
  for (const party of ['coalition', 'russia'] as const) {
    const { record, recordMlDsa, witness, heartbeat } = KEYS[party];
    const keys = {
      recordKey: record.vkey,
      recordMlDsaKey: recordMlDsa.vkey,
      witnessKey: witness.vkey,
      heartbeatKey: heartbeat.vkey,
    };
    const where = { transportPin: '0'.repeat(64), link: 'https://127.0.0.1:8450' };
    const card = { parley: 'card', version: 1, party, name: party, ...keys, ...where };
    writeFileSync(file(`${party}.json`), JSON.stringify(card));
  }
}

describe('the page that checks evidence', { skip: NO_BROWSER }, () => {
  let browser: Browser;
  let tab: FloorTab;

  before(async () => {
    write();
    const vite = join(WEB, 'node_modules', 'vite', 'bin', 'vite.js');
    const words = [vite, 'build', '--config', 'vite.verifier.config.ts', '--outDir', file('page')];
    const built = spawnSync(process.execPath, words, { cwd: WEB, encoding: 'utf8' });
    assert.equal(built.status, 0, built.stderr);
    assert.deepEqual(readdirSync(file('page')), ['verify.html']);
    browser = await openBrowser();
    tab = await openTab(browser);
    await tab.page.goto(pathToFileURL(join(file('page'), 'verify.html')).href);
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function answerTo(name: string, cards: readonly string[]): Promise<string> {
    const { page } = tab;
    await page.getByLabel('2. The cards').setInputFiles(cards.map((card) => file(`${card}.json`)));
    await page.getByLabel('1. The file').setInputFiles(file(name));
    await page.waitForFunction(() => {
      const text = document.querySelector('#answer')?.textContent ?? '';
      return text !== '' && !text.startsWith('Checking');
    });
    return page.getByRole('status').innerText();
  }

  test('says what a file proves, and on whose keys that rests', async () => {
    const answer = await answerTo('received.evidence', ['coalition', 'russia']);
    assert.match(answer, /This is evidence: coalition\/2 was received by russia\.\s+VALID\n/u);
    assert.match(
      answer,
      /russia signed, as its entry 2, that it had received it by 2016-09-17 12/u,
    );
    assert.ok(answer.includes(`${KEYS.russia.record.vkey}, which is that of the card of russia.`));
    assert.match(answer, /received is not read: a node receives, a person reads\./u);
    assert.deepEqual(await checkedByAxe(tab.page), []);
    await shoot(tab.page, 'verifier');
  });

  test('says that nobody vouches for the keys when no card is given', async () => {
    const answer = await answerTo('received.evidence', []);
    assert.match(answer, /which only the file itself names\./u);
    assert.match(answer, /anybody can make a file with keys of his own/u);
  });

  test('refuses what was altered, is of another party, or is no file of this kind', async () => {
    const both = ['coalition', 'russia'];
    assert.match(
      await answerTo('altered.evidence', both),
      /NOT VALID: The entry of line 4 is not/u,
    );
    assert.match(
      await answerTo('received.evidence', ['russia']),
      /NOT VALID: its key coalition\//u,
    );
    assert.match(
      await answerTo('other.txt', both),
      /file: it begins with "Dear Sir,"; right would/u,
    );
    assert.match(
      await answerTo('broken.evidence', both),
      /broken\.evidence: it cannot be read as UT/u,
    );
    writeFileSync(file('stranger.json'), '{"party":"coalition"}');
    const stranger = await answerTo('received.evidence', ['stranger']);
    assert.match(stranger, /stranger\.json: it is not a card; right would be the card\.json of a/u);
  });

  test('asked for nothing but itself, and may not', async () => {
    assert.deepEqual(
      tab.requested.filter((url) => !url.startsWith('file://') && !url.startsWith('blob:')),
      [],
    );
    assert.deepEqual(tab.errors, []);
    const reached = await tab.page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'reached',
        (fault: unknown) => String(fault),
      ),
    );
    assert.match(reached, /Failed to fetch/u);
    assert.match(tab.errors.join('\n'), /Content Security Policy directive: "default-src 'none'"/u);
  });
});
