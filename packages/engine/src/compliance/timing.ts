// Leads, deadlines, languages, third parties and suspension, held against the arrangement in force.
import type { Arrangement, Precedence } from '@parley/protocol';
import { leadMsOf, minimumLeadMsOf } from '../lead.ts';
import type { Ladder, LineObject, Picture, Step } from '../picture.ts';
import { mustAct, precedenceOf, tasksOf } from '../tasks.ts';
import { lengthText } from './finding.ts';
import type { ComplianceFinding } from './finding.ts';

/** A notice told later before its start than was agreed for its class. */
export function leadFindings(object: LineObject, agreed: Arrangement): ComplianceFinding[] {
  const { body, releasedMs, id, author } = object;
  if (body.type !== 'notice' || body.kind === 'protected-object') return [];
  const leadMs = leadMsOf(body, releasedMs);
  const minimumMs = minimumLeadMsOf(agreed, body);
  if (leadMs >= minimumMs) return [];
  const slots = { lead: lengthText(leadMs), minimum: lengthText(minimumMs) };
  const code = leadMs < 0 ? 'compliance.told-after-start' : 'compliance.late-notice';
  return [{ clause: 'minimum-lead', code, object: id, party: author, sinceMs: releasedMs, slots }];
}

/** Steps that are overdue now, and steps that were stated after their deadline. */
export function deadlineFindings(
  picture: Picture,
  object: LineObject,
  { deadlines }: Arrangement,
  nowMs: number,
): ComplianceFinding[] {
  const overdue = tasksOf(picture, object, nowMs)
    .filter((task) => task.overdue && task.step !== 'confirm')
    .map(({ party, step, dueMs }): ComplianceFinding => {
      const slots = { step, late: lengthText(nowMs - dueMs) };
      const code = 'compliance.step-overdue';
      return { clause: 'deadline', code, object: object.id, party, sinceMs: dueMs, slots };
    });
  const late = [...object.ladders].flatMap(([party, ladder]) => {
    if (!mustAct(object, party)) return [];
    return lateSteps(object, ladder, deadlines[precedenceOf(object)]).map(
      ({ step, dueMs, atMs }): ComplianceFinding => {
        const slots = { step, late: lengthText(atMs - dueMs) };
        const code = 'compliance.step-late';
        return { clause: 'deadline', code, object: object.id, party, sinceMs: atMs, slots };
      },
    );
  });
  return [...overdue, ...late];
}

type Late = { readonly step: string; readonly dueMs: number; readonly atMs: number };

function lateSteps(
  { body, releasedMs }: LineObject,
  ladder: Ladder,
  limits: Arrangement['deadlines'][Precedence],
): Late[] {
  const urgent =
    body.type === 'warning' || body.type === 'accident' || body.type === 'search-and-rescue';
  const byMs = 'answerByMs' in body ? body.answerByMs : Infinity;
  const fast = 'precedence' in body && /^(FLASH|IMMEDIATE)$/.test(body.precedence);
  const rows: [string, Step | undefined, number][] = [
    ['read', ladder.read, releasedMs + limits.readMs],
    ['read-back', fast ? ladder.readBack : undefined, releasedMs + limits.readBackMs],
    ['act', urgent ? ladder.complied : undefined, releasedMs + limits.readBackMs],
    ['position', ladder.position, releasedMs + limits.positionMs],
    ['answer', body.type === 'line-check' ? undefined : ladder.answered, byMs],
    ['respond', ladder.responded, byMs],
    ['account', ladder.countered, byMs],
  ];
  return rows.flatMap(([step, said, dueMs]) =>
    said !== undefined && said.atMs > dueMs ? [{ step, dueMs, atMs: said.atMs }] : [],
  );
}

/** Free text in a language that was not agreed. */
export function languageFindings(
  { id, author, body, releasedMs }: LineObject,
  { languages }: Arrangement,
): ComplianceFinding[] {
  const words = 'words' in body ? body.words : undefined;
  if (languages === undefined || words === undefined) return [];
  const primary = (tag: string): string => tag.split('-')[0] ?? tag;
  if (languages.some((tag) => primary(tag) === primary(words.language))) return [];
  const slots = { language: words.language, agreed: languages.join(', ') };
  const code = 'compliance.language-not-agreed';
  return [{ clause: 'language', code, object: id, party: author, sinceMs: releasedMs, slots }];
}

/** Passed on under a leave that asks for a receipt, and no receipt of the third party stated. */
export function onwardFindings({ id, body, onward }: LineObject): ComplianceFinding[] {
  const leaves = 'onward' in body ? (body.onward ?? []) : [];
  return onward.flatMap(({ party, statement, receipt }) => {
    const asked = leaves.some(
      ({ to, kind, mustAcknowledge }) =>
        mustAcknowledge && to === statement.to && kind === statement.kind,
    );
    if (!asked || receipt?.statement.result === 'acknowledged') return [];
    const slots = { to: statement.to };
    const code = 'compliance.onward-unacknowledged' as const;
    const sinceMs = statement.sentMs;
    return [{ clause: 'onward-release' as const, code, object: id, party, sinceMs, slots }];
  });
}

/** Suspended or closed at once, where the arrangement asks for notice of it. */
export function suspensionFindings(
  { id, author, body, releasedMs }: LineObject,
  { suspension }: Arrangement,
): ComplianceFinding[] {
  if (body.type !== 'channel-state' || suspension === undefined) return [];
  if (body.state !== 'suspended' && body.state !== 'closed') return [];
  if (suspension.noticeMs === 0) return [];
  const slots = { notice: lengthText(suspension.noticeMs) };
  const code = 'compliance.suspended-at-once';
  return [{ clause: 'suspension', code, object: id, party: author, sinceMs: releasedMs, slots }];
}
