// Installs what package-lock.json names, exactly, unless it is installed already. Runs on any Node
// from 20 on, before `npm test` and `npm run demo`. A hash of the lockfile is written only after a
// success, so an interrupted install is done again; a lock file keeps two set-ups apart.
import { spawn, spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// npm 10, which Node 20 brings, loses the link to the pinned Node and cannot link strictly.
const NPM = 'npm@11.19.1';
const NODE_MAJOR = 26;
const BEAT_MS = 1_000;
const STALE_AFTER_MS = 10_000;
const IS_WINDOWS = process.platform === 'win32';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const ROOT = fileURLToPath(new URL('.', import.meta.url));

/**
 * Makes node_modules match the lockfile of `root`.
 * @param {string} root the folder that holds package-lock.json
 * @param {() => Promise<string | undefined>} install does the work; gives a sentence if it failed
 * @returns {Promise<{ ok: true, installed: boolean } | { ok: false, sentence: string }>}
 */
export async function setUp(root = ROOT, install = () => npmInstall(root)) {
  if (isInstalled(root)) return { ok: true, installed: false };
  const release = await takeLock(join(root, '.setup-lock'));
  try {
    if (isInstalled(root)) return { ok: true, installed: false };
    fs.rmSync(markerOf(root), { force: true });
    const wanted = fingerprint(root);
    const fault = await install();
    if (fault !== undefined) return { ok: false, sentence: fault };
    fs.writeFileSync(markerOf(root), wanted);
    return { ok: true, installed: true };
  } finally {
    release();
  }
}

/** True when a finished install of exactly this lockfile, for this kind of machine, is here. */
function isInstalled(root) {
  try {
    return fs.readFileSync(markerOf(root), 'utf8') === fingerprint(root);
  } catch (fault) {
    if (fault.code === 'ENOENT' && fs.existsSync(join(root, 'package-lock.json'))) return false;
    throw fault;
  }
}

function markerOf(root) {
  return join(root, 'node_modules', '.installed-lockfile');
}

function fingerprint(root) {
  const lockfile = fs.readFileSync(join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lockfile).digest('hex');
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/**
 * Holds `path` until the returned function is called. The holder touches the file every second;
 * one that has not been touched for ten seconds belongs to nobody (process ids do not tell this:
 * containers give the same ones again).
 */
async function takeLock(path) {
  const token = randomUUID();
  let seenMtimeMs = 0;
  let seenAtMs = 0;
  let told = false;
  for (;;) {
    try {
      fs.writeFileSync(path, token, { flag: 'wx' });
      return heldLock(path, token);
    } catch (fault) {
      if (fault.code !== 'EEXIST') throw fault;
    }
    if (!told) say('Another set-up is at work here; waiting for it.');
    told = true;
    const mtimeMs = fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    const nowMs = performance.now();
    if (mtimeMs !== seenMtimeMs) [seenMtimeMs, seenAtMs] = [mtimeMs, nowMs];
    else if (mtimeMs !== undefined && nowMs - seenAtMs > STALE_AFTER_MS) removeStale(path, mtimeMs);
    await new Promise((resume) => setTimeout(resume, 200));
  }
}

/** Moves the lock away before it looks, so that of two that wait only one removes it. */
function removeStale(path, mtimeMs) {
  const aside = `${path}-${randomUUID()}`;
  try {
    fs.renameSync(path, aside);
  } catch (fault) {
    if (fault.code === 'ENOENT') return;
    throw fault;
  }
  const wasFresh = fs.statSync(aside).mtimeMs !== mtimeMs;
  if (wasFresh && !fs.existsSync(path)) fs.renameSync(aside, path);
  else fs.rmSync(aside);
}

function heldLock(path, token) {
  const beat = setInterval(() => {
    const now = new Date();
    if (fs.existsSync(path)) fs.utimesSync(path, now, now);
  }, BEAT_MS);
  return () => {
    clearInterval(beat);
    if (fs.existsSync(path) && fs.readFileSync(path, 'utf8') === token) fs.rmSync(path);
  };
}

/** Runs npm without standard input; its words go to standard error, so pipes stay clean. */
async function npmInstall(root) {
  say(`Installing the packages that package-lock.json names, with ${NPM}, into node_modules.`);
  const words = ['--yes', NPM, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const child = spawn('npx', words, {
    cwd: root,
    env: { ...process.env, PATH: outsidePath(root) },
    stdio: ['ignore', 2, 2],
    shell: IS_WINDOWS,
    detached: !IS_WINDOWS,
  });
  // npm goes on after a polite signal, and would still be writing node_modules when this process
  // is gone. Killing its whole group is safe: without the marker the next set-up starts afresh.
  const stop = () => {
    if (child.pid !== undefined) process.kill(IS_WINDOWS ? child.pid : -child.pid, 'SIGKILL');
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  const outcome = await new Promise((done) => {
    child.on('error', (fault) => done(`could not be started: ${fault.message}`));
    child.on('exit', (code, signal) =>
      done(code === 0 ? undefined : `ended with ${signal ?? code}`),
    );
  });
  for (const signal of SIGNALS) process.off(signal, stop);
  if (outcome === undefined) return nodeFault(root);
  return `The packages could not be installed, because npx ${words.join(' ')} ${outcome}.`;
}

/** The search path without node_modules/.bin, whose Node is about to be replaced. */
function outsidePath(root) {
  const entries = (process.env.PATH ?? '').split(delimiter);
  return entries.filter((entry) => entry !== join(root, 'node_modules', '.bin')).join(delimiter);
}

/** Every way to miss the pinned Node is silent, so it is asked for its version. */
function nodeFault(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  const answer = spawnSync(pinned, ['--version'], { shell: IS_WINDOWS });
  const version = answer.status === 0 ? answer.stdout.toString().trim() : process.version;
  if (Number(/^v(\d+)\./.exec(version)?.[1]) >= NODE_MAJOR) return undefined;
  return (
    `Parley needs Node ${NODE_MAJOR}, which npm has no package of for ${process.platform} ` +
    `${process.arch}: install it from nodejs.org and run the command again (this is ${version}).`
  );
}

function say(sentence) {
  process.stderr.write(`parley: ${sentence}\n`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const result = await setUp();
  if (!result.ok) {
    say(result.sentence);
    process.exitCode = 1;
  }
}
