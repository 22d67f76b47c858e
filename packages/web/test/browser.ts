// A real browser on the floors of two real nodes. The page is built anew when it is older than its
// sources; every request of a page is kept, so that a test can hold it against its origin.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningNode } from '../../node/src/index.ts';
import type { SeatRole } from '@parley/protocol';

export const CHROMIUM = '/usr/bin/chromium';
/** Why browser tests cannot run here; undefined where they can. */
export const NO_BROWSER = existsSync(CHROMIUM)
  ? undefined
  : 'Chromium is not installed: apt-get install chromium';

const WEB = join(import.meta.dirname, '..');
const ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--autoplay-policy=user-gesture-required',
];

/** A browser, with the page's files built. Close it when the test file is done. */
export async function openBrowser(): Promise<Browser> {
  buildPage();
  return chromium.launch({ executablePath: CHROMIUM, args: ARGS });
}

export type FloorTab = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of every request made, the page's own included. */
  readonly requested: string[];
  /** Errors that the page threw or wrote to its console. */
  readonly errors: string[];
};

/** A tab at 1440 x 900 that nothing else shares. */
export async function openTab(browser: Browser): Promise<FloorTab> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const tab: FloorTab = { page, context, requested: [], errors: [] };
  page.on('request', (request) => tab.requested.push(request.url()));
  page.on('pageerror', (fault) => tab.errors.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') tab.errors.push(message.text());
  });
  // Maps are drawn by the processor here, and other tests want it too.
  page.setDefaultTimeout(45_000);
  return tab;
}

/** Takes a seat through the page itself, with a one-time link, and waits for its floor. */
export async function takeSeat(
  tab: FloorTab,
  node: RunningNode,
  name: string,
  role: SeatRole,
): Promise<void> {
  const { page } = tab;
  await page.goto(node.seatLink(role));
  await page.getByLabel('What is this seat called?').fill(name);
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await page.getByRole('heading', { name: 'Answer now' }).waitFor();
}

/** Holds a key until what it does is there. */
export async function holdKey(
  page: Page,
  key: string,
  done: () => Promise<unknown>,
): Promise<void> {
  await page.keyboard.down(key);
  await done();
  await page.keyboard.up(key);
}

/** Holds a button with the pointer until what it does is there. */
export async function holdButton(
  page: Page,
  name: string | RegExp,
  done: () => Promise<unknown>,
): Promise<void> {
  await page.getByRole('button', { name }).hover();
  await page.mouse.down();
  await done();
  await page.mouse.up();
}

/** What axe finds on a page that is serious or critical: rule, and the elements meant. */
export async function checkedByAxe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
    return (await axe.run()).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
};

const AXE = readFileSync(join(WEB, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const shots = process.env['PARLEY_SHOTS'] ?? mkdtempSync(join(tmpdir(), 'parley-shots-'));

/** Keeps a picture of a page in the folder of this run. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

function buildPage(): void {
  if (builtAtMs() > newestSourceMs()) return;
  const made = mkdtempSync(join(WEB, 'node_modules', '.build-'));
  const vite = join(WEB, 'node_modules', 'vite', 'bin', 'vite.js');
  const words = [vite, 'build', '--logLevel', 'warn', '--outDir', made, '--emptyOutDir'];
  const built = spawnSync(process.execPath, words, { cwd: WEB, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the page was not built: ${built.stderr}`);
  rmSync(join(WEB, 'dist'), { recursive: true, force: true });
  renameSync(made, join(WEB, 'dist'));
}

function builtAtMs(): number {
  return statSync(join(WEB, 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestSourceMs(): number {
  const packages = join(WEB, '..');
  const used = ['web', 'client', 'engine', 'protocol', 'geo', 'conflict', 'ledger'];
  const files = used.flatMap((name) =>
    readdirSync(join(packages, name, 'src'), { recursive: true }).map((file) =>
      join(packages, name, 'src', String(file)),
    ),
  );
  files.push(join(WEB, 'index.html'), join(WEB, 'vite.config.ts'));
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}
