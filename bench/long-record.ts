// A line with many entries on record, for the bench of the start: real keys, real signatures, real
// store; only the two watches that would have taken years to say it all are missing.
import { join } from 'node:path';
import { renderVolumes, rowOf } from '../packages/engine/src/index.ts';
import type { EntryRow } from '../packages/engine/src/index.ts';
import {
  cosign,
  leafHash,
  MerkleTree,
  signHead,
  withCosignature,
} from '../packages/ledger/src/index.ts';
import { openFolder } from '../packages/node/src/data-folder.ts';
import type { NodeFolder } from '../packages/node/src/data-folder.ts';
import { defaultKey, unlock } from '../packages/node/src/index.ts';
import type { LineKeys } from '../packages/node/src/secrets.ts';
import { openSqliteStore } from '../packages/node/src/sqlite-store.ts';
import { entryBytes, HashHex } from '../packages/protocol/src/index.ts';
import type { Body, Notice, Ref, SeenHead } from '../packages/protocol/src/index.ts';
import { makeFolders } from '../packages/cli/src/index.ts';

const BATCH_ROWS = 1_000;
const MINUTE_MS = 60_000;
const FIRST_MS = Date.UTC(2025, 0, 1);
const PARTIES = [
  { party: 'coalition', name: 'Coalition' },
  { party: 'russia', name: 'Russia' },
] as const;

type Author = {
  readonly folder: NodeFolder & { readonly keys: LineKeys };
  readonly tree: MerkleTree;
};

/**
 * Makes the node `coalition` under `root` with `count` entries on record, about half of them the
 * other party's. Of every 14 entries 2 are notices, 1 a cancellation, 2 READ, 2 READ-BACK, 2
 * POSITION and 5 receipts. Returns the node's folder.
 */
export async function longRecord(root: string, count: number): Promise<string> {
  await makeFolders({ parties: PARTIES }, root);
  const [own, peer] = await Promise.all(
    PARTIES.map(async ({ party }) => authorOf(join(root, party))),
  );
  if (own === undefined || peer === undefined) throw new Error('two folders were made');
  const store = openSqliteStore(join(root, 'coalition', 'parley.db'));
  const rows: EntryRow[] = [];
  const write = (): void => {
    const stored = store.append(rows.splice(0), {
      signed: [headOf(own), headOf(peer)],
      cosigned: [],
    });
    if (!stored.ok) throw new Error(stored.refusal.fault);
    for (const [author, other] of [
      [own, peer],
      [peer, own],
    ] as const) {
      const { party, size, note } = headOf(author);
      const line = cosign(note, other.folder.keys.witness, Math.floor(FIRST_MS / 1_000));
      store.saveCosigned({ party, size, note: withCosignature(note, line) });
    }
  };
  const { arrangement } = own.folder.line ?? {};
  if (arrangement === undefined) throw new Error('the folders are paired');
  let made = 0;
  const say = (author: Author, other: Author, body: Body): Ref => {
    const row = nextRow(author, other, body, FIRST_MS + made * MINUTE_MS);
    rows.push(row);
    made += 1;
    if (rows.length >= BATCH_ROWS) write();
    return row.ref;
  };
  say(own, peer, arrangement);
  say(peer, own, arrangement);
  const isDone = (): boolean => made >= count;
  for (let round = 0; !isDone(); round += 1) {
    const [a, b] = round % 2 === 0 ? [own, peer] : [peer, own];
    for (const body of exchange(a, b, say, round, FIRST_MS + made * MINUTE_MS)) {
      if (!isDone()) body();
    }
  }
  write();
  store.close();
  return join(root, 'coalition');
}

type Say = (author: Author, other: Author, body: Body) => Ref;

/** What follows one notice, in its order: 7 entries, every second time with a cancellation. */
function exchange(a: Author, b: Author, say: Say, round: number, nowMs: number): (() => void)[] {
  const notice = noticeOf(round, nowMs);
  let ref: Ref | undefined;
  const meant = (): Ref => {
    if (ref === undefined) throw new Error('the notice comes first');
    return ref;
  };
  const receipt = (from: Author, by: Author): void => {
    const last = from.tree.size - 1;
    const head = seenOf(from);
    const leaf = HashHex.parse(from.tree.leaf(last).toHex());
    const { party, size, root } = head;
    say(by, from, { type: 'received', party, index: last, leaf, size, root, receivedMs: nowMs });
  };
  const readBack = { type: 'read-back', form: 'MGRS', officer: 'confirms' } as const;
  return [
    () => (ref = say(a, b, notice)),
    () => receipt(a, b),
    () => say(b, a, { type: 'read', ref: meant() }),
    () => say(b, a, { ...readBack, ref: meant(), volumes: renderVolumes(notice.volumes, 'MGRS') }),
    () => receipt(b, a),
    () => say(b, a, { type: 'position', ref: meant(), position: 'noted' }),
    () =>
      round % 2 === 0
        ? say(a, b, { type: 'cancel', ref: meant(), reason: 'completed' })
        : receipt(b, a),
  ];
}

/** Circles over 4 by 4 degrees, one hour each, one after another: few of them ever conflict. */
function noticeOf(round: number, nowMs: number): Notice {
  const startMs = nowMs + 45 * MINUTE_MS;
  const spread = (step: number): number => ((round * step) % 400) * 100_000;
  return {
    type: 'notice',
    kind: 'air-activity',
    precedence: 'ROUTINE',
    status: 'test',
    activity: 'transit',
    asked: 'note',
    firmness: 'planned',
    title: `Activity ${round}`,
    words: { text: 'Routine activity, as agreed.', language: 'en' },
    volumes: [
      {
        outline: {
          kind: 'circle',
          centre: { latE7: 330_000_000 + spread(37), lonE7: 370_000_000 + spread(101) },
          radiusCentimetres: 1_000_000,
        },
        band: {
          lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
          upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
        },
        window: { startMs, endMs: startMs + 60 * MINUTE_MS },
      },
    ],
  };
}

async function authorOf(path: string): Promise<Author> {
  const folder = openFolder(path);
  if (!folder.ok) throw new Error(folder.refusal.fault);
  const unlocked = await unlock(folder.value, defaultKey(path));
  if (!unlocked.ok) throw new Error(unlocked.refusal.fault);
  return { folder: { ...folder.value, keys: unlocked.value.keys }, tree: MerkleTree.of([]) };
}

function nextRow(author: Author, other: Author, body: Body, releasedMs: number): EntryRow {
  const { line, card } = author.folder;
  if (line === undefined) throw new Error('the folder is paired');
  const index = author.tree.size;
  const seat = body.type === 'received' || body.type === 'arrangement' ? 'node' : 'Watch 1';
  const seen = other.tree.size === 0 ? [] : [seenOf(other)];
  const head = { version: 1, line: line.line, party: card.party, index, seen } as const;
  const bytes = entryBytes({ ...head, releasedMs, draftedBy: seat, releasedBy: seat, body });
  author.tree.append(leafHash(bytes));
  return rowOf(line.line, card.party, index, bytes);
}

function seenOf({ folder, tree }: Author): SeenHead {
  return { party: folder.card.party, size: tree.size, root: HashHex.parse(tree.root().toHex()) };
}

function headOf({ folder, tree }: Author): {
  party: SeenHead['party'];
  size: number;
  note: string;
} {
  const { record, recordMlDsa } = folder.keys;
  const checkpoint = { origin: record.name, size: tree.size, rootHash: tree.root() };
  return {
    party: folder.card.party,
    size: tree.size,
    note: signHead(checkpoint, record, recordMlDsa),
  };
}
