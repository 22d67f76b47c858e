// The audit of a store that two real nodes wrote: all of it holds; whatever is changed is named.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { auditFolder, StorageFailed } from '../src/index.ts';
import type { Audit } from '../src/index.ts';
import { storePath } from '../src/data-folder.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { TestNode } from './pair.ts';
import { sampleWarning } from './samples.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-audit-'));
const folder = join(root, 'coalition');

before(async () => {
  const pair = await startPair({ root });
  try {
    const seat = await enrolSeat(pair.coalition.running, 'Watch 1', 'releaser');
    const said = await seat.client.call('say', {}, { body: sampleWarning(Date.now()) });
    assert.ok(said.ok, JSON.stringify(said));
    await seat.until((event) =>
      event.name === 'entries'
        ? event.value.rows.find(({ text }) => text.includes('"receivedMs"'))
        : undefined,
    );
    await Promise.all([pair.coalition, pair.russia].map(untilCosigned));
    await assert.rejects(auditFolder(folder), StorageFailed, 'a node runs on it');
  } finally {
    await pair.stop();
  }
});
after(() => rmSync(root, { recursive: true, force: true }));

/** Until the peer's cosignature has come back: both have stored it then. */
async function untilCosigned({ running }: TestNode): Promise<void> {
  const { runner } = running;
  while (runner.cosignedBy().size === 0) {
    await once(runner.events, 'heads', { signal: AbortSignal.timeout(30_000) });
  }
}

async function audit(path: string): Promise<Audit> {
  const found = await auditFolder(path);
  assert.ok(found.ok, JSON.stringify(found));
  return found.value;
}

/** The faults of a copy of the folder after statements were run on its store. */
async function faultsAfter(...statements: readonly string[]): Promise<readonly string[]> {
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  const database = new DatabaseSync(storePath(copy));
  for (const statement of statements) database.exec(statement);
  database.close();
  return (await audit(copy)).faults;
}

test('all that a node stored holds, and an audit changes nothing', async () => {
  for (const party of ['coalition', 'russia']) {
    const { holds, faults, alarms } = await audit(join(root, party));
    assert.deepEqual([faults, alarms], [[], []]);
    assert.match(
      holds[0] ?? '',
      /^coalition: \d+ entries, signed up to \d+, \d+ cosigned by russ/u,
    );
    assert.match(holds[1] ?? '', /^russia: \d+ entries, signed up to \d+, \d+ cosigned by coalit/u);
    assert.match(holds[2] ?? '', /^[1-9]\d* heads that records name of each other are those/u);
    assert.equal(holds[3], '0 notes of the handover of the watch.');
  }
  assert.deepEqual(await audit(folder), await audit(folder));
});

const last = "party = 'coalition' AND idx = (SELECT max(idx) FROM entry WHERE party = 'coalition')";

for (const [name, statements, fault] of [
  [
    'a byte of an entry',
    ["UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'exercise', 'Exercise') AS BLOB)"],
    /^The bytes of coalition\/\d+ are not those of its hash\.$/u,
  ],
  [
    'the hash beside an entry',
    [`UPDATE entry SET leaf = '${'0'.repeat(64)}' WHERE ${last}`],
    /^The bytes of coalition\/\d+ are not those of its hash\.$/u,
  ],
  [
    'an entry removed',
    ["DELETE FROM entry WHERE party = 'russia' AND idx = 0"],
    /^russia\/0 is missing; russia\/1 comes in its place\.$/u,
  ],
  [
    'the store rolled back',
    [
      "DELETE FROM entry WHERE party = 'coalition' AND idx > 0",
      "DELETE FROM checkpoint WHERE party = 'coalition'",
      "DELETE FROM cosigned WHERE party = 'coalition'",
    ],
    /^russia\/\d+ names \d+ entries of coalition; 1 are here: what this node had said is lost\.$/u,
  ],
  [
    'a checkpoint changed',
    ["UPDATE checkpoint SET note = replace(note, 'russia/', 'russi/') WHERE party = 'russia'"],
    /^The checkpoint of russia: /u,
  ],
  [
    'the checkpoint of another record',
    [
      "UPDATE checkpoint SET note = (SELECT note FROM cosigned WHERE party = 'coalition')" +
        " WHERE party = 'russia'",
    ],
    /^The checkpoint of russia: The checkpoint is of coalition\//u,
  ],
  [
    'a stranger',
    [
      'INSERT INTO entry SELECT 1 + (SELECT max(position) FROM entry), ' +
        `'nobody', 0, leaf, bytes, '' FROM entry WHERE position = 1`,
    ],
    /^nobody\/0 is of a party that is no member of the line\.$/u,
  ],
  [
    'an entry moved to another place',
    [`UPDATE entry SET idx = idx + 1 WHERE ${last}`],
    /^coalition\/\d+ says of itself that it is coalition\/\d+ of line-/u,
  ],
  [
    'a handover that nobody signed',
    ["INSERT INTO handover VALUES (0, 'parley-handover')"],
    /^The handovers of the watch: notes\[0\]: /u,
  ],
] as const) {
  test(`an audit finds ${name}`, async () => {
    const faults = await faultsAfter(...statements);
    assert.ok(
      faults.some((found) => fault.test(found)),
      faults.join('\n'),
    );
  });
}

test('an audit tells of a damaged file, wherever its damage lies', async () => {
  const whole = readFileSync(storePath(folder));
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  for (let page = 0; page < whole.length; page += 4_096) {
    const damaged = Buffer.from(whole);
    damaged.fill(0xa5, page, page + 512);
    writeFileSync(storePath(copy), damaged);
    let told: string;
    try {
      const found = await auditFolder(copy);
      told = found.ok ? found.value.faults.join('\n') : found.refusal.fault;
    } catch (error) {
      assert.ok(error instanceof StorageFailed, String(error));
      told = error.message;
    }
    assert.notEqual(told, '', `page ${page / 4_096}`);
  }
});

test('a folder without a node, and one without a store, are refused by name', async () => {
  const none = await auditFolder(join(root, 'nobody'));
  assert.equal(!none.ok && none.refusal.code, 'not-found');
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  rmSync(storePath(copy));
  await assert.rejects(
    auditFolder(copy),
    /Could not open the store: unable to open database file/u,
  );
});

test('a record of many stretches is read by several threads, in its order', async () => {
  const copy = mkdtempSync(join(root, 'copy-'));
  cpSync(folder, copy, { recursive: true });
  const database = new DatabaseSync(storePath(copy));
  const at = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  const position = at('SELECT max(position) + 1 AS next FROM entry');
  const index = at("SELECT max(idx) + 1 AS next FROM entry WHERE party = 'coalition'");
  const insert = database.prepare("INSERT INTO entry VALUES (?, 'coalition', ?, ?, ?, '{}')");
  database.exec('BEGIN');
  for (let more = 0; more < 9_000; more += 1) {
    const bytes = Buffer.from(`unreadable ${more}`);
    const leaf = createHash('sha256').update(Uint8Array.of(0)).update(bytes).digest('hex');
    insert.run(position + more, index + more, leaf, bytes);
  }
  database.exec('COMMIT');
  const whole = await audit(copy);
  assert.deepEqual(whole.faults, []);
  assert.match(whole.holds[0] ?? '', new RegExp(`^coalition: ${index + 9_000} entries, signed`));
  database.exec(`DELETE FROM entry WHERE position = ${position + 5_000}`);
  database.exec(`UPDATE entry SET bytes = x'00' WHERE position = ${position + 7_000}`);
  database.close();
  const lost = `coalition/${index + 5_000}`;
  const next = `coalition/${index + 5_001}`;
  assert.deepEqual((await audit(copy)).faults.slice(0, 2), [
    `Position ${position + 5_000} is missing; ${next} stands at ${position + 5_001}.`,
    `${lost} is missing; ${next} comes in its place.`,
  ]);
  assert.ok(
    (await audit(copy)).faults.includes(
      `The bytes of coalition/${index + 7_000} are not those of its hash.`,
    ),
  );
});
