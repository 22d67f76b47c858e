// The offices of this node and its log of handovers, in the same database.
import type { DatabaseSync } from 'node:sqlite';
import { Offices } from '@parley/protocol';
import { guarded, transaction } from './sqlite-transaction.ts';
import type { FloorStore } from './store.ts';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS office (
  place INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, types TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS handover (idx INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
`;

type Tables = Pick<FloorStore, 'offices' | 'setOffices' | 'handovers' | 'addHandover'>;

/** The tables of offices and handovers of an open database. */
export function officeTables(database: DatabaseSync): Tables {
  guarded('make the office tables', () => {
    database.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`);
  });
  const all = database.prepare('SELECT name, types FROM office ORDER BY place');
  const add = database.prepare('INSERT INTO office (place, name, types) VALUES (?, ?, ?)');
  const notes = database.prepare('SELECT note FROM handover ORDER BY idx');
  const addNote = database.prepare('INSERT INTO handover (idx, note) VALUES (?, ?)');
  return {
    offices: () => {
      const offices = all.all().map(({ name, types }): unknown => {
        return { name, types: JSON.parse(String(types)) as unknown };
      });
      return Offices.parse({ offices }).offices;
    },
    setOffices: (offices) =>
      transaction(database, () => {
        database.exec('DELETE FROM office');
        for (const [place, { name, types }] of offices.entries()) {
          add.run(place, name, JSON.stringify(types));
        }
      }),
    handovers: () => notes.all().map(({ note }) => String(note)),
    addHandover: (index, note) =>
      transaction(database, () => {
        addNote.run(index, note);
      }),
  };
}
