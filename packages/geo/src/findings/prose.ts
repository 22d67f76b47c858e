// The words of a notice, made ready for reading: white space made one without moving an index, and
// the sentences that are about something else than the area told apart.

/** A text of at most `CHARACTERS_MAX`, with its sentences. */
export type Prose = {
  readonly text: string;
  /** Whether what stands at `at` speaks of something else: a meeting, a letter, a past year. */
  readonly isAside: (at: number) => boolean;
  /** The clause before `at`, back to the last stop or semicolon. */
  readonly before: (at: number) => string;
  /** The sentence that holds what stands at `at`. */
  readonly sentence: (at: number) => string;
};

export const CHARACTERS_MAX = 10_000;

/** Words of sentences that do not place the activity. */
const ASIDE_EN =
  'meetings?|met|talks?|conference|negotiat\\w+|briefing|delegation|visit\\w*|ceremony|embassy|' +
  'spokes\\w+|ministers?|president|newspaper|press|agency|agreement|agreed|memorandum|treaty|' +
  'signed|report(?:s|ed)?|letter|telegram|e-?mail|telephone|phone|hotline|born|graduated|' +
  'hospital(?:s|ized)? in|evacuat\\w+|refugees?|displaced|convoy from|embarked|' +
  'headquarters?|HQ|liaison|coordination (?:cent(?:re|er)|cell|group)|training course|' +
  'as in|similar(?: to| area| zone)?|(?:was|were) (?:used|held|closed)|used to|' +
  'unlike|compared (?:with|to)|previous(?:ly)?|formerly|last (?:week|month|' +
  'year)|' +
  'yesterday|ref(?:erence)?|message|our (?:note|notice)|copy to|duty officer|point of contact|' +
  'frequency is guarded|guarded|manned|reachable|office|supersedes|replaces|cancels|' +
  'in accordance with|weather|visibility|forecast|wind|sunrise|sunset|QNH|alternates?|divert\\w*|' +
  'the (?:day|night|week) (?:before|after)|transits?|next notice|next message|' +
  'will be issued|issued|dated|published|update(?:s|d)?';
const ASIDE_RU =
  'встреч\\p{L}*|переговор\\p{L}*|совещани\\p{L}*|конференци\\p{L}*|делегаци\\p{L}*|визит\\p{L}*|' +
  'посольств\\p{L}*|министр\\p{L}*|президент\\p{L}*|газет\\p{L}*|' +
  'агентств\\p{L}*|соглашени\\p{L}*|' +
  'меморандум\\p{L}*|договор\\p{L}*|подписан\\p{L}*|сообщени\\p{L}*|сообщил\\p{L}*|доклад\\p{L}*|' +
  'письм\\p{L}*|телефон\\p{L}*|звон\\p{L}*|доложил\\p{L}*|беженц\\p{L}*|эвакуац\\p{L}*|' +
  'колонн\\p{L}* из|штаб\\p{L}*|координационн\\p{L}*|прошл\\p{L}+ (?:недел|месяц|год)\\p{L}*|' +
  'вчера|накануне|(?<!не )ранее|уже (?:назнач|использ|пров)\\p{L}*|' +
  'аналогичн\\p{L}*|подобн\\p{L}*|прежде|как и в|в отличие|по сравнению|' +
  'исх\\.?|вх\\.?|наш\\p{L}* (?:нот|извещ)\\p{L}*|' +
  'дежурн\\p{L}*|офицер\\p{L}*|заменяет|отменяет|в соответствии|погод\\p{L}*|' +
  'видимость|прогноз\\p{L}*|' +
  'ветер|ветра|восход\\p{L}*|заход\\p{L}*|запасн\\p{L}*|обновлен\\p{L}*|издан\\p{L}*|от числа|' +
  'следующе\\p{L}+ (?:извещ|сообщ)\\p{L}*|родил\\p{L}*|окончил\\p{L}*|курс[ыа] подготовки';
const ASIDE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ASIDE_EN}|${ASIDE_RU})(?![\\p{L}\\p{N}])`, 'iu');
/** A year that is told as past or as history: "in 2015", "в 2015 году". */
const YEAR = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:in|since|during|until|of|with|с|в|до|со?) ((?:19|` +
    String.raw`20)\d\d)(?: (?:году?|года|г\.))?(?![\p{N}:-])`,
  'giu',
);
/**
 * A stop that ends a sentence: not the point of a decimal, nor of an abbreviation
 * of one letter.
 */
const STOP = new RegExp(
  String.raw`[!?;\n]|(?<![\s.(]\p{L}{1,2}|^\p{L}{1,2}|\d)\.(?=\s|$)|(?<=\d)\.(?=\s+\p{Lu}|\s*$)|` +
    String.raw`(?<=\d ?(?:NM|nm|km|mi|ft|kt|m|км|м|ч)|\s(?:it|us|up|so|is|on|in|` +
    String.raw`by))\.(?=\s+\p{Lu}|\s*$)`,
  'gu',
);

/**
 * Makes `words` ready. `years` are those of the windows; a sentence with another
 * one is history.
 */
export function proseOf(words: string, years: ReadonlySet<number>): Prose {
  const cut = words.slice(0, CHARACTERS_MAX);
  const ends = [...cut.matchAll(STOP)].map((stop) => stop.index + 1);
  const text = cut.replace(/\s/g, ' ');
  const bounds = [0, ...ends, text.length];
  const asides = new Map<number, boolean>();
  const sentenceAt = (at: number): number => {
    let [low, high] = [0, bounds.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low;
  };
  const isAside = (at: number): boolean => {
    const index = sentenceAt(at);
    const kept = asides.get(index);
    if (kept !== undefined) return kept;
    const sentence = text.slice(bounds[index], bounds[index + 1]);
    const aside = ASIDE.test(sentence) || speaksOfOtherYear(sentence, years);
    asides.set(index, aside);
    return aside;
  };
  const before = (at: number): string => text.slice(bounds[sentenceAt(at)], at);
  const sentence = (at: number): string => {
    const index = sentenceAt(at);
    return text.slice(bounds[index], bounds[index + 1]);
  };
  return { text, isAside, before, sentence };
}

function speaksOfOtherYear(sentence: string, years: ReadonlySet<number>): boolean {
  return [...sentence.matchAll(YEAR)].some((found) => !years.has(Number(found[1])));
}
