// The fold: one durable entry at a time into the picture. The same in node, browser and tools.
import { builtInWorld, findingsOf, geometryFindings } from '@parley/geo';
import { bodyBytes, objectIdOf } from '@parley/protocol';
import type {
  Arrangement,
  BodyType,
  ObjectId,
  PartyId,
  ReadBack,
  Received,
  Ref,
  Refusal,
  Zone,
} from '@parley/protocol';
import { admissible } from './admissible.ts';
import { addConflictsOf, removeConflictsOf, renewConflicts } from './conflicts.ts';
import type {
  Ladder,
  LadderStatement,
  LineObject,
  ObjectBody,
  Onward,
  Picture,
  Recorded,
  Step,
} from './picture.ts';
import { compareReadBack } from './read-back.ts';
import type { ReadBackComparison } from './read-back.ts';
import { isOpen } from './tasks.ts';
import { volumesOf } from './volumes.ts';

/**
 * Folds the next entry of its author's record. The picture is changed in place. Entries of one
 * record must come gapless and in order (asserted). An entry that does not fit is kept as
 * unusable, with the reason; it changes nothing else.
 */
export function fold(picture: Picture, recorded: Recorded): void {
  const { entry, ref } = recorded;
  advance(picture, ref);
  const admitted = admissible(picture, entry.party, entry.body, entry.seen);
  if (!admitted.ok) {
    picture.unusable.push({ ref, refusal: admitted.refusal });
    return;
  }
  apply(picture, recorded);
}

/** Folds an entry whose bytes could not be decoded: it takes its place and is marked unusable. */
export function foldUnreadable(picture: Picture, ref: Ref, refusal: Refusal): void {
  advance(picture, ref);
  picture.unusable.push({ ref, refusal });
}

function advance(picture: Picture, ref: Ref): void {
  const next = picture.folded.get(ref.party);
  if (next !== ref.index) {
    throw new Error(`entry ${ref.index} of ${ref.party} folded where ${next} was due`);
  }
  picture.folded.set(ref.party, next + 1);
  picture.leaves.get(ref.party)?.push(ref.leaf);
}

function apply(picture: Picture, recorded: Recorded): void {
  const { entry, ref } = recorded;
  const { body, party } = entry;
  const step: Step = { ref, seat: entry.releasedBy, atMs: entry.releasedMs };
  switch (body.type) {
    case 'arrangement':
      return sign(picture, party, body, step);
    case 'zone':
      return signZone(picture, party, body, step);
    case 'channel-state':
      picture.channels.get(party)?.push({ ...step, statement: body });
      return enter(picture, recorded, body);
    case 'cancel':
    case 'removal':
      return withdraw(picture, body.ref, { ...step, statement: body });
    case 'progress':
      meant(picture, body.ref).progress.push({ ...step, statement: body });
      return;
    case 'confirmation':
      return confirm(picture, { ...step, statement: body });
    case 'onward-release':
      return passOn(picture, { ...step, party, statement: body });
    case 'onward-receipt': {
      const release = picture.onward.get(objectIdOf(body.ref));
      if (release !== undefined) release.receipt = { ...step, statement: body };
      return;
    }
    case 'key-change':
      // Whose signatures count is the matter of whoever verifies them, not of the picture.
      return;
    case 'received':
      return receive(picture, party, body, step);
    default:
      return isStep(body) ? answer(picture, party, body, step) : enter(picture, recorded, body);
  }
}

const STEPS: ReadonlySet<BodyType> = new Set<LadderStatement['type']>([
  'read',
  'read-back',
  'disseminated',
  'position',
  'warning-answer',
  'response',
  'counter-statement',
  'answer',
  'line-check-answer',
]);

function isStep(body: ObjectBody | LadderStatement): body is LadderStatement {
  return STEPS.has(body.type);
}

function answer(picture: Picture, party: PartyId, body: LadderStatement, step: Step): void {
  const object = meant(picture, body.ref);
  const ladder = object.ladders.get(party);
  if (ladder === undefined) throw new Error('an admitted step is about an object of another party');
  climb(object, ladder, body, step);
  keepOpen(picture, object);
}

// Every later step implies READ; of those that can be said again, the newest stands.
function climb(object: LineObject, ladder: Ladder, body: LadderStatement, step: Step): void {
  ladder.read ??= step;
  (ladder.said ??= []).push({ ...step, statement: body });
  switch (body.type) {
    case 'read':
      return;
    case 'read-back':
      ladder.readBack = readBackOf(object.body, body, step);
      return;
    case 'disseminated':
      (ladder.disseminated ??= []).push({ ...step, statement: body });
      return;
    case 'response':
      ladder.responded = { ...step, statement: body };
      return;
    case 'counter-statement':
      ladder.countered = { ...step, statement: body };
      return;
    case 'position':
      ladder.position = { ...step, statement: body };
      return;
    case 'warning-answer':
      ladder.complied = { ...step, statement: body };
      return;
    case 'answer':
    case 'line-check-answer':
      ladder.answered = { ...step, statement: body };
  }
}

// Reading positions back is slow, and few read-backs are looked at: as with findings, below.
function readBackOf(
  sent: ObjectBody,
  statement: ReadBack,
  step: Step,
): NonNullable<Ladder['readBack']> {
  let comparison: ReadBackComparison | undefined;
  return {
    ...step,
    statement,
    get comparison() {
      comparison ??= compareReadBack(volumesOf(sent), statement);
      return comparison;
    },
  };
}

// Each member signs a version once at most, so the newest that all signed is the same on every
// node; and one member alone, with a new version, does not switch off what is in force.
function sign(picture: Picture, party: PartyId, statement: Arrangement, step: Step): void {
  picture.arrangements.set(party, { statement, ref: step.ref });
  const signers = signersOf(picture, party, statement, step);
  const older = statement.version <= (picture.arrangement?.version ?? 0);
  if (older || signers.size < picture.members.length) return;
  const before = separationText(picture.arrangement);
  picture.arrangement = statement;
  if (separationText(statement) !== before) renewConflicts(picture);
}

// Conflicts go by these clauses alone: a version that leaves them as they were changes none.
function separationText(arrangement: Arrangement | undefined): string {
  return JSON.stringify([arrangement?.minima, arrangement?.separations]);
}

// A zone is in force like an arrangement: the newest version of its name that all have signed.
function signZone(picture: Picture, party: PartyId, statement: Zone, step: Step): void {
  picture.zonesSigned.set(`${statement.name} ${party}`, statement.version);
  const signers = signersOf(picture, party, statement, step);
  const older = statement.version <= (picture.zones.get(statement.name)?.version ?? 0);
  if (older || signers.size < picture.members.length) return;
  picture.zones.set(statement.name, statement);
}

function signersOf(
  picture: Picture,
  party: PartyId,
  statement: Arrangement | Zone,
  step: Step,
): ReadonlyMap<PartyId, Step> {
  const text = new TextDecoder().decode(bodyBytes(statement));
  const signed = picture.signers.get(text) ?? { statement, by: new Map<PartyId, Step>() };
  picture.signers.set(text, signed);
  return signed.by.set(party, step);
}

function enter(picture: Picture, { entry, ref }: Recorded, body: ObjectBody): void {
  const ladders = new Map<PartyId, Ladder>();
  for (const member of picture.members) if (member !== entry.party) ladders.set(member, {});
  let findings: LineObject['findings'] | undefined;
  const object: LineObject = {
    id: objectIdOf(ref),
    ref,
    author: entry.party,
    releasedMs: entry.releasedMs,
    draftedBy: entry.draftedBy,
    releasedBy: entry.releasedBy,
    body,
    // Reading words is slow and few objects are looked at: it is done when first asked for.
    get findings() {
      findings ??= contradictions(body);
      return findings;
    },
    leadMs: leadMs(body, entry.releasedMs),
    state: 'in-force',
    progress: [],
    onward: [],
    ladders,
  };
  picture.objects.set(object.id, object);
  picture.byAuthor.get(entry.party)?.push(object);
  const kind = body.type === 'notice' ? body.kind : body.type;
  const alike = picture.byKind.get(kind);
  if (alike === undefined) picture.byKind.set(kind, [object]);
  else alike.push(object);
  keepOpen(picture, object);
  if ('supersedes' in body && body.supersedes !== undefined) {
    supersede(picture, objectIdOf(body.supersedes), object.id);
  }
  addConflictsOf(picture, object);
}

function contradictions(body: ObjectBody): LineObject['findings'] {
  const volumes = volumesOf(body);
  if (volumes.length === 0) return [];
  const words = 'words' in body ? body.words?.text : undefined;
  const text = words === undefined ? [] : findingsOf(words, volumes, builtInWorld);
  return [...text, ...geometryFindings(volumes)];
}

function leadMs(body: ObjectBody, releasedMs: number): number | undefined {
  if (body.type !== 'notice') return undefined;
  return Math.min(...body.volumes.map((volume) => volume.window.startMs)) - releasedMs;
}

function supersede(picture: Picture, old: ObjectId, by: ObjectId): void {
  const object = picture.objects.get(old);
  if (object === undefined) throw new Error('an admitted reference names an object');
  object.state = 'superseded';
  object.supersededBy = by;
  picture.open.delete(object);
  removeConflictsOf(picture, object);
}

function withdraw(picture: Picture, ref: Ref, step: NonNullable<LineObject['cancelled']>): void {
  const object = meant(picture, ref);
  object.state = step.statement.type === 'removal' ? 'removed' : 'cancelled';
  object.cancelled = step;
  picture.open.delete(object);
  removeConflictsOf(picture, object);
}

function confirm(picture: Picture, step: NonNullable<LineObject['confirmed']>): void {
  const object = meant(picture, step.statement.ref);
  object.confirmed = step;
  keepOpen(picture, object);
}

function keepOpen(picture: Picture, object: LineObject): void {
  if (isOpen(picture, object)) picture.open.add(object);
  else picture.open.delete(object);
}

// Members may pass on the same at the same time: their order is not that of arrival (SPEC 7.8).
function passOn(picture: Picture, release: Onward): void {
  const { onward } = meant(picture, release.statement.ref);
  onward.push(release);
  onward.sort((a, b) =>
    a.party === b.party ? a.ref.index - b.ref.index : a.party < b.party ? -1 : 1,
  );
  picture.onward.set(objectIdOf(release.ref), release);
}

function meant(picture: Picture, ref: Ref): LineObject {
  const object = picture.objects.get(objectIdOf(ref));
  if (object === undefined) throw new Error('an admitted reference names an object');
  return object;
}

function receive(picture: Picture, receiver: PartyId, receipt: Received, step: Step): void {
  const key = `${receipt.party} ${receiver}`;
  const objects = picture.byAuthor.get(receipt.party) ?? [];
  let at = picture.receivedUpTo.get(key) ?? 0;
  for (let object = objects[at]; object !== undefined; object = objects[++at]) {
    if (object.ref.index > receipt.index) break;
    const ladder = object.ladders.get(receiver);
    if (ladder === undefined) continue;
    const { receivedMs, clockOffsetMs } = receipt;
    ladder.received = { ...step, atMs: receivedMs, clockOffsetMs };
  }
  picture.receivedUpTo.set(key, at);
}
