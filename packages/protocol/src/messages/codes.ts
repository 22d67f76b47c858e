// Coded values: both sides see the same code, each in its own language. The registry says under
// which prefix of the phrase book the codes of a schema are found.
import { z } from 'zod';

/** Of each coded schema: the prefix of its codes in the phrase book. */
export const CODED = z.registry<{ readonly prefix: string }>();

/** A coded value whose phrases are `prefix.code`. */
export function coded<const T extends readonly string[]>(
  prefix: string,
  codes: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(codes).register(CODED, { prefix });
}
