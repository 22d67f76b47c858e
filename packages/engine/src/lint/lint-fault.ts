// What the lint finds, and what it says about it (DESIGN rule 9; DOMAIN 3.8).

/** The rules, one for each kind of thing that a line never carries. */
export type LintRule =
  | 'point-list'
  | 'target-vocabulary'
  | 'weapon'
  | 'unit'
  | 'small-volumes'
  | 'question-asked';

/** One thing in a body that must not be carried: the field, the words, why, what would be right. */
export type LintFault = {
  readonly rule: LintRule;
  /** A path like `words.text` or `volumes`. */
  readonly field: string;
  /** The words as they stand; of volumes, how many there are. */
  readonly quoted: string;
  readonly fault: string;
  readonly right: string;
};

const SAID: Readonly<Record<LintRule, { readonly fault: string; readonly right: string }>> = {
  'point-list': {
    fault: 'is a list of points beside the volumes',
    right: 'an area as a volume, and at most one point in words',
  },
  'target-vocabulary': {
    fault: 'speaks of targets or aim points',
    right: 'the area and the times in which to keep clear',
  },
  weapon: {
    fault: 'names a weapon or a munition',
    right: 'a kind and a number, such as "artillery, about 10"',
  },
  unit: {
    fault: 'names a unit or a call sign',
    right: 'whose forces, or a role at a headquarters',
  },
  'small-volumes': {
    fault: 'are a list of points: each fits into a square of 250 m',
    right: 'fewer than three, or one area that holds them',
  },
  'question-asked': {
    fault: 'asks for targets, or why a place is avoided',
    right: 'a question about place, height, time, kind of activity or whose forces',
  },
};

/** A fault of `rule`: `quoted` are the words that break it, cut to 80 characters. */
export function lintFault(rule: LintRule, field: string, quoted: string): LintFault {
  const words = quoted.length > 80 ? `${quoted.slice(0, 79)}…` : quoted;
  return { rule, field, quoted: words, ...SAID[rule] };
}

/** The fault as a sentence for the sender. */
export function lintSentence({ field, quoted, fault, right }: LintFault): string {
  return `${field}: "${quoted}" ${fault}. Right would be: ${right}.`;
}
