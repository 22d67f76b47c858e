// The nominatives that a Russian name in some case may have: "Сирии" is "Сирия", "Ираке" is "Ирак".
// More are given than exist; a name counts only when something is listed under it.

const CYRILLIC = /^\p{Script=Cyrillic}+(?:[ -]\p{Script=Cyrillic}+){0,2}$/u;
const ADJECTIVE = /(?:ого|его|ой|ей|ому|ему|ую|юю|ом|ем|ым|им)$/u;
const NOUN = /(?:ией|ии|ию|ия|иям?|ием|ие|ью|ой|ей|ом|ем|ём|ам|ах|ами|ов|[аеиоуыюяьй])$/u;

/** The name as it is, and what it may be the genitive, dative, instrumental or locative of. */
export function nominatives(name: string): readonly string[] {
  if (!CYRILLIC.test(name)) return [name];
  const words = name.split(' ');
  const last = words.at(-1) ?? '';
  const heads = words.slice(0, -1);
  const adjectives = heads.map((word) => word.replace(ADJECTIVE, ''));
  const firsts =
    heads.length === 0
      ? ['']
      : [
          `${heads.join(' ')} `,
          ...['ая', 'ий', 'ый'].map((ending) => `${adjectives.map((a) => a + ending).join(' ')} `),
        ];
  const stem = last.replace(NOUN, '');
  const nouns =
    stem.length < 2 ? [last] : [last, stem, ...endingsOf(last).map((end) => stem + end)];
  return firsts.flatMap((first) => nouns.map((noun) => first + noun));
}

function endingsOf(word: string): readonly string[] {
  return /(?:ии|ией|ию|ия)$/u.test(word) ? ['ия'] : ['а', 'я', 'ь', 'ы', 'и', 'о'];
}
