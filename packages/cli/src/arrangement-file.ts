// Which arrangement is meant: a file of JSON, or a version that stands on the line.
import { signingState } from '@parley/engine';
import type { Picture, SigningState } from '@parley/engine';
import { accept, readBody, refuse } from '@parley/protocol';
import type { Arrangement, Outcome } from '@parley/protocol';
import { readJson, readText } from './file-text.ts';

/** The arrangement in a file. Refuses naming the field, the fault, and what would be right. */
export function readArrangement(path: string): Outcome<Arrangement> {
  const text = readText(path);
  if (!text.ok) return text;
  const value = readJson(text.value, path);
  if (!value.ok) return value;
  const body = readBody(value.value);
  if (!body.ok) return body;
  if (body.value.type === 'arrangement') return accept(body.value);
  return refuse('wrong-kind', 'type', `found "${body.value.type}"`, '"arrangement"');
}

/**
 * The version of this number. Of several texts of one number, the one in force, else the only one
 * that can still come into force; refuses when that is not one.
 */
export function versionNamed(name: string, picture: Picture): Outcome<SigningState> {
  const all = signingState(picture).filter(
    ({ arrangement }) => String(arrangement.version) === name,
  );
  for (const states of [['in-force'], ['open'], ['former', 'lapsed']]) {
    const found = all.filter(({ state }) => states.includes(state));
    const [first] = found;
    if (first === undefined) continue;
    if (found.length === 1) return accept(first);
    const fault = `there are ${found.length} texts of version ${name}`;
    return refuse('wrong-kind', 'version', fault, 'the text itself, as a file');
  }
  const fault = `version ${name} was neither signed nor proposed`;
  return refuse('not-found', 'version', fault, 'a version that stands on the line, or a file');
}
