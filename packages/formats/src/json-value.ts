// Looking into decoded JSON of any shape without trust: nothing here throws.

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Not there, or null: JSON writers use both for "not stated". */
export function isMissing(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** A value as it may stand in a sentence, short. */
export function shown(value: unknown): string {
  if (isMissing(value)) return 'missing';
  if (isList(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value !== 'string') return JSON.stringify(value) ?? typeof value;
  const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return JSON.stringify(short);
}
