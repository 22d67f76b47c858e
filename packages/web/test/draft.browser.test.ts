// Drafting in a real browser on two real nodes: pasting, drawing, checks as one types, undo,
// reload, four eyes, and the other side's record at the end of it.
import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startPair } from '../../node/test/pair.ts';
import type { Pair } from '../../node/test/pair.ts';
import { checkedByAxe, holdButton, NO_BROWSER, openBrowser, openTab, shoot } from './browser.ts';
import { takeSeat } from './browser.ts';
import { exerciseNotice, releaseNotice } from './said.ts';

// Three corners around 35.27 N 40.14 E, in three forms; they overlap what exerciseNotice says.
const PASTED = '35.27 N 40.13 E\n37S FV 0412 0287\n35°14\'35"N 040°07\'41"E';

suite('drafting in a browser', { skip: NO_BROWSER ?? false }, () => {
  let browser: Browser;
  let pair: Pair;

  before(async () => {
    [browser, pair] = await Promise.all([openBrowser(), startPair()]);
    await releaseNotice(pair.coalition.running, exerciseNotice('Transit west of OSDZ'));
  });
  after(async () => {
    await browser.close();
    await pair.stop();
  });

  test('a pasted notice is read, checked, kept, undone, and released by another', async () => {
    const drafter = await openTab(browser);
    await takeSeat(drafter, pair.russia.running, 'Watch 3', 'releaser');
    const { page } = drafter;
    await page.getByRole('button', { name: /Read it.*Transit west/ }).waitFor();
    await page.keyboard.press('d');
    await page.getByRole('textbox', { name: 'Title' }).fill('Orbit near Deir ez-Zor airport');
    // A drill is matched with drills: the other side's notice here is one.
    await page.getByLabel('Status').selectOption('exercise');
    const points = page.getByLabel('Corners, one a line, in any form');

    await points.fill(`${PASTED}\n35.3, 40.1X`);
    const readings = page.getByRole('list', { name: 'Positions as they were read' });
    const fault = readings.getByText('At character 11: found "X"');
    await fault.waitFor();
    assert.match((await readings.textContent()) ?? '', /^DD37S FV.*MGRS37S FV 04125 02875.*DMS37S/);
    await page.getByText('Not ready. Positions, line 4:').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Ready for release' }).isDisabled(), true);

    await page.keyboard.press('Control+z');
    await fault.waitFor({ state: 'detached' });
    assert.equal(await points.inputValue(), '');
    await points.fill(PASTED);
    await page.getByText(/Both sides will read:.*bearing.*from Deir ez-Zor airport OSDZ/).waitFor();

    await page.getByLabel('From height').fill('FL200');
    await page.getByLabel('To height').fill('FL22');
    await page.getByText('Not ready. Heights:').waitFor();
    await page.getByLabel('To height').fill('FL220');
    const conflicts = page.getByRole('region', { name: 'Conflicts of this draft' });
    await conflicts.getByText('overlaps on the ground, overlaps in height').waitFor();
    await page.getByLabel('Words, sent verbatim').fill('Orbit 9 km south of the airfield.');
    await page.getByText('The text says "9 km south of the airfield".').first().waitFor();
    await shoot(page, 'draft');
    assert.deepEqual(await checkedByAxe(page), []);

    await page.getByText('saved on the node').waitFor();
    await page.reload();
    await page.getByText('The text says "9 km south of the airfield".').first().waitFor();
    assert.equal(await points.inputValue(), PASTED);
    const leaving = page.getByRole('region', { name: 'What will leave this node' });
    assert.match((await leaving.textContent()) ?? '', /To Coalition.*37S FV 04125 02875/);

    await page.getByRole('button', { name: 'Ready for release' }).click();
    await page.getByText('There is no other releaser yet.').waitFor();
    const other = await openTab(browser);
    await takeSeat(other, pair.russia.running, 'Watch 4', 'releaser');
    const sentence = 'Ask another releaser (Watch 4 is on watch).';
    await page.getByText(`Cannot release: the drafter may not release. ${sentence}`).waitFor();

    await other.page.getByRole('button', { name: /Orbit near Deir ez-Zor/ }).click();
    const done = other.page.getByRole('heading', { name: 'Orbit near Deir ez-Zor airport' });
    await holdButton(other.page, /^Release/, async () =>
      other.page.getByRole('region', { name: 'Ladder of Coalition' }).waitFor(),
    );
    await done.waitFor();
    // The drafter's page follows the draft into what it became.
    await page.getByRole('region', { name: 'Ladder of Coalition' }).waitFor();
    await received(pair, 'Orbit near Deir ez-Zor airport');
    const said = noticeOf(pair, 'Orbit near Deir ez-Zor airport');
    assert.equal(said.draftedBy, 'Watch 3');
    assert.equal(said.releasedBy, 'Watch 4');
    assert.equal(said.body.asEntered, PASTED);
    assert.deepEqual(drafter.errors, []);
    await drafter.context.close();
    await other.context.close();
  });

  test('an area, a circle and a corridor are drawn on the map', async () => {
    const tab = await openTab(browser);
    await takeSeat(tab, pair.coalition.running, 'Drawer', 'watch');
    const { page } = tab;
    const map = await readyMap(page);
    await page.keyboard.press('d');
    await page.getByRole('textbox', { name: 'Title' }).waitFor();
    const at = (x: number, y: number): [number, number] => [map.x + x, map.y + y];

    await page.getByRole('button', { name: 'Draw on the map' }).click();
    await page.getByText('Click each corner.').waitFor();
    await clickAll(page, [at(200, 200), at(400, 200), at(300, 350), at(200, 200)]);
    const area = page.getByLabel('Corners, one a line, in any form');
    await page.getByText('Click each corner.').waitFor({ state: 'detached' });
    const corners = (await area.inputValue()).split('\n');
    assert.equal(corners.length, 3);
    for (const corner of corners) assert.match(corner, /^3\d\.\d{5}00 N \d\d\.\d{5}00 E$/);
    await page.getByText('Both sides will read:').waitFor();

    await page.getByRole('button', { name: 'Circle' }).click();
    await page.getByRole('button', { name: 'Draw on the map' }).click();
    await page.getByText('Click the centre').waitFor();
    await clickAll(page, [at(300, 250), at(360, 250)]);
    await page.getByText('Click the centre').waitFor({ state: 'detached' });
    await shoot(page, 'drawn-circle');
    assert.match(await page.getByLabel('Radius').inputValue(), /^\d{3,5} m$/);
    const centre = await page.getByLabel('Centre, in any form').inputValue();
    assert.match(centre, /^3\d\.\d{5}00 N \d\d\.\d{5}00 E$/);

    await page.getByRole('button', { name: 'Corridor' }).click();
    await page.getByRole('button', { name: 'Draw on the map' }).click();
    await page.getByText('Click along the middle line.').waitFor();
    await clickAll(page, [at(220, 220), at(320, 260), at(420, 220), at(420, 220)]);
    await page.getByText('Click along the middle line.').waitFor({ state: 'detached' });
    const line = await page.getByLabel('Positions along the middle line').inputValue();
    assert.equal(line.split('\n').length, 3);
    await page.getByLabel('Half-width').fill('2 km');
    await page.getByText('Both sides will read:').waitFor();
    await shoot(page, 'drawn-corridor');

    await page.getByRole('button', { name: 'Draw on the map' }).click();
    await page.getByText('Click along the middle line.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Click along the middle line.').waitFor({ state: 'detached' });
    await page.getByLabel('Half-width').waitFor();
    assert.deepEqual(tab.errors, []);
    await tab.context.close();
  });

  test('a question about a notice is drafted and released by another', async () => {
    const drafter = await openTab(browser);
    const releaser = await openTab(browser);
    await takeSeat(drafter, pair.russia.running, 'Asker', 'watch');
    await takeSeat(releaser, pair.russia.running, 'Second', 'releaser');
    const { page } = drafter;
    const { index } = noticeOf(pair, 'Transit west of OSDZ').ref;
    await page.goto(`${page.url().split('#')[0] ?? ''}#object=coalition/${index}`);
    await page.getByRole('heading', { name: 'Transit west of OSDZ' }).waitFor();
    await page.keyboard.press('q');
    await page.getByRole('heading', { name: `Question about coalition/${index}` }).waitFor();
    await page.getByRole('checkbox', { name: 'What is its purpose?' }).uncheck();
    await page.getByText('Not ready. What is asked:').waitFor();
    await page.getByRole('checkbox', { name: 'At which heights?' }).check();
    await page.getByRole('button', { name: 'Ready for release' }).click();
    await page.getByText(/Cannot release: this seat has the role watch\. .*Second/).waitFor();

    await releaser.page.getByRole('button', { name: /Question about coalition/ }).click();
    await holdButton(releaser.page, /^Release/, async () =>
      releaser.page.getByRole('heading', { name: 'At which heights?' }).waitFor(),
    );
    const asked = [...pair.russia.running.runner.line.picture.objects.values()].find(
      ({ body }) => body.type === 'question',
    );
    assert.ok(asked?.body.type === 'question');
    assert.deepEqual(asked.body.codes, ['heights']);
    assert.equal(asked.body.about?.index, index);
    assert.deepEqual(await checkedByAxe(page), []);
    assert.deepEqual([...drafter.errors, ...releaser.errors], []);
    await drafter.context.close();
    await releaser.context.close();
  });

  test('map, bars and list share what is in hand, and the map goes to a coordinate', async () => {
    const tab = await openTab(browser);
    await takeSeat(tab, pair.russia.running, 'Looker', 'watch');
    await releaseNotice(pair.russia.running, exerciseNotice('Over the same ground'));
    const { page } = tab;
    const map = await readyMap(page);
    const name = `N-${noticeOf(pair, 'Transit west of OSDZ').ref.index}`;
    const bar = page.locator('.bars-bar.theirs').and(page.getByLabel(`${name} · FL180–FL240`));
    await bar.click();
    await page.getByRole('heading', { name: 'Transit west of OSDZ' }).waitFor();
    assert.equal(await bar.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('l');
    const row = page.getByRole('row', { name: /Transit west of OSDZ/ });
    assert.equal(await row.getAttribute('aria-current'), 'true');

    await page.keyboard.press('Escape');
    await page.getByText('Nothing is in hand.').waitFor();
    await page.keyboard.press('g');
    await page.getByLabel('Go to coordinate').fill('95, 40');
    await page.getByText('At character 1: found "95').waitFor();
    // Two bare numbers of SK-42 can be either way round: the page asks, the nearest first.
    await page.getByLabel('Go to coordinate').fill('3912555 7603825');
    await page.getByText('X and Y told apart by their letters').waitFor();
    const ways = page.getByRole('list', { name: 'It can be' }).getByRole('button');
    assert.deepEqual(await ways.allTextContents(), ['37S FV 03675 10890', '35W MR 16848 68493']);
    await ways.first().click();
    const forms = page.getByRole('list', { name: 'In every form' });
    await forms.getByText('X 3912555.0 Y 7603825.0').waitFor();
    assert.match((await forms.textContent()) ?? '', /UTM 37N 603675mE 3910890mN.*441LL15/);
    assert.deepEqual(await checkedByAxe(page), []);
    // Inside of the notice, 5 km south-west of the airport.
    await page.getByLabel('Go to coordinate').fill('35°15\'12"N 040°07\'48"E');
    await page.getByText('Degrees, minutes, seconds, stated to 31 m').waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('Go to coordinate').waitFor({ state: 'detached' });
    const middle: [number, number] = [map.x + map.width / 2, map.y + map.height / 2];
    await page.mouse.move(...middle);
    await page.getByText(/^37S FV 02\d{3} 01\d{3}$/).waitFor();
    // Notices overlap here: each click takes the next of them, and after the last the first again.
    const title = page.locator('#hand-title');
    const taken: string[] = [];
    for (let last = ''; !taken.includes(last) && taken.length < 10;) {
      if (last !== '') taken.push(last);
      await page.mouse.click(...middle);
      await title.and(page.locator(`:not(:text-is("${last}"))`)).waitFor();
      last = (await title.textContent()) ?? '';
    }
    assert.ok(taken.includes('Transit west of OSDZ'), taken.join());
    assert.ok(taken.includes('Over the same ground'), taken.join());

    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('c');
    await page.getByText(/^Copied 37S FV 02\d{3} 01\d{3}$/).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^37S FV 02\d{3} 01\d{3}$/);
    await page.mouse.move(10, 500);
    const origin = pair.russia.running.floorOrigin;
    assert.deepEqual(
      tab.requested.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`)),
      [],
    );
    assert.deepEqual(await checkedByAxe(page), []);
    assert.deepEqual(tab.errors, []);
    await tab.context.close();
  });
});

async function readyMap(page: Page) {
  const canvas = page.locator('.map-canvas[data-ready="true"]');
  await canvas.waitFor();
  // The first fit has happened when positions of Syria lie under the pointer.
  const box = await canvas.boundingBox();
  assert.ok(box !== null);
  const readout = page.getByText(/^37S [EF]V \d{5} \d{5}$/);
  for (let by = 0; (await readout.count()) === 0; by = (by + 1) % 20) {
    await page.mouse.move(box.x + 300 + by, box.y + 300);
  }
  return box;
}

async function clickAll(page: Page, places: readonly [number, number][]): Promise<void> {
  for (const [x, y] of places) {
    await page.mouse.move(x, y, { steps: 4 });
    await page.mouse.click(x, y);
  }
}

function noticeOf(pair: Pair, title: string) {
  const { picture } = pair.coalition.running.runner.line;
  const found = [...picture.objects.values()].find(
    ({ body }) => body.type === 'notice' && body.title === title,
  );
  assert.ok(found?.body.type === 'notice');
  return { ...found, body: found.body };
}

async function received(pair: Pair, title: string): Promise<void> {
  const { runner } = pair.coalition.running;
  const has = (): boolean =>
    [...runner.line.picture.objects.values()].some(
      ({ body }) => body.type === 'notice' && body.title === title,
    );
  while (!has()) {
    await new Promise((resolve) => {
      runner.events.once('rows', resolve);
    });
  }
}
