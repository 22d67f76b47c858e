// The test vectors of protocol/vectors, one JSON object a line; see SPEC.md for what each key says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type ValidVector = {
  readonly why: string;
  readonly party: string;
  readonly index: number;
  readonly after: readonly string[];
  readonly text: string;
  readonly leaf: string;
};

export type InvalidVector = {
  readonly why: string;
  /** `entry`: the bytes alone are refused. `line`: only after the entries of `after`. */
  readonly found: 'entry' | 'line';
  readonly code: string;
  readonly field: string;
  readonly party: string;
  readonly index: number;
  readonly after: readonly string[];
  readonly text?: string;
  readonly hex?: string;
};

const FOLDER = join(import.meta.dirname, '../../../protocol/vectors');

export function validVectors(): ValidVector[] {
  return linesOf('entries-valid.jsonl') as ValidVector[];
}

export function invalidVectors(): InvalidVector[] {
  return linesOf('entries-invalid.jsonl') as InvalidVector[];
}

export function bytesOf(vector: { readonly text?: string; readonly hex?: string }): Uint8Array {
  if (vector.hex !== undefined) return Uint8Array.fromHex(vector.hex);
  return new TextEncoder().encode(vector.text ?? '');
}

function linesOf(name: string): unknown[] {
  const lines = readFileSync(join(FOLDER, name), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as unknown);
}
