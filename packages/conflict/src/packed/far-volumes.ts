// Volumes that the core does not hold: wider than some 950 km, or areas that keep a distance around
// themselves. They are few; the exact test is asked of each whose ball comes near.
import { RBush3D } from 'rbush-3d';
import type { BBox } from 'rbush-3d';
import { reachOf } from '../footprint.ts';
import type { Ball } from '../trace.ts';
import type { Volume } from '../volume.ts';

type Far = BBox & { readonly slot: number };

export class FarVolumes {
  readonly #tree = new RBush3D();
  readonly #bySlot = new Map<number, Far>();

  add(slot: number, volume: Volume): void {
    const far = { ...boxAround(reachOf(volume).ball, 0), slot };
    this.#bySlot.set(slot, far);
    this.#tree.insert(far);
  }

  remove(slot: number): void {
    const far = this.#bySlot.get(slot);
    if (far === undefined) throw new Error(`bug: ${slot} is no far volume`);
    this.#tree.remove(far);
    this.#bySlot.delete(slot);
  }

  get isEmpty(): boolean {
    return this.#bySlot.size === 0;
  }

  slots(): Iterable<number> {
    return this.#bySlot.keys();
  }

  /** Slots of those whose balls are within `metres` of that of the volume. */
  near(volume: Volume, metres: number): number[] {
    if (this.#bySlot.size === 0) return [];
    const box = boxAround(reachOf(volume).ball, metres);
    return (this.#tree.search(box) as Far[]).map(({ slot }) => slot);
  }
}

function boxAround(ball: Ball, metres: number): BBox {
  const reach = ball.radius + metres;
  return {
    minX: ball.x - reach,
    minY: ball.y - reach,
    minZ: ball.z - reach,
    maxX: ball.x + reach,
    maxY: ball.y + reach,
    maxZ: ball.z + reach,
  };
}
