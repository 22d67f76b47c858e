// What JSON can say and the canonical form cannot: minus zero and half of a surrogate pair.
// Anything that a schema accepts must have bytes, or a seat could stop its node with one message.

export type WireFault = { readonly path: readonly (string | number)[]; readonly right: string };

/** The first value within `value` that has no canonical form, or undefined. */
export function wireFault(value: unknown): WireFault | undefined {
  if (typeof value === 'string') {
    return value.isWellFormed() ? undefined : { path: [], right: 'must be well-formed Unicode' };
  }
  if (Object.is(value, -0)) return { path: [], right: 'must be 0 without a sign' };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const fault = wireFault(inner);
    const step = Array.isArray(value) ? Number(key) : key;
    if (fault !== undefined) return { ...fault, path: [step, ...fault.path] };
  }
  return undefined;
}
