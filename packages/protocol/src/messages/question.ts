import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { VOLUMES_MAX } from '../limits.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Words } from './words.ts';

/** What a question asks. None of them asks for targets, weapons, identities or reasons to avoid. */
export const QuestionCode = coded('question', [
  'purpose',
  'location',
  'heights',
  'times',
  'end-date',
  'kind-of-activity',
  'whose-forces',
  'deployment',
  'intentions',
  'scope-of-talks',
  'third-parties',
  'text-and-geometry',
  'other',
]);
export type QuestionCode = z.infer<typeof QuestionCode>;

/** A request for clarification, with a clock. */
export const Question = z
  .strictObject({
    type: z.literal('question'),
    ...ENVELOPE,
    codes: z.array(QuestionCode).min(1).max(8),
    about: Ref.optional(),
    volumes: z.array(WireVolume).max(VOLUMES_MAX).optional(),
    answerByMs: InstantMs,
  })
  .meta({ id: 'Question', description: 'A request for clarification, with a clock' });
export type Question = z.infer<typeof Question>;

/**
 * The answer to a question: in words, by another object, a promise with a time, or a refusal. A
 * promise does not close the question, and its clock runs to the time that was promised.
 */
export const Answer = z
  .strictObject({
    type: z.literal('answer'),
    ref: Ref,
    result: coded('answer', ['answered', 'see-notice', 'promised', 'cannot-say', 'declined']),
    notice: Ref.optional(),
    promisedMs: InstantMs.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'Answer', description: 'The answer to a question' });
export type Answer = z.infer<typeof Answer>;
