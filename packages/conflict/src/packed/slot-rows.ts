// In which rows of the core a volume stands: in one, or in one on each face that it touches. A row
// is kept as one number, its address, which is a multiple of 64, and its face.
import type { SavedRow } from './saved.ts';

const FACE_BITS = 7;

export class SlotRows {
  readonly #first: number[] = [];
  readonly #others = new Map<number, readonly number[]>();

  add(slot: number, { face, address }: SavedRow): void {
    const row = address + face;
    if (!this.has(slot)) this.#first[slot] = row;
    else this.#others.set(slot, [...(this.#others.get(slot) ?? []), row]);
  }

  /** Whether a slot has rows: what the core does not hold has none. */
  has(slot: number): boolean {
    return (this.#first[slot] ?? 0) !== 0;
  }

  clear(slot: number): void {
    this.#first[slot] = 0;
    this.#others.delete(slot);
  }

  /** Whether this is the first row of its slot, and whether it is the only one. */
  isFirst(slot: number, address: number): boolean {
    return addressOf(this.#first[slot] ?? 0) === address;
  }

  isOnly(slot: number): boolean {
    return this.#others.size === 0 || !this.#others.has(slot);
  }

  /** Calls for each row of a slot. */
  each(slot: number, use: (address: number, face: number) => void): void {
    const first = this.#first[slot] ?? 0;
    if (first === 0) return;
    use(addressOf(first), first & FACE_BITS);
    if (this.isOnly(slot)) return;
    for (const row of this.#others.get(slot) ?? []) use(addressOf(row), row & FACE_BITS);
  }

  list(slot: number): SavedRow[] {
    const rows: SavedRow[] = [];
    this.each(slot, (address, face) => rows.push({ face, address }));
    return rows;
  }
}

function addressOf(row: number): number {
  return row - (row & FACE_BITS);
}
