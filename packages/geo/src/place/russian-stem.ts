// Russian names in any of their cases: "от Ракки", "над Раккой" and "Ракка" have one stem.

const CYRILLIC_WORD = /\p{Script=Cyrillic}+/gu;
const ENDING = /(?<=..)(?:ого|его|ому|ему|ами|ями|ой|ей|ою|ею|ом|ем|ам|ям|ах|ях|[аеиоуыэюяйь])+$/u;

/**
 * The words of a name without their endings, joined; undefined without Cyrillic letters. At least
 * two letters of a word are kept.
 * Not a grammar: different names may share a stem, so a name found by it is not an exact one.
 */
export function russianStem(name: string): string | undefined {
  const words = name.toLowerCase().replaceAll('ё', 'е').match(CYRILLIC_WORD);
  if (words === null) return undefined;
  return words.map((word) => word.replace(ENDING, '')).join('');
}
