// Turns the first issue of a schema into a refusal: the field, the fault, and what is right.
import type { ZodError } from 'zod';
import type { Refusal } from './refusals.ts';

/** The refusal for what a schema found first in `value`. */
export function faultOf(error: ZodError, value: unknown): Refusal {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error('a failed parse has at least one issue');
  const field = pathText(issue.path);
  const outOfLimit = issue.code === 'too_big' || issue.code === 'too_small';
  return {
    code: outOfLimit ? 'out-of-limit' : 'malformed',
    field,
    fault: `found ${shown(at(value, issue.path))}`,
    right: issue.message.replace(/^Invalid input: /, ''),
  };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => {
    if (typeof inner !== 'object' || inner === null) return undefined;
    return (inner as Record<PropertyKey, unknown>)[key];
  }, value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Object.is(value, -0)) return '-0';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
