// The editor's own state of a draft: what was typed, as it was typed. It is kept on the node as
// text, so that a reload returns to the same thing; a body is made from it by bodyOf.
import { writeHeight, writeInstant, writePosition } from '@parley/geo';
import type { Outline } from '@parley/geo';
import type { LineObject } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { AirActivity, Ref, WireVolume } from '@parley/protocol';
import { saidTitle } from './said-form.ts';
import type { SaidForm } from './said-form.ts';

/** One volume as typed: its points one a line, its radius or half-width, its limits, its window. */
export type VolumeForm = {
  readonly shape: Outline['kind'];
  readonly points: string;
  /** Radius of a circle, half-width of a corridor, with its unit; not used by a polygon. */
  readonly extent: string;
  /** Whether the points were put down on the map: then there is no text as entered. */
  readonly drawn: boolean;
  readonly lower: string;
  readonly upper: string;
  readonly start: string;
  readonly end: string;
};

type Spoken = { readonly words: string; readonly language: string };

export type NoticeForm = Spoken & {
  readonly kind: 'notice';
  readonly title: string;
  readonly activity: string;
  readonly asked: string;
  readonly precedence: string;
  readonly firmness: string;
  readonly status: string;
  readonly volumes: readonly VolumeForm[];
  readonly supersedes?: Ref;
};
export type QuestionForm = Spoken & {
  readonly kind: 'question';
  readonly status: string;
  readonly precedence: string;
  readonly codes: readonly string[];
  readonly answerBy: string;
  readonly about?: Ref;
};
export type AnswerForm = Spoken & {
  readonly kind: 'answer';
  readonly ref: Ref;
  readonly result: string;
  readonly notice?: Ref;
};
export type CancelForm = Spoken & {
  readonly kind: 'cancel';
  readonly ref: Ref;
  readonly reason: string;
};
export type DraftForm = NoticeForm | QuestionForm | AnswerForm | CancelForm | SaidForm;

const MINUTE_MS = 60_000;
const FIRST_START_MS = 45 * MINUTE_MS;
const FIRST_LENGTH_MS = 60 * MINUTE_MS;
const ANSWER_MS = 60 * MINUTE_MS;
const UNSPOKEN: Spoken = { words: '', language: 'en' };

/**
 * A notice of which nothing is known yet but a likely window: 45 minutes from now, for an hour. On
 * a node that replays a case it is an exercise.
 */
export function emptyNoticeForm(nowMs: number, replay = false): NoticeForm {
  return {
    kind: 'notice',
    title: '',
    activity: 'transit',
    asked: 'avoid',
    precedence: 'PRIORITY',
    firmness: 'planned',
    status: replay ? 'exercise' : 'actual',
    volumes: [emptyVolumeForm(nowMs)],
    ...UNSPOKEN,
  };
}

/** A volume of which only a likely window is known. */
export function emptyVolumeForm(nowMs: number): VolumeForm {
  const startMs = onFiveMinutes(nowMs + FIRST_START_MS);
  return {
    shape: 'polygon',
    points: '',
    extent: '',
    drawn: false,
    lower: '',
    upper: '',
    start: writeInstant(startMs),
    end: writeInstant(startMs + FIRST_LENGTH_MS),
  };
}

/** A notice that replaces `object`, one of ours: everything as it was said, to be corrected. */
export function correctionForm(object: LineObject & { readonly body: AirActivity }): NoticeForm {
  const { body, ref } = object;
  return {
    kind: 'notice',
    title: body.title,
    activity: body.activity,
    asked: body.asked,
    precedence: body.precedence,
    firmness: body.firmness,
    status: body.status,
    volumes: body.volumes.map(volumeForm),
    words: body.words?.text ?? '',
    language: body.words?.language ?? UNSPOKEN.language,
    supersedes: ref,
  };
}

/** A question of `status` about `about`, or about nothing yet; an answer is asked in an hour. */
export function questionForm(about: Ref | undefined, status: string, nowMs: number): QuestionForm {
  return {
    kind: 'question',
    status,
    precedence: 'PRIORITY',
    codes: about === undefined ? ['other'] : ['purpose'],
    answerBy: writeInstant(onFiveMinutes(nowMs + ANSWER_MS)),
    ...(about === undefined ? {} : { about }),
    ...UNSPOKEN,
  };
}

/** An answer to the question `ref`. */
export function answerForm(ref: Ref): AnswerForm {
  return { kind: 'answer', ref, result: 'answered', ...UNSPOKEN };
}

/** A withdrawal of `ref`, one of ours. */
export function cancelForm(ref: Ref): CancelForm {
  return { kind: 'cancel', ref, reason: 'withdrawn', ...UNSPOKEN };
}

/** What a draft is called in lists. */
export function titleOf(form: DraftForm): string {
  switch (form.kind) {
    case 'notice':
      if (form.title.trim() !== '') return form.title;
      return form.supersedes === undefined
        ? 'Notice without a title'
        : 'Correction without a title';
    case 'question':
      return form.about === undefined ? 'Question' : `Question about ${objectIdOf(form.about)}`;
    case 'answer':
      return `Answer to ${objectIdOf(form.ref)}`;
    case 'cancel':
      return `Cancellation of ${objectIdOf(form.ref)}`;
    case 'said':
      return saidTitle(form);
  }
}

function volumeForm({ outline, band, window }: WireVolume): VolumeForm {
  const extent = outline.kind === 'polygon' ? '' : metresText(extentCentimetres(outline));
  return {
    shape: outline.kind,
    points: cornersOf(outline)
      .map((corner) => writePosition(corner, 'DD'))
      .join('\n'),
    extent,
    drawn: true,
    lower: writeHeight(band.lower),
    upper: writeHeight(band.upper),
    start: writeInstant(window.startMs),
    end: writeInstant(window.endMs),
  };
}

function cornersOf(outline: Outline) {
  if (outline.kind === 'polygon') return outline.ring;
  return outline.kind === 'circle' ? [outline.centre] : outline.line;
}

function extentCentimetres(outline: Exclude<Outline, { kind: 'polygon' }>): number {
  return outline.kind === 'circle' ? outline.radiusCentimetres : outline.halfWidthCentimetres;
}

function metresText(centimetres: number): string {
  return `${centimetres / 100} m`;
}

function onFiveMinutes(ms: number): number {
  return Math.ceil(ms / (5 * MINUTE_MS)) * 5 * MINUTE_MS;
}
