// A store of before there were offices opens, and its seats stay what they were.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openSqliteStore } from '../src/sqlite-store.ts';

test('a store without offices is opened, with its seats and its invitations', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-old-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, 'store.sqlite');
  const old = new DatabaseSync(path);
  old.exec(`
    CREATE TABLE seat (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL) STRICT;
    CREATE TABLE invitation (
      token_hash TEXT PRIMARY KEY, role TEXT NOT NULL, expires_ms INTEGER NOT NULL
    ) STRICT;
    INSERT INTO seat VALUES ('a1', 'Watch 1', 'watch');
    INSERT INTO invitation VALUES ('hash', 'releaser', 10);
  `);
  old.close();
  const store = openSqliteStore(path);
  assert.deepEqual(store.seats(), [{ id: 'a1', name: 'Watch 1', role: 'watch' }]);
  const enrolled = store.enrol('hash', { id: 'b2', name: 'Duty officer' }, 'session', 5);
  const seat = { id: 'b2', name: 'Duty officer', role: 'releaser' };
  assert.deepEqual(enrolled, { ok: true, value: seat });
  assert.deepEqual(store.offices(), []);
  store.close();
});
