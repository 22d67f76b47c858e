// The bottom bar: the position under the cursor, how far the records are proven, the base map.
import type { FloorHeads } from '@parley/protocol';
import { writePosition } from '@parley/geo';
import { useFloor, usePartyName } from '../floor/hooks.ts';
import { useBaseMapHash } from '../map/base-map.ts';
import { useCursorPosition } from '../map/cursor.ts';
import { Fixed } from '../words/fixed.tsx';
import type { Dialog } from './floor-page.tsx';

/** The bar at the foot of the floor; `open` shows one of the page's dialogs. */
export function BottomBar({ open }: { readonly open: (dialog: Dialog) => void }) {
  const { heads, picture } = useFloor();
  const hash = useBaseMapHash();
  return (
    <footer className="bottom-bar">
      <CursorReadout />
      <span className="spring" />
      <button type="button" className="link" onClick={() => open('talks')}>
        Talks <kbd className="key">T</kbd>
      </button>
      <button type="button" className="link" onClick={() => open('arrangement')}>
        Arrangement <kbd className="key">M</kbd>
      </button>
      {picture.unusable.length > 0 && (
        <button type="button" className="link amber-word" onClick={() => open('line')}>
          {picture.unusable.length} on record that cannot be used
        </button>
      )}
      {heads !== undefined && <RecordStates heads={heads} />}
      {hash !== undefined && (
        <span className="quiet">
          base map <Fixed>{hash.slice(0, 8)}</Fixed>
        </span>
      )}
    </footer>
  );
}

function CursorReadout() {
  const position = useCursorPosition();
  if (position === undefined) {
    return <span className="quiet">Point at the map to read positions; C copies one</span>;
  }
  return (
    <>
      <Fixed>{writePosition(position, 'MGRS')}</Fixed>
      <Fixed className="quiet">{writePosition(position, 'DD')}</Fixed>
    </>
  );
}

function RecordStates({ heads }: { readonly heads: FloorHeads }) {
  const nameOf = usePartyName();
  return (
    <>
      {heads.cosigned.map(({ party, size }) => (
        <span key={party} className="quiet">
          our record <Fixed>{heads.own.size}</Fixed>
          {size >= heads.own.size
            ? ` ✓ cosigned by ${nameOf(party)}`
            : ` cosigned by ${nameOf(party)} up to ${size}`}
        </span>
      ))}
      {heads.cosigned.length === 0 && (
        <span className="quiet">
          our record <Fixed>{heads.own.size}</Fixed> not cosigned yet
        </span>
      )}
      {heads.mirrors.map(({ party, size }) => (
        <span key={party} className="quiet">
          {nameOf(party)} <Fixed>{size}</Fixed> ✓ verified
        </span>
      ))}
    </>
  );
}
