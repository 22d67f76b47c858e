// Volumes in the packed core, under small numbers (slots). The core answers hit, miss or unsure,
// and is certain of the first two; what it is unsure of, the exact test decides.
import { conflictBetween } from '../conflict-between.ts';
import { verticalApproach } from '../vertical.ts';
import type { Minima, Volume } from '../volume.ts';
import {
  GEOMETRY_BORN,
  GEOMETRY_TAGS,
  HEIGHTS,
  HIT,
  RESULTS,
  ROW_SLOT,
  STAGE_GEOMETRY,
  STAGE_ROW,
  UNSURE,
} from './core/layout.ts';
import { newCore } from './core-port.ts';
import type { Core, CorePath } from './core-port.ts';
import { FarVolumes } from './far-volumes.ts';
import { settleSpan, stageTimesAndHeights } from './heights.ts';
import { rowsInOrder, stagedWords, stageRow, widenStage } from './rows.ts';
import { readSaved, writeSaved } from './saved.ts';
import type { SavedRow } from './saved.ts';
import { facesOf, reachMetresOf, shapeInHand, stageShape, widthAsideOf } from './shape.ts';
import { SlotRows } from './slot-rows.ts';

/** Volumes that one index takes. */
export const INDEX_VOLUMES_MAX = 4_000_000;
/** An index built up one by one is built anew at these sizes, to spread its steps over its data. */
const REBUILD_SIZES = new Set([64, 512, 4096]);

/** A volume as the stage holds it, on each face that it touches; none when it fits no chart. */
export type Prepared = {
  readonly volume: Volume;
  readonly lateralCentimetres: number;
  readonly stages: readonly { readonly face: number; readonly words: Int32Array }[] | undefined;
};

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
  readonly #rows = new SlotRows();
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

  constructor(path: CorePath = 'auto') {
    this.#core = newCore(path);
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
    this.#rows.each(slot, (address) => this.#core.die(address, this.#version));
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

  /** A volume made ready to be asked about often, in any index. */
  prepare(volume: Volume, lateralCentimetres: number): Prepared {
    const metres = reachMetresOf(volume, lateralCentimetres);
    const stages = facesOf(volume, metres)?.map((face) => {
      this.#stage(volume, face, metres);
      return { face, words: stagedWords(this.#core.views()) };
    });
    return { volume, lateralCentimetres, stages };
  }

  /** As `query`, with the lateral minimum for which the volume was prepared. */
  queryPrepared(prepared: Prepared, minima: Minima, asking: Asking = {}): number[] {
    const { volume, stages, lateralCentimetres } = prepared;
    if (lateralCentimetres !== minima.lateralCentimetres) {
      throw new Error('bug: prepared for another lateral minimum');
    }
    if (stages === undefined) return this.#queryFar(volume, minima, asking);
    const found: number[] = [];
    const reach = reachMetresOf(volume, lateralCentimetres);
    for (const { face, words } of stages) {
      this.#core.views().i32.set(words, STAGE_ROW >> 2);
      this.#ask(face, reach, () => volume, minima, asking, found);
    }
    return this.#withFar(volume, minima, asking, found, stages.length);
  }

  /**
   * All pairs of a volume here and one in the other index that are in conflict, streamed as slots,
   * neighbours in the air after each other, so that the other index's memory is met in passing.
   */
  *join(other: PackedIndex, minima: Minima): Generator<readonly [here: number, there: number]> {
    const { i32 } = this.#core.views();
    for (const { face, address } of rowsInOrder(this.#core.views())) {
      const slot = i32[(address + ROW_SLOT) >> 2] ?? 0;
      if (this.#died.size > 0 && this.#died.has(slot)) continue;
      // A volume on several faces is met several times.
      if (!this.#rows.isFirst(slot, address)) continue;
      const found = this.#rows.isOnly(slot)
        ? other.#queryFor(this, slot, { face, address }, minima)
        : other.query(this.volume(slot), minima);
      for (const there of found) yield [slot, there];
    }
    for (const slot of this.#far.slots()) {
      if (this.#died.has(slot)) continue;
      for (const there of other.query(this.volume(slot), minima)) yield [slot, there];
    }
  }

  /** As `query` for a volume that stands in one row of another index, which is taken as it is. */
  #queryFor(
    from: PackedIndex,
    slot: number,
    { face, address }: SavedRow,
    minima: Minima,
  ): number[] {
    const reach = minima.lateralCentimetres / 100;
    const views = this.#core.views();
    stageRow(from.#core.views(), address, views);
    if (reach > 0 && !widenStage(views, reach)) return this.query(from.volume(slot), minima);
    const found: number[] = [];
    this.#ask(face, reach, () => from.volume(slot), minima, {}, found);
    return this.#far.isEmpty ? found : this.#withFar(from.volume(slot), minima, {}, found, 1);
  }

  /**
   * The index as bytes, from which `restore` has it back without building it. The volumes are not
   * in them: whoever keeps the index keeps those. Snapshots must have been released.
   */
  save(): Uint8Array {
    if (this.#snapshots > 0) throw new Error('bug: an index with open snapshots is not saved');
    const slots = this.#volumes.map(
      (volume, slot) => volume && { tags: this.#tags[slot] ?? 0, rows: this.#rows.list(slot) },
    );
    return writeSaved(this.#core.views(), slots);
  }

  /**
   * The index that was saved; `volumeIn` gives the volume of each slot, as it was then. Or what is
   * wrong with the bytes, in a sentence.
   */
  static restore(
    bytes: Uint8Array,
    volumeIn: (slot: number) => Volume | undefined,
    path: CorePath = 'auto',
  ): PackedIndex | string {
    const saved = readSaved(bytes);
    if (typeof saved === 'string') return saved;
    const index = new PackedIndex(path);
    if (!index.#core.fill(saved.memory)) return 'the memory for the index cannot be had';
    for (const [slot, held] of saved.slots.entries()) {
      if (held === undefined) {
        index.#volumes[slot] = undefined;
        index.#free.push(slot);
        continue;
      }
      const volume = volumeIn(slot);
      if (volume === undefined) return `there is no volume for slot ${slot}`;
      index.#volumes[slot] = volume;
      index.#born[slot] = 0;
      index.#tags[slot] = held.tags;
      if (held.rows.length === 0) index.#far.add(slot, volume);
      for (const row of held.rows) index.#rows.add(slot, row);
      index.#size += 1;
    }
    return index;
  }

  /** Slots of all volumes in conflict with one, each once, in no order. */
  query(volume: Volume, minima: Minima, asking: Asking = {}): number[] {
    const found: number[] = [];
    const lateralMetres = reachMetresOf(volume, minima.lateralCentimetres);
    const faces = facesOf(volume, lateralMetres);
    if (faces === undefined) return this.#queryFar(volume, minima, asking);
    for (const face of faces) {
      this.#stage(volume, face, lateralMetres);
      this.#ask(face, lateralMetres, () => volume, minima, asking, found);
    }
    return this.#withFar(volume, minima, asking, found, faces.length);
  }

  /** What was found on so many faces, each slot once, and the far volumes in conflict. */
  #withFar(
    volume: Volume,
    minima: Minima,
    asking: Asking,
    found: number[],
    faces: number,
  ): number[] {
    for (const slot of this.#far.near(volume, minima.lateralCentimetres / 100)) {
      if (this.#isAsked(slot, asking) && this.#isConflict(slot, volume, minima)) found.push(slot);
    }
    return faces > 1 ? [...new Set(found)] : found;
  }

  /** Asks a face with what is staged; `volumeIn` gives the volume where the core is not sure. */
  #ask(
    face: number,
    reachMetres: number,
    volumeIn: () => Volume,
    minima: Minima,
    asking: Asking,
    found: number[],
  ): void {
    const core = this.#core;
    const { wanted, leaveOut = 0, version = 0 } = asking;
    core.ask(face, minima);
    for (;;) {
      const count = core.answers(face, reachMetres, minima, leaveOut, version);
      if (count < 0) return;
      const { i32 } = core.views();
      for (let at = RESULTS >> 2; at < (RESULTS >> 2) + 2 * count; at += 2) {
        const slot = i32[at] ?? 0;
        if (wanted !== undefined && !wanted(slot)) continue;
        const verdict = i32[at + 1] ?? UNSURE;
        if (verdict === HIT || this.#isHit(verdict, slot, volumeIn(), minima)) found.push(slot);
      }
    }
  }

  /** Where the core is certain but of the heights, they alone are compared. */
  #isHit(verdict: number, slot: number, volume: Volume, minima: Minima): boolean {
    if (verdict !== HEIGHTS) return this.#isConflict(slot, volume, minima);
    this.#unsure += 1;
    const views = this.#core.views();
    const held = this.volume(slot);
    this.#rows.each(slot, (address) => settleSpan(views, address, held));
    const { overlap, gapCentimetres } = verticalApproach(volume, held);
    return overlap || gapCentimetres < minima.verticalCentimetres;
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

  /** Makes the stage hold the volume whose shape is in hand. */
  #stage(volume: Volume, face: number, reachMetres: number): void {
    const views = this.#core.views();
    stageShape(views, face, reachMetres);
    stageTimesAndHeights(views, volume, shapeInHand());
    this.#core.finishStage();
  }

  #clear(slot: number): void {
    if (this.#rows.has(slot)) this.#leaveRows(slot);
    else this.#far.remove(slot);
    this.#volumes[slot] = undefined;
    this.#free.push(slot);
  }

  #enter(volume: Volume, tags: number, later: boolean): number {
    if (this.#size >= INDEX_VOLUMES_MAX) {
      throw new RangeError(`an index takes at most ${INDEX_VOLUMES_MAX} volumes`);
    }
    const slot = this.#free.pop() ?? this.#volumes.length;
    const faces = widthAsideOf(volume) > 0 ? undefined : facesOf(volume, 0);
    if (faces === undefined) this.#far.add(slot, volume);
    else this.#enterRows(volume, slot, tags, faces, later);
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
  ): void {
    for (const face of faces) {
      this.#stage(volume, face, 0);
      const { i32 } = this.#core.views();
      i32[(STAGE_ROW + ROW_SLOT) >> 2] = slot;
      i32[(STAGE_GEOMETRY + GEOMETRY_TAGS) >> 2] = tags;
      i32[(STAGE_GEOMETRY + GEOMETRY_BORN) >> 2] = this.#version;
      const address = this.#core.enter(face, later);
      if (address === 0) {
        this.#leaveRows(slot);
        throw new RangeError('the memory of the index is full');
      }
      this.#rows.add(slot, { face, address });
    }
  }

  #leaveRows(slot: number): void {
    this.#rows.each(slot, (address, face) => this.#core.leave(address, face));
    this.#rows.clear(slot);
  }

  #build(): void {
    if (!this.#core.build()) throw new RangeError('the memory of the index is full');
  }
}
