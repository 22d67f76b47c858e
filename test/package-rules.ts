// Which package may import which, and what a source file of each may not do. The table here, the
// one in ARCHITECTURE.md and every package.json must agree (architecture.test.ts).
import { posix } from 'node:path';

export type SourceFile = { readonly path: string; readonly text: string };

/** Package -> the packages of ours that it may import (DESIGN: the pieces). */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  geo: [],
  conflict: ['geo'],
  ledger: [],
  protocol: ['ledger'],
  engine: ['geo', 'conflict', 'ledger', 'protocol'],
  formats: ['geo', 'conflict'],
  client: ['protocol'],
  node: ['ledger', 'protocol', 'engine', 'client'],
  evidence: ['geo', 'ledger', 'protocol', 'engine'],
  cli: ['geo', 'conflict', 'ledger', 'protocol', 'engine', 'formats', 'evidence', 'client', 'node'],
  web: ['geo', 'conflict', 'ledger', 'protocol', 'engine', 'evidence', 'client'],
};

/** Packages that run in a browser too: no Node, no clock, no randomness, no outside. */
export const PURE: readonly string[] = [
  'geo',
  'conflict',
  'ledger',
  'protocol',
  'engine',
  'formats',
  'evidence',
  'client',
];

const LINES_MAX = 400;
const LINE_LENGTH_MAX = 100;
// Written with a class so that this line does not find itself.
const UNFINISHED = /\b(?:T[O]DO|F[I]XME|X[X]X)\b/;
// A link, a key or a hash cannot be broken over two lines.
const UNBREAKABLE = /https?:\/\/|[\w+/=-]{60}/;
const EMPTY_WORD = /^(?:utils?|helpers?|common|managers?|services?|info)$/;
const IMPURE: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b/, 'reads the clock (Date.now)'],
  [/\bnew Date(?:\(\s*\)|(?![\w(]))/, 'reads the clock (new Date without an argument)'],
  [/(?<!new )\bDate\(/, 'reads the clock (Date called)'],
  [/\bTemporal\.Now\b/, 'reads the clock (Temporal.Now)'],
  [/\bperformance\.now\b/, 'reads the clock (performance.now)'],
  [/\bMath\.random\b/, 'draws randomness (Math.random)'],
  [/(?<![\w.])crypto\./, 'uses the global crypto'],
  [/(?<![\w.])(?:fetch|setTimeout|setInterval)\(/, 'reaches outside (fetch or a timer)'],
  [/(?<![\w.])process\./, 'reads the process'],
];

/** What is wrong with one file of packages/<name>/src, one sentence each; empty if nothing is. */
export function sourceFaults(file: SourceFile): string[] {
  const name = file.path.split('/')[1] ?? '';
  const faults = [...nameFaults(file.path), ...lengthFaults(file)];
  for (const specifier of importsOf(file.text)) {
    const fault = importFault(name, file.path, specifier);
    if (fault !== undefined) faults.push(`${file.path} ${fault}`);
  }
  if (!PURE.includes(name)) return faults;
  const code = withoutComments(file.text);
  for (const [pattern, sentence] of IMPURE) {
    if (pattern.test(code)) faults.push(`${file.path} ${sentence}`);
  }
  return faults;
}

/** Words in a path that say nothing (STYLE.md); `data` may only be a part of a name. */
function nameFaults(path: string): string[] {
  const words = path.split(/[/.-]/);
  const empty = words.find((word) => EMPTY_WORD.test(word)) ?? path.match(/\/(data)[./]/)?.[1];
  return empty === undefined ? [] : [`${path} is called ${empty}, which says nothing`];
}

/** Lines too long, files too long, and words that say something is unfinished. */
export function lengthFaults({ path, text }: SourceFile): string[] {
  const faults: string[] = [];
  const lines = text.trimEnd().split('\n');
  if (lines.length > LINES_MAX) faults.push(`${path} has ${lines.length} lines`);
  lines.forEach((line, index) => {
    const place = `${path}:${index + 1}`;
    if (line.length > LINE_LENGTH_MAX && !UNBREAKABLE.test(line)) {
      faults.push(`${place} has ${line.length} characters`);
    }
    if (UNFINISHED.test(line)) faults.push(`${place} says that something is unfinished`);
  });
  return faults;
}

function importFault(name: string, path: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(path), specifier);
    const home = `packages/${name}/`;
    return target.startsWith(home) ? undefined : `imports ${specifier}, outside its package`;
  }
  if (specifier.startsWith('node:')) {
    return PURE.includes(name) ? `imports ${specifier}, but ${name} is pure` : undefined;
  }
  const ours = /^@parley\/([^/]+)(\/.*)?$/.exec(specifier);
  if (ours === null) return undefined;
  if (ours[2] !== undefined) return `imports ${specifier}, past the public face`;
  const allowed = MAY_IMPORT[name]?.includes(ours[1] ?? '') ?? false;
  return allowed ? undefined : `imports ${specifier}, which ${name} may not`;
}

/** Every module named by an import, an export, a dynamic import or a worker's URL. */
export function importsOf(text: string): string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm,
    /^\s*import\s*['"]([^'"]+)['"]/gm,
    /\bimport\(\s*['"]([^'"]+)['"]/g,
    /\bnew URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g,
  ];
  const code = withoutComments(text);
  return patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? ''));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1');
}
