// Requests for agreement and their answers (Additional Protocol I, Article 29: agreed, denied, or
// a reasonable alternative).
import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { Ref } from '../identity.ts';
import { OFFICES_MAX, VOLUMES_MAX } from '../limits.ts';
import { Arrangement, Scope } from './arrangement.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Label, Words } from './words.ts';

const PROPOSAL = {
  type: z.literal('proposal'),
  ...ENVELOPE,
  title: Label,
  answerByMs: InstantMs,
  /** The proposal of the other side that this one is the alternative to. */
  alternativeTo: Ref.optional(),
  supersedes: Ref.optional(),
} as const;

/** Talks, with what they would cover and what they would leave out. */
export const TalksProposal = z
  .strictObject({
    ...PROPOSAL,
    matter: z.literal('talks'),
    level: coded('level', ['heads-of-state', 'ministers', 'generals', 'colonels', 'watch']),
    scope: Scope.optional(),
  })
  .meta({ id: 'TalksProposal', description: 'Talks are proposed' });

/** A version of the arrangement, whole. Agreeing is not signing: each member signs it itself. */
export const ArrangementProposal = z
  .strictObject({ ...PROPOSAL, matter: z.literal('arrangement'), arrangement: Arrangement })
  .meta({ id: 'ArrangementProposal', description: 'A version of the arrangement is proposed' });

/** Use of a volume, for agreement. */
export const VolumeProposal = z
  .strictObject({
    ...PROPOSAL,
    matter: z.literal('volume'),
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
  })
  .meta({ id: 'VolumeProposal', description: 'The use of a volume is proposed' });

export const Proposal = z.discriminatedUnion('matter', [
  TalksProposal,
  ArrangementProposal,
  VolumeProposal,
]);
export type Proposal = z.infer<typeof Proposal>;

/** What the other side says to a proposal. Under consideration names the offices, and no more. */
export const Response = z
  .strictObject({
    type: z.literal('response'),
    ref: Ref,
    result: coded('response', ['agreed', 'denied', 'alternative', 'under-consideration']),
    reason: coded('denial', [
      'conflicts-with-ours',
      'outside-the-arrangement',
      'not-enough-time',
      'not-our-decision',
      'not-stated',
    ]).optional(),
    /** With `alternative`: the proposal that is put instead. */
    alternative: Ref.optional(),
    offices: z.array(Label).max(OFFICES_MAX).optional(),
    words: Words.optional(),
  })
  .meta({ id: 'Response', description: 'Agreed, denied, an alternative, or being considered' });
export type Response = z.infer<typeof Response>;
