// The spatial indexes that JavaScript programs use: rbush (2D, live), rbush-3d (with time as the
// third axis, live), flatbush (2D, static). What an axis does not index is filtered.
import Flatbush from 'flatbush';
import RBush from 'rbush';
import { RBush3D } from 'rbush-3d';
import type { BBox } from 'rbush-3d';
import { sharesHeightAndTime } from './boxes.ts';
import type { Box } from './boxes.ts';
import type { Peer } from './peer.ts';

export function rbush(): Peer {
  const tree = new (class extends RBush<Box> {
    override toBBox({ minLon, minLat, maxLon, maxLat }: Box) {
      return { minX: minLon, minY: minLat, maxX: maxLon, maxY: maxLat };
    }
    override compareMinX(a: Box, b: Box): number {
      return a.minLon - b.minLon;
    }
    override compareMinY(a: Box, b: Box): number {
      return a.minLat - b.minLat;
    }
  })();
  return {
    name: 'rbush',
    load: (boxes) => void tree.load(boxes),
    candidates: (box) =>
      tree
        .search({ minX: box.minLon, minY: box.minLat, maxX: box.maxLon, maxY: box.maxLat })
        .filter((one) => sharesHeightAndTime(one, box))
        .map(({ id }) => id),
    insert: (box) => void tree.insert(box),
    remove: (box) => void tree.remove(box),
    close: () => void tree.clear(),
  };
}

type Entry = BBox & { readonly box: Box };

export function rbush3d(): Peer {
  const tree = new RBush3D();
  const entries = new Map<number, Entry>();
  const entryOf = (box: Box): Entry => {
    const made = { ...spanOf(box), box };
    entries.set(box.id, made);
    return made;
  };
  return {
    name: 'rbush-3d',
    load: (boxes) => void tree.load(boxes.map(entryOf)),
    candidates: (asked) =>
      (tree.search(spanOf(asked)) as Entry[])
        .filter(({ box }) => sharesHeightAndTime(box, asked))
        .map(({ box }) => box.id),
    insert: (box) => void tree.insert(entryOf(box)),
    remove: (box) => {
      const entry = entries.get(box.id);
      if (entry !== undefined) tree.remove(entry);
    },
    close: () => void tree.clear(),
  };
}

function spanOf({ minLon, minLat, start, maxLon, maxLat, end }: Box): BBox {
  return { minX: minLon, minY: minLat, minZ: start, maxX: maxLon, maxY: maxLat, maxZ: end };
}

export function flatbush(): Peer {
  let held: readonly Box[] = [];
  let tree: Flatbush | undefined;
  return {
    name: 'flatbush',
    load: (boxes) => {
      held = boxes;
      tree = new Flatbush(boxes.length);
      for (const { minLon, minLat, maxLon, maxLat } of boxes) {
        tree.add(minLon, minLat, maxLon, maxLat);
      }
      tree.finish();
    },
    candidates: (box) =>
      tree?.search(box.minLon, box.minLat, box.maxLon, box.maxLat, (at) => {
        const one = held[at];
        return one !== undefined && sharesHeightAndTime(one, box);
      }) ?? [],
    close: () => {
      tree = undefined;
    },
  };
}
