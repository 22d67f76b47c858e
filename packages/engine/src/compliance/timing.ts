// Leads, deadlines, languages, third parties and suspension, held against the arrangement in force.
import type { Arrangement } from '@parley/protocol';
import { askedOf } from '../asked-steps.ts';
import type { Asked } from '../asked-steps.ts';
import { leadMsOf, minimumLeadMsOf } from '../lead.ts';
import type { LineObject, Picture } from '../picture.ts';
import { closedMsOf, mustAct, precedenceOf } from '../tasks.ts';
import { lengthText } from './finding.ts';
import type { Held } from './finding.ts';

/** A notice told later before its start than was agreed for its class. */
export function leadFindings(object: LineObject, agreed: Arrangement): Held[] {
  const { body, releasedMs, id, author } = object;
  if (body.type !== 'notice' || body.kind === 'protected-object') return [];
  const leadMs = leadMsOf(body, releasedMs);
  const minimumMs = minimumLeadMsOf(agreed, body);
  if (leadMs >= minimumMs) return [];
  const slots = { lead: lengthText(leadMs), minimum: lengthText(minimumMs) };
  const code = leadMs < 0 ? 'compliance.told-after-start' : 'compliance.late-notice';
  return [{ clause: 'minimum-lead', code, object: id, party: author, sinceMs: releasedMs, slots }];
}

/**
 * Steps that are overdue now, that were never stated before the object ended or went out of force,
 * and that were stated after their deadline. Silence behind a silent step is not told apart.
 */
export function deadlineFindings(
  picture: Picture,
  object: LineObject,
  { deadlines }: Arrangement,
  nowMs: number,
): Held[] {
  const limits = deadlines[precedenceOf(object)];
  const closedMs = closedMsOf(picture, object);
  const isOpen = object.state === 'in-force' && nowMs < closedMs;
  const wasAsked = ({ dueMs }: Asked): boolean => dueMs < closedMs && dueMs < nowMs;
  return [...object.ladders].flatMap(([party, ladder]) => {
    if (!mustAct(object, party)) return [];
    const about = { clause: 'deadline', object: object.id, party } as const;
    const asked = askedOf(object, ladder, limits);
    const late = asked.filter(wasAsked).flatMap(({ step, dueMs, done }): Held[] => {
      if (done === undefined || done.atMs <= dueMs) return [];
      const slots = { step, late: lengthText(done.atMs - dueMs) };
      return [
        { ...about, code: 'compliance.step-late', sinceMs: done.atMs, slots, shownBy: [done.ref] },
      ];
    });
    const silent = asked.find(({ done }) => done === undefined);
    if (silent === undefined || !wasAsked(silent)) return late;
    const { step, dueMs } = silent;
    const slots = { step, late: lengthText((isOpen ? nowMs : closedMs) - dueMs) };
    const code = isOpen ? 'compliance.step-overdue' : 'compliance.step-never';
    return [...late, { ...about, code, sinceMs: dueMs, slots }];
  });
}

/** Free text in a language that was not agreed. */
export function languageFindings(
  { id, author, body, releasedMs }: LineObject,
  { languages }: Arrangement,
): Held[] {
  const words = 'words' in body ? body.words : undefined;
  if (languages === undefined || words === undefined) return [];
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  if (languages.some((tag) => primary(tag) === primary(words.language))) return [];
  const slots = { language: words.language, agreed: languages.join(', ') };
  const code = 'compliance.language-not-agreed';
  return [{ clause: 'language', code, object: id, party: author, sinceMs: releasedMs, slots }];
}

/** Passed on under a leave that asks for a receipt, and no receipt of the third party stated. */
export function onwardFindings({ id, body, onward }: LineObject): Held[] {
  const leaves = 'onward' in body ? (body.onward ?? []) : [];
  return onward.flatMap(({ ref, party, statement, receipt }): Held[] => {
    const asked = leaves.some(
      ({ to, kind, mustAcknowledge }) =>
        mustAcknowledge && to === statement.to && kind === statement.kind,
    );
    if (!asked || receipt?.statement.result === 'acknowledged') return [];
    const slots = { to: statement.to };
    const about = { clause: 'onward-release', object: id, party } as const;
    const code = 'compliance.onward-unacknowledged';
    const shownBy = receipt === undefined ? [ref] : [ref, receipt.ref];
    return [{ ...about, code, sinceMs: statement.sentMs, slots, shownBy }];
  });
}

/** Suspended or closed at once, where the arrangement asks for notice of it. */
export function suspensionFindings(
  { id, author, body, releasedMs }: LineObject,
  { suspension }: Arrangement,
): Held[] {
  if (body.type !== 'channel-state' || suspension === undefined) return [];
  if (body.state !== 'suspended' && body.state !== 'closed') return [];
  if (suspension.noticeMs === 0) return [];
  const slots = { notice: lengthText(suspension.noticeMs) };
  const code = 'compliance.suspended-at-once';
  return [{ clause: 'suspension', code, object: id, party: author, sinceMs: releasedMs, slots }];
}
