// Makes the body that would be released from what was typed, or says which field is at fault, with
// the character. Pure: the same form at the same time gives the same body.
import { readHeight } from '@parley/geo';
import type { Outline, Position, Reading } from '@parley/geo';
import { accept, readBody, refuse } from '@parley/protocol';
import type { Body, Outcome, WireVolume } from '@parley/protocol';
import type { DraftForm, NoticeForm, VolumeForm } from './draft-form.ts';
import { distinctPoints, pointLines } from './point-lines.ts';
import { readExtent, readTime } from './read-field.ts';

const AS_ENTERED_MAX = 4_000;

/**
 * The body of a form at `nowMs` (only "13:55Z" needs it: that is today's). Refuses as `malformed`
 * or `out-of-limit`, naming the field: "volumes[0].lower", "volumes[1].points[3]", "title".
 */
export function bodyOf(form: DraftForm, nowMs: number): Outcome<Body> {
  switch (form.kind) {
    case 'notice':
      return noticeBody(form, nowMs);
    case 'question': {
      const answerBy = textOf('answerBy', form.answerBy, readTime(form.answerBy, nowMs));
      if (!answerBy.ok) return answerBy;
      const { precedence, status, codes, about } = form;
      const question = { type: 'question', precedence, status, codes, answerByMs: answerBy.value };
      return readBody({ ...question, ...wordsOf(form), ...(about && { about }) });
    }
    case 'answer': {
      const { ref, result, notice } = form;
      const named = result === 'see-notice' && notice !== undefined ? { notice } : {};
      return readBody({ type: 'answer', ref, result, ...wordsOf(form), ...named });
    }
    case 'cancel':
      return readBody({
        type: 'cancel',
        ref: form.ref,
        reason: form.reason,
        ...wordsOf(form),
      });
  }
}

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

function noticeBody(form: NoticeForm, nowMs: number): Outcome<Body> {
  if (form.title.trim() === '') {
    return refuse('malformed', 'title', 'nothing is entered', 'a few words that name the activity');
  }
  const volumes: WireVolume[] = [];
  for (const [at, volume] of form.volumes.entries()) {
    const made = volumeOf(volume, `volumes[${at}]`, nowMs);
    if (!made.ok) return made;
    volumes.push(made.value);
  }
  const { activity, asked, precedence, firmness, status, supersedes } = form;
  return readBody({
    type: 'notice',
    kind: 'air-activity',
    precedence,
    status,
    activity,
    asked,
    firmness,
    title: form.title.trim(),
    volumes,
    ...wordsOf(form),
    ...asEntered(form.volumes),
    ...(supersedes && { supersedes }),
  });
}

function volumeOf(form: VolumeForm, field: string, nowMs: number): Outcome<WireVolume> {
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

function wordsOf(form: { readonly words: string; readonly language: string }) {
  const text = form.words.trim();
  return text === '' ? {} : { words: { text, language: form.language.trim() } };
}

// What was typed or pasted travels with the geometry that was made of it, when it is short enough.
function asEntered(volumes: readonly VolumeForm[]) {
  const typed = volumes.filter(({ drawn }) => !drawn).map(({ points }) => points.trim());
  const text = typed.join('\n\n');
  return text === '' || text.length > AS_ENTERED_MAX ? {} : { asEntered: text };
}

function textOf<T>(field: string, text: string, reading: Reading<T>): Outcome<T> {
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
