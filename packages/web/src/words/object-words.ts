// Short names and places of objects, the same in cards, map, list and the thing in hand.
import { volumesOf } from '@parley/engine';
import type { LineObject, ObjectBody } from '@parley/engine';
import { outlinePlaceText } from '@parley/geo';
import type { PlaceText } from '@parley/geo';
import { phrase } from '@parley/protocol';
import type { Contact, Notice, PhraseCode, Question, Warning } from '@parley/protocol';

const LETTERS: Readonly<Record<ObjectBody['type'], string>> = {
  notice: 'N',
  warning: 'W',
  accident: 'A',
  'search-and-rescue': 'R',
  question: 'Q',
  declaration: 'D',
  proposal: 'P',
  statement: 'S',
  contact: 'C',
  incident: 'I',
  'channel-state': 'K',
  'line-check': 'L',
};

/** "N-12": the kind's letter and the index in its author's record. Said with the party's name. */
export function objectName(object: LineObject): string {
  return `${LETTERS[object.body.type]}-${object.ref.index}`;
}

/** "EXERCISE " or "TEST " before everything that is shown of a drill; '' for the real thing. */
export function statusMark({ body }: LineObject): string {
  const status = 'status' in body ? body.status : 'actual';
  return status === 'actual' ? '' : `${status.toUpperCase()} `;
}

/** What it is, in a few words. */
export function objectTitle({ body }: LineObject): string {
  switch (body.type) {
    case 'notice':
    case 'declaration':
    case 'proposal':
    case 'incident':
      return body.title;
    case 'accident':
      return phrase(`accident.${body.what}`);
    case 'search-and-rescue':
      return phrase(`emergency.${body.emergency}`);
    case 'statement':
      return body.said.text;
    case 'contact':
      return contactText(body);
    case 'channel-state':
      return `${phrase('type.channel-state')}: ${phrase(`channel.${body.state}`)}`;
    case 'warning':
      return hazardText(body);
    case 'question':
      return questionText(body);
    case 'line-check':
      return 'Is a human there?';
  }
}

/** The codes that a title is made of, for their numbers; none where its author wrote the title. */
export function titleCodes({ body }: LineObject): PhraseCode[] {
  switch (body.type) {
    case 'accident':
      return [`accident.${body.what}`];
    case 'search-and-rescue':
      return [`emergency.${body.emergency}`];
    case 'contact':
      return [`contact.${body.form}`, `level.${body.level}`, `contact-state.${body.state}`];
    case 'channel-state':
      return [`channel.${body.state}`];
    case 'warning':
      return [`hazard.${body.hazard}`, `at-risk.${body.atRisk}`];
    default:
      return [];
  }
}

/** "Call, ministers: held". */
function contactText({ form, level, state }: Contact): string {
  const codes = [`level.${level}`, `contact-state.${state}`] as const;
  const [who, how] = codes.map((code) => phrase(code).toLowerCase());
  return `${phrase(`contact.${form}`)}, ${who}: ${how}`;
}

/** "Your fire is striking our forces", with the risk as the sender states it. */
export function hazardText(warning: Warning): string {
  return phrase(`hazard.${warning.hazard}`, { atRisk: phrase(`at-risk.${warning.atRisk}`) });
}

/** All that a question asks, as sentences. */
export function questionText(question: Question): string {
  return question.codes.map((code) => phrase(`question.${code}`)).join(' ');
}

/** What is done there, in a few words. */
export function activityText(body: Notice): string {
  return activityCodes(body)
    .map((code) => phrase(code))
    .join(', ');
}

/** The codes that say what is done there. */
export function activityCodes(body: Notice): PhraseCode[] {
  if (body.kind !== 'air-activity') return [`type.notice.${body.kind}`];
  return [`activity.${body.activity}`, `firmness.${body.firmness}`];
}

const places = new WeakMap<LineObject, PlaceText>();

/** Where it is, in words made here from its first volume's geometry; undefined without volumes. */
export function placeOf(object: LineObject): PlaceText | undefined {
  const kept = places.get(object);
  if (kept !== undefined) return kept;
  const outline = volumesOf(object.body)[0]?.outline;
  if (outline === undefined) return undefined;
  const place = outlinePlaceText(outline);
  places.set(object, place);
  return place;
}
