// The report as headings, paragraphs, lists and tables: what both writers write, and nothing else.
// Words of a party are runs of their own, so that each writer can isolate them from ours.

/** A stretch of text. `peer` marks what a party wrote; `language` is its BCP 47 tag, if told. */
export type Run = {
  readonly text: string;
  readonly peer?: true;
  readonly language?: string;
  readonly strong?: true;
};

export type Text = readonly Run[];

/** One or more lines of text; `marked` sets the cell apart: only one side holds it. */
export type Cell = { readonly texts: readonly Text[]; readonly marked?: true };

/** `share` is the part of the width that a column takes, of the sum of all shares. */
export type Column = { readonly title: string; readonly share: number };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Text }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
    };

/** Begins on a new page. `mark` stands on each of its pages: EXERCISE, TEST, or nothing. */
export type Part = { readonly mark: string; readonly blocks: readonly Block[] };

export type ReportDocument = {
  readonly title: string;
  /** Who, and from when until when: at the head of every page. */
  readonly parties: string;
  readonly period: string;
  /** The time that stands in the PDF as its creation: the end of the period, so never the clock. */
  readonly datedMs: number;
  readonly parts: readonly Part[];
};

/** Our own words. */
export function plain(text: string): Run {
  return { text };
}

/** Our own words, to be seen first. */
export function strong(text: string): Run {
  return { text, strong: true };
}

/** What a party wrote: characters that hide or turn what is read are shown by their code. */
export function peer(text: string, language?: string): Run {
  return {
    text: visible(text),
    peer: true,
    ...(language === undefined ? {} : { language }),
  };
}

// Controls, directional overrides and isolates, invisible and private characters. The marks that
// Arabic, Hebrew and Persian need (U+200C to U+200F, U+061C) stay as they are.
const DECEPTIVE =
  /[\p{Cc}\p{Co}\p{Cn}\u00AD\u180E\u200B\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;

function visible(text: string): string {
  return text.replace(/\r\n/gu, '\n').replace(DECEPTIVE, (character) => {
    if (character === '\n') return character;
    if (character === '\t') return ' ';
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `[U+${code.padStart(4, '0')}]`;
  });
}

/** A cell of one line. */
export function cell(...runs: readonly (Run | string)[]): Cell {
  return { texts: [textOf(...runs)] };
}

/** A text of our own words and of runs. */
export function textOf(...runs: readonly (Run | string)[]): Text {
  return runs.map((run) => (typeof run === 'string' ? plain(run) : run));
}

export function heading(level: 1 | 2 | 3, ...runs: readonly (Run | string)[]): Block {
  return { kind: 'heading', level, text: textOf(...runs) };
}

export function paragraph(...runs: readonly (Run | string)[]): Block {
  return { kind: 'paragraph', text: textOf(...runs) };
}
