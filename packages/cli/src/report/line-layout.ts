// Text set into lines of a width: where a line breaks, and in which order its stretches are drawn.
// What a party wrote is an isolate (UAX 9, FSI to PDI), as <bdi> is in the HTML: it cannot turn the
// text around it.
import bidiModule from 'bidi-js';
import type { Text } from './document.ts';

/** A stretch that is drawn with one font, from `x` on; a right-to-left one is in logical order. */
export type Piece = { readonly text: string; readonly strong: boolean; readonly x: number };

/** A line from left to right. */
export type Line = readonly Piece[];

/** The width of a text when it is drawn. */
export type WidthOf = (text: string, strong: boolean) => number;

// Node gives what the package exports; its types tell of an ES module with that as its default.
const bidi = (bidiModule as unknown as typeof bidiModule.default)();
const [ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];
/** These turn the text and are not drawn themselves. */
const UNDRAWN = /[\u2066-\u2069\u200E\u200F\u061C]/gu;
/** A letter of a script that runs from right to left. */
export const RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** One hard line; `strong` has one flag for each UTF-16 unit. */
type Styled = { text: string; readonly strong: boolean[] };

type Range = readonly [start: number, end: number];

/** The lines of a text, at least one. Widths are of any unit. */
export function linesOf(text: Text, width: number, widthOf: WidthOf): Line[] {
  return hardLines(text).flatMap((styled) => {
    const levels = bidi.getEmbeddingLevels(styled.text, 'ltr');
    return rangesOf(styled, width, widthOf).map((range) => lineOf(styled, levels, range, widthOf));
  });
}

function hardLines(text: Text): Styled[] {
  let line: Styled = { text: '', strong: [] };
  const lines = [line];
  for (const run of text) {
    for (const [nth, part] of run.text.split('\n').entries()) {
      if (nth > 0) lines.push((line = { text: '', strong: [] }));
      const whole = run.peer === true ? `${ISOLATE}${part}${END_OF_ISOLATE}` : part;
      line.text += whole;
      for (let at = 0; at < whole.length; at += 1) line.strong.push(run.strong === true);
    }
  }
  return lines;
}

// A line breaks at spaces; what has none and is wider than the line breaks where it must.
function rangesOf(styled: Styled, width: number, widthOf: WidthOf): Range[] {
  const ranges: Range[] = [];
  let [start, end, used] = [0, 0, 0];
  for (const { 0: word, index } of styled.text.matchAll(/[^ ]* *|$/gu)) {
    const wordEnd = index + word.trimEnd().length;
    if (used > 0 && used + widthIn(styled, index, wordEnd, widthOf) > width) {
      if (end > start) ranges.push([start, end]);
      [start, used] = [index, 0];
    }
    let at = index;
    if (used === 0) {
      for (const stop of stopsIn(styled, [index, wordEnd], width, widthOf)) {
        ranges.push([at, stop]);
        at = stop;
        start = stop;
      }
    }
    end = wordEnd;
    used += widthIn(styled, at, index + word.length, widthOf);
  }
  ranges.push([start, end]);
  return ranges;
}

/** Where a word must break to fit; none if it fits. Each stretch has at least one character. */
function stopsIn(styled: Styled, [start, end]: Range, width: number, widthOf: WidthOf): number[] {
  if (widthIn(styled, start, end, widthOf) <= width) return [];
  const stops: number[] = [];
  let [at, from, used] = [start, start, 0];
  for (const character of styled.text.slice(start, end)) {
    const own = widthIn(styled, at, at + character.length, widthOf);
    if (used + own > width && at > from) {
      stops.push(at);
      [from, used] = [at, 0];
    }
    used += own;
    at += character.length;
  }
  return stops;
}

function widthIn({ text, strong }: Styled, start: number, end: number, widthOf: WidthOf): number {
  let [width, from] = [0, start];
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && strong[at] === strong[from]) continue;
    width += widthOf(text.slice(from, at).replace(UNDRAWN, ''), strong[from] === true);
    from = at;
  }
  return width;
}

// Neighbours of one direction and one font are drawn as one, so that letters join.
function lineOf(
  { text, strong }: Styled,
  embedding: ReturnType<typeof bidi.getEmbeddingLevels>,
  [start, end]: Range,
  widthOf: WidthOf,
): Line {
  if (end <= start) return [];
  const { levels } = embedding;
  const order = bidi.getReorderedIndices(text, embedding, start, end - 1).slice(start, end);
  const isTurned = (at: number): boolean => (levels[at] ?? 0) % 2 === 1;
  const pieces: Piece[] = [];
  let x = 0;
  for (let from = 0, to = 1; from < order.length; from = to, to += 1) {
    const first = order[from] ?? 0;
    const step = isTurned(first) ? -1 : 1;
    const goesOn = (at: number): boolean =>
      order[at] === (order[at - 1] ?? 0) + step &&
      isTurned(order[at]) === isTurned(first) &&
      strong[order[at]] === strong[first];
    while (to < order.length && goesOn(to)) to += 1;
    const last = order[to - 1] ?? first;
    const [low, high] = [Math.min(first, last), Math.max(first, last) + 1];
    const drawn = step === 1 ? text.slice(low, high) : turned(text.slice(low, high));
    const piece = { text: drawn.replace(UNDRAWN, ''), strong: strong[first] === true, x };
    if (piece.text === '') continue;
    pieces.push(piece);
    x += widthOf(piece.text, piece.strong);
  }
  return pieces;
}

// The font turns letters by itself, and neither brackets nor what has no letters.
function turned(text: string): string {
  const mirrored = Array.from(text, (one) => bidi.getMirroredCharacter(one) ?? one);
  return RIGHT_TO_LEFT.test(text) ? mirrored.join('') : mirrored.toReversed().join('');
}
