// Precedence is about speed, not importance.
import { z } from 'zod';

export const Precedence = z
  .enum(['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'])
  .meta({ id: 'Precedence', description: 'How fast a message must be read and answered' });
export type Precedence = z.infer<typeof Precedence>;

/** The most urgent first. */
export const PRECEDENCE_ORDER: readonly Precedence[] = [
  'FLASH',
  'IMMEDIATE',
  'PRIORITY',
  'ROUTINE',
];

/** Negative when `a` is the more urgent. */
export function comparePrecedence(a: Precedence, b: Precedence): number {
  return PRECEDENCE_ORDER.indexOf(a) - PRECEDENCE_ORDER.indexOf(b);
}
