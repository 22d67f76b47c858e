// The names of fields as people read them.
import { isPhraseCode, phrase } from '@parley/protocol';

/** The label of a field in the phrase book. */
export function labelOf(name: string): string {
  const code = `field.${name}`;
  return isPhraseCode(code) ? phrase(code) : name;
}
