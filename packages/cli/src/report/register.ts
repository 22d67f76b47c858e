// Every entry of the period with what proves it: its name, the hash of its bytes, and the seats
// that drafted and released it. Receipts have a row here too.
import { typeName } from '@parley/engine';
import type { ChronologyEntry } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { objectIdOf } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import { cell, peer, plain, strong } from './document.ts';
import type { Block, Run } from './document.ts';
import { tableBlocks } from './figures.ts';
import { COLUMNS, HEADINGS, REGISTER_NOTE } from './labels.ts';

/** A heading and one row an entry, in the order in which each author had seen the others. */
export function registerBlocks(entries: readonly ChronologyEntry[]): Block[] {
  const rows = entries.map(({ name, entry: { body, releasedMs, draftedBy, releasedBy }, ref }) => [
    cell(strong(name)),
    cell(writeInstant(releasedMs)),
    cell(`${typeName(body)}${aboutText(body)}`),
    cell(...seats(draftedBy, releasedBy)),
    cell(ref.leaf),
  ]);
  const columns = [
    { title: COLUMNS.entry, share: 14 },
    { title: COLUMNS.when, share: 14 },
    { title: 'What', share: 20 },
    { title: 'Drafted, released by', share: 18 },
    { title: 'Hash of the entry (leaf of the record)', share: 34 },
  ];
  return tableBlocks(HEADINGS.register, columns, rows, REGISTER_NOTE);
}

function aboutText(body: Body): string {
  if (body.type === 'received') return ` up to ${body.party}/${body.index}`;
  return 'ref' in body ? ` on ${objectIdOf(body.ref)}` : '';
}

function seats(draftedBy: string, releasedBy: string): Run[] {
  if (releasedBy === 'node') return [plain('its node')];
  if (draftedBy === releasedBy) return [peer(releasedBy)];
  return [peer(draftedBy), plain(', '), peer(releasedBy)];
}
