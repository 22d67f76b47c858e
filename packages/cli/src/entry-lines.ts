// Entries, checks and tasks as lines that a watch officer can read on a terminal.
import type { Separation } from '@parley/conflict';
import {
  elapsed,
  endMsOf,
  exerciseMark,
  lintSentence,
  plainText,
  UNMARKED,
  volumesOf,
  volumeText,
} from '@parley/engine';
import type { DraftCheck, Picture, Recorded, Task } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import type { Finding } from '@parley/geo';
import { objectIdOf, phrase } from '@parley/protocol';
import type { Body, Draft, FloorHealth, ObjectId } from '@parley/protocol';

/**
 * One entry as one line: EXERCISE or TEST before everything, when, who, its name, what it says,
 * and what contradicts it.
 */
export function entryLine({ entry, ref }: Recorded, picture: Picture, mark = UNMARKED): string {
  const { body, releasedMs, releasedBy } = entry;
  const findings = picture.objects.get(objectIdOf(ref))?.findings ?? [];
  const parts = [
    `${exerciseMark(picture, body)}${writeInstant(releasedMs)}  ${objectIdOf(ref).padEnd(14)} ` +
      plainText(body, mark),
    releasedBy === 'node' ? '' : `[${releasedBy}]`,
    ...sentences(findings).map((sentence) => `FINDING: ${sentence}`),
    ...conflictsOf(objectIdOf(ref), picture).map((other) => `CONFLICT with ${other}`),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

/** The notices with which a notice is in conflict now. */
function conflictsOf(id: ObjectId, picture: Picture): ObjectId[] {
  return [...picture.conflicts.values()].flatMap(({ a, b }) => {
    if (a === id) return [b];
    return b === id ? [a] : [];
  });
}

/** Each sentence once: one phrase can contradict both in distance and in direction. */
export function sentences(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ sentence }) => sentence))];
}

/** How much of a body's hash is shown: enough to tell the bodies of one draft apart. */
export const HASH_SHOWN = 8;

/** A draft as one line, which begins like the entry that it may become. */
export function draftLine(draft: Draft, picture: Picture): string {
  const { id, state, drafter, body, bodyHash, pending } = draft;
  const mark = body === undefined ? '' : exerciseMark(picture, body);
  const waits = pending.length === 0 ? '' : `, waits for ${pending.join(', ')}`;
  const said = body === undefined ? '' : plainText(body, UNMARKED);
  const hash = bodyHash === undefined ? '' : `, body ${bodyHash.slice(0, HASH_SHOWN)}`;
  return `${mark}${id}  ${state}${waits}, drafted by ${drafter}${hash}: ${said}`;
}

/** What a draft would run into, as lines; the first says where it is. */
export function checkLines(check: DraftCheck, body: Body): string[] {
  const volumes = volumesOf(body);
  return [
    ...volumes.map((volume) => `Place: ${volumeText(volume)}`),
    ...check.lint.map((fault) => `NOT CARRIED: ${lintSentence(fault)}`),
    ...sentences(check.findings).map((sentence) => `FINDING: ${sentence}`),
    ...check.conflicts.map(({ id, conflict }) => {
      const from = writeInstant(conflict.window.startMs);
      return `CONFLICT with ${id}: ${apart(conflict.separation)}, from ${from}`;
    }),
    ...(volumes.length > 0 && check.conflicts.length === 0 ? ['No conflict with a notice.'] : []),
    ...(check.leadMs === undefined
      ? []
      : [`Lead: ${elapsed(check.leadMs)}${check.late ? ', LATE under the arrangement' : ''}`]),
  ];
}

/** How far two volumes are apart: "they overlap", "1200 m apart on the ground, 0 m in height". */
export function apart({ lateralCentimetres, verticalCentimetres }: Separation): string {
  const metres = (centimetres: number): string => `${Math.round(centimetres / 100)} m`;
  const [across, above] = [metres(lateralCentimetres), metres(verticalCentimetres)];
  if (lateralCentimetres === 0 && verticalCentimetres === 0) return 'they overlap';
  return `${across} apart on the ground, ${above} in height`;
}

/** One open task as one line. */
export function taskLine(task: Task, picture: Picture, nowMs: number): string {
  const object = picture.objects.get(task.object);
  const ended = object === undefined ? undefined : endMsOf(object);
  const due = task.overdue
    ? `OVERDUE since ${writeInstant(task.dueMs)}`
    : `by ${writeInstant(task.dueMs)}`;
  const waits = elapsed(nowMs - task.sinceMs);
  const end = ended === undefined ? '' : `, ends ${writeInstant(ended)}`;
  const step = phrase(`step.${task.step}`);
  const mark = object === undefined ? '' : exerciseMark(picture, object.body);
  return `${mark}DUE ${task.precedence} ${task.object}: ${step} ${due}, waiting ${waits}${end}`;
}

/** The state of the line to one peer as one line. */
export function healthLine(health: FloorHealth): string {
  const { party, state, sinceMs, staffed, trouble, clockDisputed, clockOffsetMs } = health;
  const since = sinceMs === undefined ? '' : ` since ${writeInstant(sinceMs)}`;
  const words = {
    never: 'was never heard',
    alive: 'is alive',
    suspect: 'is silent',
    dead: 'is DEAD',
  };
  const parts = [
    `LINE to ${party} ${words[state]}${since}`,
    state === 'alive' && !staffed ? 'their floor is unstaffed' : '',
    clockDisputed ? `their clock differs by ${clockOffsetMs} ms` : '',
    trouble,
  ];
  return parts.filter((part) => part !== '').join('; ');
}
