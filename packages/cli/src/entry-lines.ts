// Entries, checks and tasks as lines that a watch officer can read on a terminal.
import type { Separation } from '@parley/conflict';
import { endMsOf, exerciseMark, lintSentence, precedenceOfBody, volumesOf } from '@parley/engine';
import type { DraftCheck, Picture, Recorded, Task } from '@parley/engine';
import { outlinePlaceText, writeBand, writeHeight, writeInstant, writePosition } from '@parley/geo';
import type { Finding } from '@parley/geo';
import {
  factsOf,
  HeightLimit,
  isPhraseCode,
  objectIdOf,
  phrase,
  phraseNumber,
  PositionE7,
  Ref,
  WireVolume,
  Words,
} from '@parley/protocol';
import type { Body, Draft, Fact, FloorHealth, ObjectId, PhraseCode } from '@parley/protocol';

/** What stands behind a coded statement: nothing, or its numbers. */
export type Mark = (...codes: readonly PhraseCode[]) => string;

/** " [#1 #6]": what is read out loud to somebody with another language. */
export const NUMBERED: Mark = (...codes) =>
  ` [${codes.map((code) => `#${phraseNumber(code)}`).join(' ')}]`;

const UNMARKED: Mark = () => '';

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

/** What a body says by itself; EXERCISE or TEST before everything where it says so of itself. */
export function bodyText(body: Body, mark = UNMARKED): string {
  const status = 'status' in body && body.status !== 'actual' ? body.status.toUpperCase() : '';
  return `${status === '' ? '' : `${status} `}${plainText(body, mark)}`;
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

// In English: what it is about, its coded values by their fields, its words.
function plainText(body: Body, mark: Mark): string {
  const { head, skipped } = headOf(body, mark);
  const facts = factsOf(body).filter(
    ({ name, depth }) => depth > 0 || !(skipped.has(name) || SHOWN_APART.has(name)),
  );
  const places = volumesOf(body).map(volumeText);
  const said = 'words' in body && body.words !== undefined ? ` "${body.words.text}"` : '';
  // Of what is urgent, the place comes first.
  const rest = factsText(facts, mark);
  const details = precedenceOfBody(body) === 'FLASH' ? [...places, rest] : [rest, ...places];
  const detail = details.filter((text) => text !== '').join('; ');
  const colon = head.endsWith('.') ? '' : ':';
  return `${head}${detail === '' ? '' : `${colon} ${detail}.`}${said}`;
}

const SHOWN_APART: ReadonlySet<string> = new Set(['words', 'volumes', 'status', 'precedence']);

// The first words of a line, and the fields that they have said already.
function headOf(
  body: Body,
  mark: Mark,
): { readonly head: string; readonly skipped: ReadonlySet<string> } {
  const handled = precedenceOfBody(body);
  const precedence = handled === undefined ? '' : ` ${handled}`;
  const title = 'title' in body && body.title !== undefined ? ` ${body.title}` : '';
  const ref = 'ref' in body ? ` ${objectIdOf(body.ref)}` : '';
  const head = `${typeName(body).toUpperCase()}${precedence}${ref}${title}`;
  if (body.type === 'received') {
    const upTo = `${body.party}/${body.index}`;
    const skipped = new Set(['party', 'index', 'leaf', 'size', 'root', 'clockOffsetMs']);
    return { head: `${head} of ${body.party} up to ${upTo}`, skipped };
  }
  const urgent = urgentText(body, mark);
  if (urgent === undefined) return { head, skipped: new Set(['title', 'ref']) };
  return { head: `${head} ${urgent.text}`, skipped: urgent.skipped };
}

// What is happening and what is asked come first, as sentences: this line is read in haste.
function urgentText(
  body: Body,
  mark: Mark,
): { text: string; skipped: ReadonlySet<string> } | undefined {
  const said = (code: PhraseCode): string => `${phrase(code)}${mark(code)}.`;
  if (body.type === 'warning') {
    const [hazard, atRisk] = [`hazard.${body.hazard}`, `at-risk.${body.atRisk}`] as const;
    const danger = `${phrase(hazard, { atRisk: phrase(atRisk) })}${mark(hazard, atRisk)}.`;
    const skipped = new Set(['hazard', 'atRisk', 'request']);
    return { text: `${danger} ${said(`request.${body.request}`)}`, skipped };
  }
  if (body.type === 'accident') {
    return { text: said(`accident.${body.what}`), skipped: new Set(['what']) };
  }
  if (body.type !== 'search-and-rescue') return undefined;
  return { text: said(`emergency.${body.emergency}`), skipped: new Set(['emergency']) };
}

/** What a message is called: "Air activity", "Proposal: talks". */
export function typeName(body: Body): string {
  const variant = 'matter' in body ? body.matter : body.type === 'notice' ? body.kind : undefined;
  const code = variant === undefined ? `type.${body.type}` : `type.${body.type}.${variant}`;
  return isPhraseCode(code) ? phrase(code) : body.type;
}

// "Covers: Safety of flight, Air defence; Leaves out: Intentions": what has one name is told once,
// and the name of a group stands before its first fact.
function factsText(facts: readonly Fact[], mark: Mark): string {
  let text = '';
  let last = '';
  for (const fact of facts) {
    const called = calledText(fact);
    const value = fact.form.kind === 'heading' ? called : valueText(fact, mark);
    if (value === '') continue;
    const goesOn = last === fact.name;
    const join = text === '' ? '' : text.endsWith(':') ? ' ' : goesOn ? ', ' : '; ';
    text += `${join}${goesOn || fact.form.kind === 'heading' ? '' : called}${value}`;
    last = fact.form.kind === 'heading' ? '' : fact.name;
  }
  return text;
}

/**
 * The label of a fact with its colon, "Covers: "; '' for a code that speaks for itself. Codes of
 * the message itself do; those within a group need their field.
 */
export function calledText({ name, form, depth }: Fact): string {
  const label = `field.${name}`;
  if (form.kind === 'code' && (depth === 0 || !isPhraseCode(label))) return '';
  const called = isPhraseCode(label) ? phrase(label) : name;
  return form.kind === 'heading' ? `${called}:` : `${called}: `;
}

/** The value of a fact in English; what a party wrote in words stands between quotes. */
export function valueText({ name, form, value }: Fact, mark: Mark = UNMARKED): string {
  switch (form.kind) {
    case 'code': {
      const code = `${form.prefix}.${String(value)}`;
      if (!isPhraseCode(code)) return String(value);
      return `${phrase(code, { atRisk: '' }).trim()}${mark(code)}`;
    }
    case 'words': {
      const words = Words.safeParse(value);
      return words.success ? `"${words.data.text}"` : '';
    }
    case 'time':
      return writeInstant(Number(value));
    case 'duration':
      return elapsed(Number(value));
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'reference': {
      const ref = Ref.safeParse(value);
      return ref.success ? objectIdOf(ref.data) : '';
    }
    case 'height': {
      const height = HeightLimit.safeParse(value);
      return height.success ? writeHeight(height.data) : '';
    }
    case 'position': {
      const position = PositionE7.safeParse(value);
      return position.success ? writePosition(position.data, 'DD') : '';
    }
    case 'volume': {
      const volume = WireVolume.safeParse(value);
      return volume.success ? volumeText(volume.data) : '';
    }
    case 'number':
      return name.endsWith('Centimetres') ? `${Number(value) / 100} m` : String(value);
    // Enough to tell it by; the whole stands in the entry.
    case 'hash':
      return String(value).slice(0, 12);
    case 'outline':
    case 'heading':
      return '';
    default:
      return String(value);
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
