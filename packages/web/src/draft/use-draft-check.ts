// What a draft would run into, found again shortly after each change, in the browser: nothing of it
// has left the node, not even for this.
import { checkDraft } from '@parley/engine';
import type { DraftCheck } from '@parley/engine';
import { builtInWorld, findingsOf, outlinePlaceText } from '@parley/geo';
import type { Described, Finding, Outline, PlaceText } from '@parley/geo';
import { useDebouncedValue } from '@mantine/hooks';
import type { Body, ObjectId, Outcome, Refusal } from '@parley/protocol';
import { useEffect, useMemo } from 'react';
import { useClock, useFloor } from '../floor/hooks.ts';
import { draftOnMap, NO_DRAFT } from '../map/drawing.ts';
import { bodyOf } from './body-of.ts';
import { groupIn, listIn, textIn, volumeIn } from './said-form.ts';
import { outlineOf } from './volume-of.ts';
import type { DraftForm, VolumeForm } from './draft-form.ts';

const CHECK_AFTER_MS = 120;
const ANY_TIME = { startMs: 0, endMs: 7_258_118_400_000 };

export type DraftView = {
  readonly body: Outcome<Body>;
  /** Why it could not be released as it stands: what was typed, or what the line does not allow. */
  readonly refusal: Refusal | undefined;
  /** For each volume its place in words, as soon as its outline can be read. */
  readonly places: readonly (PlaceText | undefined)[];
  readonly findings: readonly Finding[];
  /** What a line does not carry. */
  readonly lint: DraftCheck['lint'];
  readonly conflicts: DraftCheck['conflicts'];
  readonly firstStartMs: number | undefined;
};

/** The view of `form`, and the same shown on the map for as long as the editor is open. */
export function useDraftCheck(form: DraftForm): DraftView {
  const [settled] = useDebouncedValue(form, CHECK_AFTER_MS);
  const { picture, revision, session } = useFloor();
  const now = useClock();
  const view = useMemo(
    () => ({
      revision,
      ...viewOf(settled, (body) => checkDraft(picture, session.party, body, now()), now()),
    }),
    [settled, picture, revision, session.party, now],
  );
  useEffect(() => {
    const inConflict = new Set(view.conflicts.map(({ id }) => id as ObjectId));
    draftOnMap.set({ outlines: view.outlines, inConflict });
  }, [view]);
  useEffect(() => () => draftOnMap.set(NO_DRAFT), []);
  return view;
}

function viewOf(
  form: DraftForm,
  check: (body: Body) => DraftCheck,
  nowMs: number,
): DraftView & { readonly outlines: readonly Outline[] } {
  const volumes = volumesIn(form);
  const read = volumes.map((volume, at) => outlineOf(volume, `volumes[${at}]`));
  const outlines = read.flatMap((outline) => (outline.ok ? [outline.value] : []));
  const body = bodyOf(form, nowMs);
  if (!body.ok) {
    return {
      body,
      outlines,
      refusal: body.refusal,
      places: read.map((outline) => (outline.ok ? outlinePlaceText(outline.value) : undefined)),
      findings: ofOutlines(wordsIn(form), outlines),
      lint: [],
      conflicts: [],
      firstStartMs: undefined,
    };
  }
  const checked = check(body.value);
  const starts =
    body.value.type === 'notice' ? body.value.volumes.map(({ window }) => window.startMs) : [];
  return {
    body,
    // An outline that crosses itself cannot be traced either.
    outlines: checked.refusal?.code === 'geometry' ? [] : outlines,
    refusal: checked.refusal,
    places: checked.places,
    findings: checked.findings,
    lint: checked.lint,
    conflicts: checked.conflicts,
    firstStartMs: starts.length === 0 ? undefined : Math.min(...starts),
  };
}

function volumesIn(form: DraftForm): readonly VolumeForm[] {
  if (form.kind === 'notice') return form.volumes;
  return form.kind === 'said' ? listIn(form.values['volumes']).map(volumeIn) : [];
}

function wordsIn(form: DraftForm): string {
  return form.kind === 'said' ? textIn(groupIn(form.values['words'])['text']) : form.words;
}

/** What the words say of the place alone, while heights and times are not complete yet. */
function ofOutlines(words: string, outlines: readonly Outline[]): Finding[] {
  const band: Described['band'] = { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } };
  const volumes = outlines.map((outline) => ({ outline, band, window: ANY_TIME }));
  return findingsOf(words, volumes, builtInWorld).filter(
    ({ code }) => code !== 'altitude-differs' && code !== 'time-differs',
  );
}
