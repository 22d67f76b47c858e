// How far the arrangement has got: drafted here, proposed, amended, agreed to, signed. Pure.
import { arrangementSpans, compareArrangements, signingState } from '@parley/engine';
import type { LineObject, Picture, SigningState } from '@parley/engine';
import type { Arrangement, Body, Draft } from '@parley/protocol';

/**
 * The furthest step of a version: somebody has proposed it, put it in place of another text,
 * agreed to it, signed it; all have signed it; or it is over.
 */
export type Stage = 'proposed' | 'amended' | 'agreed' | 'signed' | SigningState['state'];

export type VersionRow = {
  readonly signing: SigningState;
  readonly stage: Exclude<Stage, 'open'>;
  readonly proposals: readonly LineObject[];
  /** How many clauses differ from the version in force; undefined for that version itself. */
  readonly clausesChanged: number | undefined;
  /** When the last member signed it; undefined unless it is the version in force. */
  readonly inForceSinceMs: number | undefined;
};

/** A version that this node has drafted and not said: nobody else knows of it. */
export type VersionDraft = {
  readonly draft: Draft;
  readonly version: number;
  /** To sign it, or to propose it. */
  readonly act: 'sign' | 'propose';
};

export type Memorandum = {
  readonly versions: readonly VersionRow[];
  readonly drafts: readonly VersionDraft[];
};

/** The newest version first. */
export function memorandumOf(picture: Picture, drafts: readonly Draft[]): Memorandum {
  const [newest] = arrangementSpans(picture);
  const versions = signingState(picture).map((signing): VersionRow => {
    const { arrangement, state } = signing;
    const proposals = signing.proposals.flatMap((id) => picture.objects.get(id) ?? []);
    const inForce = picture.arrangement;
    const compared = state === 'in-force' || inForce === undefined ? undefined : inForce;
    return {
      signing,
      stage: stageOf(signing, proposals),
      proposals,
      clausesChanged: compared === undefined ? undefined : changedClauses(compared, arrangement),
      inForceSinceMs: state === 'in-force' ? newest?.fromMs : undefined,
    };
  });
  return { versions, drafts: drafts.flatMap(draftOf) };
}

function stageOf(signing: SigningState, proposals: readonly LineObject[]): VersionRow['stage'] {
  if (signing.state !== 'open') return signing.state;
  if (signing.signed.length > 0) return 'signed';
  if (signing.agreed.length > 1) return 'agreed';
  const isAmendment = proposals.some(
    ({ body }) => body.type === 'proposal' && body.alternativeTo !== undefined,
  );
  return isAmendment ? 'amended' : 'proposed';
}

function changedClauses(before: Arrangement, after: Arrangement): number {
  return compareArrangements(before, after).filter(({ change }) => change !== 'unchanged').length;
}

function draftOf(draft: Draft): VersionDraft[] {
  const { body } = draft;
  if (body?.type === 'arrangement') return [{ draft, version: body.version, act: 'sign' }];
  const proposed = proposedBy(body);
  return proposed === undefined ? [] : [{ draft, version: proposed.version, act: 'propose' }];
}

function proposedBy(body: Body | undefined): Arrangement | undefined {
  return body?.type === 'proposal' && body.matter === 'arrangement' ? body.arrangement : undefined;
}
