import { z } from 'zod';
import { InstantMs } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { Precedence } from '../precedence.ts';
import { Words } from './words.ts';

/** What a question asks. None of them asks for targets, weapons, identities or reasons to avoid. */
export const QuestionCode = z.enum([
  'purpose',
  'location',
  'heights',
  'times',
  'end-date',
  'kind-of-activity',
  'text-and-geometry',
  'other',
]);
export type QuestionCode = z.infer<typeof QuestionCode>;

/** A request for clarification, with a clock. */
export const Question = z
  .strictObject({
    type: z.literal('question'),
    precedence: Precedence,
    codes: z.array(QuestionCode).min(1).max(8),
    about: Ref.optional(),
    words: Words.optional(),
    answerByMs: InstantMs,
  })
  .meta({ id: 'Question', description: 'A request for clarification, with a clock' });
export type Question = z.infer<typeof Question>;

/** The answer to a question: in words, by a notice, or a refusal to answer. */
export const Answer = z
  .strictObject({
    type: z.literal('answer'),
    ref: Ref,
    result: z.enum(['answered', 'see-notice', 'cannot-say', 'declined']),
    notice: Ref.optional(),
    words: Words.optional(),
  })
  .meta({ id: 'Answer', description: 'The answer to a question' });
export type Answer = z.infer<typeof Answer>;
