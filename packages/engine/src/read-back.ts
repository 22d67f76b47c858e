// Read-back: the receiver's own rendering of the volumes, compared with them on every node.
import {
  heightIn,
  readHeight,
  readInstant,
  readPosition,
  roomMetres,
  writeHeight,
  writeInstant,
  writePosition,
} from '@parley/geo';
import type { HeightBound, Outline, Position, WrittenForm } from '@parley/geo';
import { slipFinding } from '@parley/geo';
import type { ReadBack, RenderedVolume, WireVolume } from '@parley/protocol';

/** MATCH within tolerance, or MISMATCH that names what differs. */
export type ReadBackComparison =
  | { readonly result: 'match' }
  | { readonly result: 'mismatch'; readonly differences: readonly string[] };

/** Positions agree within this, and within what the digits of the readout leave on top of it. */
export const READ_BACK_POSITION_METRES = 2;
/** The coarsest readout that counts: a square of 100 km would agree with anything. */
export const READ_BACK_CELL_METRES_MAX = 50;
/** Heights agree within this; the reference, its setting and any exclusion must be the same. */
export const READ_BACK_HEIGHT_METRES = 1;
/** Times agree within this: renderings are written to the second. */
export const READ_BACK_TIME_MS = 1_000;

/** The volumes as this node's reader sees them, for a READ-BACK. Shape: one rendering a volume. */
export function renderVolumes(volumes: readonly WireVolume[], form: WrittenForm): RenderedVolume[] {
  return volumes.map(({ outline, band, window }) => {
    const extent = extentCentimetres(outline);
    return {
      points: corners(outline).map((corner) => writePosition(corner, form)),
      ...(extent === undefined ? {} : { extentCentimetres: extent }),
      lower: writeHeight(band.lower),
      upper: writeHeight(band.upper),
      start: writeInstant(window.startMs),
      end: writeInstant(window.endMs),
    };
  });
}

/** Compares what was read back with the volumes that were sent. Total: never throws. */
export function compareReadBack(
  volumes: readonly WireVolume[],
  readBack: ReadBack,
): ReadBackComparison {
  const differences: string[] = [];
  if (readBack.volumes.length !== volumes.length) {
    differences.push(`volumes read back: ${readBack.volumes.length}, sent: ${volumes.length}`);
  }
  volumes.forEach((volume, at) => {
    const rendered = readBack.volumes[at];
    if (rendered === undefined) return;
    const name = volumes.length === 1 ? '' : `volume ${at + 1}, `;
    for (const difference of volumeDifferences(volume, rendered)) {
      differences.push(`${name}${difference}`);
    }
  });
  if (readBack.officer === 'disputes') differences.push('the reading officer disputes it');
  return differences.length === 0 ? { result: 'match' } : { result: 'mismatch', differences };
}

function volumeDifferences(volume: WireVolume, rendered: RenderedVolume): string[] {
  const sent = corners(volume.outline);
  const differences = sent.flatMap((corner, at) =>
    pointDifference(corner, rendered.points[at], `vertex ${at + 1}`),
  );
  if (rendered.points.length !== sent.length) {
    differences.push(`vertices read back: ${rendered.points.length}, sent: ${sent.length}`);
  }
  if (rendered.extentCentimetres !== extentCentimetres(volume.outline)) {
    differences.push('the radius or half-width differs');
  }
  differences.push(...heightDifference(volume.band.lower, rendered.lower, 'lower limit'));
  differences.push(...heightDifference(volume.band.upper, rendered.upper, 'upper limit'));
  differences.push(...timeDifference(volume.window.startMs, rendered.start, 'start'));
  differences.push(...timeDifference(volume.window.endMs, rendered.end, 'end'));
  return differences;
}

function pointDifference(sent: Position, text: string | undefined, name: string): string[] {
  if (text === undefined) return [];
  const read = readPosition(text);
  if (!read.ok) return [`${name} cannot be read: ${read.refusal.sentence}`];
  const { position, precisionMetres } = read.value;
  if (precisionMetres > READ_BACK_CELL_METRES_MAX) {
    return [`${name} is read back to ${precisionMetres} m only`];
  }
  const allowedMetres = READ_BACK_POSITION_METRES + roomMetres(read.value);
  const slip = slipFinding(sent, position, allowedMetres);
  if (slip === undefined) return [];
  const why = slip.asIf === undefined ? '' : `, as if ${slip.asIf}`;
  return [`${name} is ${slip.differsMetres.toFixed(0)} m from where it was sent${why}`];
}

function heightDifference(sent: HeightBound, text: string, name: string): string[] {
  const read = readHeight(text);
  if (!read.ok) return [`the ${name} cannot be read: ${read.refusal.sentence}`];
  const same = sameHeight(sent, read.value);
  return same ? [] : [`the ${name} was read as ${text}, sent as ${writeHeight(sent)}`];
}

function sameHeight(a: HeightBound, b: HeightBound): boolean {
  if (a.kind !== 'height' || b.kind !== 'height') return a.kind === b.kind;
  const apart = Math.abs(heightIn(a, 'm') - heightIn(b, 'm'));
  const alike =
    a.reference === b.reference &&
    a.settingDecihectopascals === b.settingDecihectopascals &&
    a.excluded === b.excluded;
  return alike && apart <= READ_BACK_HEIGHT_METRES;
}

function timeDifference(sentMs: number, text: string, name: string): string[] {
  const read = readInstant(text);
  if (!read.ok) return [`the ${name} cannot be read: ${read.refusal.sentence}`];
  if (Math.abs(read.value - sentMs) < READ_BACK_TIME_MS) return [];
  return [`the ${name} was read as ${text}, sent as ${writeInstant(sentMs)}`];
}

function corners(outline: Outline): readonly Position[] {
  if (outline.kind === 'polygon') return outline.ring;
  return outline.kind === 'circle' ? [outline.centre] : outline.line;
}

function extentCentimetres(outline: Outline): number | undefined {
  if (outline.kind === 'polygon') return undefined;
  return outline.kind === 'circle' ? outline.radiusCentimetres : outline.halfWidthCentimetres;
}
