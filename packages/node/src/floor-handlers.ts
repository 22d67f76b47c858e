// What each route of the floor does. Shapes come from the route table; refusals are values.
import { defaultMarking, invitedBy, mayDraft, needsFourEyes, releaseTo } from '@parley/engine';
import { entryProofText, exportRecord } from '@parley/ledger';
import {
  accept,
  DRAFTS_MAX,
  PartyId,
  refuse,
  SEATS_MAX,
  STREAMS_PER_SEAT_MAX,
} from '@parley/protocol';
import type { Body, Outcome, Ref } from '@parley/protocol';
import { draftView } from './drafts.ts';
import { exportOf, proofOf } from './evidence.ts';
import type { Floor } from './floor.ts';
import { floorStream } from './floor-stream.ts';
import type { Handlers } from './handler.ts';
import { PARTY_HANDLERS } from './party-handlers.ts';
import type { SeatRecord } from './store.ts';

export const HANDLERS: Handlers = {
  enrol: (floor, { request }) => {
    if (floor.seats.views().length >= SEATS_MAX) {
      return refuse('too-many', 'name', `this node has ${SEATS_MAX} seats`, 'a seat fewer');
    }
    const enrolled = floor.seats.enrol(request.token, request.name);
    if (!enrolled.ok) return enrolled;
    const { seat, cookie } = enrolled.value;
    return accept({ answer: { path: `/seat/${seat.id}/` }, setCookie: cookie });
  },
  session: ({ runner }, { seat }) => {
    const { line, members, clock } = runner;
    return accept({
      answer: {
        line: line.id,
        party: line.self,
        members: [...members.values()].map(({ party, card }) => ({ party, name: card.name })),
        seat: withoutId(seat),
        nowMs: clock.nowMs(),
        replay: clock.replayed,
      },
    });
  },
  stream: (floor, { parts, seat, lastEventId }) => {
    const position = Number(lastEventId ?? parts['after'] ?? '0');
    if (!Number.isSafeInteger(position) || position < 0) {
      return refuse(
        'malformed',
        'after',
        `"${parts['after']}" is no position`,
        'an integer from 0',
      );
    }
    const closed = floor.seats.opened(seat.id, STREAMS_PER_SEAT_MAX);
    if (closed === undefined) {
      const fault = `${STREAMS_PER_SEAT_MAX} pages of ${seat.name} are open`;
      return refuse('too-many', 'seat', fault, 'to close one of them');
    }
    return accept({ answer: floorStream(floor, position, closed) });
  },
  say: (floor, { request, seat }) => {
    if (needsFourEyes(request.body.type)) {
      const right = 'a draft that another seat releases';
      return refuse('drafter-may-not-release', 'body', `a ${request.body.type} at once`, right);
    }
    return release(floor, seat, seat.name, request.body);
  },
  saveDraft: (floor, { parts, request, seat }) => {
    const { store, clock } = floor.runner;
    const id = parts['id'] ?? '';
    const drafts = store.drafts();
    if (!mayDraft(seat.role, request.body?.type)) return notDrafting(seat);
    if (drafts.length >= DRAFTS_MAX && !drafts.some((draft) => draft.id === id)) {
      return refuse('too-many', 'id', `there are ${DRAFTS_MAX} drafts`, 'to throw some away');
    }
    if (!/^[0-9a-f-]{8,36}$/.test(id)) {
      return refuse('malformed', 'id', `"${id}" is no draft id`, '8 to 36 of 0-9, a-f and -');
    }
    const known = drafts.find((draft) => draft.id === id);
    const reviews = known?.reviews ?? [];
    // A page that does not know of markings must not take one off by saving.
    const marking = request.marking ?? known?.marking;
    const marked = marking === undefined ? {} : { marking };
    const kept = { drafter: seat.name, savedMs: clock.nowMs(), reviews };
    const draft = { ...request, ...marked, id, ...kept };
    const saved = store.saveDraft(draft);
    if (!saved.ok) return saved;
    floor.events.emit('drafts');
    return accept({ answer: draftView(draft, store.offices()) });
  },
  deleteDraft: (floor, { parts, seat }) => {
    if (!mayDraft(seat.role)) return notDrafting(seat);
    const deleted = floor.runner.store.deleteDraft(parts['id'] ?? '');
    if (!deleted.ok) return deleted;
    if (!deleted.value)
      return refuse('not-found', 'id', `no draft ${parts['id']}`, 'a draft of this node');
    floor.events.emit('drafts');
    return accept({ answer: {} });
  },
  releaseDraft: (floor, { parts, request, seat }) => {
    const { store } = floor.runner;
    const draft = store.drafts().find(({ id }) => id === parts['id']);
    if (draft === undefined) {
      return refuse('not-found', 'id', `no draft ${parts['id']}`, 'a draft of this node');
    }
    if (draft.state !== 'ready' || draft.body === undefined) {
      return refuse('malformed', 'state', 'the draft is not ready', 'a complete, ready draft');
    }
    const { bodyHash, pending: offices } = draftView(draft, store.offices());
    if (request.bodyHash !== bodyHash) {
      const right = 'a release of the body that the draft has now';
      return refuse('draft-changed', 'bodyHash', `${draft.drafter} saved it since`, right);
    }
    const [pending] = offices;
    if (pending !== undefined) {
      const fault = `${pending} has not cleared this body`;
      return refuse('review-pending', 'reviews', fault, `a review by a seat of ${pending}`);
    }
    const { self, members } = floor.runner.line;
    const marking = draft.marking ?? defaultMarking(members);
    const view = releaseTo(members, self, { ...marking, body: draft.body });
    if (!view.ok) return view;
    const side = { releasedDraft: draft.id };
    const released = release(floor, seat, draft.drafter, view.value.body, side);
    if (released.ok) floor.events.emit('drafts');
    return released;
  },
  invite: (floor, { request, seat }) => {
    const roles = invitedBy(seat.role);
    if (!roles.includes(request.role)) {
      const right = roles.length === 0 ? 'releaser, commander, administrator' : roles.join(', ');
      const fault = `${seat.name} is ${seat.role} and invites no ${request.role}`;
      return refuse('role-lacking', 'role', fault, right);
    }
    const names = floor.runner.store.offices().map(({ name }) => name);
    if (request.office !== undefined && !names.includes(request.office)) {
      const fault = `there is no office ${request.office}`;
      return refuse('not-found', 'office', fault, names.join(', ') || 'no office');
    }
    const invited = floor.seats.invite(request);
    if (!invited.ok) return invited;
    const { token, expiresMs } = invited.value;
    return accept({ answer: { link: `${floor.origin}/enrol#${token}`, expiresMs } });
  },
  seats: (floor) => accept({ answer: { seats: [...floor.seats.views()] } }),
  ...PARTY_HANDLERS,
  signOut: (floor, { parts, cookie }) => {
    const ended = floor.seats.signOut(parts['seat'] ?? '', cookie);
    return ended.ok ? accept({ answer: {}, setCookie: ended.value }) : ended;
  },
  exportRecord: ({ runner }, { parts }) => {
    const member = memberNamed(runner.members, parts['party']);
    if (!member.ok) return member;
    const args = exportOf(runner, member.value);
    return args.ok ? accept({ answer: exportRecord(args.value) }) : args;
  },
  entryProof: ({ runner }, { parts }) => {
    const member = memberNamed(runner.members, parts['party']);
    if (!member.ok) return member;
    const args = proofOf(runner, member.value, Number(parts['index']));
    return args.ok ? accept({ answer: entryProofText(args.value) }) : args;
  },
  alarmEvidence: ({ runner }, { parts }) => {
    const member = memberNamed(runner.members, parts['party']);
    if (!member.ok) return member;
    const { party } = member.value;
    const alarms = runner
      .faults()
      .filter((fault) => fault.party === party && fault.evidence !== '');
    const alarm = alarms.find(({ code }) => code === parts['code']);
    if (alarm !== undefined) return accept({ answer: alarm.evidence });
    const right = alarms.map(({ code }) => code).join(', ') || 'there is none';
    const fault = `there is no evidence of ${parts['code']?.slice(0, 40)} against ${party}`;
    return refuse('not-found', 'code', fault, right);
  },
};

function withoutId({ name, role, office }: SeatRecord): Omit<SeatRecord, 'id'> {
  return { name, role, ...(office === undefined ? {} : { office }) };
}

function notDrafting({ name, role }: SeatRecord): ReturnType<typeof refuse> {
  const right = 'a seat that may draft this type of message';
  return refuse('role-lacking', 'role', `${name} has the role ${role}`, right);
}

function memberNamed<T>(members: ReadonlyMap<PartyId, T>, name: string | undefined): Outcome<T> {
  const party = PartyId.safeParse(name);
  const member = party.success ? members.get(party.data) : undefined;
  if (member !== undefined) return accept(member);
  const right = [...members.keys()].join(', ');
  return refuse('unknown-party', 'party', `"${name}" is no member of the line`, right);
}

function release(
  floor: Floor,
  seat: SeatRecord,
  draftedBy: string,
  body: Body,
  side?: { readonly releasedDraft: string },
): Outcome<{ readonly answer: { readonly ref: Ref } }> {
  const { runner } = floor;
  const nowMs = runner.clock.nowMs();
  if (runner.clock.replayed && 'status' in body && body.status === 'actual') {
    return refuse('replay-not-actual', 'status', 'it is "actual"', 'exercise or test');
  }
  const refs = runner.submit({ kind: 'command', nowMs, seat, draftedBy, body }, side);
  if (!refs.ok) return refs;
  const [ref] = refs.value;
  if (ref === undefined) throw new Error('a released body is one entry');
  return accept({ answer: { ref } });
}
