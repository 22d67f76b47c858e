// What each side declares of a place, side by side; and what each means to do, by horizon. Pure.
import type { LineObject } from '@parley/engine';
import type { Declaration, PartyId, PositionTaken, Words } from '@parley/protocol';
import { placeOf } from '../words/object-words.ts';

type OfMatter<M> = Extract<Declaration, { matter: M }>;
type Item = OfMatter<'deployment'>['items'][number];
type Horizon = OfMatter<'intentions'>['horizons'][number]['horizon'];

export type DeclaredColumn = {
  readonly object: LineObject;
  readonly body: OfMatter<'deployment'> | OfMatter<'absence'>;
  readonly expired: boolean;
  /** What others have said to it. */
  readonly positions: readonly {
    readonly party: PartyId;
    readonly position: PositionTaken['position'];
  }[];
};

export type DeclaredPlace = {
  /** The place that the first volume is at, as this node names it. */
  readonly name: string;
  readonly columns: readonly DeclaredColumn[];
  /** A kind that any of them states, and what each states of it; undefined: says nothing of it. */
  readonly rows: readonly {
    readonly kind: Item['kind'];
    readonly cells: readonly (Item | undefined)[];
    /** Two sides give different numbers, or one counts some where another declares none. */
    readonly differs: boolean;
  }[];
};

export type Intentions = {
  readonly party: PartyId;
  readonly object: LineObject | undefined;
  readonly horizons: readonly { readonly horizon: Horizon; readonly said: Words | undefined }[];
};

const HORIZONS: readonly Horizon[] = ['short-term', 'medium-term', 'long-term'];

/** Places of which anything is declared, in the order in which they were first declared of. */
export function placesOf(objects: readonly LineObject[], nowMs: number): DeclaredPlace[] {
  const byPlace = new Map<string, DeclaredColumn[]>();
  for (const object of objects) {
    const { body } = object;
    if (object.state !== 'in-force' || body.type !== 'declaration') continue;
    if (body.matter === 'intentions') continue;
    const { name, code } = placeOf(object)?.place ?? { name: '', code: '' };
    const key = `${name} ${code}`.trim();
    const columns = byPlace.get(key) ?? [];
    columns.push({ object, body, expired: body.expiresMs <= nowMs, positions: saidTo(object) });
    byPlace.set(key, columns);
  }
  return [...byPlace].map(([name, columns]) => ({ name, columns, rows: rowsOf(columns) }));
}

function saidTo({ ladders }: LineObject): DeclaredColumn['positions'] {
  return [...ladders].flatMap(([party, { position }]) =>
    position === undefined ? [] : [{ party, position: position.statement.position }],
  );
}

function rowsOf(columns: readonly DeclaredColumn[]): DeclaredPlace['rows'] {
  const kinds = new Set(columns.flatMap(({ body }) => itemsOf(body).map(({ kind }) => kind)));
  return [...kinds].map((kind) => {
    const cells = columns.map(({ body }) => itemsOf(body).find((item) => item.kind === kind));
    const counted = columns.flatMap(({ object, body }, at) => {
      // Who declares that there are no forces counts none of any kind.
      const count = body.matter === 'absence' ? 0 : cells[at]?.count;
      return count === undefined ? [] : [{ author: object.author, count }];
    });
    const differs = counted.some((a) =>
      counted.some((b) => a.author !== b.author && a.count !== b.count),
    );
    return { kind, cells, differs };
  });
}

function itemsOf(body: DeclaredColumn['body']): readonly Item[] {
  return body.matter === 'deployment' ? body.items : [];
}

/**
 * What each member states that it means to do, newest statement first to count; empty when nobody
 * has stated anything and nobody has asked.
 */
export function intentionsOf(
  objects: readonly LineObject[],
  members: readonly PartyId[],
): Intentions[] {
  const declared = objects.filter(({ state, body }) => {
    return state === 'in-force' && body.type === 'declaration' && body.matter === 'intentions';
  });
  const asked = objects.some(
    ({ body }) => body.type === 'question' && body.codes.includes('intentions'),
  );
  if (declared.length === 0 && !asked) return [];
  return members.map((party) => {
    const object = declared.findLast(({ author }) => author === party);
    const body = object?.body;
    const stated =
      body?.type === 'declaration' && body.matter === 'intentions' ? body.horizons : [];
    const horizons = HORIZONS.map((horizon) => {
      return { horizon, said: stated.find((one) => one.horizon === horizon)?.intention };
    });
    return { party, object, horizons };
  });
}
