// What a seat can do, as functions that always resolve: to what came of it, or to a sentence that
// says why not. Nothing here throws because of the node's answer or a broken connection.
import type { FloorClient } from '@parley/client';
import type {
  Body,
  Draft,
  DraftInput,
  HandoverLog,
  HandoverRow,
  Office,
  Outcome,
  PartyId,
  Ref,
  RefusalCode,
  ReleaseInput,
  ReviewInput,
  SeatRole,
  SeatView,
} from '@parley/protocol';
import { refusalSentence } from '@parley/protocol';

/** What came of an action. 'unanswered': the node did not answer, so the outcome is unknown. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: RefusalCode | 'unanswered'; readonly sentence: string };

export type Actions = {
  /** Says what one officer may say alone: warnings, read, read-back, positions, line checks. */
  readonly say: (body: Body) => Promise<Reply<{ readonly ref: Ref }>>;
  /** Keeps a new draft on the node and takes it in hand. `form` is the editor's state as text. */
  readonly newDraft: (form: string) => Promise<Reply<Draft>>;
  readonly saveDraft: (id: string, draft: DraftInput) => Promise<Reply<Draft>>;
  /** Releases the body with this hash, and no other: the one that this seat was shown. */
  readonly releaseDraft: (id: string, shown: ReleaseInput) => Promise<Reply<{ readonly ref: Ref }>>;
  readonly deleteDraft: (id: string) => Promise<Reply<object>>;
  /** Says for this seat's office what it finds in the body that it has read. */
  readonly reviewDraft: (id: string, review: ReviewInput) => Promise<Reply<Draft>>;
  readonly offices: () => Promise<Reply<{ readonly offices: readonly Office[] }>>;
  readonly handovers: () => Promise<Reply<HandoverLog>>;
  readonly giveHandover: (to: string) => Promise<Reply<HandoverRow>>;
  readonly takeHandover: () => Promise<Reply<HandoverRow>>;
  /** A one-time link for another seat; '' for no office. `expiresMs` by the machine's clock. */
  readonly invite: (
    role: SeatRole,
    office: string,
  ) => Promise<Reply<{ readonly link: string; readonly expiresMs: number }>>;
  readonly signOut: () => Promise<Reply<object>>;
  /** One entry with its inclusion proof, and a whole record, as text files. */
  readonly entryProof: (ref: Ref) => Promise<Reply<string>>;
  readonly exportRecord: (party: PartyId) => Promise<Reply<string>>;
  readonly alarmEvidence: (party: PartyId, code: string) => Promise<Reply<string>>;
};

const UNANSWERED =
  'The node did not answer. Whether this was recorded will show when the page hears it again.';

/** The actions of one seat. `seats` and `ownSeat` are who could release what this seat may not. */
export function floorActions(args: {
  readonly client: FloorClient;
  readonly ownSeat: string;
  readonly seats: () => readonly SeatView[];
  readonly drafted: (draft: Draft) => void;
}): Actions {
  const { client } = args;
  const reply = async <T>(call: Promise<Outcome<T>>): Promise<Reply<T>> => {
    const outcome = await call.catch(() => undefined);
    if (outcome === undefined) return { ok: false, code: 'unanswered', sentence: UNANSWERED };
    if (outcome.ok) return outcome;
    const { code } = outcome.refusal;
    const fourEyes = code === 'drafter-may-not-release';
    const sentence = fourEyes
      ? anotherReleaser(args.seats(), args.ownSeat)
      : refusalSentence(outcome.refusal);
    return { ok: false, code, sentence };
  };
  return {
    say: (body) => reply(client.call('say', {}, { body })),
    newDraft: async (form) => {
      const id = crypto.randomUUID();
      const input: DraftInput = { state: 'editing', form };
      const saved = await reply(client.call('saveDraft', { id }, input));
      if (saved.ok) args.drafted(saved.value);
      return saved;
    },
    saveDraft: (id, draft) => reply(client.call('saveDraft', { id }, draft)),
    releaseDraft: (id, shown) => reply(client.call('releaseDraft', { id }, shown)),
    deleteDraft: (id) => reply(client.call('deleteDraft', { id }, undefined)),
    reviewDraft: (id, review) => reply(client.call('reviewDraft', { id }, review)),
    offices: () => reply(client.call('offices', {}, undefined)),
    handovers: () => reply(client.call('handovers', {}, undefined)),
    giveHandover: (to) => reply(client.call('giveHandover', {}, { to })),
    takeHandover: () => reply(client.call('takeHandover', {}, {})),
    invite: (role, office) =>
      reply(client.call('invite', {}, office === '' ? { role } : { role, office })),
    signOut: () => reply(client.call('signOut', {}, undefined)),
    entryProof: ({ party, index }) =>
      reply(client.call('entryProof', { party, index: String(index) }, undefined)),
    exportRecord: (party) => reply(client.call('exportRecord', { party }, undefined)),
    alarmEvidence: (party, code) => reply(client.call('alarmEvidence', { party, code }, undefined)),
  };
}

/** Why the drafter cannot release, and who can: seats on watch first, then the others by name. */
export function anotherReleaser(seats: readonly SeatView[], ownSeat: string): string {
  const rule = 'Cannot release: the drafter may not release.';
  const others = seats.filter(
    ({ name, role }) => (role === 'releaser' || role === 'commander') && name !== ownSeat,
  );
  const onWatch = others.filter(({ online }) => online).map(({ name }) => name);
  if (onWatch.length > 0) {
    const verb = onWatch.length === 1 ? 'is' : 'are';
    return `${rule} Ask another releaser (${listed(onWatch)} ${verb} on watch).`;
  }
  if (others.length > 0) {
    const names = listed(others.map(({ name }) => name));
    return `${rule} Ask another releaser (${names}; none of them is on watch now).`;
  }
  return `${rule} There is no other releaser yet. A releaser can invite one.`;
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
