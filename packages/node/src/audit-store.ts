// A store as an auditor reads it: opened read-only, nothing believed, nothing repaired.
import { DatabaseSync } from 'node:sqlite';
import { guarded } from './sqlite-transaction.ts';
import { StorageFailed } from './store.ts';

export type AuditRow = {
  readonly position: number;
  readonly party: string;
  readonly index: number;
  /** The leaf hash that the store has beside the bytes, hexadecimal. */
  readonly leaf: string;
  readonly bytes: Uint8Array;
  /** Whether the node took it for a message when it was stored. */
  readonly isMessage: boolean;
};

/** Rows after one position up to another, that one included. */
export type Stretch = { readonly after: number; readonly upTo: number };

/** Rows of one stretch: some hundredths of a second to read. */
const STRETCH_ROWS = 2_000;

export type AuditStore = {
  /** What SQLite itself finds wrong with the file; empty when nothing. */
  readonly damage: () => readonly string[];
  /** The whole store, in stretches, in order. */
  readonly stretches: () => Generator<Stretch>;
  readonly rows: (stretch: Stretch) => Iterable<AuditRow>;
  readonly note: (table: 'checkpoint' | 'cosigned', party: string) => string | undefined;
  readonly handovers: () => readonly string[];
  /** The alarms that the node keeps, as sentences. */
  readonly alarms: () => readonly string[];
  readonly close: () => void;
};

/**
 * Opens a store to read it. Throws StorageFailed when there is none, when it is no database, or
 * while a node runs on it.
 */
export function openAuditStore(path: string): AuditStore {
  const database = guarded('open the store', () => {
    const opened = new DatabaseSync(path, { readOnly: true });
    opened.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    opened.prepare('SELECT count(*) FROM sqlite_schema').get();
    return opened;
  });
  const texts = (sql: string): string[] =>
    guarded('read', () =>
      database
        .prepare(sql)
        .all()
        .map((row) => String(Object.values(row)[0])),
    );
  return {
    damage: () => texts('PRAGMA integrity_check(20)').filter((told) => told !== 'ok'),
    stretches: function* () {
      const end = database.prepare(
        `SELECT max(position) AS upto FROM
         (SELECT position FROM entry WHERE position > ? ORDER BY position LIMIT ${STRETCH_ROWS})`,
      );
      let after = Number.MIN_SAFE_INTEGER;
      for (;;) {
        const upTo = guarded('read', () => end.get(after)?.['upto']);
        if (typeof upTo !== 'number') return;
        yield { after, upTo };
        after = upTo;
      }
    },
    rows: function* ({ after, upTo }) {
      const some = database.prepare(
        `SELECT position, party, idx, leaf, bytes, refusal FROM entry
         WHERE position > ? AND position <= ? ORDER BY position`,
      );
      for (const row of guarded('read', () => some.all(after, upTo))) yield rowOf(row);
    },
    note: (table, party) =>
      guarded('read', () => {
        const row = database.prepare(`SELECT note FROM ${table} WHERE party = ?`).get(party);
        return row === undefined ? undefined : String(row['note']);
      }),
    handovers: () => texts('SELECT note FROM handover ORDER BY idx'),
    alarms: () => texts("SELECT party || ': ' || sentence FROM fault ORDER BY id"),
    close: () => {
      database.close();
    },
  };
}

function rowOf(row: Record<string, unknown>): AuditRow {
  const { position, party, idx, leaf, bytes, refusal } = row;
  if (!(bytes instanceof Uint8Array)) throw new StorageFailed('The store holds what is no entry.');
  return {
    position: Number(position),
    party: String(party),
    index: Number(idx),
    leaf: String(leaf),
    bytes,
    isMessage: refusal === '',
  };
}
