// Messages as people write them in files and on the command line, turned into bodies: positions in
// any form, heights as "FL180", times as RFC 3339, other objects by name. Every body ends in the
// protocol's own schema; here only words become numbers.
import { readHeight, readInstant, readPosition } from '@parley/geo';
import type { Reading } from '@parley/geo';
import { renderVolumes, volumesOf } from '@parley/engine';
import type { Picture } from '@parley/engine';
import { accept, readBody, refuse } from '@parley/protocol';
import type { Body, ObjectId, Outcome, Ref } from '@parley/protocol';
import { readDistance } from './distance.ts';

/** Finds the entry that a name means; undefined for an unknown one. */
export type Named = (name: string) => Ref | undefined;

type Fields = Readonly<Record<string, unknown>>;

/** Objects of a picture by their names, such as "coalition/12". */
export function namedIn(picture: Picture): Named {
  return (name) => picture.objects.get(name as ObjectId)?.ref;
}

/**
 * A body from its readable form: `ref`, `about`, `supersedes` and `notice` are names; `words` a
 * text; `volumes` have `area`, `circle` and `radius`, or `corridor` and `halfWidth`, and `lower`,
 * `upper`, `start`, `end`; `answerBy` and `requestBy` are times. A read-back without volumes gets
 * this node's own rendering. What has the protocol's form already is left as it is.
 */
export function bodyOf(form: unknown, named: Named, picture: Picture): Outcome<Body> {
  if (!isFields(form)) return refuse('malformed', '', 'the message is no JSON object', 'an object');
  const body: Record<string, unknown> = { ...form };
  if (form['type'] === 'notice') body['kind'] ??= 'air-activity';
  for (const field of ['ref', 'about', 'supersedes', 'notice']) {
    const name = form[field];
    if (typeof name !== 'string') continue;
    const ref = named(name);
    if (ref === undefined) {
      const right = 'an object of the line, such as coalition/12';
      return refuse('unknown-reference', field, `"${name}" is not on this line`, right);
    }
    body[field] = ref;
  }
  if (typeof form['words'] === 'string') {
    body['words'] = { text: form['words'], language: form['language'] ?? 'en' };
    delete body['language'];
  }
  for (const [field, inMs] of [
    ['answerBy', 'answerByMs'],
    ['requestBy', 'requestByMs'],
  ] as const) {
    if (form[field] === undefined) continue;
    const instant = read(form[field], field, readInstant);
    if (!instant.ok) return instant;
    body[inMs] = instant.value;
    delete body[field];
  }
  const volumes = volumesForm(form, named, picture);
  if (!volumes.ok) return volumes;
  if (volumes.value !== undefined) body['volumes'] = volumes.value;
  return readBody(body);
}

function volumesForm(form: Fields, named: Named, picture: Picture): Outcome<unknown> {
  const { volumes } = form;
  if (form['type'] === 'read-back' && volumes === undefined) {
    const ref = named(String(form['ref']));
    const object = ref && picture.objects.get(`${ref.party}/${ref.index}`);
    const meant = object === undefined ? [] : volumesOf(object.body);
    return accept(renderVolumes(meant, form['form'] === 'MGRS' ? 'MGRS' : 'DD'));
  }
  if (!Array.isArray(volumes) || form['type'] === 'read-back') return accept(volumes);
  const made: unknown[] = [];
  for (const [at, volume] of volumes.entries()) {
    const one = volumeForm(volume, `volumes[${at}]`);
    if (!one.ok) return one;
    made.push(one.value);
  }
  return accept(made);
}

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

function outlineForm(volume: Fields, field: string): Outcome<unknown> {
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

function distance(value: unknown, field: string): Outcome<number> {
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

function read<T>(value: unknown, field: string, reader: (text: string) => Reading<T>): Outcome<T> {
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

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
