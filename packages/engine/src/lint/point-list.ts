// Points in words. Two that are no part of the message's own volumes are a list of aim points,
// whatever they are called; a corner of a volume repeated in words is geometry.
import { findPositions, inverse, readPosition } from '@parley/geo';
import type { Position } from '@parley/geo';
import type { Body } from '@parley/protocol';
import { everyVolume } from '../volumes.ts';
import { lintFault } from './lint-fault.ts';
import type { LintFault } from './lint-fault.ts';
import type { SaidText } from './said-texts.ts';
import { wholeWords } from './word-pattern.ts';

/** Two writings of one point differ by their digits, and by this besides. */
const ROOM_METRES = 25;
const DEGREES = String.raw`(?:° ?|degrees? |град\p{L}*\.? |درجة |מעלות |derece )?`;
const ANGLE = String.raw`(\d{1,3}(?:[.,]\d+)?) ?${DEGREES}`;
/** Degrees with the compass words spelled out. */
const SPELLED = new RegExp(
  String.raw`(?<![\p{N}.])${ANGLE}(?:north|south|северн\p{L}+ широты|южн\p{L}+ широты|` +
    String.raw`شمال\p{L}*|جنوب\p{L}*|צפון|דרום|kuzey|güney)` +
    String.raw`[\p{L} ]{0,8}[,،;]? ?(?:and |и |و ?|ו-?|ve )?${ANGLE}(?:east|west|` +
    String.raw`восточн\p{L}+|западн\p{L}+|شرق\p{L}*|غرب\p{L}*|מזרח|מערב|doğu|batı)`,
  'giu',
);
/** A square without its zone, and a zone whose letter may be a band or a hemisphere. */
const SQUARE = wholeWords(
  [
    String.raw`[A-HJ-NP-Z]{2} (?:\d{3} \d{3}|\d{4} \d{4}|\d{5} \d{5})`,
    String.raw`\d{1,2} ?[C-HJ-NP-X] \d{6} \d{7}`,
  ],
  '',
);
const SOUTH = /south|южн|جنوب|דרום|güney/iu;
const WEST = /west|западн|غرب|מערב|batı/iu;

type Point = {
  readonly field: string;
  readonly quoted: string;
  /** Absent where the words do not say in which zone it is. */
  readonly position: Position | undefined;
  readonly roomMetres: number;
};

/** One fault where the texts of `body` hold two or more points that are not its own geometry. */
export function pointLists(body: Body, texts: readonly SaidText[]): LintFault[] {
  const marks = marksOf(body);
  const points = texts
    .flatMap(pointsOf)
    .filter((point) => !marks.some((mark) => isAt(point, mark)))
    .reduce<Point[]>((kept, point) => {
      return kept.some((other) => isSame(point, other)) ? kept : [...kept, point];
    }, []);
  const [first, second] = points;
  if (first === undefined || second === undefined) return [];
  return [lintFault('point-list', second.field, `${first.quoted}; ${second.quoted}`)];
}

function pointsOf({ field, text }: SaidText): Point[] {
  const read = findPositions(text).map(({ from, to, reading }) => ({
    field,
    quoted: text.slice(from, to),
    position: reading.position,
    roomMetres: reading.precisionMetres + reading.accuracyMetres,
  }));
  const spelled = [...text.matchAll(SPELLED)].flatMap((match) => spelledPoint(field, match));
  const squares = [...text.matchAll(SQUARE)]
    .filter(({ index, 0: quoted }) => !isWithin(findPositions(text), index, quoted.length))
    .map(({ 0: quoted }) => ({ field, quoted, position: undefined, roomMetres: 0 }));
  return [...read, ...spelled, ...squares];
}

function spelledPoint(field: string, match: RegExpExecArray): Point[] {
  const [quoted, lat = '', lon = ''] = match;
  const north = SOUTH.test(quoted) ? 'S' : 'N';
  const east = WEST.test(quoted) ? 'W' : 'E';
  const plain = `${lat.replace(',', '.')} ${north} ${lon.replace(',', '.')} ${east}`;
  const reading = readPosition(plain);
  if (!reading.ok) return [];
  const { position, precisionMetres } = reading.value;
  return [{ field, quoted, position, roomMetres: precisionMetres }];
}

type Span = { readonly from: number; readonly to: number };

function isWithin(spans: readonly Span[], from: number, length: number): boolean {
  return spans.some((span) => span.from <= from && from + length <= span.to);
}

function isAt({ position, roomMetres }: Point, mark: Position): boolean {
  if (position === undefined) return false;
  return inverse(position, mark).distanceMetres <= roomMetres + ROOM_METRES;
}

function isSame(one: Point, other: Point): boolean {
  if (one.quoted === other.quoted) return true;
  if (other.position === undefined) return false;
  return isAt({ ...one, roomMetres: one.roomMetres + other.roomMetres }, other.position);
}

function marksOf(body: Body): Position[] {
  const marks = everyVolume(body)
    .flatMap(([, volumes]) => volumes)
    .flatMap(({ outline }) => {
      if (outline.kind === 'polygon') return outline.ring;
      return outline.kind === 'corridor' ? outline.line : [outline.centre];
    });
  return body.type === 'progress' && body.position !== undefined ? [body.position] : marks;
}
