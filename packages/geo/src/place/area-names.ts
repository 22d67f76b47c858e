// Areas by their names: any language, any spelling that the folding of names forgives.
import type { Area } from './area-port.ts';
import { foldName, withinEdits } from './name-folding.ts';

const NAME_CHARACTERS_MAX = 100;
/** Shorter names are only ever found letter by letter: "reason" is no misspelling of Rason. */
const FORGIVEN_LETTERS_MIN = 6;
const TWO_EDITS_LETTERS_MIN = 9;

type Spelling = { readonly folded: string; readonly area: Area };

/**
 * Finds areas by name or alias; if there is none of it letter by letter, by one letter wrong, two
 * from nine on, among names with the same first letter and the same skeleton. That is stricter
 * than for places, because a reader of texts asks for every word: by the skeleton alone "border"
 * is Burdur, "blind" Poland and "north-east" North Ossetia. Countries come first.
 */
export function areaNamesOf(areas: readonly Area[]): (name: string) => readonly Area[] {
  let exact: ReadonlyMap<string, readonly Spelling[]> | undefined;
  let alike: ReadonlyMap<string, readonly Spelling[]> | undefined;
  return (name) => {
    if (name.length > NAME_CHARACTERS_MAX) return [];
    const { folded, skeleton } = foldName(name);
    if (folded === '') return [];
    exact ??= indexOf(areas, (each) => foldName(each).folded);
    const found = exact.get(folded);
    if (found !== undefined) return areasOf(found);
    alike ??= indexOf(areas, (each) => foldName(each).skeleton);
    const edits = folded.length < TWO_EDITS_LETTERS_MIN ? 1 : 2;
    const near = (alike.get(skeleton) ?? []).filter(
      (each) =>
        each.folded.length >= FORGIVEN_LETTERS_MIN &&
        each.folded[0] === folded[0] &&
        withinEdits(each.folded, folded, edits),
    );
    return areasOf(near);
  };
}

function areasOf(spellings: readonly Spelling[]): readonly Area[] {
  return [...new Set(spellings.map(({ area }) => area))];
}

function indexOf(
  areas: readonly Area[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly Spelling[]> {
  const index = new Map<string, Spelling[]>();
  for (const area of areas) {
    for (const name of [area.name, ...Object.values(area.names ?? {}), ...(area.aliases ?? [])]) {
      const key = keyOf(name);
      if (key === '') continue;
      const spelling = { folded: foldName(name).folded, area };
      const under = index.get(key);
      if (under === undefined) index.set(key, [spelling]);
      else under.push(spelling);
    }
  }
  return index;
}
