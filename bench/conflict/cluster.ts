// A PostgreSQL of this bench alone: its own cluster in a temporary folder, reached by a socket in
// that folder and nothing else, and gone afterwards.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const PROGRAMS = '/usr/lib/postgresql';
const PACKAGE = 'postgresql-15-postgis-3 (on Debian 13: postgresql-17-postgis-3)';
const SETTINGS = [
  "listen_addresses=''",
  'shared_buffers=4GB',
  'work_mem=256MB',
  'maintenance_work_mem=1GB',
  'max_wal_size=8GB',
  'synchronous_commit=off',
  'jit=off',
  'max_parallel_workers_per_gather=0',
  'autovacuum=off',
];

export type Cluster = { readonly client: pg.Client; readonly stop: () => Promise<void> };

/** Starts one with PostGIS; or says why it cannot, in a sentence. */
export async function startCluster(): Promise<Cluster | string> {
  const version = versionWithPostgis();
  if (version === undefined) {
    return `PostGIS is not here; on Debian: apt-get install --no-install-recommends ${PACKAGE}`;
  }
  const folder = mkdtempSync(join(tmpdir(), 'parley-postgis-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const run = (program: string, ...words: readonly string[]): void => {
    const whole = [join(PROGRAMS, version, 'bin', program), ...words];
    const [command = '', ...rest] =
      process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', ...whole] : whole;
    const { status, stderr } = spawnSync(command, rest, { encoding: 'utf8', stdio: 'pipe' });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
  };
  run('initdb', '--pgdata', data, '--auth', 'trust', '--username', 'bench', '--no-sync');
  const options = [`-k ${folder}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
  run('pg_ctl', 'start', '--wait', '-D', data, '-l', join(folder, 'log'), '-o', options);
  const client = new pg.Client({ host: folder, user: 'bench', database: 'postgres' });
  await client.connect();
  await client.query('CREATE EXTENSION postgis; SET enable_seqscan = off');
  return {
    client,
    stop: async () => {
      await client.end();
      run('pg_ctl', 'stop', '-D', data, '-m', 'immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The version of PostgreSQL here that has PostGIS, as in "15". */
function versionWithPostgis(): string | undefined {
  const versions = existsSync(PROGRAMS) ? readdirSync(PROGRAMS) : [];
  return versions.find((version) =>
    existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`),
  );
}
