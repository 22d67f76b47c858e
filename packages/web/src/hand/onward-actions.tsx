// Passing it on to a third party: only to those that its author gave leave for, or, of our own, to
// whom we like; and what that third party said to it.
import type { LineObject } from '@parley/engine';
import { useFloor } from '../floor/hooks.ts';
import { DraftButton } from './draft-button.tsx';

/** A button for each leave, and one for each receipt that is still to come. */
export function OnwardActions({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const { body, ref, author, onward } = object;
  const leaves = 'onward' in body ? (body.onward ?? []) : [];
  const own = author === session.party;
  const waiting = onward.filter(
    ({ party, receipt }) => party === session.party && receipt === undefined,
  );
  if (leaves.length === 0 && !own && waiting.length === 0) return undefined;
  return (
    <fieldset className="button-row" aria-label="Passing on">
      {leaves.map(({ to, kind }) => (
        <DraftButton key={`${to} ${kind}`} type="onward-release" about={ref} known={{ to, kind }}>
          Pass on to {to}
        </DraftButton>
      ))}
      {own && leaves.length === 0 && (
        <DraftButton type="onward-release" about={ref}>
          Pass on
        </DraftButton>
      )}
      {waiting.map((one) => (
        <DraftButton key={one.ref.index} type="onward-receipt" about={one.ref}>
          Receipt of {one.statement.to}
        </DraftButton>
      ))}
    </fieldset>
  );
}
