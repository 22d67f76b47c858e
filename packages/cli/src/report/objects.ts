// Each message that others acknowledge: what was told, by whom, and every step that was or was not
// taken on it.
import { elapsed } from '@parley/engine';
import type { ObjectAccount, ReportStep, Said } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { objectIdOf } from '@parley/protocol';
import { cell, heading, paragraph, peer, plain, strong, textOf } from './document.ts';
import type { Block, Cell, Text } from './document.ts';
import { factTexts, headline } from './entry-text.ts';
import { COLUMNS, HEADINGS, NO_STATEMENT, NONE, STATES, STEPS } from './labels.ts';

const STEP_COLUMNS = [
  { title: 'Step', share: 15 },
  { title: COLUMNS.party, share: 11 },
  { title: COLUMNS.when, share: 17 },
  { title: 'After', share: 11 },
  { title: 'Entry, seat', share: 16 },
  { title: 'What was said', share: 30 },
];

/** A heading, the content and the steps of each object. */
export function objectsBlocks(objects: readonly ObjectAccount[]): Block[] {
  const blocks = objects.length === 0 ? [paragraph(NONE)] : objects.flatMap(objectBlocks);
  return [heading(2, HEADINGS.objects), ...blocks];
}

function objectBlocks(object: ObjectAccount): Block[] {
  const { name, body, status, facts, own, addressees, author } = object;
  const steps = [
    ...addressees.flatMap(({ party, mustAct, steps: taken }) =>
      taken.flatMap((step) => stepRows(step, mustAct ? party : `${party} (for information)`)),
    ),
    ...own.flatMap((step) => stepRows(step, author)),
  ];
  const content = factTexts(facts);
  return [
    { kind: 'heading', level: 3, text: headline(name, body, status) },
    { kind: 'paragraph', text: toldText(object) },
    ...(content.length === 0 ? [] : [{ kind: 'list' as const, items: content }]),
    { kind: 'table', columns: STEP_COLUMNS, rows: steps },
  ];
}

function toldText({ author, toldMs, draftedBy, releasedBy, state, supersededBy }: ObjectAccount) {
  const after = supersededBy === undefined ? '' : ` by ${supersededBy}`;
  return textOf(
    `Told ${writeInstant(toldMs)} by ${author}, drafted by `,
    peer(draftedBy),
    ', released by ',
    peer(releasedBy),
    `. At the end: ${STATES[state]}${after}.`,
  );
}

function stepRows({ step, said }: ReportStep, party: string): Cell[][] {
  const first = [cell(STEPS[step]), cell(party)];
  if (said.length === 0) {
    return [[...first, cell(strong(NO_STATEMENT)), cell(), cell(), cell()]];
  }
  return said.map((one) => [
    ...first,
    cell(writeInstant(one.atMs)),
    cell(elapsed(one.afterMs)),
    cell(strong(objectIdOf(one.ref)), ...(one.seat === 'node' ? [] : [plain(' '), peer(one.seat)])),
    { texts: saidTexts(one) },
  ]);
}

function saidTexts({ facts, comparison, clockOffsetMs }: Said): Text[] {
  const compared: Text[] =
    comparison === undefined
      ? []
      : comparison.result === 'match'
        ? [textOf('It is what was sent.')]
        : [
            [strong('It is NOT what was sent:')],
            ...comparison.differences.map((difference) => [peer(difference)]),
          ];
  const offset =
    clockOffsetMs === undefined ? [] : [textOf(`Clocks measured to differ by ${clockOffsetMs} ms`)];
  return [...compared, ...offset, ...factTexts(facts)];
}
