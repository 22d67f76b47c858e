// The right column: the thing in hand, whatever kind it is.
import './hand.css';
import { DraftPanel } from '../draft/draft-panel.tsx';
import { useFollowRelease } from '../draft/use-follow-release.ts';
import type { ObjectId } from '@parley/protocol';
import { useFloor, useSelection } from '../floor/hooks.ts';
import { ConflictHand } from './conflict-hand.tsx';
import { ObjectHand } from './object-hand.tsx';

/** The column of the thing in hand. */
export function HandPanel() {
  return (
    <aside className="hand-panel" aria-label="In hand">
      <InHand />
    </aside>
  );
}

function InHand() {
  const { picture, drafts, caughtUp } = useFloor();
  const { selection } = useSelection();
  useFollowRelease();
  switch (selection.kind) {
    case 'none':
      return <NothingInHand />;
    case 'object': {
      const object = picture.objects.get(selection.id);
      if (object !== undefined) return <ObjectHand key={object.id} object={object} />;
      return <NotHere id={selection.id} />;
    }
    case 'conflict': {
      const conflict = picture.conflicts.get(selection.id);
      if (conflict !== undefined) return <ConflictHand conflict={conflict} />;
      return <Gone what="This conflict is no more: one of the two changed." caughtUp={caughtUp} />;
    }
    case 'draft': {
      const isHere = drafts.some(({ id }) => id === selection.id);
      if (isHere) return <DraftPanel key={selection.id} />;
      return <Gone what="This draft was released or thrown away." caughtUp={caughtUp} />;
    }
  }
}

function NothingInHand() {
  return (
    <div className="hand-body quiet">
      <p>Nothing is in hand.</p>
      <p>
        Take something: press N for the next that needs an answer, or choose on map, bars, list.
      </p>
      <p>Its place, height, time, ladder, history and evidence appear here.</p>
    </div>
  );
}

// What was released a moment ago is known by name before its entry has come back to this page.
function NotHere({ id }: { readonly id: ObjectId }) {
  const { picture, caughtUp } = useFloor();
  const [party, index] = id.split('/');
  const size = [...picture.folded].find(([member]) => member === party)?.[1];
  const onItsWay = size !== undefined && Number(index) >= size;
  const what = onItsWay ? `${id} has not come to this page yet.` : `${id} is not on this line.`;
  return <Gone what={what} caughtUp={caughtUp} />;
}

function Gone({ what, caughtUp }: { readonly what: string; readonly caughtUp: boolean }) {
  return <p className="hand-body quiet">{caughtUp ? what : 'The records are being read.'}</p>;
}
