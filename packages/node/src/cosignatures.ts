// Cosignatures both ways: ours on the peers' heads, and theirs on ours, verified before they count.
import type { MirrorAdvance } from '@parley/engine';
import { cosign, readNote, verifyCosignature, withCosignature } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import type { Member } from './member.ts';
import type { LineKeys } from './secrets.ts';
import type { EntryStore, StoredCheckpoint } from './store.ts';

/** A head that was cosigned: its size, and when by the cosigner's clock (POSIX seconds). */
export type CosignedHead = { readonly size: number; readonly timeSeconds: number };

/** A cosignature of ours: its line, and the checkpoint that it stands under. */
export type Cosigning = { readonly line: string; readonly stored: StoredCheckpoint };

type Setup = {
  readonly self: PartyId;
  readonly members: ReadonlyMap<PartyId, Member>;
  readonly keys: LineKeys;
  readonly store: EntryStore;
  readonly isWitnessRetired: boolean;
};

export class Cosignatures {
  readonly #setup: Setup;
  readonly #ours = new Map<PartyId, string>();
  readonly #theirs = new Map<PartyId, CosignedHead>();

  constructor(setup: Setup) {
    this.#setup = setup;
    const stored = setup.store.cosigned(setup.self);
    for (const { party, witness } of setup.members.values()) {
      if (stored === undefined || party === setup.self) continue;
      const verified = verifyCosignature(stored.note, witness);
      if (!verified.ok) continue;
      this.#theirs.set(party, { size: stored.size, timeSeconds: verified.value.timeSeconds });
    }
  }

  /**
   * Our cosignature on a peer's checkpoint that our mirror confirms. It is to be kept with the
   * entries under it, and to be told with `hold` only once they are durable. None by a witness that
   * is retired: it may have cosigned what it no longer holds.
   */
  cosign({ party, mirror }: MirrorAdvance, nowMs: number): Cosigning[] {
    if (this.#setup.isWitnessRetired) return [];
    const { checkpoint, tree } = mirror;
    const line = cosign(checkpoint, this.#setup.keys.witness, Math.floor(nowMs / 1_000));
    const note = withCosignature(checkpoint, line);
    return [{ line, stored: { party, size: tree.size, note } }];
  }

  hold({ line, stored }: Cosigning): void {
    this.#ours.set(stored.party, line);
  }

  /** Our newest cosignature line on a peer's record; '' before the first since the start. */
  lineFor(party: PartyId): string {
    return this.#ours.get(party) ?? '';
  }

  /** The newest head of ours that each peer cosigned. */
  get theirs(): ReadonlyMap<PartyId, CosignedHead> {
    return this.#theirs;
  }

  /** Whether a peer's cosignature on our head of `size` would say anything new. */
  isNews(from: PartyId, size: number, line: string): boolean {
    return line !== '' && size > (this.#theirs.get(from)?.size ?? 0);
  }

  /** Takes a peer's cosignature on our checkpoint. Refuses as wrongly-signed. */
  take(from: Member, size: number, checkpoint: string, line: string): Outcome<CosignedHead> {
    if (line.includes('\n') || !readNote(`${checkpoint}${line}\n`).ok) {
      const right = 'one signature line of a signed note';
      return refuse('wrongly-signed', 'cosignature', 'it is no signature line', right);
    }
    const note = withCosignature(checkpoint, line);
    const verified = verifyCosignature(note, from.witness);
    if (!verified.ok) {
      const fault = `that of ${from.party} does not verify: ${verified.refusal.sentence}`;
      return refuse('wrongly-signed', 'cosignature', fault, 'a cosignature on our own head');
    }
    this.#setup.store.saveCosigned({ party: this.#setup.self, size, note });
    const head = { size, timeSeconds: verified.value.timeSeconds };
    this.#theirs.set(from.party, head);
    return accept(head);
  }
}
