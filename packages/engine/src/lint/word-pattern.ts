// Patterns of whole words in any script. `\b` knows Latin letters alone.

/** What may be written onto the front of a word in Arabic, and in Hebrew. */
export const ARABIC_BEFORE = '[وفبكل]{0,2}(?:ال|لل|ل)?';
export const HEBREW_BEFORE = '[ושמהכלב]{0,3}';

/** The sources as one pattern of whole words; `flags` besides `g` and `u`. */
export function wholeWords(sources: readonly string[], flags: '' | 'i'): RegExp {
  const any = sources.join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:${any})(?![\p{L}\p{N}_])`, `gu${flags}`);
}

/** The first words of `text` that any of `patterns` finds, by their place. */
export function firstFound(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].slice(0, 1))
    .toSorted((a, b) => a.index - b.index)[0];
}
