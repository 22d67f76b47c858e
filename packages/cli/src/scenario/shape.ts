// Small readers for files that people write: strict (a misspelt field is refused, else a check that
// was meant would never run), and pointing at the field.
import { readInstant } from '@parley/geo';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';

/** Reads the value at the path `at`; throws ShapeFault, which `readShape` makes a value of. */
export type Shape<T> = (value: unknown, at: string) => T;

class ShapeFault extends Error {
  readonly field: string;
  readonly fault: string;
  readonly right: string;
  constructor(field: string, fault: string, right: string) {
    super(`${field}: ${fault}`);
    this.field = field;
    this.fault = fault;
    this.right = right;
  }
}

/** The value in its shape, or a refusal that names the field, its fault and what is right. */
export function readShape<T>(shape: Shape<T>, value: unknown): Outcome<T> {
  try {
    return accept(shape(value, ''));
  } catch (fault) {
    if (fault instanceof ShapeFault) {
      return refuse('malformed', fault.field, fault.fault, fault.right);
    }
    throw fault;
  }
}

/** Refuses the value at a path. */
export function wrong(at: string, value: unknown, right: string): never {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  throw new ShapeFault(at, `found ${text.slice(0, 60)}`, right);
}

/** An object with exactly these fields. */
export function fields<S extends Readonly<Record<string, Shape<unknown>>>>(
  shapes: S,
): Shape<{ readonly [K in keyof S]: ReturnType<S[K]> }> {
  return (value, at) => {
    const given = objectAt(value, at);
    const strange = Object.keys(given).find((key) => !Object.hasOwn(shapes, key));
    if (strange !== undefined) {
      return wrong(path(at, strange), given[strange], `no such field, but ${listed(shapes)}`);
    }
    const read = Object.entries(shapes).map(([key, shape]) => [
      key,
      shape(given[key], path(at, key)),
    ]);
    return Object.fromEntries(read) as { readonly [K in keyof S]: ReturnType<S[K]> };
  };
}

/** A field that may be missing. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, at) => (value === undefined ? undefined : shape(value, at));
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong(at, value, 'a list');
    return value.map((one, index) => shape(one, `${at}[${index}]`));
  };
}

/** An object whose every field has the same shape. */
export function each<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, at) =>
    Object.fromEntries(
      Object.entries(objectAt(value, at)).map(([key, one]) => [key, shape(one, path(at, key))]),
    );
}

export function oneOf<const T extends string | number>(...values: readonly T[]): Shape<T> {
  return (value, at) =>
    values.find((one) => one === value) ?? wrong(at, value, values.join(' or '));
}

export const text: Shape<string> = (value, at) =>
  typeof value === 'string' && value !== '' ? value : wrong(at, value, 'a text');

export const flag: Shape<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : wrong(at, value, 'true or false');

/** A number from 0. */
export const amount: Shape<number> = (value, at) =>
  typeof value === 'number' && value >= 0 ? value : wrong(at, value, 'a number from 0');

/** An instant as RFC 3339 or a date-time group; gives milliseconds UTC. */
export const instant: Shape<number> = (value, at) => {
  const read = readInstant(text(value, at));
  return read.ok ? read.value : wrong(at, value, read.refusal.expected);
};

/** Anything: a message in its readable form, read when it is said. */
export const anything: Shape<unknown> = (value, at) =>
  value === undefined ? wrong(at, value, 'a message') : value;

function objectAt(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Readonly<Record<string, unknown>>;
  }
  return wrong(at, value, 'an object');
}

function path(at: string, key: string): string {
  return at === '' ? key : `${at}.${key}`;
}

function listed(shapes: object): string {
  return Object.keys(shapes).join(', ');
}
