// A node's folder: who it is, its line, its store, and its secrets, which are sealed (secrets.ts).
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '@parley/ledger';
import type { Policy } from '@parley/ledger';
import { accept, Arrangement, Card, faultOf, LineId, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { z } from 'zod';
import { readIfThere, writeDurably } from './durable-file.ts';
import { memberOf } from './member.ts';
import type { Member } from './member.ts';

/** The line that this node was paired for: everybody's card, and the arrangement agreed to. */
export const LineFile = z.strictObject({
  line: LineId,
  cards: z.array(Card).min(2),
  arrangement: Arrangement,
});
export type LineFile = z.infer<typeof LineFile>;

/** What of a folder is no secret. */
export type NodeFolder = {
  readonly path: string;
  readonly card: Card;
  /** The card's keys, read. */
  readonly member: Member;
  readonly line: LineFile | undefined;
};

const CARD_FILE = 'card.json';
const LINE_FILE = 'line.json';
const WITNESSES_FILE = 'witnesses.policy';
const STARTED_FILE = 'started';
const RETIRED_FILE = 'witness-retired';

/** Where the store of a folder lies. */
export function storePath(folder: string): string {
  return join(folder, 'parley.db');
}

/** Removes a store that was begun and holds nothing yet. */
export function removeStore(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${storePath(folder)}${end}`, { force: true });
}

/** Makes the folder of a new node. Refuses where one exists: its keys are never written over. */
export function makeFolder(path: string): Outcome<undefined> {
  if (existsSync(join(path, CARD_FILE))) {
    return refuse('already-said', 'folder', `${path} holds a node already`, 'an empty folder');
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return accept(undefined);
}

/** Writes the card of a new node, which makes the folder whole. Returns its path. */
export function writeCard(folder: string, card: Card): string {
  const path = join(folder, CARD_FILE);
  writeDurably(path, `${JSON.stringify(card, undefined, 2)}\n`);
  return path;
}

/** Opens a node's folder, without its secrets. Refuses naming the file that is missing or wrong. */
export function openFolder(path: string): Outcome<NodeFolder> {
  const card = readJson(join(path, CARD_FILE), Card);
  if (!card.ok) return card;
  const member = memberOf(card.value);
  if (!member.ok) return member;
  const base = { path, card: card.value, member: member.value };
  if (!existsSync(join(path, LINE_FILE))) return accept({ ...base, line: undefined });
  const line = readJson(join(path, LINE_FILE), LineFile);
  return line.ok ? accept({ ...base, line: line.value }) : line;
}

/**
 * The independent witnesses of our record: a tlog-policy in the folder, where there is one. Refuses
 * one that cannot be read, and one that is not of our record.
 */
export function readWitnesses({ path, member }: NodeFolder): Outcome<Policy | undefined> {
  const file = join(path, WITNESSES_FILE);
  const text = readIfThere(file);
  if (text === undefined) return accept(undefined);
  const policy = readPolicy(text);
  if (!policy.ok) return refuse('malformed', file, policy.refusal.sentence, 'a tlog-policy');
  const isOurs = policy.value.logs.some(({ key }) => key.vkey === member.record.vkey);
  if (isOurs) return accept(policy.value);
  const right = `a line "log ${member.record.vkey}"`;
  return refuse('malformed', file, 'it is no policy for our record', right);
}

/** Whether the node of a folder ever ran: then its store is not to be made anew. */
export function hasStarted(path: string): boolean {
  return existsSync(join(path, STARTED_FILE));
}

/** Keeps that the node runs for the first time. */
export function markStarted(path: string): void {
  if (!hasStarted(path)) writeDurably(join(path, STARTED_FILE), '');
}

/** Whether the node lost what it had witnessed: then its witness key signs nothing any more. */
export function isWitnessRetired(path: string): boolean {
  return existsSync(join(path, RETIRED_FILE));
}

export function unretireWitness(path: string): void {
  rmSync(join(path, RETIRED_FILE), { force: true });
}

export function retireWitness(path: string): void {
  writeDurably(join(path, RETIRED_FILE), '');
}

/** Keeps the line that was paired. */
export function writeLineFile(path: string, line: LineFile): void {
  writeDurably(join(path, LINE_FILE), `${JSON.stringify(line, undefined, 2)}\n`);
}

function readJson<T>(path: string, schema: z.ZodType<T>): Outcome<T> {
  const text = readIfThere(path);
  if (text === undefined) {
    return refuse('not-found', 'file', `${path} does not exist`, 'a folder made by parley init');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'it cannot be read';
    return refuse('malformed', path, fault, 'JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return accept(parsed.data);
  const refusal = faultOf(parsed.error, value);
  return { ok: false, refusal: { ...refusal, field: `${path}: ${refusal.field}` } };
}
