// Reads the repository as files: the packages, their sources and manifests, and the two lists in
// ARCHITECTURE.md. It gives what is there, and judges nothing.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { importsOf } from './package-rules.ts';
import type { SourceFile } from './package-rules.ts';
import { ROOT } from './stages.ts';

export type Manifest = {
  readonly name: string;
  readonly exports?: Record<string, unknown>;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
};

export function packageNames(): string[] {
  const folders = readdirSync(join(ROOT, 'packages'));
  return folders.filter((name) => existsSync(join(ROOT, 'packages', name, 'package.json')));
}

/** The manifest in `folder`, a path from the root ('.' for the root's own). */
export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as Manifest;
}

/** The files that `patterns` name, with `/` in their paths and node_modules left out. */
export function readFiles(...patterns: string[]): SourceFile[] {
  const paths = globSync(patterns, { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] });
  return paths.toSorted().map((path) => ({
    path: path.replaceAll('\\', '/'),
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

/** The rows of the table under the heading "Packages": package -> may import. */
export function documentedImports(): Record<string, string[]> {
  const rows: Record<string, string[]> = {};
  for (const line of sectionLines('Packages')) {
    const row = /^\| `([a-z-]+)` \| ([^|]*) \|/.exec(line);
    if (row === null) continue;
    rows[row[1] ?? ''] = [...(row[2] ?? '').matchAll(/`([a-z-]+)`/g)].map((hit) => hit[1] ?? '');
  }
  return rows;
}

/** The names that the lines under the heading "Dependencies" begin with. */
export function documentedDependencies(): string[] {
  const lines = sectionLines('Dependencies').filter((line) => line.startsWith('- '));
  return lines.flatMap((line) => {
    const names = line.slice(0, line.indexOf(':'));
    return [...names.matchAll(/`([^`]+)`/g)].map((hit) => hit[1] ?? '');
  });
}

function sectionLines(heading: string): string[] {
  const lines = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8').split('\n');
  const start = lines.indexOf(`## ${heading}`);
  if (start < 0) throw new Error(`ARCHITECTURE.md has no section "${heading}"`);
  const length = lines.slice(start + 1).findIndex((line) => line.startsWith('## '));
  return lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

/** The files that no chain of relative imports leads to from any of `entries`. */
export function unreachable(files: readonly SourceFile[], entries: readonly string[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (file === undefined || seen.has(path)) continue;
    seen.add(path);
    for (const specifier of importsOf(file.text)) {
      const target = specifier.replace(/\?.*$/, '');
      if (target.startsWith('.')) waiting.push(posix.join(dirname(path), target));
    }
  }
  return [...byPath.keys()].filter((path) => !seen.has(path));
}
