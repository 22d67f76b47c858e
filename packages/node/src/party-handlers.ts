// What happens inside a party before anything is released: offices and their reviews, and the
// handover of the watch. None of it ever leaves the node.
import { mayDraft, needsFourEyes, ON_WATCH, officesFor, openTasks } from '@parley/engine';
import {
  accept,
  HANDOVER_TASKS_MAX,
  handoverNote,
  hashOfLast,
  openHandover,
  ownHandovers,
  refuse,
  REVIEWS_MAX,
} from '@parley/protocol';
import type { Draft, HandoverRow, Outcome, Review } from '@parley/protocol';
import { draftView, draftViews } from './drafts.ts';
import type { Floor } from './floor.ts';
import type { Asked, Given, Handlers } from './handler.ts';
import type { SeatRecord } from './store.ts';

type PartyRoutes =
  | 'reviewDraft'
  | 'offices'
  | 'setOffices'
  | 'handovers'
  | 'giveHandover'
  | 'takeHandover';

export const PARTY_HANDLERS: Pick<Handlers, PartyRoutes> = {
  reviewDraft,
  offices: ({ runner }) => accept({ answer: { offices: [...runner.store.offices()] } }),
  setOffices,
  handovers: ({ runner }) =>
    accept({ answer: { key: runner.keys.record.vkey, notes: [...runner.store.handovers()] } }),
  giveHandover,
  takeHandover,
};

function reviewDraft(
  floor: Floor,
  { parts, request, seat }: Asked<'reviewDraft'>,
): Given<'reviewDraft'> {
  const { store, clock } = floor.runner;
  const kept = store.drafts().find(({ id }) => id === parts['id']);
  if (kept === undefined) {
    return refuse('not-found', 'id', `no draft ${parts['id']}`, 'a draft of this node');
  }
  const offices = store.offices();
  const office = reviewingOffice(draftView(kept, offices), seat, floor);
  if (!office.ok) return office;
  if (request.bodyHash !== draftView(kept, offices).bodyHash) {
    const right = 'a review of the body that the draft has now';
    return refuse('draft-changed', 'bodyHash', `${kept.drafter} saved it since`, right);
  }
  const review: Review = { ...request, office: office.value, seat: seat.name, atMs: clock.nowMs() };
  const reviews = [...(kept.reviews ?? []), review].slice(-REVIEWS_MAX);
  const reviewed = { ...kept, reviews };
  const saved = store.saveDraft(reviewed);
  if (!saved.ok) return saved;
  floor.events.emit('drafts');
  return accept({ answer: draftView(reviewed, offices) });
}

// In order: an office looks at what those before it have cleared, and never at its own draft.
function reviewingOffice(draft: Draft, seat: SeatRecord, floor: Floor): Outcome<string> {
  const { office } = seat;
  const { body } = draft;
  if (body === undefined || draft.state === 'editing') {
    return refuse('draft-changed', 'state', 'it is being written', 'a draft that is complete');
  }
  const asked = officesFor(floor.runner.store.offices(), body);
  if (office === undefined || !asked.includes(office) || !mayDraft(seat.role)) {
    const fault = `${seat.name} has ${office === undefined ? 'no office' : `the office ${office}`}`;
    const right = asked.length === 0 ? 'no review' : `a seat of ${asked.join(' or ')}`;
    return refuse('role-lacking', 'office', fault, right);
  }
  if (draft.drafter === seat.name) {
    return refuse('second-officer', 'office', `${seat.name} drafted it`, `another of ${office}`);
  }
  const before = draft.pending.find((name) => asked.indexOf(name) < asked.indexOf(office));
  if (before === undefined) return accept(office);
  return refuse('review-pending', 'office', `${before} has not cleared it`, `${before} first`);
}

function setOffices(floor: Floor, { request, seat }: Asked<'setOffices'>): Given<'setOffices'> {
  if (seat.role !== 'commander' && seat.role !== 'administrator') {
    const fault = `${seat.name} has the role ${seat.role}`;
    return refuse('role-lacking', 'role', fault, 'a commander or an administrator');
  }
  const names = new Set<string>();
  for (const [at, { name, types }] of request.offices.entries()) {
    if (names.has(name)) {
      const fault = `${name} is named twice`;
      return refuse('malformed', `offices[${at}].name`, fault, 'each office once');
    }
    names.add(name);
    // What one officer may say alone, a warning above all, waits for nobody.
    const unfit = types.findIndex((type) => !needsFourEyes(type));
    if (unfit < 0) continue;
    const fault = `${types[unfit]} is said at once`;
    const right = 'a type that one seat drafts and another releases';
    return refuse('malformed', `offices[${at}].types[${unfit}]`, fault, right);
  }
  const kept = floor.runner.store.setOffices(request.offices);
  if (!kept.ok) return kept;
  floor.events.emit('drafts');
  return accept({ answer: request });
}

function giveHandover(
  floor: Floor,
  { request, seat }: Asked<'giveHandover'>,
): Given<'giveHandover'> {
  const { store, clock, line } = floor.runner;
  const to = store.seats().find(({ name }) => name === request.to);
  if (to === undefined) {
    return refuse('not-found', 'to', `there is no seat ${request.to}`, 'a seat of this node');
  }
  for (const { name, role } of [seat, to]) {
    if (ON_WATCH.includes(role)) continue;
    return refuse('role-lacking', 'role', `${name} has the role ${role}`, ON_WATCH.join(' or '));
  }
  if (to.name === seat.name) {
    return refuse('second-officer', 'to', `it is ${seat.name} itself`, 'another seat');
  }
  const tasks = openTasks(line.picture, clock.nowMs());
  return record(floor, (head) => ({
    ...head,
    kind: 'given',
    from: seat.name,
    tasks: tasks.slice(0, HANDOVER_TASKS_MAX).map(({ id, dueMs }) => ({ id, dueMs })),
    tasksOpen: tasks.length,
    drafts: draftViews(store).map(({ id, state, drafter }) => ({ id, state, drafter })),
    ...request,
  }));
}

function takeHandover(
  floor: Floor,
  { request, seat }: Asked<'takeHandover'>,
): Given<'takeHandover'> {
  const rows = ownHandovers(floor.runner.store.handovers());
  const given = openHandover(rows, seat.name);
  if (given === undefined) {
    const fault = `no watch was given to ${seat.name}, or it was taken`;
    return refuse('not-found', '', fault, 'a watch that another seat gives to this one');
  }
  return record(floor, (head) => ({
    ...head,
    kind: 'taken',
    given: given.index,
    by: seat.name,
    ...request,
  }));
}

type Head = Pick<HandoverRow, 'version' | 'line' | 'party' | 'index' | 'previous' | 'atMs'>;

function record(
  floor: Floor,
  rowOf: (head: Head) => HandoverRow,
): Outcome<{ readonly answer: HandoverRow }> {
  const { store, clock, line, keys } = floor.runner;
  const notes = store.handovers();
  const row = rowOf({
    version: 1,
    line: line.id,
    party: line.self,
    index: notes.length,
    previous: hashOfLast(notes),
    atMs: clock.nowMs(),
  });
  const kept = store.addHandover(row.index, handoverNote(row, keys.record));
  if (!kept.ok) return kept;
  return accept({ answer: row });
}
