// Whose signature counts from when: the keys of the cards, and what the records have made of them.
import { changedKey } from '@parley/engine';
import type { Placed } from '@parley/engine';
import type { PartyId } from '@parley/protocol';
import type { Member } from './member.ts';

/**
 * Applies what entries say of their authors' keys, in the order of each record. A change that names
 * no sound key, or a key that has another role already, changes nothing: the entry is unusable.
 * Gives the parties whose keys are others now.
 */
export function applyKeyChanges(
  members: Map<PartyId, Member>,
  rows: Iterable<Placed>,
): ReadonlySet<PartyId> {
  const changed = new Set<PartyId>();
  for (const { ref, entry } of rows) {
    if (!entry.ok || entry.value.body.type !== 'key-change') continue;
    const member = members.get(ref.party);
    const key = changedKey(entry.value.body);
    if (member === undefined || !key.ok) continue;
    const taken = [member.record, member.recordMlDsa, member.witness, member.heartbeat];
    if (taken.some(({ publicKey }) => publicKey.toHex() === key.value.publicKey.toHex())) continue;
    const { role } = entry.value.body;
    const since = role === 'heartbeat' ? { heartbeatSince: ref.index + 1 } : {};
    members.set(ref.party, { ...member, ...since, [role]: key.value });
    changed.add(ref.party);
  }
  return changed;
}
