// What a card says: what is asked in about five words, of what, and the clock that runs.
import type { LineObject, PictureConflict, Task } from '@parley/engine';
import type { Minima } from '@parley/conflict';
import { phrase } from '@parley/protocol';
import { distanceText } from '../words/distance-text.ts';
import { objectTitle } from '../words/object-words.ts';
import { clockText, durationText, minuteText } from '../words/time-text.ts';
import { isUrgent } from '../words/urgent.ts';

export type CardWords = { readonly asked: string; readonly what: string };
/** `late`: the deadline has passed. */
export type CardClock = { readonly text: string; readonly late: boolean };

/** The words of a task, as its own party must read them. */
export function taskWords(task: Task, object: LineObject): CardWords {
  const { body } = object;
  const what = objectTitle(object);
  if (body.type === 'warning' && task.step === 'take') {
    return { asked: `${phrase(`request.${body.request}`)} asked`, what };
  }
  if (body.type === 'line-check') return { asked: 'Line check: answer it', what };
  if (body.type === 'question') return { asked: `Question: ${verb(task)}`, what };
  return { asked: phrase(`step.${task.step}`), what };
}

/**
 * The clock of a task: time since it was told for a warning not taken yet, else the time left or
 * the time overdue; a deadline more than a day ahead as its instant.
 */
export function taskClock(task: Task, nowMs: number): CardClock {
  if (task.step === 'take') return { text: clockText(nowMs - task.sinceMs), late: true };
  const leftMs = task.dueMs - nowMs;
  if (leftMs < 0) return { text: `overdue ${durationText(-leftMs)}`, late: true };
  if (leftMs > 86_400_000) return { text: minuteText(task.dueMs, nowMs), late: false };
  return { text: clockText(leftMs), late: false };
}

/** What is known while we wait: how far it got, by whom, and for how long it is unanswered. */
export function waitWords(task: Task, object: LineObject, nowMs: number): string {
  const unanswered = `unanswered ${durationText(nowMs - task.sinceMs)}`;
  const { received, read } = object.ladders.get(task.party) ?? {};
  if (read !== undefined) {
    const done = isUrgent(object) ? 'taken' : 'read';
    const after = durationText(Math.max(0, read.atMs - object.releasedMs));
    return `${done} by ${read.seat} after ${after} · ${unanswered}`;
  }
  return received === undefined ? `not received yet · ${unanswered}` : `received · ${unanswered}`;
}

const STEP_WAITED: Readonly<Record<Task['step'], string>> = {
  take: 'to take it',
  act: 'to say what was done',
  read: 'to read it',
  'read-back': 'to read it back',
  disseminate: 'to say that those who act have it',
  position: 'to state a position',
  answer: 'to answer',
  respond: 'to respond',
  account: 'to give its account',
  confirm: 'to confirm it as second officer',
};

/** "Russia to read it". */
export function waitAsked(task: Task, partyName: string): string {
  return `${partyName} ${STEP_WAITED[task.step]}`;
}

/** How near two notices come, against what was agreed: "1.4 km of 5 km lateral". */
export function separationText(conflict: PictureConflict, minima: Minima): string {
  const nearest = conflict.meetings[0]?.conflict.separation;
  if (nearest === undefined) return '';
  const lateral = axis(nearest.lateralCentimetres, minima.lateralCentimetres, 'lateral');
  const vertical = axis(nearest.verticalCentimetres, minima.verticalCentimetres, 'vertical');
  return `${lateral}, ${vertical}`;
}

/** When a conflict begins, or that it is now, or that it is over. */
export function conflictClock(conflict: PictureConflict, nowMs: number): CardClock {
  const windows = conflict.meetings.map((meeting) => meeting.conflict.window);
  const startMs = Math.min(...windows.map((window) => window.startMs));
  const endMs = Math.max(...windows.map((window) => window.endMs));
  if (nowMs < startMs) return { text: `in ${durationText(startMs - nowMs)}`, late: false };
  if (nowMs < endMs) return { text: 'now', late: true };
  return { text: 'over', late: false };
}

function axis(apart: number, agreed: number, name: string): string {
  if (apart === 0) return `overlap ${name === 'lateral' ? 'on the ground' : 'in height'}`;
  return `${distanceText(apart)} of ${distanceText(agreed)} ${name}`;
}

function verb(task: Task): string {
  return task.step === 'read' ? 'read it' : 'answer it';
}
