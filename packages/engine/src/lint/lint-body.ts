// What a line never carries, found in a body of our own before it leaves (DESIGN rule 9; DOMAIN
// 3.8). It is a check by word lists: it keeps honest people from a slip and stops no liar. So it
// holds for what this node says and for nothing that a peer said, or two nodes with two lists would
// see two pictures.
import { accept, refuse } from '@parley/protocol';
import type { Body, BodyType, Outcome } from '@parley/protocol';
import { URGENT } from '../fitting.ts';
import { lintFault } from './lint-fault.ts';
import type { LintFault, LintRule } from './lint-fault.ts';
import { pointLists } from './point-list.ts';
import { saidTexts } from './said-texts.ts';
import type { SaidText } from './said-texts.ts';
import { smallVolumes } from './small-volumes.ts';
import { ASKED_WORDS, isDenied, TARGET_WORDS } from './target-words.ts';
import { isCallSign, UNIT_WORDS } from './unit-words.ts';
import { weaponWords } from './weapon-words.ts';
import { firstFound } from './word-pattern.ts';

/** Fields that hold numbers and addresses, which may look like a designator. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['plates', 'number', 'address']);
/** Fields of a statement that repeat what was said in public. */
const PUBLIC: ReadonlySet<string> = new Set(['said', 'title', 'name', 'office', 'address']);
/** An urgent message and its answer leave whatever they say. */
const NEVER_REFUSED: ReadonlySet<BodyType> = new Set([...URGENT, 'warning-answer']);

/** Everything in `body` that must not be carried, in the order of its fields. Pure. */
export function lintBody(body: Body): LintFault[] {
  const texts = saidTexts(body);
  return [
    ...pointLists(body, texts),
    ...smallVolumes(body),
    ...texts.flatMap((text) => wordFaults(body, text)),
  ];
}

/**
 * Accepts a body that may leave, or refuses it as `must-not-be-carried` with the field, the words
 * and what would be right. Urgent messages and their answers are always accepted.
 */
export function carriable(body: Body): Outcome<Body> {
  if (NEVER_REFUSED.has(body.type)) return accept(body);
  const [first] = lintBody(body);
  if (first === undefined) return accept(body);
  const { field, quoted, fault, right } = first;
  return refuse('must-not-be-carried', field, `"${quoted}" ${fault}`, right);
}

function wordFaults(body: Body, said: SaidText): LintFault[] {
  const isPublic = body.type === 'statement' && PUBLIC.has(said.name);
  const found: LintFault[] = [];
  const add = (rule: LintRule, quoted: string | undefined): void => {
    if (quoted !== undefined) found.push(lintFault(rule, said.field, quoted));
  };
  add('target-vocabulary', targetWords(said.text));
  if (!isPublic && !IDENTIFIERS.has(said.name)) {
    add('weapon', firstFound(weaponWords(said.text), said.text)?.[0]);
    add('unit', unitWords(body, said.text));
  }
  if (body.type === 'question') add('question-asked', firstFound(ASKED_WORDS, said.text)?.[0]);
  return found;
}

function targetWords(text: string): string | undefined {
  return TARGET_WORDS.flatMap((pattern) => [...text.matchAll(pattern)]).find(
    ({ index, 0: words }) => !isDenied(text, index, index + words.length),
  )?.[0];
}

/** A movement says how it can be told apart (Additional Protocol I, Annex I, Article 7). */
function unitWords(body: Body, text: string): string | undefined {
  const mayCall = body.type === 'notice' && body.kind === 'movement';
  return UNIT_WORDS.flatMap((pattern) => [...text.matchAll(pattern)]).find(
    ({ 0: words }) => !(mayCall && isCallSign(words)),
  )?.[0];
}
