// What a body says as one line of English: its coded values by their fields, its places, its words.
import { outlinePlaceText, writeBand, writeHeight, writeInstant, writePosition } from '@parley/geo';
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
import type { Body, Fact, PhraseCode } from '@parley/protocol';
import { precedenceOfBody } from './tasks.ts';
import { volumesOf } from './volumes.ts';

/** What stands behind a coded statement: nothing, or its numbers. */
export type Mark = (...codes: readonly PhraseCode[]) => string;

/** " [#1 #6]": what is read out loud to somebody with another language. */
export const NUMBERED: Mark = (...codes) =>
  ` [${codes.map((code) => `#${phraseNumber(code)}`).join(' ')}]`;

/** Nothing stands behind it: for those who share a language. */
export const UNMARKED: Mark = () => '';

/** What a body says by itself; EXERCISE or TEST before everything where it says so of itself. */
export function bodyText(body: Body, mark = UNMARKED): string {
  const status = 'status' in body && body.status !== 'actual' ? body.status.toUpperCase() : '';
  return `${status === '' ? '' : `${status} `}${plainText(body, mark)}`;
}

/** What a body is about, its coded values by their fields, its words; without EXERCISE or TEST. */
export function plainText(body: Body, mark: Mark): string {
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
