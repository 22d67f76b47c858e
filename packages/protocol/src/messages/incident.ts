// The register of alleged violations: one account a side, beside each other, with their evidence.
import { z } from 'zod';
import { InstantMs, WireVolume } from '../geometry.ts';
import { HashHex, Ref } from '../identity.ts';
import { EVIDENCE_MAX, VOLUMES_MAX } from '../limits.ts';
import { Clause } from './arrangement.ts';
import { coded } from './codes.ts';
import { ENVELOPE } from './envelope.ts';
import { Label, Words } from './words.ts';

/** What one side says happened, against which clause. */
export const Incident = z
  .strictObject({
    type: z.literal('incident'),
    ...ENVELOPE,
    title: Label,
    clause: Clause,
    volumes: z.array(WireVolume).min(1).max(VOLUMES_MAX),
    account: Words,
    evidence: z.array(HashHex).max(EVIDENCE_MAX).optional(),
    about: z.array(Ref).max(EVIDENCE_MAX).optional(),
    standing: coded('incident', ['open', 'under-investigation', 'settled']),
    answerByMs: InstantMs,
    supersedes: Ref.optional(),
  })
  .meta({ id: 'Incident', description: 'An alleged violation, as one side gives it' });
export type Incident = z.infer<typeof Incident>;

/** The other side's account of the same. */
export const CounterStatement = z
  .strictObject({
    type: z.literal('counter-statement'),
    ref: Ref,
    result: coded('counter', ['agrees', 'differs', 'denies', 'investigating']),
    account: Words,
    evidence: z.array(HashHex).max(EVIDENCE_MAX).optional(),
  })
  .meta({ id: 'CounterStatement', description: "The other side's account of an incident" });
export type CounterStatement = z.infer<typeof CounterStatement>;
