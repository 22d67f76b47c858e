import { z } from 'zod';
import { LABEL_LENGTH_MAX, WORDS_LENGTH_MAX } from '../limits.ts';
import { coded } from './codes.ts';

/** A language as a BCP 47 tag. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a BCP 47 tag');

/** Free text in the author's language. It travels verbatim and is never translated by a machine. */
export const Words = z
  .strictObject({ text: z.string().min(1).max(WORDS_LENGTH_MAX), language: LanguageTag })
  .meta({ id: 'Words', description: 'Free text and its language (BCP 47)' });
export type Words = z.infer<typeof Words>;

/** A short text. It is well-formed Unicode, or it could not stand in an entry. */
export const Label = z
  .string()
  .min(1)
  .max(LABEL_LENGTH_MAX)
  .refine((text) => text.isWellFormed(), 'must be well-formed Unicode');

/** Whether the traffic is real. A drill must never be taken for the real thing. */
export const TrafficStatus = coded('status', ['actual', 'exercise', 'test']);
export type TrafficStatus = z.infer<typeof TrafficStatus>;
