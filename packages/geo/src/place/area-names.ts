// Areas by their names: any language, any spelling that the folding of names forgives.
import type { Area } from './area-port.ts';
import { foldName } from './name-folding.ts';

const NAME_CHARACTERS_MAX = 100;
const SKELETON_LETTERS_MIN = 4;

/**
 * Finds areas by name or alias; if there is none of it letter by letter, by the skeleton of the
 * name where that has four consonants ("Siryia" is refused, "Afghanestan" found): the names of
 * countries are short, and Oman and Yemen have the same two. Countries come first.
 */
export function areaNamesOf(areas: readonly Area[]): (name: string) => readonly Area[] {
  let exact: Map<string, Area[]> | undefined;
  let alike: Map<string, Area[]> | undefined;
  return (name) => {
    if (name.length > NAME_CHARACTERS_MAX) return [];
    const { folded, skeleton } = foldName(name);
    if (folded === '') return [];
    exact ??= indexOf(areas, (each) => foldName(each).folded);
    const found = exact.get(folded);
    if (found !== undefined) return found;
    if (Array.from(skeleton).length < SKELETON_LETTERS_MIN) return [];
    alike ??= indexOf(areas, (each) => foldName(each).skeleton);
    return alike.get(skeleton) ?? [];
  };
}

function indexOf(areas: readonly Area[], keyOf: (name: string) => string): Map<string, Area[]> {
  const index = new Map<string, Area[]>();
  for (const area of areas) {
    const names = [area.name, ...Object.values(area.names ?? {}), ...(area.aliases ?? [])];
    for (const key of new Set(names.map(keyOf))) {
      if (key === '') continue;
      const under = index.get(key);
      if (under === undefined) index.set(key, [area]);
      else under.push(area);
    }
  }
  return index;
}
