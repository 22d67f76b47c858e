// Names what keeps a JSON text from being an entry: one pass over its tokens, without recursion.
// The text must already have been parsed as JSON, so that every token is whole.

import { refused } from './reading.ts';
import type { Refused } from './reading.ts';

const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?[0-9][0-9.eE+-]*|[{}[\],:]|null/gsu;
const integer = /^(?:0|-?[1-9][0-9]{0,15})$/u;

/** The keys of the object being read, or undefined while an array is being read. */
type Level = Set<string> | undefined;

/** The first fault that has a name of its own, or undefined. Depth counts arrays and objects. */
export function findFault(text: string, depthMax: number): Refused | undefined {
  const levels: Level[] = [];
  let expectsKey = false;
  for (const [found] of text.matchAll(token)) {
    if (found === '{' || found === '[') {
      if (levels.length === depthMax) {
        return refused('too-deep', `The entry nests deeper than ${depthMax} levels.`);
      }
      levels.push(found === '{' ? new Set() : undefined);
      expectsKey = found === '{';
    } else if (found === '}' || found === ']') {
      levels.pop();
      expectsKey = false;
    } else if (found === ',') {
      expectsKey = levels.at(-1) !== undefined;
    } else if (found === ':') {
      expectsKey = false;
    } else if (found.startsWith('"')) {
      const fault = stringFault(found, expectsKey ? levels.at(-1) : undefined);
      if (fault !== undefined) return fault;
    } else if (found === 'null') {
      return refused('null-value', 'The entry has a null; leave the key out instead.');
    } else if (!integer.test(found) || !Number.isSafeInteger(Number(found))) {
      return refused(
        'not-an-integer',
        `The entry has the number ${found.slice(0, 40)}; whole numbers up to 2^53 - 1 are taken.`,
      );
    }
  }
  return undefined;
}

function stringFault(quoted: string, keys: Level): Refused | undefined {
  const text = JSON.parse(quoted) as string;
  if (!text.isWellFormed()) {
    return refused('lone-surrogate', 'The entry has a string with half of a surrogate pair.');
  }
  if (keys?.has(text) === true) {
    return refused('duplicate-key', `The entry has the key "${text.slice(0, 40)}" twice.`);
  }
  keys?.add(text);
  return undefined;
}
