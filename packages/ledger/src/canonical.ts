// The one byte string for each value: JSON in RFC 8785 form, restricted to strings, safe integers,
// booleans, arrays and objects. What readCanonical accepts, canonicalBytes writes byte for byte.

import { fromUtf8, toUtf8 } from './bytes.ts';
import { findFault } from './canonical-fault.ts';
import { canonicalDepthMax } from './limits.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/** What an entry may say. No null (leave the key out) and no fractions (choose a smaller unit). */
export type CanonicalValue =
  | string
  | number
  | boolean
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue };

/**
 * The canonical UTF-8 bytes of a value (RFC 8785: no white space, keys sorted by UTF-16 code unit,
 * the shortest escapes). Throws, as a bug of the caller, on anything that has no canonical form:
 * a fraction, -0, an integer beyond 2^53 - 1, a lone surrogate, null, nesting beyond 32.
 */
export function canonicalBytes(value: CanonicalValue): Uint8Array {
  return toUtf8(canonicalText(value, 0));
}

/**
 * Reads an entry's bytes. Refuses by name: oversize, not-utf8, not-json, null-value,
 * not-an-integer (fractions, exponents, -0, beyond 2^53 - 1), lone-surrogate, duplicate-key,
 * too-deep, and not-canonical for whatever else differs from the canonical form.
 * A key named `__proto__` is an ordinary key of the result.
 */
export function readCanonical(bytes: Uint8Array, bytesMax: number): Checked<CanonicalValue> {
  if (bytes.length > bytesMax) {
    return refused(
      'oversize',
      `The entry has ${bytes.length} bytes; at most ${bytesMax} are taken.`,
    );
  }
  const text = fromUtf8(bytes);
  if (text === undefined) return refused('not-utf8', 'The entry is not valid UTF-8.');
  const parsed = parseJson(text);
  if (parsed === undefined) return refused('not-json', 'The entry is not JSON (RFC 8259).');
  // A text that is the canonical one of its own value has no fault; any other has one to be named.
  if (canonicalTextIfAny(parsed) === text) return checked(parsed as CanonicalValue);
  return (
    findFault(text, canonicalDepthMax) ??
    refused(
      'not-canonical',
      'The entry is not in RFC 8785 form: no white space, sorted keys, shortest escapes.',
    )
  );
}

/** The canonical text of a parsed text; undefined when it holds what has none. */
function canonicalTextIfAny(parsed: unknown): string | undefined {
  try {
    return canonicalText(parsed as CanonicalValue, 0);
  } catch {
    return undefined;
  }
}

/** The parsed text, or undefined when it is not JSON. JSON has no undefined of its own. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function canonicalText(value: CanonicalValue, depth: number): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') {
    assert(Number.isSafeInteger(value) && !Object.is(value, -0), `${value} is not a safe integer`);
    return String(value);
  }
  assert(typeof value === 'object' && value !== null, `${typeof value} has no canonical form`);
  assert(depth < canonicalDepthMax, `nesting is deeper than ${canonicalDepthMax}`);
  if (isArray(value)) {
    return `[${value.map((item) => canonicalText(item, depth + 1)).join(',')}]`;
  }
  const members: string[] = [];
  // RFC 8785 section 3.2.3 sorts by UTF-16 code units, which is what sort() without arguments does.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    assert(member !== undefined, `the key ${key} has no value`);
    members.push(`${quoted(key)}:${canonicalText(member, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}

/** RFC 8785 section 3.2.2.2 takes its string form from ECMAScript's JSON.stringify. */
function quoted(text: string): string {
  assert(text.isWellFormed(), 'a string has a lone surrogate');
  return JSON.stringify(text);
}

function isArray(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
