// Volumes in the packed core, under small numbers (slots). The core answers hit, miss or unsure,
// and is certain of the first two; what it is unsure of, the exact test decides.
import { conflictBetween } from '../conflict-between.ts';
import type { Minima, Volume } from '../volume.ts';
import {
  HIT,
  RESULTS,
  ROW_BORN,
  ROW_END,
  ROW_SCALE,
  ROW_SHAPE,
  ROW_SLOT,
  ROW_SPAN_HI,
  ROW_SPAN_LO,
  ROW_START,
  ROW_STATED_HI,
  ROW_STATED_LO,
  ROW_TAGS,
  STAGE_ROW,
} from './core/layout.ts';
import { newCore } from './core-port.ts';
import type { Core, CorePath } from './core-port.ts';
import { FarVolumes } from './far-volumes.ts';
import { scaleOf, statedCentimetres, widestSpan } from './heights.ts';
import { facesOf, shapeInHand, stageShape } from './shape.ts';

/** Volumes that one index takes. */
export const INDEX_VOLUMES_MAX = 4_000_000;
/** An index built up one by one is built anew at these sizes, to spread its steps over its data. */
const REBUILD_SIZES = new Set([64, 512, 4096]);

/** A row of the core: on a face, at an address. */
type Row = { readonly face: number; readonly address: number };

/** What a question leaves out. */
export type Asking = {
  /** Slots that are let through, asked before the exact test. */
  readonly wanted?: ((slot: number) => boolean) | undefined;
  /** Volumes that share a bit of their tags with this are left out. */
  readonly leaveOut?: number;
  /** As of a snapshot; now when left out. */
  readonly version?: number;
};

export class PackedIndex {
  readonly #core: Core;
  readonly #volumes: (Volume | undefined)[] = [];
  readonly #rows: (Row | readonly Row[] | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #far = new FarVolumes();
  readonly #born: number[] = [];
  readonly #tags: number[] = [];
  /** Volumes that only snapshots still have, and since which version. */
  readonly #died = new Map<number, number>();
  #snapshots = 0;
  #size = 0;
  #unsure = 0;
  #version = 1;

  /** `aboutMs`: about when the volumes are, to begin with. */
  constructor(path: CorePath = 'auto', aboutMs = 0) {
    this.#core = newCore(path, aboutMs);
  }

  get path(): 'wasm' | 'plain' {
    return this.#core.path;
  }

  /** The number of volumes. */
  get size(): number {
    return this.#size;
  }

  /** How many verdicts were left to the exact test since the index was made. */
  get unsure(): number {
    return this.#unsure;
  }

  /** Bytes of the core's memory. */
  get bytes(): number {
    return this.#core.views().i32.byteLength;
  }

  /** The volume in a slot. */
  volume(slot: number): Volume {
    const volume = this.#volumes[slot];
    if (volume === undefined) throw new Error(`bug: slot ${slot} is empty`);
    return volume;
  }

  /**
   * Adds a volume without faults; its slot. `tags`: 31 bits by which questions leave volumes out.
   * Throws RangeError when the index or the memory is full, with the index as it was.
   */
  add(volume: Volume, tags = 0): number {
    const slot = this.#enter(volume, tags, false);
    if (REBUILD_SIZES.has(this.#size)) this.#build();
    return slot;
  }

  /** Adds many at once, and builds the trees anew; their slots, in order. */
  load(volumes: readonly Volume[], tags = 0): number[] {
    const slots = volumes.map((volume) => this.#enter(volume, tags, true));
    this.#build();
    return slots;
  }

  /** Takes the volume in a slot out; snapshots that had it keep it until they are released. */
  remove(slot: number): void {
    this.volume(slot);
    if (this.#died.has(slot)) throw new Error(`bug: ${slot} was taken out before`);
    this.#size -= 1;
    if (this.#snapshots === 0) {
      this.#clear(slot);
      return;
    }
    this.#died.set(slot, this.#version);
    for (const { address } of this.#rowsOf(slot)) this.#core.die(address, this.#version);
  }

  /** The index as it is now: a version to ask about, until it is released. */
  snapshot(): number {
    const version = this.#version;
    this.#version += 1;
    this.#snapshots += 1;
    return version;
  }

  /** Ends a snapshot. With the last one goes what was kept for them alone. */
  release(): void {
    this.#snapshots -= 1;
    if (this.#snapshots > 0) return;
    for (const slot of this.#died.keys()) this.#clear(slot);
    this.#died.clear();
  }

  /** Slots of all volumes in conflict with one, each once, in no order. */
  query(volume: Volume, minima: Minima, asking: Asking = {}): number[] {
    const found: number[] = [];
    const lateralMetres = minima.lateralCentimetres / 100;
    const faces = facesOf(volume.outline, lateralMetres);
    if (faces === undefined) return this.#queryFar(volume, minima, asking);
    for (const face of faces) {
      this.#stageTimesAndHeights(volume);
      stageShape(this.#core.views(), face, lateralMetres);
      this.#ask(face, volume, minima, asking, found);
    }
    for (const slot of this.#far.near(volume, lateralMetres)) {
      if (this.#isAsked(slot, asking) && this.#isConflict(slot, volume, minima)) found.push(slot);
    }
    return faces.length > 1 ? [...new Set(found)] : found;
  }

  #ask(face: number, volume: Volume, minima: Minima, asking: Asking, found: number[]): void {
    const core = this.#core;
    const { wanted, leaveOut = 0, version = 0 } = asking;
    const { lateralCentimetres, verticalCentimetres, timeMs } = minima;
    core.ask(face, verticalCentimetres, timeMs);
    for (;;) {
      const lateral = lateralCentimetres / 100;
      const count = core.answers(face, lateral, verticalCentimetres, timeMs, leaveOut, version, 1);
      if (count < 0) return;
      const { i32 } = core.views();
      for (let at = RESULTS >> 2; at < (RESULTS >> 2) + 2 * count; at += 2) {
        const slot = i32[at] ?? 0;
        if (wanted !== undefined && !wanted(slot)) continue;
        if (i32[at + 1] === HIT || this.#isConflict(slot, volume, minima)) found.push(slot);
      }
    }
  }

  #isConflict(slot: number, volume: Volume, minima: Minima): boolean {
    this.#unsure += 1;
    return conflictBetween(volume, this.volume(slot), minima) !== undefined;
  }

  /** A volume that does not fit into charts is compared with every other, exactly. */
  #queryFar(volume: Volume, minima: Minima, asking: Asking): number[] {
    const found: number[] = [];
    for (const [slot, other] of this.#volumes.entries()) {
      if (other === undefined || !this.#isAsked(slot, asking)) continue;
      if (this.#isConflict(slot, volume, minima)) found.push(slot);
    }
    return found;
  }

  /** What the core asks of its rows, for volumes that are compared outside it. */
  #isAsked(slot: number, { wanted, leaveOut = 0, version = 0 }: Asking): boolean {
    const died = this.#died.get(slot) ?? Infinity;
    const there = version === 0 ? died === Infinity : died > version;
    if (!there || (version !== 0 && (this.#born[slot] ?? 0) > version)) return false;
    return ((this.#tags[slot] ?? 0) & leaveOut) === 0 && (wanted === undefined || wanted(slot));
  }

  #rowsOf(slot: number): readonly Row[] {
    return [this.#rows[slot] ?? []].flat();
  }

  #clear(slot: number): void {
    const rows = this.#rows[slot];
    if (rows === undefined) this.#far.remove(slot);
    for (const { face, address } of this.#rowsOf(slot)) this.#core.leave(address, face);
    this.#volumes[slot] = undefined;
    this.#rows[slot] = undefined;
    this.#free.push(slot);
  }

  #enter(volume: Volume, tags: number, later: boolean): number {
    if (this.#size >= INDEX_VOLUMES_MAX) {
      throw new RangeError(`an index takes at most ${INDEX_VOLUMES_MAX} volumes`);
    }
    const slot = this.#free.pop() ?? this.#volumes.length;
    const faces = facesOf(volume.outline, 0);
    if (faces === undefined) this.#far.add(slot, volume);
    else this.#rows[slot] = this.#enterRows(volume, slot, tags, faces, later);
    this.#volumes[slot] = volume;
    this.#born[slot] = this.#version;
    this.#tags[slot] = tags;
    this.#size += 1;
    return slot;
  }

  #enterRows(
    volume: Volume,
    slot: number,
    tags: number,
    faces: readonly number[],
    later: boolean,
  ): Row | Row[] {
    const rows: Row[] = [];
    for (const face of faces) {
      this.#stageTimesAndHeights(volume);
      const views = this.#core.views();
      stageShape(views, face, 0);
      views.i32[(STAGE_ROW + ROW_SLOT) >> 2] = slot;
      views.i32[(STAGE_ROW + ROW_TAGS) >> 2] = tags;
      views.i32[(STAGE_ROW + ROW_BORN) >> 2] = this.#version;
      const address = this.#core.enter(face, later);
      if (address === 0) {
        for (const row of rows) this.#core.leave(row.address, row.face);
        throw new RangeError('the memory of the index is full');
      }
      rows.push({ face, address });
    }
    const [only] = rows;
    return rows.length === 1 && only !== undefined ? only : rows;
  }

  #stageTimesAndHeights({ band, window }: Volume): void {
    const { i32, f64 } = this.#core.views();
    const row = STAGE_ROW;
    f64[(row + ROW_START) >> 3] = window.startMs;
    f64[(row + ROW_END) >> 3] = window.endMs;
    const span = widestSpan(band);
    i32[(row + ROW_SPAN_LO) >> 2] = span.lowerCentimetres;
    i32[(row + ROW_SPAN_HI) >> 2] = span.upperCentimetres;
    i32[(row + ROW_STATED_LO) >> 2] = statedCentimetres(band.lower);
    i32[(row + ROW_STATED_HI) >> 2] = statedCentimetres(band.upper);
    i32[(row + ROW_SCALE) >> 2] = scaleOf(band);
    i32[(row + ROW_SHAPE) >> 2] = shapeInHand();
  }

  #build(): void {
    if (!this.#core.build()) throw new RangeError('the memory of the index is full');
  }
}
