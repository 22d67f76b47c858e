// Files that a person names: one that cannot be read or written is refused by name, never thrown.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'this user may not open it',
  EISDIR: 'it is a folder',
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of its path is a file',
  ENOSPC: 'the disk is full',
};

/** The text of a file (UTF-8). */
export function readText(path: string): Outcome<string> {
  try {
    return accept(readFileSync(path, 'utf8'));
  } catch (fault) {
    return refuse('not-found', path, reasonOf(fault), 'a file that can be read');
  }
}

/** Writes a file; `mode` holds for it even when it was there before. */
export function writeFile(
  path: string,
  content: string | Uint8Array,
  mode = 0o644,
): Outcome<undefined> {
  try {
    writeFileSync(path, content, { mode });
    chmodSync(path, mode);
    return accept(undefined);
  } catch (fault) {
    return refuse('not-found', path, reasonOf(fault), 'a file that can be written');
  }
}

/** What the system says of a file, for a person; what has no code is a bug and thrown again. */
export function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error && 'code' in fault)) throw fault;
  const code = String(fault.code);
  return REASONS[code] ?? `the system refuses it (${code})`;
}

/** The JSON value in a text; `name` is what the refusal calls it. */
export function readJson(text: string, name: string): Outcome<unknown> {
  try {
    return accept(JSON.parse(text));
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : 'it cannot be read';
    return refuse('malformed', name, reason, 'JSON');
  }
}
