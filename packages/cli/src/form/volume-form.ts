// Volumes, positions, heights and distances as people write them in files and on a command line.
import { readHeight, readInstant, readPosition } from '@parley/geo';
import type { Reading } from '@parley/geo';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { readDistance } from '../distance.ts';

export type Fields = Readonly<Record<string, unknown>>;

const VOLUME_FIELDS = new Set(
  'area circle radius corridor halfWidth lower upper start end'.split(' '),
);

/** One volume in the protocol's form. Refuses naming the field. */
export function volumeForm(volume: unknown, field: string): Outcome<unknown> {
  if (!isFields(volume)) return refuse('malformed', field, 'it is no JSON object', 'an object');
  if ('outline' in volume) return accept(volume);
  const strange = Object.keys(volume).find((key) => !VOLUME_FIELDS.has(key));
  if (strange !== undefined) {
    const right = [...VOLUME_FIELDS].join(', ');
    return refuse('malformed', `${field}.${strange}`, 'a volume has no such field', right);
  }
  const outline = outlineForm(volume, field);
  if (!outline.ok) return outline;
  const lower = read(volume['lower'], `${field}.lower`, readHeight);
  if (!lower.ok) return lower;
  const upper = read(volume['upper'], `${field}.upper`, readHeight);
  if (!upper.ok) return upper;
  const start = read(volume['start'], `${field}.start`, readInstant);
  if (!start.ok) return start;
  const end = read(volume['end'], `${field}.end`, readInstant);
  if (!end.ok) return end;
  return accept({
    outline: outline.value,
    band: { lower: lower.value, upper: upper.value },
    window: { startMs: start.value, endMs: end.value },
  });
}

/** An outline as the protocol has it, from `area`, `circle` or `corridor`. Refuses by field. */
export function outlineForm(volume: Fields, field: string): Outcome<unknown> {
  const { area, circle, corridor } = volume;
  const shapes = [area, circle, corridor].filter((shape) => shape !== undefined);
  if (shapes.length !== 1) {
    const fault = `it has ${shapes.length} of area, circle and corridor`;
    return refuse('malformed', field, fault, 'exactly one of them');
  }
  if (area !== undefined) {
    const ring = positions(area, `${field}.area`);
    return ring.ok ? accept({ kind: 'polygon', ring: ring.value }) : ring;
  }
  if (circle !== undefined) {
    const centre = read(circle, `${field}.circle`, readPosition);
    if (!centre.ok) return centre;
    const radius = distance(volume['radius'], `${field}.radius`);
    if (!radius.ok) return radius;
    const { position } = centre.value;
    return accept({ kind: 'circle', centre: position, radiusCentimetres: radius.value });
  }
  const line = positions(corridor, `${field}.corridor`);
  if (!line.ok) return line;
  const half = distance(volume['halfWidth'], `${field}.halfWidth`);
  if (!half.ok) return half;
  return accept({ kind: 'corridor', line: line.value, halfWidthCentimetres: half.value });
}

/** A distance such as "3 km", in whole centimetres. */
export function distance(value: unknown, field: string): Outcome<number> {
  return readDistance(typeof value === 'string' ? value : '', field);
}

/** A list of positions, or one text with ";" between them. */
function positions(value: unknown, field: string): Outcome<unknown[]> {
  const texts: unknown[] =
    typeof value === 'string' ? value.split(';') : Array.isArray(value) ? value : [value];
  const made: unknown[] = [];
  for (const [at, text] of texts.entries()) {
    const one = read(text, `${field}[${at}]`, readPosition);
    if (!one.ok) return one;
    made.push(one.value.position);
  }
  return accept(made);
}

/** A text by one of geo's readers. Refuses with what was found, where, and what is expected. */
export function read<T>(
  value: unknown,
  field: string,
  reader: (text: string) => Reading<T>,
): Outcome<T> {
  if (typeof value !== 'string') {
    const found = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 40);
    return refuse('malformed', field, `found ${found}`, 'a text');
  }
  const reading = reader(value);
  if (reading.ok) return accept(reading.value);
  const { found, expected, at } = reading.refusal;
  const fault = `found "${found}" at character ${at + 1} of "${value.slice(0, 60)}"`;
  return refuse('malformed', field, fault, expected);
}

/** Whether a value is a JSON object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
