// `npm run pictures`: plays the demo and takes the pictures of the README from its two floors in a
// real browser, each at the step of the case that it shows. It takes as long as the demo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const CHROMIUM = '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];
/** Time for the map's tiles and labels to stand still; nothing on the page says when they do. */
const DRAWN_MS = 2_500;

type Floors = ReadonlyMap<string, Page>;
type Moment = {
  /** What the demo prints when the step is done. */
  readonly after: string;
  readonly take: (floors: Floors) => Promise<void>;
};

const MOMENTS: readonly Moment[] = [
  {
    after: 'contests the observation',
    take: async (floors) => {
      const page = floorOf(floors, 'Coalition');
      await page.keyboard.press('t');
      await page.getByText('Russia: Contested').waitFor();
      await keep(page, 'talks');
      await page.keyboard.press('Escape');
    },
  },
  {
    after: 'drafts its response: an alternative',
    take: async (floors) => {
      const page = floorOf(floors, 'Russia');
      await page.keyboard.press('m');
      await page
        .getByRole('button', { name: 'Version 2 of Russia, not yet signed by all' })
        .click();
      await keep(page, 'arrangement');
      await page.keyboard.press('Escape');
    },
  },
  {
    after: 'reads the area back in MGRS.',
    take: async (floors) => {
      for (const name of ['Russia', 'Coalition']) {
        const page = floorOf(floors, name);
        await page.locator('.card', { hasText: 'Air activity, Deir ez-Zor' }).first().click();
        await page.getByText('Text and geometry differ.').first().waitFor();
        await page.keyboard.press('z');
        await keep(page, `floor-${name.toLowerCase()}`);
      }
    },
  },
  {
    after: 'warns: your fire is striking',
    take: async (floors) => {
      const page = floorOf(floors, 'Coalition');
      await page.getByRole('alertdialog').waitFor();
      await keep(page, 'flash');
    },
  },
];

const demo = spawn(process.execPath, [join(ROOT, 'demo/demo.ts')], {
  cwd: ROOT,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
const floors = new Map<string, Page>();
const left = [...MOMENTS];
let floor = '';
for await (const line of createInterface({ input: demo.stdout })) {
  floor = /^Floor of (.+): http/.exec(line)?.[1] ?? floor;
  const link = /one-time link, watch +(\S+)/.exec(line)?.[1];
  if (link !== undefined) floors.set(floor, await openFloor(browser, link));
  const [next] = left;
  if (next === undefined) break;
  if (!line.includes(next.after)) continue;
  left.shift();
  await next.take(floors);
  if (left.length === 0) break;
}
await browser.close();
demo.kill('SIGINT');
await once(demo, 'exit');
if (left.length > 0) throw new Error(`the demo ended before "${left[0]?.after}"`);

function floorOf(all: Floors, name: string): Page {
  const page = all.get(name);
  if (page === undefined) throw new Error(`the demo has a floor of ${name}`);
  return page;
}

async function openFloor(from: Browser, link: string): Promise<Page> {
  const page = await from.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(link);
  await page.getByLabel('What is this seat called?').fill('Night watch 2');
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await page.getByRole('button', { name: 'Press to test the alarm' }).click();
  return page;
}

async function keep(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(DRAWN_MS);
  await page.screenshot({ path: join(IMAGES, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
}
