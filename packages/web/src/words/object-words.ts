// Short names and places of objects, the same in cards, map, list and the thing in hand.
import type { LineObject, ObjectBody } from '@parley/engine';
import { outlinePlaceText } from '@parley/geo';
import type { PlaceText } from '@parley/geo';
import { phrase } from '@parley/protocol';
import type { Question, Warning } from '@parley/protocol';

const LETTERS: Readonly<Record<ObjectBody['type'], string>> = {
  notice: 'N',
  warning: 'W',
  question: 'Q',
  'line-check': 'L',
};

/** "N-12": the kind's letter and the index in its author's record. Said with the party's name. */
export function objectName(object: LineObject): string {
  return `${LETTERS[object.body.type]}-${object.ref.index}`;
}

/** What it is, in a few words. */
export function objectTitle({ body }: LineObject): string {
  switch (body.type) {
    case 'notice':
      return body.title;
    case 'warning':
      return hazardText(body);
    case 'question':
      return questionText(body);
    case 'line-check':
      return 'Is a human there?';
  }
}

/** "Your fire is striking our forces", with the risk as the sender states it. */
export function hazardText(warning: Warning): string {
  return phrase(`hazard.${warning.hazard}`, { atRisk: phrase(`at-risk.${warning.atRisk}`) });
}

/** All that a question asks, as sentences. */
export function questionText(question: Question): string {
  return question.codes.map((code) => phrase(`question.${code}`)).join(' ');
}

const places = new WeakMap<LineObject, PlaceText>();

/** Where it is, in words made here from its first volume's geometry; undefined without volumes. */
export function placeOf(object: LineObject): PlaceText | undefined {
  const kept = places.get(object);
  if (kept !== undefined) return kept;
  const outline = 'volumes' in object.body ? object.body.volumes[0]?.outline : undefined;
  if (outline === undefined) return undefined;
  const place = outlinePlaceText(outline);
  places.set(object, place);
  return place;
}
