// The clauses of an arrangement in plain English, each sentence with the data that it says.
import { outlinePlaceText, writeInstant, writePosition } from '@parley/geo';
import type { Outline, Position } from '@parley/geo';
import { phrase, PRECEDENCE_ORDER } from '@parley/protocol';
import type { Arrangement, Subject } from '@parley/protocol';
import {
  counted,
  durationWords,
  lateralWords,
  listed,
  minuteOfDayWords,
  verticalWords,
} from './quantities.ts';

/** One sentence of a clause; `key` names the same matter in every version. */
export type ClauseItem = { readonly key: string; readonly text: string; readonly data: unknown };

/** One clause. Without items it was not agreed. */
export type ClauseText = {
  readonly number: number;
  readonly heading: string;
  readonly items: readonly ClauseItem[];
};

/** What a clause without items says. */
export const NOT_AGREED = 'Not agreed.';

const CLAUSES: readonly (readonly [string, (arrangement: Arrangement) => ClauseItem[]])[] = [
  ['Title', ({ title }) => optional('title', title, (text) => text)],
  ['Scope', ({ scope }) => [{ key: 'scope', text: scope, data: scope }]],
  ['Subjects and areas', subjectItems],
  ['Separation', separationItems],
  ['Notices and their lead', noticeItems],
  ['Definitions', definitionItems],
  ['Deadlines', deadlineItems],
  ['Escalation', escalationItems],
  ['Line checks', lineCheckItems],
  ['Languages', ({ languages }) => optional('languages', languages, languageText)],
  ['Contacts', contactItems],
  ['Private matching', matchingItems],
  ['Suspension and resumption', suspensionItems],
  ['Further words', ({ words }) => optional('words', words, ({ text }) => text)],
];

/** Every clause of the schema, in one order for all versions; absent ones have no items. */
export function clausesOf(arrangement: Arrangement): ClauseText[] {
  return CLAUSES.map(([heading, itemsOf], at) => {
    return { number: at + 1, heading, items: toldApart(itemsOf(arrangement)) };
  });
}

// Two items may be of one matter (two areas of one name): they are told apart by their order.
function toldApart(items: readonly ClauseItem[]): ClauseItem[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const count = (counts.get(item.key) ?? 0) + 1;
    counts.set(item.key, count);
    return count === 1 ? item : { ...item, key: `${item.key} (${count})` };
  });
}

function optional<T>(key: string, data: T | undefined, say: (data: T) => string): ClauseItem[] {
  return data === undefined ? [] : [{ key, text: say(data), data }];
}

function subjectItems({ subjects }: Arrangement): ClauseItem[] {
  if (subjects === undefined) return [];
  const { covers, leavesOut, open, areas = [] } = subjects;
  const names = (list: readonly Subject[]): string =>
    list.length === 0 ? 'nothing' : listed(list.map((subject) => phrase(`subject.${subject}`)));
  return [
    { key: 'covers', text: `Covered: ${names(covers)}.`, data: covers },
    { key: 'leavesOut', text: `Expressly left out: ${names(leavesOut)}.`, data: leavesOut },
    ...optional('open', open, (list) => `Still open: ${names(list)}.`),
    ...areas.map((area) => {
      return { key: `area ${area.name}`, text: areaText(area.name, area.outline), data: area };
    }),
  ];
}

function areaText(name: string, outline: Outline): string {
  const points = pointsOf(outline).map((point) => writePosition(point, 'DD'));
  const extent =
    outline.kind === 'circle'
      ? `; radius ${lateralWords(outline.radiusCentimetres)}`
      : outline.kind === 'corridor'
        ? `; half-width ${lateralWords(outline.halfWidthCentimetres)}`
        : '';
  const { text } = outlinePlaceText(outline);
  return `Area ${name}: ${text}; ${outline.kind} of ${points.join(', ')}${extent}.`;
}

function pointsOf(outline: Outline): readonly Position[] {
  switch (outline.kind) {
    case 'polygon':
      return outline.ring;
    case 'circle':
      return [outline.centre];
    case 'corridor':
      return outline.line;
  }
}

function separationItems({ minima, separations = [] }: Arrangement): ClauseItem[] {
  const general = `In general, two volumes conflict when they are ${nearer(minima)}.`;
  return [
    { key: 'minima', text: general, data: minima },
    ...separations.map((data) => {
      const between = data.between.toSorted();
      const names = between.map((of) => phrase(`class.${of}`)).join(' and ');
      const text = `Between ${names}: they conflict when they are ${nearer(data.minima)}.`;
      return { key: `between ${between.join(' ')}`, text, data: { ...data, between } };
    }),
  ];
}

function nearer({
  lateralCentimetres,
  verticalCentimetres,
  timeMs,
}: Arrangement['minima']): string {
  const lateral = lateralWords(lateralCentimetres);
  const vertical = verticalWords(verticalCentimetres);
  const time = timeMs === 0 ? 'overlap in time' : `are within ${durationWords(timeMs)} in time`;
  return `nearer than ${lateral} on the ground and ${vertical} in height and ${time}`;
}

function noticeItems({ minimumLeadMs, notices = [] }: Arrangement): ClauseItem[] {
  const general = `A notice is given at least ${durationWords(minimumLeadMs)} before its start.`;
  return [
    { key: 'minimumLeadMs', text: general, data: minimumLeadMs },
    ...notices.map((data) => {
      const rule = data.required ? 'a notice must be given' : 'a notice may be given';
      const lead = `at least ${durationWords(data.minimumLeadMs)} before its start`;
      return { key: data.of, text: `${phrase(`class.${data.of}`)}: ${rule}, ${lead}.`, data };
    }),
  ];
}

function definitionItems({ definitions = [] }: Arrangement): ClauseItem[] {
  return definitions.map((data) => {
    const { term, lateralCentimetres, verticalCentimetres } = data;
    const lateral = lateralWords(lateralCentimetres);
    const within = `within ${lateral} on the ground and ${verticalWords(verticalCentimetres)}`;
    return { key: term, text: `“${phrase(`term.${term}`)}” means ${within} in height.`, data };
  });
}

function deadlineItems({ deadlines }: Arrangement): ClauseItem[] {
  return PRECEDENCE_ORDER.map((precedence) => {
    const data = deadlines[precedence];
    const steps = [
      `read within ${durationWords(data.readMs)}`,
      `read back within ${durationWords(data.readBackMs)}`,
      `answered with a position within ${durationWords(data.positionMs)}`,
    ];
    return { key: precedence, text: `${precedence}: ${steps.join(', ')}.`, data };
  });
}

function escalationItems({ escalation }: Arrangement): ClauseItem[] {
  return optional('escalation', escalation, ({ everyMs, levels }) => {
    const climbs = `climbs a level every ${durationWords(everyMs)}`;
    return `What is unanswered is raised again and ${climbs}, up to level ${levels}.`;
  });
}

function lineCheckItems({ lineChecks }: Arrangement): ClauseItem[] {
  return optional('lineChecks', lineChecks, ({ minutesOfDay, answerWithinMs, startMs }) => {
    const times = listed(minutesOfDay.map(minuteOfDayWords));
    const within = durationWords(answerWithinMs);
    const what = `The line is checked every day at ${times} by the members in turn`;
    const from = startMs === undefined ? '' : `, from ${writeInstant(startMs)} on`;
    return `${what}, answered within ${within}${from}.`;
  });
}

function languageText(languages: readonly string[]): string {
  return `Languages of the line: ${listed(languages)}.`;
}

function contactItems({ contacts = [] }: Arrangement): ClauseItem[] {
  return contacts.map((data) => {
    const { party, level, role, number, frequencyKilohertz } = data;
    const reached = [
      ...(number === undefined ? [] : [`number ${number}`]),
      ...(frequencyKilohertz === undefined ? [] : [`${frequencyKilohertz} kHz`]),
    ];
    const how = reached.length === 0 ? '' : `, on ${listed(reached)}`;
    const text = `${party}, level ${level}: ${role}${how}.`;
    return { key: `${party} ${level} ${role}`, text, data };
  });
}

function matchingItems({ matching }: Arrangement): ClauseItem[] {
  return optional('matching', matching, ({ runsADay, cellsADay }) => {
    return `At most ${counted(runsADay, 'run')} and ${counted(cellsADay, 'cell')} a day.`;
  });
}

function suspensionItems({ suspension }: Arrangement): ClauseItem[] {
  if (suspension === undefined) return [];
  const { noticeMs, resumption, resumedByTwo } = suspension;
  const by = resumedByTwo ? 'two people of each side' : 'one person of each side';
  return [
    {
      key: 'noticeMs',
      text: `It is suspended with notice of ${durationWords(noticeMs)}.`,
      data: noticeMs,
    },
    { key: 'resumption', text: `Resumption: ${resumption.text}`, data: resumption },
    { key: 'resumedByTwo', text: `It is resumed by ${by}.`, data: resumedByTwo },
  ];
}
