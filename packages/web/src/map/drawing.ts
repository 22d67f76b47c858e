// What the draft editor and the map tell each other: what is to be drawn, and what the draft
// looks like so far.
import type { Outline, Position } from '@parley/geo';
import type { ObjectId } from '@parley/protocol';
import { cell } from '../floor/cell.ts';

/** What was drawn. A polygon's ring is open; `radiusMetres` is there for a circle. */
export type Drawn = {
  readonly points: readonly Position[];
  readonly radiusMetres: number | undefined;
};

/** The editor asks for a shape; the map answers once, with what was drawn or with nothing. */
export type DrawRequest = {
  readonly shape: Outline['kind'];
  readonly done: (drawn: Drawn | undefined) => void;
};

/** The draft in hand: its outlines so far, and the notices that it would be in conflict with. */
export type DraftOnMap = {
  readonly outlines: readonly Outline[];
  readonly inConflict: ReadonlySet<ObjectId>;
};

export const NO_DRAFT: DraftOnMap = { outlines: [], inConflict: new Set() };

export const drawRequest = cell<DrawRequest | undefined>(undefined);
export const draftOnMap = cell<DraftOnMap>(NO_DRAFT);
