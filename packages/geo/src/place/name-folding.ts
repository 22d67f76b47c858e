// How spellings of one name are brought together: case, accents, hyphens, articles and the ways of
// writing Arabic and Russian in Latin letters do not count.

/** A name as it is compared: `folded` exactly, `skeleton` with its spelling forgiven. */
export type FoldedName = { readonly folded: string; readonly skeleton: string };

const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|az|ed|es|ez|ehz|uz|эз|аль|эль|эд|аз|эш|аш|эр)$/;
const LATIN = lettersOf('ð=d đ=d ø=o ł=l ı=i þ=th æ=ae œ=oe ß=ss ə=e');
const CYRILLIC = lettersOf(
  'а=a б=b в=v г=g д=d е=e ж=j з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ' +
    'ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=iu я=ia і=i ї=i є=e',
);
const ARABIC = lettersOf(
  'ا=a ب=b ت=t ث=th ج=j ح=h خ=h د=d ذ=z ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع= غ=g ف=f ق=k ك=k ' +
    'ل=l م=m ن=n ه=h و=u ي=i ى=a ة= ء=',
);
const HEBREW = lettersOf(
  'א= ב=b ג=g ד=d ה=h ו=u ז=z ח=h ט=t י=i כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע= פ=f ף=f צ=s ץ=s ' +
    'ק=k ר=r ש=sh ת=t',
);

/**
 * The folded name and its skeleton: consonants, with the letters that transliterations exchange
 * made one (kh h, q k, dh z, gh g, ph f), doubles once, and no final h. Empty for no letters.
 */
export function foldName(name: string): FoldedName {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}ʻʼ'’`ـ]/gu, '')
    .replace(/[ðđøłıþæœßə]/g, (letter) => LATIN[letter] ?? letter)
    .replace(/[ىئ]/g, 'ي')
    .replace(/ة/g, 'ه');
  const words = (plain.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    word.length > 4 ? word.replace(/^ال/, '') : word,
  );
  const bare = words.filter((word) => words.length === 1 || !ARTICLE.test(word));
  const folded = bare.join('');
  return { folded, skeleton: skeletonOf(folded) };
}

/** Whether two strings differ by at most `most` letters put in, left out or exchanged. */
export function withinEdits(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return (row[b.length] ?? Infinity) <= most;
}

/** A folded name in Latin letters: Cyrillic, Arabic and Hebrew ones replaced, one by one. */
export function latinOf(folded: string): string {
  if (/^[a-z0-9]*$/.test(folded)) return folded;
  return Array.from(folded)
    .map((letter) => CYRILLIC[letter] ?? ARABIC[letter] ?? HEBREW[letter] ?? letter)
    .join('');
}

function skeletonOf(folded: string): string {
  return latinOf(folded)
    .replace(/kh/g, 'h')
    .replace(/dh|zh/g, 'z')
    .replace(/gh/g, 'g')
    .replace(/ph/g, 'f')
    .replace(/q/g, 'k')
    .replace(/(.)\1+/gu, '$1')
    .replace(/[aeiouyw]/g, '')
    .replace(/(?<=.)h$/, '');
}

function lettersOf(pairs: string): Readonly<Record<string, string>> {
  return Object.fromEntries(pairs.split(' ').map((pair) => pair.split('='))) as Readonly<
    Record<string, string>
  >;
}
