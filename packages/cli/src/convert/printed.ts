/** What a conversion prints: lines for a person, or one object for a program. */
export type Printed = {
  /** False when the text, or what must be known beside it, was refused. */
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: object;
};
