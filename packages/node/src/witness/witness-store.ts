// The heads that a witness cosigned last, one a log. It is all that a witness knows: one that lost
// it is retired, because it could cosign what contradicts what it cosigned before.
import { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '@parley/protocol';
import { guarded, transaction } from '../sqlite-transaction.ts';

export type WitnessedHead = {
  readonly size: number;
  readonly rootHash: Uint8Array;
  /** The checkpoint with our cosignatures under it. */
  readonly note: string;
};

export type WitnessStore = {
  readonly head: (origin: string) => WitnessedHead | undefined;
  readonly origins: () => readonly string[];
  /** Durable when it returns. Refuses as storage-full; throws StorageFailed. */
  readonly save: (origin: string, head: WitnessedHead) => Outcome<undefined>;
  readonly close: () => void;
};

/** Opens or makes the store at `path`, for this process alone. Throws StorageFailed. */
export function openWitnessStore(path: string): WitnessStore {
  const database = guarded('open the store', () => {
    const opened = new DatabaseSync(path);
    opened.exec(`
      PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON; PRAGMA trusted_schema = OFF;
      BEGIN EXCLUSIVE;
      CREATE TABLE IF NOT EXISTS head (
        origin TEXT PRIMARY KEY, size INTEGER NOT NULL, root BLOB NOT NULL, note TEXT NOT NULL
      ) STRICT;
      COMMIT;
    `);
    return opened;
  });
  const one = database.prepare('SELECT size, root, note FROM head WHERE origin = ?');
  const all = database.prepare('SELECT origin FROM head ORDER BY origin');
  const upsert = database.prepare(
    `INSERT INTO head (origin, size, root, note) VALUES (?, ?, ?, ?)
     ON CONFLICT (origin) DO UPDATE
     SET size = excluded.size, root = excluded.root, note = excluded.note`,
  );
  return {
    head: (origin) =>
      guarded('read', () => {
        const row = one.get(origin);
        if (row === undefined || !(row['root'] instanceof Uint8Array)) return undefined;
        return { size: Number(row['size']), rootHash: row['root'], note: String(row['note']) };
      }),
    origins: () => guarded('read', () => all.all().map(({ origin }) => String(origin))),
    save: (origin, { size, rootHash, note }) =>
      transaction(database, () => {
        upsert.run(origin, size, rootHash, note);
      }),
    close: () => {
      database.close();
    },
  };
}
