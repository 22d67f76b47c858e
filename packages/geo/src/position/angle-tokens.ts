// Cuts a written position into numbers, unit marks, hemisphere letters, signs and separators.
// Every token keeps its place in the text, so that a refusal can point at it.
import { refuse } from '../reading/reading.ts';
import type { Reading } from '../reading/reading.ts';
import { present } from '../reading/present.ts';

export type AngleToken =
  | { readonly kind: 'number'; readonly at: number; readonly text: string }
  | { readonly kind: 'mark'; readonly at: number; readonly text: '°' | "'" | '"' | ':' }
  | { readonly kind: 'letter'; readonly at: number; readonly text: 'N' | 'S' | 'E' | 'W' }
  | { readonly kind: 'sign'; readonly at: number; readonly text: '+' | '-' }
  | { readonly kind: 'label'; readonly at: number; readonly text: 'lat' | 'lon' }
  | { readonly kind: 'separator'; readonly at: number; readonly text: string };

/** In the order in which they are tried. Two primes are seconds; a colon joins parts. */
const PATTERNS: readonly (readonly [AngleToken['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['number', /\d+(?:\.\d*)?|\.\d+/y],
  ['mark', /["″”“]|['′’‘ʹ´`]{2}|['′’‘ʹ´`]|[°º˚]|deg(?:rees)?\b|:/iy],
  ['sign', /[+\-−–]/y],
  ['separator', /[,;/|]/y],
  ['label', /(?:latitude|lat|longitude|long|lon|lng)\b\.?\s*[:=]?/iy],
  ['letter', /(?:north|south|east|west)\b|[NSEW](?![A-Za-z])/iy],
];

/** The tokens of `text`, or a refusal at the first character that belongs in no position. */
export function angleTokens(text: string): Reading<AngleToken[]> {
  const tokens: AngleToken[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, found] = tokenAt(text, at);
    if (kind === undefined) {
      return refuse(text, at, 'a number, a hemisphere letter N, S, E or W, or a degree mark');
    }
    if (kind !== 'space') tokens.push(tokenOf(kind, at, found));
    at += found.length;
  }
  return { ok: true, value: tokens };
}

function tokenAt(text: string, at: number): [AngleToken['kind'] | 'space' | undefined, string] {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return [kind, found];
  }
  return [undefined, ''];
}

function tokenOf(kind: AngleToken['kind'], at: number, found: string): AngleToken {
  switch (kind) {
    case 'mark':
      return { kind, at, text: markOf(found) };
    case 'letter':
      return { kind, at, text: present(found[0]).toUpperCase() as 'N' | 'S' | 'E' | 'W' };
    case 'sign':
      return { kind, at, text: found === '+' ? '+' : '-' };
    case 'label':
      return { kind, at, text: /^lat/i.test(found) ? 'lat' : 'lon' };
    default:
      return { kind, at, text: found };
  }
}

function markOf(found: string): '°' | "'" | '"' | ':' {
  if (found === ':') return ':';
  if (/^["″”“]/.test(found) || found.length === 2) return '"';
  return /^['′’‘ʹ´`]/.test(found) ? "'" : '°';
}
