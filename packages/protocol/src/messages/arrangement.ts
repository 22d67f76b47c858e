// The memorandum as data: what the talks cover and what they do not, and rules that a machine can
// hold both sides to. A clause that is left out was not agreed.
import { z } from 'zod';
import { InstantMs, OutlineShape } from '../geometry.ts';
import { PartyId } from '../identity.ts';
import {
  CLAUSE_ITEMS_MAX,
  FREQUENCY_KILOHERTZ_MAX,
  LATERAL_MINIMUM_CENTIMETRES_MAX,
  LANGUAGES_MAX,
  TIME_MINIMUM_MS_MAX,
  VERTICAL_MINIMUM_CENTIMETRES_MAX,
  WORDS_LENGTH_MAX,
} from '../limits.ts';
import { coded } from './codes.ts';
import { Label, LanguageTag, Words } from './words.ts';

const Deadline = z
  .int()
  .min(1_000)
  .max(30 * 86_400_000);
const Deadlines = z.strictObject({ readMs: Deadline, readBackMs: Deadline, positionMs: Deadline });
const Lead = z
  .int()
  .min(0)
  .max(90 * 86_400_000);

/** What talks or an arrangement can be about. */
export const Subject = coded('subject', [
  'flight-safety',
  'ground-movements',
  'humanitarian-movements',
  'protected-objects',
  'air-defence',
  'exercises',
  'search-and-rescue',
  'incidents',
  'deployments',
  'intentions',
  'counter-terrorism',
  'frequencies',
]);
export type Subject = z.infer<typeof Subject>;

/** What is covered, what is expressly left out, and what is still open between the sides. */
export const Scope = z
  .strictObject({
    covers: z.array(Subject).max(CLAUSE_ITEMS_MAX),
    leavesOut: z.array(Subject).max(CLAUSE_ITEMS_MAX),
    open: z.array(Subject).max(CLAUSE_ITEMS_MAX).optional(),
    areas: z
      .array(z.strictObject({ name: Label, outline: OutlineShape }))
      .max(CLAUSE_ITEMS_MAX)
      .optional(),
  })
  .meta({ id: 'Scope', description: 'Subjects covered, left out and open; areas' });
export type Scope = z.infer<typeof Scope>;

const LateralCentimetres = z.int().min(0).max(LATERAL_MINIMUM_CENTIMETRES_MAX);
const VerticalCentimetres = z.int().min(0).max(VERTICAL_MINIMUM_CENTIMETRES_MAX);

/** Separation: two volumes conflict when they are nearer than all three at once. */
export const Separation = z.strictObject({
  lateralCentimetres: LateralCentimetres,
  verticalCentimetres: VerticalCentimetres,
  timeMs: z.int().min(0).max(TIME_MINIMUM_MS_MAX),
});

/** Classes between which separation is agreed: the kinds of notice, unmanned aircraft apart. */
export const SeparationClass = coded('class', [
  'air-activity',
  'unmanned',
  'movement',
  'protected-object',
  'exercise',
  'air-defence',
]);
export type SeparationClass = z.infer<typeof SeparationClass>;

/** The clauses against which an entry can be held. */
export const Clause = coded('clause', [
  'scope',
  'minimum-lead',
  'notice-required',
  'separation',
  'overhead',
  'deadline',
  'civil-aviation',
  'line-check',
  'language',
  'zone',
  'onward-release',
  'suspension',
  'conduct',
]);
export type Clause = z.infer<typeof Clause>;

/** A role that is called, on which number or frequency; levels go up from 1. */
export const ContactRole = z.strictObject({
  party: PartyId,
  level: z.int().min(1).max(9),
  role: Label,
  number: Label.optional(),
  frequencyKilohertz: z.int().min(1).max(FREQUENCY_KILOHERTZ_MAX).optional(),
});

/**
 * The arrangement. In force is the newest version that every member put on its own record, byte
 * for byte the same; a member signs each version once at most. Every time is of UTC.
 */
export const Arrangement = z
  .strictObject({
    type: z.literal('arrangement'),
    version: z.int().min(1).max(1_000_000),
    title: Label.optional(),
    /** The scope in words, as both sides signed them. */
    scope: z.string().min(1).max(WORDS_LENGTH_MAX),
    subjects: Scope.optional(),
    /** Separation where no pair of classes has its own. */
    minima: Separation,
    separations: z
      .array(z.strictObject({ between: z.array(SeparationClass).length(2), minima: Separation }))
      .max(CLAUSE_ITEMS_MAX)
      .optional(),
    /** The lead of every notice that has no rule of its own in `notices`. */
    minimumLeadMs: Lead,
    /** Kinds of notice that must be given, and how long before. */
    notices: z
      .array(z.strictObject({ of: SeparationClass, required: z.boolean(), minimumLeadMs: Lead }))
      .max(CLAUSE_ITEMS_MAX)
      .optional(),
    /** What the words of the arrangement mean, so that a machine can tell. */
    definitions: z
      .array(
        z.strictObject({
          term: coded('term', ['overhead', 'close-approach', 'near-protected-object']),
          lateralCentimetres: LateralCentimetres,
          verticalCentimetres: VerticalCentimetres,
        }),
      )
      .max(CLAUSE_ITEMS_MAX)
      .optional(),
    deadlines: z.strictObject({
      FLASH: Deadlines,
      IMMEDIATE: Deadlines,
      PRIORITY: Deadlines,
      ROUTINE: Deadlines,
    }),
    /** What is unanswered is raised again and climbs a level each time that this passes. */
    escalation: z.strictObject({ everyMs: Deadline, levels: z.int().min(1).max(9) }).optional(),
    lineChecks: z
      .strictObject({
        minutesOfDay: z.array(z.int().min(0).max(1_439)).min(1).max(CLAUSE_ITEMS_MAX),
        answerWithinMs: Deadline,
        /** No check is due before it; without it the first is due as soon as all have signed. */
        startMs: InstantMs.optional(),
      })
      .optional(),
    languages: z.array(LanguageTag).min(1).max(LANGUAGES_MAX).optional(),
    contacts: z.array(ContactRole).max(CLAUSE_ITEMS_MAX).optional(),
    /** Budgets of private matching, a day. */
    matching: z
      .strictObject({
        runsADay: z.int().min(0).max(1_440),
        cellsADay: z.int().min(0).max(1_000_000),
      })
      .optional(),
    suspension: z
      .strictObject({ noticeMs: Lead, resumption: Words, resumedByTwo: z.boolean() })
      .optional(),
    words: Words.optional(),
  })
  .meta({ id: 'Arrangement', description: 'The memorandum of understanding as data' });
export type Arrangement = z.infer<typeof Arrangement>;

const minutes = (count: number): number => count * 60_000;

/**
 * The arrangement that `parley pair` proposes: 5 km, 300 m, no time buffer, 30 minutes of lead, and
 * handling times after doctrine (FLASH read in 60 s; IMMEDIATE 5 min; PRIORITY 30 min, position in
 * 3 h; ROUTINE 6 h, position in 24 h).
 */
export const DEFAULT_ARRANGEMENT: Arrangement = {
  type: 'arrangement',
  version: 1,
  scope: 'Safety of flight between the members of this line. No targets, no intelligence.',
  minima: { lateralCentimetres: 500_000, verticalCentimetres: 30_000, timeMs: 0 },
  minimumLeadMs: minutes(30),
  deadlines: {
    FLASH: { readMs: 60_000, readBackMs: 120_000, positionMs: minutes(10) },
    IMMEDIATE: { readMs: minutes(5), readBackMs: minutes(10), positionMs: minutes(30) },
    PRIORITY: { readMs: minutes(30), readBackMs: minutes(60), positionMs: minutes(180) },
    ROUTINE: { readMs: minutes(360), readBackMs: minutes(720), positionMs: minutes(1440) },
  },
};
