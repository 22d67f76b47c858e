// The document of an arrangement and the comparison of two, as lines on a terminal.
import { NOT_AGREED } from '@parley/engine';
import type { ArrangementDocument, ClauseChange, ItemChange } from '@parley/engine';

/** The document, one sentence a line. */
export function documentText(document: ArrangementDocument): string[] {
  const { title, parties, version, standing, signatures, clauses } = document;
  const indented = (lines: readonly string[], none: string): string[] =>
    (lines.length === 0 ? [none] : lines).map((line) => `   ${line}`);
  return [
    title,
    `Between ${parties}. Version ${version}.`,
    standing,
    ...clauses.flatMap(({ number, heading, items }) => [
      '',
      `${number}. ${heading}`,
      ...indented(
        items.map(({ text }) => text),
        NOT_AGREED,
      ),
    ]),
    '',
    'Signatures',
    ...indented(signatures, 'Not signed.'),
  ];
}

/** The clauses that change, with "-" before what goes and "+" before what comes. */
export function changeLines(changes: readonly ClauseChange[]): string[] {
  const changed = changes.filter(({ change }) => change !== 'unchanged');
  if (changed.length === 0) return ['No clause changes.'];
  const rest = changes.length - changed.length;
  return [
    ...changed.flatMap(({ number, heading, change, items }) => [
      `${number}. ${heading}: ${change}`,
      ...items.flatMap(itemLines),
    ]),
    rest === 1 ? '1 clause is unchanged.' : `${rest} clauses are unchanged.`,
  ];
}

function itemLines({ change, before, after }: ItemChange): string[] {
  if (change === 'unchanged') return [];
  return [
    ...(before === undefined ? [] : [`   - ${before}`]),
    ...(after === undefined ? [] : [`   + ${after}`]),
  ];
}
