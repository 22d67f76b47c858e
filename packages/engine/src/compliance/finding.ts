// What the arrangement in force says of what was done: findings that both sides compute alike.
import { phrase } from '@parley/protocol';
import type { Clause, Notice, ObjectId, PartyId, PhraseCode, Ref } from '@parley/protocol';
import type { LineObject } from '../picture.ts';

export type ComplianceCode = Extract<PhraseCode, `compliance.${string}`>;

/** One finding: the clause, what it is about, who is held to it, since when, in words' slots. */
export type ComplianceFinding = {
  readonly clause: Clause;
  readonly code: ComplianceCode;
  /** The object that it is about; undefined for what is missing altogether. */
  readonly object: ObjectId | undefined;
  readonly party: PartyId;
  readonly sinceMs: number;
  readonly slots: Readonly<Record<string, string>>;
  /** The version of the arrangement that was in force, by which it is judged. */
  readonly version: number;
  /** Entries on record that show it, the object's own first; none for what nobody did. */
  readonly evidence: readonly Ref[];
};

/** A finding on an object before it is told by which version: `shownBy` beside its own entry. */
export type Held = Omit<ComplianceFinding, 'version' | 'evidence'> & {
  readonly shownBy?: readonly Ref[];
};

export type NoticeObject = LineObject & { readonly body: Notice };

/** Whether an object is a notice. */
export function isNotice(object: LineObject): object is NoticeObject {
  return object.body.type === 'notice';
}

/** A finding on an object that holds its author since it was released. */
export function held(
  { id, author, releasedMs }: LineObject,
  clause: Clause,
  code: ComplianceCode,
  slots: Readonly<Record<string, string>>,
): Held {
  return { clause, code, object: id, party: author, sinceMs: releasedMs, slots };
}

/** The finding as an English sentence. */
export function complianceSentence({ code, slots }: ComplianceFinding): string {
  return phrase(code, slots);
}

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** A duration in its two largest units: "2 d 17 h", "58 s"; what is negative has a minus. */
export function lengthText(durationMs: number): string {
  let restMs = Math.abs(Math.round(durationMs / 1_000) * 1_000);
  const parts: string[] = [];
  for (const [unit, unitMs] of UNITS) {
    const count = Math.floor(restMs / unitMs);
    restMs -= count * unitMs;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return `${durationMs < 0 ? '-' : ''}${parts.slice(0, 2).join(' ') || '0 s'}`;
}
