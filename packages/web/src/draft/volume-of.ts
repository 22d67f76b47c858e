// Makes one volume from what was typed, or says which of its fields is at fault, and where.
import { readHeight } from '@parley/geo';
import type { Outline, Position, Reading } from '@parley/geo';
import { accept, refuse } from '@parley/protocol';
import type { Outcome, WireVolume } from '@parley/protocol';
import type { VolumeForm } from './draft-form.ts';
import { distinctPoints, pointLines } from './point-lines.ts';
import { readExtent, readTime } from './read-field.ts';

/** The outline of a volume alone, for the map: as soon as its points can be read. */
export function outlineOf(form: VolumeForm, field: string): Outcome<Outline> {
  const lines = pointLines(form.points);
  const points: Position[] = [];
  for (const [at, { text, reading }] of lines.entries()) {
    const point = textOf(`${field}.points[${at}]`, text, reading);
    if (!point.ok) return point;
    points.push(point.value.position);
  }
  if (form.shape === 'polygon') {
    const ring = distinctPoints(points, true);
    if (ring.length >= 3) return accept({ kind: 'polygon', ring });
    return tooFew(field, ring.length, 'at least 3 corners');
  }
  const centre = points[0];
  if (centre === undefined)
    return tooFew(field, 0, form.shape === 'circle' ? 'a centre' : 'a line');
  const extent = textOf(`${field}.extent`, form.extent, readExtent(form.extent));
  if (form.shape === 'circle') {
    if (points.length > 1) return tooFew(field, points.length, 'one position, the centre');
    return extent.ok ? accept({ kind: 'circle', centre, radiusCentimetres: extent.value }) : extent;
  }
  const line = distinctPoints(points, false);
  if (line.length < 2) return tooFew(field, line.length, 'at least 2 positions along the line');
  if (!extent.ok) return extent;
  return accept({ kind: 'corridor', line, halfWidthCentimetres: extent.value });
}

/** One volume, its fields named under `field`. Refuses as bodyOf does. */
export function volumeOf(form: VolumeForm, field: string, nowMs: number): Outcome<WireVolume> {
  const outline = outlineOf(form, field);
  if (!outline.ok) return outline;
  const lower = textOf(`${field}.lower`, form.lower, readHeight(form.lower));
  if (!lower.ok) return lower;
  const upper = textOf(`${field}.upper`, form.upper, readHeight(form.upper));
  if (!upper.ok) return upper;
  const start = textOf(`${field}.start`, form.start, readTime(form.start, nowMs));
  if (!start.ok) return start;
  const end = textOf(`${field}.end`, form.end, readTime(form.end, nowMs));
  if (!end.ok) return end;
  return accept({
    outline: writable(outline.value),
    band: { lower: lower.value, upper: upper.value },
    window: { startMs: start.value, endMs: end.value },
  });
}

// The schemas' types are mutable; a copy satisfies them without giving away what is shared.
function writable(outline: Outline): WireVolume['outline'] {
  switch (outline.kind) {
    case 'polygon':
      return { kind: 'polygon', ring: [...outline.ring] };
    case 'corridor':
      return { ...outline, line: [...outline.line] };
    case 'circle':
      return outline;
  }
}

/** What was read of a text, or a refusal that names its field, the character and what is right. */
export function textOf<T>(field: string, text: string, reading: Reading<T>): Outcome<T> {
  if (reading.ok) return accept(reading.value);
  const { at, found, expected } = reading.refusal;
  if (text.trim() === '') return refuse('malformed', field, 'nothing is entered', expected);
  const shown = at >= text.trimEnd().length ? 'the end of the text' : `"${found}"`;
  return refuse('malformed', field, `found ${shown} at character ${at + 1}`, expected);
}

function tooFew(field: string, count: number, right: string): Outcome<never> {
  const found = count === 0 ? 'nothing is entered' : `${count} positions are entered`;
  return refuse(
    'geometry',
    `${field}.points`,
    count === 1 ? '1 position is entered' : found,
    right,
  );
}
