// Holds the claim of a file of evidence against the entries that it proves, and says in plain words
// what follows, what that relies on, and what does not follow.
import { writeInstant } from '@parley/geo';
import { verifyEvidence, verifyInclusion } from '@parley/ledger';
import type { Evidence, EvidenceEntry } from '@parley/ledger';
import { HashHex, readEntry } from '@parley/protocol';
import type { Body, Entry, PartyId } from '@parley/protocol';
import { bodyText, elapsed, refersTo } from '@parley/engine';
import { atSeconds, byOthers, invalid, NOT_AGREEMENT, relied, untrusted } from './findings.ts';
import type { Findings } from './findings.ts';
import { Statement, statementText } from './statement.ts';
import { trustOf } from './trusted-keys.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** An entry that was proven, and what it says; undefined where it cannot be read as a message. */
type Proven = EvidenceEntry & { readonly entry: Entry | undefined };

/** What follows from the entries, or why they do not prove the claim. */
type Shown =
  | { readonly fault: string }
  | { readonly proves: readonly string[]; readonly warnings: readonly string[] };

/** What a file of evidence proves. One that does not hold is a finding, not an error. */
export function checkStatement(text: string, trusted: readonly TrustedKey[]): Findings {
  const evidence = verifyEvidence(text);
  if (!evidence.ok) return invalid('evidence', evidence.refusal.sentence);
  const claim = Statement.safeParse(evidence.value.claim);
  if (!claim.success) return invalid('evidence', 'it claims what is no statement known here.');
  const kind = `evidence: ${statementText(claim.data)}`;
  const { records } = evidence.value;
  const unknown = records.find(({ vkey }) => trustOf(trusted, vkey) === undefined);
  if (trusted.length > 0 && unknown !== undefined) {
    return invalid(kind, `its key ${unknown.vkey} is not one of those that you gave.`);
  }
  const fault = strangerFault(claim.data, evidence.value, trusted);
  const shown = fault === undefined ? shownBy(claim.data, evidence.value) : { fault };
  if ('fault' in shown) return invalid(kind, shown.fault);
  const vkeys = records.flatMap(({ vkey, cosigners }) => [vkey, ...cosigners]);
  return {
    kind,
    valid: true,
    fault: '',
    proves: [...shown.proves, ...heldBy(evidence.value)],
    relies: relied(vkeys, trusted),
    warnings: [...untrusted(vkeys, trusted), ...shown.warnings, NOT_AGREEMENT],
  };
}

/** A card vouches for its own party's record and for no other. */
function strangerFault(
  claim: Statement,
  { records }: Evidence,
  trusted: readonly TrustedKey[],
): string | undefined {
  const parties = [claim.of.party, ...('by' in claim ? [claim.by] : [])];
  if (records.length !== parties.length) {
    return `it has ${records.length} records; the statement takes ${parties.length}.`;
  }
  const at = records.findIndex(({ vkey }, place) => {
    const owner = trusted.find(({ key }) => key.vkey === vkey)?.party;
    return owner !== undefined && owner !== parties[place];
  });
  return at < 0 ? undefined : `the key ${records[at]?.vkey ?? ''} is not that of ${parties[at]}.`;
}

function shownBy(claim: Statement, { entries }: Evidence): Shown {
  const proven = entries.map((each): Proven => {
    const read = readEntry(each.bytes);
    return { ...each, entry: read.ok ? read.value : undefined };
  });
  const misplaced = misplacedFault(claim, proven);
  if (misplaced !== undefined) return { fault: misplaced };
  const parts = proven.length === 3 && claim.statement === 'timed' ? proven.slice(1) : proven;
  const [said, ...others] = parts;
  if (said === undefined || said.record !== 0 || said.index !== claim.of.index) {
    return { fault: `it does not prove entry ${claim.of.index} of ${claim.of.party}.` };
  }
  switch (claim.statement) {
    case 'said':
      return saidAlone(claim.of.party, said, others);
    case 'answered':
      return answersTo(claim.of.party, claim.by, said, others);
    case 'received':
      return receiptOf(claim.of.party, claim.by, said, others);
    case 'timed':
      return boundsOf(claim.of.party, claim.by, said, others, proven.length === 3 && proven[0]);
  }
}

/** Every readable entry says itself whose it is, at which index, and on which line: all agree. */
function misplacedFault(claim: Statement, proven: readonly Proven[]): string | undefined {
  const parties = [claim.of.party, 'by' in claim ? claim.by : undefined];
  const lines = new Set(proven.flatMap(({ entry }) => (entry === undefined ? [] : [entry.line])));
  if (lines.size > 1) return 'its entries are of different lines.';
  const wrong = proven.find(
    ({ entry, record, index }) =>
      entry !== undefined && (entry.party !== parties[record] || entry.index !== index),
  );
  if (wrong === undefined) return undefined;
  const itself = `${wrong.entry?.party}/${wrong.entry?.index}`;
  return `its entry ${wrong.index} says of itself that it is ${itself}.`;
}

function saidAlone(party: PartyId, said: Proven, others: readonly Proven[]): Shown {
  if (others.length > 0 || said.stated !== undefined) return superfluous();
  return { proves: saidBy(party, said), warnings: [] };
}

function saidBy(party: PartyId, { entry, index }: Proven): string[] {
  if (entry === undefined) {
    return [`entry ${index} of ${party} is exactly this (not readable as a message).`];
  }
  const { releasedMs, releasedBy, body } = entry;
  return [
    `${party} said, as entry ${index} of its record: ${bodyText(body)}`,
    `it was released by ${releasedBy} at ${writeInstant(releasedMs)} by ${party}'s own clock.`,
  ];
}

function answersTo(party: PartyId, by: PartyId, said: Proven, answers: readonly Proven[]): Shown {
  const ref = { party, index: said.index, leaf: HashHex.parse(said.leaf.toHex()) };
  if (answers.length === 0) return { fault: 'it has no answer.' };
  const told: string[] = [];
  let before = -1;
  for (const { entry, index, record, stated } of answers) {
    const isAnswer = record === 1 && index > before && stated === undefined;
    // A receipt is the node's, and is no answer.
    const meant =
      entry !== undefined && entry.body.type !== 'received' && refersTo(entry.body, ref);
    if (!isAnswer || !meant) {
      return { fault: `its entry ${index} is no answer of ${by} to ${party}/${said.index}.` };
    }
    before = index;
    const at = writeInstant(entry.releasedMs);
    told.push(`${by} said of it at ${at} by its own clock: ${bodyText(entry.body)}`);
  }
  if (said.stated !== undefined) return superfluous();
  return {
    proves: [...saidBy(party, said), ...told],
    warnings: [`it does not say that ${by} said nothing else of it.`],
  };
}

type Receipt = Extract<Body, { readonly type: 'received' }>;

/** The receipt, when it states a head that the entry stands under. */
function receiptIn(party: PartyId, said: Proven, [receipt, ...more]: readonly Proven[]) {
  const body = receipt?.entry?.body;
  if (more.length > 0 || receipt?.record !== 1 || receipt.stated !== undefined) return undefined;
  if (body?.type !== 'received' || body.party !== party || body.index < said.index) {
    return undefined;
  }
  return standsUnder(said, body.size, body.root) ? { body, index: receipt.index } : undefined;
}

function standsUnder({ leaf, index, stated }: Proven, size: number, root: string): boolean {
  if (stated === undefined) return false;
  return verifyInclusion({ leaf, index, size, root: Uint8Array.fromHex(root), proof: stated });
}

function receiptOf(party: PartyId, by: PartyId, said: Proven, others: readonly Proven[]): Shown {
  const receipt = receiptIn(party, said, others);
  if (receipt === undefined) return noReceipt(party, by, said);
  return {
    proves: [...saidBy(party, said), receiptText(by, receipt.body, receipt.index)],
    warnings: ['received is not read: a node receives, a person reads.'],
  };
}

function receiptText(by: PartyId, { receivedMs, clockOffsetMs }: Receipt, index: number): string {
  const at = writeInstant(receivedMs);
  const offset =
    clockOffsetMs === undefined
      ? ''
      : ` (the author's clock was ${Math.abs(clockOffsetMs)} ms ` +
        `${clockOffsetMs < 0 ? 'behind' : 'ahead'} then, as it measured)`;
  const entry = `${by} signed, as its entry ${index}`;
  return `${entry}, that it had received it by ${at} by its own clock${offset}.`;
}

function boundsOf(
  party: PartyId,
  by: PartyId,
  said: Proven,
  others: readonly Proven[],
  earlier: Proven | false | undefined,
): Shown {
  const receipt = receiptIn(party, said, others);
  if (receipt === undefined) return noReceipt(party, by, said);
  const { receivedMs } = receipt.body;
  const proves = [
    ...saidBy(party, said),
    `it existed at ${writeInstant(receivedMs)} by ${by}'s clock: ${by} signed, as its entry ` +
      `${receipt.index}, that it had received it by then.`,
  ];
  const seen = said.entry?.seen.find((head) => head.party === by);
  if (earlier === false || earlier === undefined) {
    if (seen !== undefined && seen.size > 0) {
      return { fault: `it leaves out the entry of ${by} that ${party} had seen.` };
    }
    const open = `nothing bounds it from below: ${party} said it before it held an entry of ${by}.`;
    return { proves, warnings: [open, ownClock(party, by)] };
  }
  const isSeen =
    seen !== undefined &&
    earlier.record === 1 &&
    earlier.entry !== undefined &&
    earlier.index === seen.size - 1 &&
    standsUnder(earlier, seen.size, seen.root);
  if (!isSeen || earlier.entry === undefined) {
    return { fault: `its first entry is not the newest of ${by} that ${party} had seen.` };
  }
  const { releasedMs } = earlier.entry;
  proves.push(
    `it did not exist before ${writeInstant(releasedMs)} by ${by}'s clock: it names the head of ` +
      `${by}'s record with entry ${earlier.index}, which ${by} released then.`,
    `the two bounds are ${elapsed(receivedMs - releasedMs)} apart.`,
  );
  return { proves, warnings: [ownClock(party, by)] };
}

function ownClock(party: PartyId, by: PartyId): string {
  const clock = `both are on the clock of ${by}, who could have misset it.`;
  return `${party} cannot have moved the bounds; ${clock}`;
}

function noReceipt(party: PartyId, by: PartyId, said: Proven): Shown {
  return { fault: `it has no receipt of ${by} under which ${party}/${said.index} stands.` };
}

function superfluous(): Shown {
  return { fault: 'it holds more than the statement takes.' };
}

/** Who else held the heads under which all of it stands. */
function heldBy({ records }: Evidence): string[] {
  return records.flatMap(({ origin, size, cosigned }) =>
    byOthers({ origin, cosigned }).map(
      ({ name, timeSeconds }) =>
        `${name} held the record ${origin} up to entry ${size - 1}, unchanged, at ` +
        `${atSeconds(timeSeconds)} by its own clock.`,
    ),
  );
}
