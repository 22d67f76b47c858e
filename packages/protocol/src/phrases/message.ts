// One ICU MessageFormat pattern of the phrase book, made ready to be filled.
import { IntlMessageFormat } from 'intl-messageformat';
import { localeOf, slotText } from './language.ts';
import type { Language } from './language.ts';

/** By name. A number is a count, which chooses the plural form; all else is text. */
export type Slots = Readonly<Record<string, string | number>>;

/**
 * The function that fills `pattern`. A slot that is not given stays to be seen as `{name}`. Filling
 * never throws, whatever the values: patterns hold texts, slots and plurals alone. Throws at once
 * where `pattern` is no ICU pattern; every one of ours is tested.
 */
export function messageOf(pattern: string, language: Language): (slots: Slots) => string {
  // A less-than sign is text: no phrase has markup.
  const format = new IntlMessageFormat(pattern, localeOf(language), undefined, { ignoreTag: true });
  const names = [...pattern.matchAll(/\{\s*(\w+)/g)].map(([, name = '']) => name);
  return (slots) => {
    const values = names.map((name) => {
      const value = slots[name] ?? `{${name}}`;
      return [name, typeof value === 'number' ? value : slotText(value, language)] as const;
    });
    return String(format.format(Object.fromEntries(values)));
  };
}
