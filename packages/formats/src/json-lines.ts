// JSON text as documents with the lines they begin on: one document, or one a line (newline-
// delimited GeoJSON, and RFC 8142 sequences). Also the line of each member of a document's list.
import { isObject } from './json-value.ts';

export type JsonDocument = {
  readonly line: number;
  readonly value: unknown;
  /** The document's own text. */
  readonly text: string;
};

/** A text, or a line of one, that is not JSON. */
export type BrokenJson = { readonly line: number; readonly fault: string };

export function readDocuments(text: string): {
  documents: JsonDocument[];
  broken: BrokenJson[];
} {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const whole = parse(clean);
  if (whole.ok) return { documents: [{ line: 1, value: whole.value, text: clean }], broken: [] };
  const lines = clean.split('\n').map((line) => withoutSeparator(line).trim());
  const full = lines.filter((line) => line !== '');
  const parsed = lines.map((line) => parse(line));
  const objects = parsed.filter((line) => line.ok && isObject(line.value)).length;
  // One object a line, if most lines say so; else the text is one document with a mistake in it.
  if (objects === 0 || objects * 2 < full.length) {
    return { documents: [], broken: [{ line: whole.line, fault: whole.fault }] };
  }
  const documents: JsonDocument[] = [];
  const broken: BrokenJson[] = [];
  for (const [i, read] of parsed.entries()) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    if (read.ok) documents.push({ line: i + 1, value: read.value, text: line });
    else broken.push({ line: i + 1, fault: read.fault });
  }
  return { documents, broken };
}

/** RFC 8142 puts a record separator before each document. */
function withoutSeparator(line: string): string {
  return line.startsWith('\u001E') ? line.slice(1) : line;
}

const NEWLINE = 10;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);
const SKIPPED = new Set([9, 13, 32, 58]);

/**
 * The line, from 1, on which each member of a document's list begins: the list that is the
 * document, or the one under `key` of the object that is the document. The text is valid JSON.
 */
export function memberLines(text: string, key?: string): number[] {
  const listDepth = key === undefined ? 1 : 2;
  let lines: number[] = [];
  let [line, depth, lastText, inList, awaiting] = [1, 0, '', false, false];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === NEWLINE) line += 1;
    if (c === NEWLINE || SKIPPED.has(c)) continue;
    if (c === COMMA) {
      awaiting = inList && depth === listDepth;
      continue;
    }
    if (awaiting && !CLOSING.has(c)) {
      lines.push(line);
      awaiting = false;
    }
    if (c === QUOTE) {
      const end = stringEnd(text, i);
      if (depth === 1) lastText = text.slice(i + 1, end);
      i = end;
    } else if (OPENING.has(c)) {
      depth += 1;
      if (depth !== listDepth || (key !== undefined && lastText !== key)) continue;
      // JSON.parse keeps the last of two members of one name, and so does this.
      lines = [];
      inList = true;
      awaiting = true;
    } else if (CLOSING.has(c)) {
      if (inList && depth === listDepth) inList = false;
      depth -= 1;
    }
  }
  return lines;
}

function stringEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== QUOTE) {
    i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  }
  return i;
}

type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly fault: string };

function parse(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    const at = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
    const line = text.slice(0, at).split('\n').length;
    return { ok: false, line, fault: `is not JSON: ${reason.slice(0, 160)}` };
  }
}
