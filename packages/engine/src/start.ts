// The state of a line from what is stored: a replay, and then a check against the last checkpoint.
import { MerkleTree } from '@parley/ledger';
import type { Mirror } from '@parley/ledger';
import type { LineId, PartyId } from '@parley/protocol';
import { CausalQueue } from './causal-queue.ts';
import type { EntryRow } from './causal-queue.ts';
import type { Line } from './line.ts';
import { UNHEARD } from './liveness.ts';
import { emptyPicture } from './picture.ts';

/**
 * A line rebuilt from its stored rows, own and mirrored, each record gapless and in order. The
 * mirrors must hold those same entries (`openMirror` of the ledger checks them), and the leaf hash
 * of every row must have been checked against its bytes.
 */
export function startLine(args: {
  readonly id: LineId;
  readonly self: PartyId;
  readonly mirrors: ReadonlyMap<PartyId, Mirror>;
  readonly rows: Iterable<EntryRow>;
}): Line {
  const members = [args.self, ...args.mirrors.keys()].toSorted();
  const peers = [...args.mirrors.keys()];
  const picture = emptyPicture(args.id, members);
  const line: Line = {
    id: args.id,
    self: args.self,
    members,
    own: MerkleTree.of([]),
    mirrors: new Map(args.mirrors),
    picture,
    waiting: new CausalQueue(picture),
    liveness: new Map(peers.map((party) => [party, UNHEARD])),
    toldHealth: new Map(),
  };
  for (const row of args.rows) {
    if (row.ref.party === args.self) line.own.append(Uint8Array.fromHex(row.ref.leaf));
    line.waiting.take(row);
  }
  line.waiting.drain();
  return line;
}
