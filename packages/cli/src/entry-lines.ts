// Entries, checks and tasks as lines that a watch officer can read on a terminal.
import type { Separation } from '@parley/conflict';
import { endMsOf, volumesOf } from '@parley/engine';
import type { DraftCheck, Picture, Recorded, Task } from '@parley/engine';
import { outlinePlaceText, writeBand, writeInstant } from '@parley/geo';
import type { Finding } from '@parley/geo';
import { objectIdOf, phrase } from '@parley/protocol';
import type { Body, FloorHealth, ObjectId, Ref, WireVolume } from '@parley/protocol';

/** One entry as one line: when, who, its name, what it says, and what contradicts it. */
export function entryLine({ entry, ref }: Recorded, picture: Picture): string {
  const { body, releasedMs, releasedBy } = entry;
  const findings = picture.objects.get(objectIdOf(ref))?.findings ?? [];
  const parts = [
    `${writeInstant(releasedMs)}  ${objectIdOf(ref).padEnd(14)} ${bodyText(body)}`,
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

/** What a body says, in English, from its codes and its geometry. */
export function bodyText(body: Body): string {
  const said = 'words' in body && body.words !== undefined ? ` "${body.words.text}"` : '';
  return `${codedText(body)}${said}`;
}

function codedText(body: Body): string {
  switch (body.type) {
    case 'arrangement':
      return `ARRANGEMENT version ${body.version} signed`;
    case 'notice': {
      const status = statusText(body.status);
      const activity = phrase(`activity.${body.activity}`);
      const asked = phrase(`asked.${body.asked}`);
      const old = body.supersedes === undefined ? '' : ` supersedes ${name(body.supersedes)}`;
      const places = body.volumes.map(volumeText).join('; ');
      const head = `NOTICE ${body.precedence}${status}${old} ${body.title}`;
      return `${head}: ${activity}, ${phrase(`firmness.${body.firmness}`)}. ${asked}. ${places}.`;
    }
    case 'cancel':
      return `CANCEL ${name(body.ref)}: ${phrase(`cancel.${body.reason}`)}.`;
    case 'warning': {
      const hazard = phrase(`hazard.${body.hazard}`, { atRisk: phrase(`at-risk.${body.atRisk}`) });
      const request = phrase(`request.${body.request}`);
      const places = body.volumes.map(volumeText).join('; ');
      return `WARNING FLASH${statusText(body.status)} ${hazard}. ${request}. ${places}.`;
    }
    case 'warning-answer':
      return `ANSWER to ${name(body.ref)}: ${phrase(`warning-answer.${body.result}`)}.`;
    case 'question': {
      const codes = body.codes.map((code) => phrase(`question.${code}`)).join(' ');
      const about = body.about === undefined ? '' : ` on ${name(body.about)}`;
      return `QUESTION ${body.precedence}${about}: ${codes} By ${writeInstant(body.answerByMs)}.`;
    }
    case 'answer': {
      const notice = body.notice === undefined ? '' : `: ${name(body.notice)}`;
      return `ANSWER to ${name(body.ref)}: ${phrase(`answer.${body.result}`)}${notice}.`;
    }
    case 'received':
      return `RECEIVED ${body.party} up to ${body.party}/${body.index}`;
    case 'read':
      return `READ ${name(body.ref)}`;
    case 'read-back':
      return `READ-BACK ${name(body.ref)} in ${body.form}, officer ${body.officer}`;
    case 'position':
      return `POSITION on ${name(body.ref)}: ${phrase(`position.${body.position}`)}.`;
    case 'line-check':
      return 'LINE CHECK: is a human there?';
    case 'line-check-answer':
      return `LINE CHECK ${name(body.ref)} answered`;
  }
}

/** "4.5 km, bearing 220° true (south-west), from ... (3.0 to 6.0 km from OSDZ), FL180 – ...". */
export function volumeText({ outline, band, window }: WireVolume): string {
  const { code, place: from, text, nearestMetres, farthestMetres } = outlinePlaceText(outline);
  const label = from.code === '' ? from.name : from.code;
  const range = `${kilometres(nearestMetres)} to ${kilometres(farthestMetres)} km from ${label}`;
  const held = code === 'place.at' || code === 'place.holds';
  const place = held ? text : `${text} (${range})`;
  const times = `${writeInstant(window.startMs)} to ${writeInstant(window.endMs)}`;
  return `${place}, ${writeBand(band)}, ${times}`;
}

/** What a draft would run into, as lines; the first says where it is. */
export function checkLines(check: DraftCheck, body: Body): string[] {
  const volumes = volumesOf(body);
  return [
    ...volumes.map((volume) => `Place: ${volumeText(volume)}`),
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

function apart({ lateralCentimetres, verticalCentimetres }: Separation): string {
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
  return `DUE ${task.precedence} ${task.object}: ${step} ${due}, waiting ${waits}${end}`;
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

/** "42 s", "27 min 00 s", "2 h 05 min"; a negative one has a minus before it. */
export function elapsed(durationMs: number): string {
  const seconds = Math.floor(Math.abs(durationMs) / 1_000);
  const sign = durationMs <= -1_000 ? '-' : '';
  const two = (count: number): string => String(count).padStart(2, '0');
  if (seconds < 60) return `${sign}${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${sign}${minutes} min ${two(seconds % 60)} s`;
  return `${sign}${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

function kilometres(metres: number): string {
  return (metres / 1_000).toFixed(1);
}

function statusText(status: 'actual' | 'exercise' | 'test'): string {
  return status === 'actual' ? '' : ` ${status.toUpperCase()}`;
}

function name(ref: Ref): string {
  return objectIdOf(ref);
}
