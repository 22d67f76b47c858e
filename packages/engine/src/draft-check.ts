// What a draft would run into, found while it is typed and again before it is released.
import type { Hit } from '@parley/conflict';
import { builtInWorld, findingsOf, geometryFindings, outlinePlaceText } from '@parley/geo';
import type { Finding, PlaceText } from '@parley/geo';
import type { Body, PartyId, Refusal } from '@parley/protocol';
import { admissible } from './admissible.ts';
import { unexpired } from './expiry.ts';
import { carriable, lintBody } from './lint/lint-body.ts';
import type { LintFault } from './lint/lint-fault.ts';
import { hitsOf } from './conflicts.ts';
import { leadMsOf, minimumLeadMsOf, quickEnough } from './lead.ts';
import type { Picture } from './picture.ts';
import { volumesOf } from './volumes.ts';

export type DraftCheck = {
  /** Why it could not be released as it stands. */
  readonly refusal: Refusal | undefined;
  /** What in it must not be carried. It refuses, but for urgent messages. */
  readonly lint: readonly LintFault[];
  /** The words about each volume, generated from its geometry. */
  readonly places: readonly PlaceText[];
  /** Where the drafter's words contradict the geometry, or it contradicts itself. */
  readonly findings: readonly Finding[];
  /** Notices of others in force that it would be in conflict with. */
  readonly conflicts: readonly Hit[];
  /** First start minus now, and whether that is less than the arrangement demands. */
  readonly leadMs: number | undefined;
  readonly late: boolean;
};

/** Checks a body that `author` would release at `nowMs`. Pure; changes nothing. */
export function checkDraft(
  picture: Picture,
  author: PartyId,
  body: Body,
  nowMs: number,
): DraftCheck {
  const admitted = admissible(picture, author, body);
  const empty = { places: [], findings: [], conflicts: [], leadMs: undefined, late: false };
  const lint = lintBody(body);
  if (!admitted.ok) return { refusal: admitted.refusal, lint, ...empty };
  const allowed = [carriable(body), unexpired(body, nowMs), quickEnough(picture, body, nowMs)];
  const refused = allowed.find((outcome) => !outcome.ok);
  const volumes = volumesOf(body);
  const outlines = volumes.map((volume) => volume.outline);
  const words = 'words' in body ? body.words?.text : undefined;
  const leadMs = body.type === 'notice' ? leadMsOf(body, nowMs) : undefined;
  const minimumMs = body.type === 'notice' ? minimumLeadMsOf(picture.arrangement, body) : 0;
  return {
    refusal: refused?.ok === false ? refused.refusal : undefined,
    lint,
    places: outlines.map((outline) => outlinePlaceText(outline)),
    findings: [...findingsOf(words ?? '', volumes, builtInWorld), ...geometryFindings(volumes)],
    conflicts: body.type === 'notice' ? hitsOf(picture, author, body) : [],
    leadMs,
    late: leadMs !== undefined && leadMs < minimumMs,
  };
}
