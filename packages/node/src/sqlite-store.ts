// The embedded store: SQLite, WAL, synchronous=FULL, one writer that holds the file exclusively.
// A commit has been synced when it returns; on any fault but a full disk the node must stop.
import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import { accept, PartyId } from '@parley/protocol';
import type { Entry, HashHex, Refusal } from '@parley/protocol';
import { sqliteFloor } from './sqlite-floor.ts';
import { guarded, transaction } from './sqlite-transaction.ts';
import { StorageFailed } from './store.ts';
import type { EntryStore, FloorStore, StoredCheckpoint, StoredRow } from './store.ts';

/** 3.51.3 is the first release without the WAL-reset bug (sqlite.org/wal.html#walresetbug). */
const SQLITE_LEAST = [3, 51, 3] as const;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS entry (
  position INTEGER PRIMARY KEY,
  party TEXT NOT NULL,
  idx INTEGER NOT NULL,
  leaf TEXT NOT NULL,
  bytes BLOB NOT NULL,
  -- Why the bytes have no decoded view, as JSON; '' when they have one.
  refusal TEXT NOT NULL,
  UNIQUE (party, idx)
) STRICT;
CREATE TABLE IF NOT EXISTS checkpoint (
  party TEXT PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS cosigned (
  party TEXT PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS witnessed (
  vkey TEXT PRIMARY KEY, size INTEGER NOT NULL, note TEXT NOT NULL
) STRICT;
`;

const PRAGMAS = [
  'PRAGMA locking_mode = EXCLUSIVE',
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA fullfsync = ON',
  'PRAGMA trusted_schema = OFF',
  'PRAGMA cell_size_check = ON',
  'PRAGMA foreign_keys = ON',
];

/**
 * Opens or makes the store at `path`. Throws StorageFailed with a sentence when another process
 * holds it, when SQLite is too old, or when the file is no database.
 */
export function openSqliteStore(path: string): EntryStore & FloorStore {
  versionGate();
  const isNew = !existsSync(path);
  const database = guarded('open the store', () => {
    const opened = new DatabaseSync(path);
    for (const pragma of PRAGMAS) opened.exec(pragma);
    // With the exclusive lock taken by this write, a second process cannot run with the same keys.
    opened.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`);
    return opened;
  });
  if (isNew) syncFolder(dirname(path));
  const floor = sqliteFloor(database);
  return { ...entryStore(database), ...floor };
}

function entryStore(database: DatabaseSync): EntryStore {
  const insert = database.prepare(
    'INSERT INTO entry (position, party, idx, leaf, bytes, refusal) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const upsert = (table: string): StatementSync =>
    database.prepare(
      `INSERT INTO ${table} (party, size, note) VALUES (?, ?, ?)
       ON CONFLICT (party) DO UPDATE SET size = excluded.size, note = excluded.note`,
    );
  const dropDraft = database.prepare('DELETE FROM draft WHERE id = ?');
  const [saveCheckpoint, saveCosigned] = [upsert('checkpoint'), upsert('cosigned')];
  const after = database.prepare(
    'SELECT * FROM entry WHERE position > ? ORDER BY position LIMIT ?',
  );
  const all = database.prepare('SELECT * FROM entry ORDER BY position');
  const ofRecord = database.prepare(
    'SELECT * FROM entry WHERE party = ? AND idx >= ? ORDER BY idx LIMIT ?',
  );
  const lastPosition = database.prepare('SELECT coalesce(max(position), 0) AS head FROM entry');
  const one = (table: string): StatementSync =>
    database.prepare(`SELECT party, size, note FROM ${table} WHERE party = ?`);
  const [checkpointOf, cosignedOf] = [one('checkpoint'), one('cosigned')];
  let head = Number(lastPosition.get()?.['head']);

  return {
    append: (rows, heads, side) => {
      const stored = rows.map((row, at) => ({ ...row, position: head + 1 + at }));
      const outcome = transaction(database, () => {
        for (const { position, ref, bytes, entry } of stored) {
          const refusal = entry.ok ? '' : JSON.stringify(entry.refusal);
          insert.run(position, ref.party, ref.index, ref.leaf, bytes, refusal);
        }
        for (const { party, size, note } of heads?.signed ?? []) {
          saveCheckpoint.run(party, size, note);
        }
        for (const { party, size, note } of heads?.cosigned ?? []) {
          saveCosigned.run(party, size, note);
        }
        if (side !== undefined) dropDraft.run(side.releasedDraft);
      });
      if (!outcome.ok) return outcome;
      head += stored.length;
      return accept(stored);
    },
    read: (position, limit) =>
      guarded('read', () => after.all(position, limit).map((row) => rowOf(row))),
    all: function* () {
      for (const row of all.iterate()) yield rowOf(row);
    },
    record: (party, fromIndex, limit) =>
      guarded('read', () => ofRecord.all(party, fromIndex, limit).map((row) => rowOf(row))),
    headPosition: () => head,
    checkpoint: (party) => checkpointRow(checkpointOf.get(party)),
    cosigned: (party) => checkpointRow(cosignedOf.get(party)),
    saveCosigned: ({ party, size, note }) =>
      transaction(database, () => {
        saveCosigned.run(party, size, note);
      }),
    ...witnessedTable(database),
    close: () => {
      database.close();
    },
  };
}

function witnessedTable(database: DatabaseSync): Pick<EntryStore, 'witnessed' | 'saveWitnessed'> {
  const witnessedBy = database.prepare('SELECT size, note FROM witnessed WHERE vkey = ?');
  const saveWitnessed = database.prepare(
    `INSERT INTO witnessed (vkey, size, note) VALUES (?, ?, ?)
     ON CONFLICT (vkey) DO UPDATE SET size = excluded.size, note = excluded.note`,
  );
  return {
    witnessed: (vkey) =>
      guarded('read', () => {
        const row = witnessedBy.get(vkey);
        if (row === undefined) return undefined;
        return { size: Number(row['size']), note: String(row['note']) };
      }),
    saveWitnessed: (vkey, size, note) =>
      transaction(database, () => {
        saveWitnessed.run(vkey, size, note);
      }),
  };
}

type Columns = Record<string, unknown>;

const decoder = new TextDecoder();

// Only what was decoded and admitted to the store is in it, and the record's root is checked at
// every start: the decoded view is not validated a second time.
function rowOf(row: Columns): StoredRow {
  const { position, party, idx, leaf, bytes, refusal } = row;
  if (typeof position !== 'number' || typeof idx !== 'number' || !(bytes instanceof Uint8Array)) {
    throw new StorageFailed('The store holds a row that is not an entry.');
  }
  const ref = { party: party as PartyId, index: idx, leaf: leaf as HashHex };
  const entry: StoredRow['entry'] =
    refusal === ''
      ? accept(JSON.parse(decoder.decode(bytes)) as Entry)
      : { ok: false, refusal: JSON.parse(String(refusal)) as Refusal };
  return { position, ref, bytes, entry };
}

function checkpointRow(row: Columns | undefined): StoredCheckpoint | undefined {
  if (row === undefined) return undefined;
  return {
    party: PartyId.parse(row['party']),
    size: Number(row['size']),
    note: String(row['note']),
  };
}

function versionGate(): void {
  const [major = 0, minor = 0, patch = 0] = (process.versions['sqlite'] ?? '')
    .split('.')
    .map(Number);
  const found = major * 1_000_000 + minor * 1_000 + patch;
  const least = SQLITE_LEAST[0] * 1_000_000 + SQLITE_LEAST[1] * 1_000 + SQLITE_LEAST[2];
  if (found >= least) return;
  throw new StorageFailed(
    `SQLite ${process.versions['sqlite']} is too old: ${SQLITE_LEAST.join('.')} or newer.`,
  );
}

function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
