// SQLite's R*Tree in memory, over four axes. Its boxes are 32-bit floats, rounded outward.
import { DatabaseSync } from 'node:sqlite';
import { sharesHeightAndTime } from './boxes.ts';
import type { Box } from './boxes.ts';
import type { Peer } from './peer.ts';

export function sqliteRtree(): Peer {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE box USING rtree(id, x0, x1, y0, y1, z0, z1, t0, t1)');
  const add = database.prepare('INSERT INTO box VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM box WHERE id = ?');
  const search = database.prepare(
    `SELECT id FROM box WHERE x0 <= ? AND x1 >= ? AND y0 <= ? AND y1 >= ?
       AND z0 <= ? AND z1 >= ? AND t0 <= ? AND t1 >= ?`,
  );
  const held = new Map<number, Box>();
  const insert = (box: Box): void => {
    held.set(box.id, box);
    add.run(
      ...([box.id, box.minLon, box.maxLon, box.minLat, box.maxLat] as const),
      ...([box.lower, box.upper, box.start, box.end] as const),
    );
  };
  return {
    name: 'SQLite R*Tree',
    load: (boxes) => {
      database.exec('BEGIN');
      for (const box of boxes) insert(box);
      database.exec('COMMIT');
    },
    candidates: (box) => {
      const rows = search.all(
        ...([box.maxLon, box.minLon, box.maxLat, box.minLat] as const),
        ...([box.upper, box.lower, box.end, box.start] as const),
      );
      return rows.flatMap(({ id }) => {
        const one = held.get(Number(id));
        return one !== undefined && sharesHeightAndTime(one, box) ? [one.id] : [];
      });
    },
    insert,
    remove: (box) => {
      held.delete(box.id);
      drop.run(box.id);
    },
    close: () => database.close(),
  };
}
