// Transactions and faults of the SQLite store: a full disk is refused, all else stops the node.
import type { DatabaseSync } from 'node:sqlite';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { StorageFailed } from './store.ts';

/** One durable transaction. A full disk is a refusal; the transaction is rolled back. */
export function transaction(database: DatabaseSync, work: () => void): Outcome<undefined> {
  try {
    database.exec('BEGIN IMMEDIATE');
    work();
    database.exec('COMMIT');
    return accept(undefined);
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    if (isFull(error)) {
      return refuse('storage-full', '', 'the disk has no room', 'room on the disk of this node');
    }
    throw failed('write', error);
  }
}

const SQLITE_FULL = 13;

function isFull(error: unknown): boolean {
  return (
    error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_FULL
  );
}

/** Runs `work`; any fault of the disk becomes StorageFailed, and the node must stop. */
export function guarded<T>(doing: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw failed(doing, error);
  }
}

function failed(doing: string, error: unknown): StorageFailed {
  const fault = error instanceof Error ? error.message : String(error);
  const locked = /locked|busy/i.test(fault);
  const hint = locked ? ' Another process holds this node; only one may run.' : '';
  return new StorageFailed(`Could not ${doing}: ${fault}.${hint}`, { cause: error });
}
