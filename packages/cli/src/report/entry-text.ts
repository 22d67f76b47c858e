// One message as runs: our words for its fields, and what its author wrote as the author's.
import { calledText, precedenceOfBody, typeName, valueText } from '@parley/engine';
import { objectIdOf, Words } from '@parley/protocol';
import type { Body, Fact, TrafficStatus } from '@parley/protocol';
import { peer, plain, strong, textOf } from './document.ts';
import type { Run, Text } from './document.ts';

const TOLD_APART: ReadonlySet<string> = new Set(['title', 'ref', 'status', 'precedence']);
const SUMMARY_FACTS_MAX = 8;

/** "TEST coalition/3 Air activity, PRIORITY: Orbit KITE"; the name and title set apart. */
export function headline(name: string, body: Body, status: TrafficStatus): Run[] {
  const mark = status === 'actual' ? '' : `${status.toUpperCase()} `;
  const precedence = precedenceOfBody(body);
  const about = 'ref' in body ? ` on ${objectIdOf(body.ref)}` : '';
  const title = 'title' in body ? body.title : undefined;
  return [
    strong(`${mark}${name}`),
    plain(` ${typeName(body)}${about}${precedence === undefined ? '' : `, ${precedence}`}`),
    ...(title === undefined ? [] : [plain(': '), peer(title)]),
  ];
}

/** The first facts of a message, one a line, for a row among many. */
export function summaryTexts(facts: readonly Fact[]): Text[] {
  const own = facts.filter(
    ({ name, depth, form }) => depth === 0 && form.kind !== 'heading' && !TOLD_APART.has(name),
  );
  const shown = own.slice(0, SUMMARY_FACTS_MAX).map(factText);
  const rest = facts.filter(({ name }) => !TOLD_APART.has(name)).length - shown.length;
  const more = rest > 0 ? [textOf(`and ${rest} more fields, which the entry has`)] : [];
  return [...shown, ...more];
}

/** Every fact of a message, one a line; what belongs to a group is indented. */
export function factTexts(facts: readonly Fact[]): Text[] {
  return facts.filter(({ name }) => !TOLD_APART.has(name)).map(factText);
}

function factText(fact: Fact): Text {
  const { form, value, depth } = fact;
  const called = plain(`${'\u2003'.repeat(depth)}${calledText(fact)}`);
  switch (form.kind) {
    case 'words': {
      const words = Words.safeParse(value);
      if (!words.success) return [called];
      return [called, plain('“'), peer(words.data.text, words.data.language), plain('”')];
    }
    case 'label':
    case 'text':
      return [called, peer(String(value))];
    case 'hash':
      return [called, plain(String(value))];
    default:
      return [called, plain(valueText(fact))];
  }
}
