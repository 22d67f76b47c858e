// What did not go as agreed, or is contested: findings, contradictions, conflicts, incidents; and
// the state of the line itself: line checks, suspensions.
import { complianceSentence, elapsed } from '@parley/engine';
import type {
  ChannelWord,
  ComplianceFinding,
  ObjectAccount,
  Period,
  PictureConflict,
  Said,
} from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { factsOf, objectIdOf, phrase } from '@parley/protocol';
import type { Ref } from '@parley/protocol';
import { apart, sentences } from '../entry-lines.ts';
import { cell, heading, paragraph, peer, plain, strong, textOf } from './document.ts';
import type { Block, Cell, Text } from './document.ts';
import { factTexts } from './entry-text.ts';
import { tableBlocks } from './figures.ts';
import { COLUMNS, HEADINGS, NO_STATEMENT, NONE } from './labels.ts';

/** What does not fit the arrangement, the oldest first. */
export function findingBlocks(findings: readonly ComplianceFinding[]): Block[] {
  const rows = findings.map((finding) => [
    cell(writeInstant(finding.sinceMs)),
    cell(phrase(`clause.${finding.clause}`)),
    cell(finding.party),
    cell(strong(finding.object ?? '–')),
    cell(complianceSentence(finding)),
    { texts: [textOf(`arrangement ${finding.version}`), ...finding.evidence.map(nameText)] },
  ]);
  const columns = [
    { title: 'Since (UTC)', share: 17 },
    { title: 'Clause', share: 13 },
    { title: 'Party held to it', share: 13 },
    { title: COLUMNS.object, share: 14 },
    { title: 'Finding', share: 29 },
    { title: 'By; shown by', share: 14 },
  ];
  return tableBlocks(HEADINGS.findings, columns, rows);
}

function nameText(ref: Ref): Text {
  return textOf(objectIdOf(ref));
}

/** Where what was written says something else than what was drawn. */
export function contradictionBlocks(objects: readonly ObjectAccount[]): Block[] {
  const rows = objects.flatMap(({ name, author, findings }) =>
    sentences(findings).map((sentence) => [cell(strong(name)), cell(author), cell(peer(sentence))]),
  );
  const columns = [
    { title: COLUMNS.object, share: 15 },
    { title: 'Author', share: 13 },
    { title: 'Finding', share: 72 },
  ];
  return tableBlocks(HEADINGS.contradictions, columns, rows);
}

/** Notices that are nearer than the minima at the end of the period. */
export function conflictBlocks(conflicts: readonly PictureConflict[]): Block[] {
  const rows = conflicts.flatMap(({ a, b, meetings }) =>
    meetings.map(({ conflict: { separation, window } }) => [
      cell(strong(a)),
      cell(strong(b)),
      cell(apart(separation)),
      cell(`${writeInstant(window.startMs)} to ${writeInstant(window.endMs)}`),
    ]),
  );
  const columns = [
    { title: 'Notice', share: 15 },
    { title: 'Notice', share: 15 },
    { title: 'How near', share: 34 },
    { title: COLUMNS.when, share: 36 },
  ];
  return tableBlocks(HEADINGS.conflicts, columns, rows);
}

/** Each incident with the account of its author and of every other side. */
export function incidentBlocks(objects: readonly ObjectAccount[]): Block[] {
  const blocks = objects.flatMap(({ name, body, author, toldMs, addressees }): Block[] => {
    if (body.type !== 'incident') return [];
    const head = `${phrase(`clause.${body.clause}`)}, ${phrase(`incident.${body.standing}`)}: `;
    const own = textOf('“', peer(body.account.text, body.account.language), '”');
    const others = addressees.map(({ party, steps }): Cell[] => {
      const said = steps.find(({ step }) => step === 'counter-statement')?.said.at(-1);
      return [cell(party), cell(said === undefined ? '–' : whenText(said)), accountCell(said)];
    });
    return [
      {
        kind: 'heading',
        level: 3,
        text: textOf(strong(name), ` ${head}`, peer(body.title)),
      },
      {
        kind: 'table',
        columns: [
          { title: 'Account of', share: 14 },
          { title: COLUMNS.when, share: 22 },
          { title: 'What it says', share: 64 },
        ],
        rows: [[cell(author), cell(writeInstant(toldMs)), { texts: [own] }], ...others],
      },
    ];
  });
  return [heading(2, HEADINGS.incidents), ...(blocks.length === 0 ? [paragraph(NONE)] : blocks)];
}

function accountCell(said: Said | undefined): Cell {
  return said === undefined ? cell(strong('no account')) : { texts: factTexts(said.facts) };
}

function whenText({ atMs, ref }: Said): string {
  return `${writeInstant(atMs)} (${objectIdOf(ref)})`;
}

/** Line checks that were made, and who answered how soon. */
export function lineCheckBlocks(objects: readonly ObjectAccount[]): Block[] {
  const rows = objects.flatMap(({ name, body, author, toldMs, addressees }) => {
    if (body.type !== 'line-check') return [];
    const answers = addressees.map(({ party, steps }): Text => {
      const said = steps.find(({ step }) => step === 'answer')?.said[0];
      if (said === undefined) return [plain(`${party}: `), strong(NO_STATEMENT)];
      return textOf(`${party}: after ${elapsed(said.afterMs)} (${objectIdOf(said.ref)})`);
    });
    return [[cell(strong(name)), cell(author), cell(writeInstant(toldMs)), { texts: answers }]];
  });
  const columns = [
    { title: 'Line check', share: 18 },
    { title: 'Made by', share: 16 },
    { title: COLUMNS.when, share: 22 },
    { title: 'Answered', share: 44 },
  ];
  return tableBlocks(HEADINGS.checks, columns, rows);
}

/** What was said of the channel in the period, and what still held at its start. */
export function channelBlocks(words: readonly ChannelWord[], { fromMs }: Period): Block[] {
  const before = words.filter(({ atMs }) => atMs < fromMs);
  const lasting = before.filter(
    ({ party, ref }) => before.findLast((word) => word.party === party)?.ref === ref,
  );
  const rows = [...lasting, ...words.filter(({ atMs }) => atMs >= fromMs)].map((word) => [
    cell(`${writeInstant(word.atMs)}${word.atMs < fromMs ? ', before the period' : ''}`),
    cell(word.party),
    cell(strong(objectIdOf(word.ref))),
    { texts: factTexts(factsOf(word.statement)) },
  ]);
  const columns = [
    { title: COLUMNS.when, share: 20 },
    { title: COLUMNS.party, share: 14 },
    { title: COLUMNS.entry, share: 16 },
    { title: 'What it said of its end', share: 50 },
  ];
  return tableBlocks(HEADINGS.channel, columns, rows);
}
