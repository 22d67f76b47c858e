// The programs that the tests compare with, and the browser: Debian packages, installed when this
// runs as root on Debian, else named in one line. Tests that miss one skip with the reason.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const PACKAGES: readonly string[] = [
  'age',
  'chromium',
  'g++',
  'geographiclib-tools',
  'golang-go',
  'golang-golang-x-mod-dev',
  'libgeographiclib-dev',
  'opensc',
  'poppler-utils',
  'proj-bin',
  'python3-ephem',
  'python3-jsonschema',
  'softhsm2',
];

/** By the version of Debian. */
const POSTGIS = new Map([
  ['12', 'postgresql-15-postgis-3'],
  ['13', 'postgresql-17-postgis-3'],
]);

/** Makes the packages present if it can; says on standard error what it does or what to do. */
export function provideOracles(): void {
  const postgis = POSTGIS.get(/^VERSION_ID="(\d+)"$/m.exec(release())?.[1] ?? '') ?? [];
  const missing = [...PACKAGES, postgis].flat().filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const line = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (!isDebian() || process.getuid?.() !== 0) {
    console.error(`Some tests will skip. On Debian, this makes them run, as root: ${line}`);
    return;
  }
  console.error(
    `Installing the Debian packages that the tests compare with: ${missing.join(' ')}.`,
  );
  const done = runQuietly('apt-get update') && runQuietly(line);
  if (!done) console.error('They could not be installed; the tests that need them will skip.');
}

function isInstalled(name: string): boolean {
  const answer = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name]);
  return answer.status === 0 && answer.stdout.toString() === 'installed';
}

function isDebian(): boolean {
  return /^ID=debian$/m.test(release());
}

function release(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}

function runQuietly(line: string): boolean {
  const [program = '', ...words] = line.split(' ');
  const outcome = spawnSync(program, ['-qq', ...words], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 15 * 60_000,
  });
  return outcome.status === 0;
}
