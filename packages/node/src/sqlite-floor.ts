// Drafts, seats, sessions, invitations and faults of this node, in the same database.
import type { DatabaseSync } from 'node:sqlite';
import { accept, Draft, PartyId } from '@parley/protocol';
import { guarded, transaction } from './sqlite-transaction.ts';
import type { FloorStore, SeatRecord, StoredFault } from './store.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS draft (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS seat (
  id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS session (
  token_hash TEXT PRIMARY KEY, seat TEXT NOT NULL REFERENCES seat (id)
) STRICT;
CREATE TABLE IF NOT EXISTS invitation (
  token_hash TEXT PRIMARY KEY, role TEXT NOT NULL, expires_ms INTEGER NOT NULL
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
  });
  return { ...drafts(database), ...seats(database), ...faults(database) };
}

function drafts(database: DatabaseSync): Pick<FloorStore, 'drafts' | 'saveDraft' | 'deleteDraft'> {
  const all = database.prepare('SELECT json FROM draft ORDER BY id');
  const save = database.prepare(
    `INSERT INTO draft (id, json) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET json = excluded.json`,
  );
  const drop = database.prepare('DELETE FROM draft WHERE id = ?');
  return {
    drafts: () => all.all().map((row) => Draft.parse(JSON.parse(String(row['json'])))),
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

type Seats = Omit<FloorStore, 'drafts' | 'saveDraft' | 'deleteDraft' | 'faults' | 'addFault'>;

function seats(database: DatabaseSync): Seats {
  const all = database.prepare('SELECT id, name, role FROM seat ORDER BY name');
  const bySession = database.prepare(
    `SELECT seat.id, seat.name, seat.role FROM session JOIN seat ON seat.id = session.seat
     WHERE session.token_hash = ? AND seat.id = ?`,
  );
  const invite = database.prepare('INSERT INTO invitation VALUES (?, ?, ?)');
  const invited = database.prepare('SELECT role, expires_ms FROM invitation WHERE token_hash = ?');
  const use = database.prepare('DELETE FROM invitation WHERE token_hash = ?');
  const named = database.prepare('SELECT 1 FROM seat WHERE name = ?');
  const addSeat = database.prepare('INSERT INTO seat (id, name, role) VALUES (?, ?, ?)');
  const addSession = database.prepare('INSERT INTO session (token_hash, seat) VALUES (?, ?)');
  const endSession = database.prepare('DELETE FROM session WHERE token_hash = ?');
  return {
    seats: () => all.all().map((row) => seatOf(row)),
    seatOfSession: (seatId, tokenHash) => {
      const row = bySession.get(tokenHash, seatId);
      return row === undefined ? undefined : seatOf(row);
    },
    addInvitation: (tokenHash, role, expiresMs) =>
      transaction(database, () => {
        invite.run(tokenHash, role, expiresMs);
      }),
    enrol: (tokenHash, seat, sessionHash, nowMs) => {
      const row = invited.get(tokenHash);
      if (row === undefined || Number(row['expires_ms']) <= nowMs) return accept('not-invited');
      if (named.get(seat.name) !== undefined) return accept('name-taken');
      const record = seatOf({ ...seat, role: row['role'] });
      const kept = transaction(database, () => {
        use.run(tokenHash);
        addSeat.run(record.id, record.name, record.role);
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
  const role = row['role'] === 'releaser' ? 'releaser' : 'watch';
  return { id: String(row['id']), name: String(row['name']), role };
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
