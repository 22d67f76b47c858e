// Drafts, offices, seats, sessions, invitations and faults of this node, in the same database.
import type { DatabaseSync } from 'node:sqlite';
import { accept, KeptDraft, PartyId, SeatRole } from '@parley/protocol';
import { officeTables } from './sqlite-offices.ts';
import { guarded, transaction } from './sqlite-transaction.ts';
import type { FloorStore, SeatRecord, StoredFault } from './store.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS draft (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS seat (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL,
  office TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS session (
  token_hash TEXT PRIMARY KEY, seat TEXT NOT NULL REFERENCES seat (id)
) STRICT;
CREATE TABLE IF NOT EXISTS invitation (
  token_hash TEXT PRIMARY KEY, role TEXT NOT NULL, expires_ms INTEGER NOT NULL,
  office TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE IF NOT EXISTS fault (
  id INTEGER PRIMARY KEY, party TEXT NOT NULL, code TEXT NOT NULL, sentence TEXT NOT NULL,
  since_ms INTEGER NOT NULL, evidence TEXT NOT NULL, UNIQUE (party, code)
) STRICT;
`;

/** The floor's tables of an open database. Faults of the disk throw StorageFailed. */
export function sqliteFloor(database: DatabaseSync): FloorStore {
  guarded('make the floor tables', () => {
    database.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`);
    for (const table of ['seat', 'invitation']) addOfficeColumn(database, table);
  });
  return {
    ...drafts(database),
    ...seats(database),
    ...officeTables(database),
    ...faults(database),
  };
}

// Stores of before there were offices have the tables without this column.
function addOfficeColumn(database: DatabaseSync, table: string): void {
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all();
  if (columns.some(({ name }) => name === 'office')) return;
  database.exec(`ALTER TABLE ${table} ADD COLUMN office TEXT NOT NULL DEFAULT ''`);
}

function drafts(database: DatabaseSync): Pick<FloorStore, 'drafts' | 'saveDraft' | 'deleteDraft'> {
  const all = database.prepare('SELECT json FROM draft ORDER BY id');
  const save = database.prepare(
    `INSERT INTO draft (id, json) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
  );
  const drop = database.prepare('DELETE FROM draft WHERE id = ?');
  return {
    drafts: () => all.all().map((row) => KeptDraft.parse(JSON.parse(String(row['json'])))),
    saveDraft: (draft) =>
      transaction(database, () => {
        save.run(draft.id, JSON.stringify(draft));
      }),
    deleteDraft: (id) => {
      let dropped = false;
      const done = transaction(database, () => {
        dropped = drop.run(id).changes === 1;
      });
      return done.ok ? accept(dropped) : done;
    },
  };
}

type Seats = Pick<
  FloorStore,
  'seats' | 'seatOfSession' | 'addInvitation' | 'enrol' | 'endSession' | 'dropInvitations'
>;

function seats(database: DatabaseSync): Seats {
  const all = database.prepare('SELECT id, name, role, office FROM seat ORDER BY name');
  const bySession = database.prepare(
    `SELECT seat.id, seat.name, seat.role, seat.office
     FROM session JOIN seat ON seat.id = session.seat
     WHERE session.token_hash = ? AND seat.id = ?`,
  );
  const invite = database.prepare(
    'INSERT INTO invitation (token_hash, role, office, expires_ms) VALUES (?, ?, ?, ?)',
  );
  const invited = database.prepare(
    'SELECT role, office, expires_ms FROM invitation WHERE token_hash = ?',
  );
  const use = database.prepare('DELETE FROM invitation WHERE token_hash = ?');
  const named = database.prepare('SELECT 1 FROM seat WHERE name = ?');
  const addSeat = database.prepare('INSERT INTO seat (id, name, role, office) VALUES (?, ?, ?, ?)');
  const addSession = database.prepare('INSERT INTO session (token_hash, seat) VALUES (?, ?)');
  const endSession = database.prepare('DELETE FROM session WHERE token_hash = ?');
  return {
    seats: () => all.all().map((row) => seatOf(row)),
    seatOfSession: (seatId, tokenHash) => {
      const row = bySession.get(tokenHash, seatId);
      return row === undefined ? undefined : seatOf(row);
    },
    addInvitation: (tokenHash, { role, office }, expiresMs) =>
      transaction(database, () => {
        invite.run(tokenHash, role, office ?? '', expiresMs);
      }),
    enrol: (tokenHash, seat, sessionHash, nowMs) => {
      const row = invited.get(tokenHash);
      if (row === undefined || Number(row['expires_ms']) <= nowMs) return accept('not-invited');
      if (named.get(seat.name) !== undefined) return accept('name-taken');
      const record = seatOf({ ...seat, role: row['role'], office: row['office'] });
      const kept = transaction(database, () => {
        use.run(tokenHash);
        addSeat.run(record.id, record.name, record.role, record.office ?? '');
        addSession.run(sessionHash, record.id);
      });
      return kept.ok ? accept(record) : kept;
    },
    endSession: (tokenHash) =>
      transaction(database, () => {
        endSession.run(tokenHash);
      }),
    dropInvitations: () =>
      transaction(database, () => {
        database.exec('DELETE FROM invitation');
      }),
  };
}

function seatOf(row: Record<string, unknown>): SeatRecord {
  const office = String(row['office']);
  return {
    id: String(row['id']),
    name: String(row['name']),
    role: SeatRole.parse(row['role']),
    ...(office === '' ? {} : { office }),
  };
}

function faults(database: DatabaseSync): Pick<FloorStore, 'faults' | 'addFault'> {
  const all = database.prepare('SELECT * FROM fault ORDER BY id');
  const add = database.prepare(
    `INSERT INTO fault (party, code, sentence, since_ms, evidence) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (party, code) DO NOTHING`,
  );
  return {
    faults: () => all.all().map((row) => faultRow(row)),
    addFault: ({ party, code, sentence, sinceMs, evidence }) =>
      transaction(database, () => {
        add.run(party, code, sentence, sinceMs, evidence);
      }),
  };
}

function faultRow(row: Record<string, unknown>): StoredFault {
  return {
    party: PartyId.parse(row['party']),
    code: String(row['code']),
    sentence: String(row['sentence']),
    sinceMs: Number(row['since_ms']),
    evidence: String(row['evidence']),
  };
}
