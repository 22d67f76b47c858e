// What this page shows of its floor: the thing in hand, the filter, the writing of positions.
// None of it is on the node; the thing in hand is kept in the address, so a reload returns to it.
import type { WrittenForm } from '@parley/geo';
import type { ObjectId, PartyId } from '@parley/protocol';
import { cell } from './cell.ts';
import type { Cell } from './cell.ts';
import type { Filter, Selection } from './floor-state.ts';
import { present } from './shown.ts';

export type View = {
  readonly selection: Cell<Selection>;
  readonly filter: Cell<Filter>;
  readonly positionForm: Cell<WrittenForm>;
};

/** The view of a page that opens at an address with `fragment` ("#object=coalition/12"). */
export function viewOf(members: readonly PartyId[], fragment: string): View {
  return {
    selection: cell(selectionOf(fragment)),
    filter: cell(present(members)),
    positionForm: cell<WrittenForm>('MGRS'),
  };
}

/** A selection as the fragment of the page's address; '' for none. */
export function fragmentOf(selection: Selection): string {
  if (selection.kind === 'none') return '';
  return `#${selection.kind}=${encodeURIComponent(selection.id).replaceAll('%2F', '/')}`;
}

/** The selection that a fragment names; none for any other text. */
export function selectionOf(fragment: string): Selection {
  const [kind, encoded] = fragment.replace(/^#/, '').split('=', 2);
  if (encoded === undefined) return { kind: 'none' };
  const id = decoded(encoded);
  if (id === '') return { kind: 'none' };
  if (kind === 'object' && /^[^/]+\/\d+$/.test(id)) return { kind, id: id as ObjectId };
  if (kind === 'conflict' || kind === 'draft') return { kind, id };
  return { kind: 'none' };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % was typed into the address: then it names nothing.
    return '';
  }
}
