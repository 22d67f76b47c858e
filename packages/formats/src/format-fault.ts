// What readers say of what they refuse, and of what a standard made them assume.

/** Why a feature was refused, one fault each. */
export type FormatFault = {
  /** Line of the text on which the feature begins, from 1. */
  readonly line: number;
  /** The feature's id; or its place, such as "feature 3", when it has none; '' for the text. */
  readonly feature: string;
  /** Path of the field within the feature, such as "lower.unit"; '' for the whole feature. */
  readonly field: string;
  /** What is wrong with the value. */
  readonly fault: string;
  /** What would be right. */
  readonly right: string;
};

/** Something taken as the standard says, though the text does not state it. */
export type FormatNote = {
  readonly line: number;
  readonly feature: string;
  readonly note: string;
};

/** One sentence: where, what is wrong, what would be right. */
export function faultSentence({ line, feature, field, fault, right }: FormatFault): string {
  const where = [`line ${line}`, feature, field].filter((part) => part !== '').join(', ');
  return `${where}: ${fault}; right would be ${right}`;
}

/** Collects the faults and notes of one feature; `refuse` stands for the value it refuses. */
export class Findings {
  readonly faults: { field: string; fault: string; right: string }[] = [];
  readonly notes: string[] = [];

  refuse(field: string, fault: string, right: string): undefined {
    this.faults.push({ field, fault, right });
  }
}
