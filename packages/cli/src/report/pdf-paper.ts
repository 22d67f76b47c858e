// The sheets of the PDF: A4 with margins, the fonts, and lines of text drawn at a place. What is
// drawn here is embedded and can be selected.
import { fileURLToPath } from 'node:url';
import Pdf from 'pdfkit';
import type { ReportDocument, Text } from './document.ts';
import { linesOf, RIGHT_TO_LEFT } from './line-layout.ts';
import type { Line, WidthOf } from './line-layout.ts';

/** Points (1/72 inch). */
export const PAGE = { width: 595.28, height: 841.89, left: 42, right: 42, top: 56, bottom: 48 };
export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LEADING = 1.32;

/** One face for the four scripts that reports are written in; Latin, Cyrillic, Arabic, Hebrew. */
const FACES = {
  plain: face('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  strong: face('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
};

export type Paper = {
  readonly doc: PDFKit.PDFDocument;
  /** The mark of each page so far. */
  readonly marks: string[];
  /** Where the next thing is drawn, from the top of the page. */
  y: number;
  /** The mark of the pages to come. */
  mark: string;
};

/** Paper without a page yet. The same document gives the same bytes: no clock, no randomness. */
export function openPaper({ title, parties, period, datedMs }: ReportDocument): Paper {
  const doc = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    font: FACES.plain,
    info: { Title: `${title}: ${parties}, ${period}`, CreationDate: new Date(datedMs) },
  });
  return { doc, marks: [], y: 0, mark: '' };
}

/** Goes to the top of a new page. */
export function turnPage(paper: Paper): void {
  paper.doc.addPage();
  paper.marks.push(paper.mark);
  paper.y = PAGE.top;
}

/** Goes to a new page unless `height` has room on this one. */
export function needRoom(paper: Paper, height: number): void {
  if (roomOn(paper) < height) turnPage(paper);
}

/** What is left of the page. */
export function roomOn({ y }: Paper): number {
  return PAGE.height - PAGE.bottom - y;
}

export function lineHeight(size: number): number {
  return size * LEADING;
}

/** A text as lines of a width; all of it bold if `strong`. */
export function setLines(paper: Paper, text: Text, width: number, size: number, strong = false) {
  const runs = text.map((run) => ({
    ...run,
    text: drawable(paper, run.text),
    ...(strong ? { strong } : {}),
  }));
  return linesOf(runs, width, widthsOf(paper, size));
}

/** Draws one line with its top at `y`. */
export function drawLine({ doc }: Paper, line: Line, x: number, y: number, size: number): void {
  for (const piece of line) {
    doc
      .font(piece.strong ? FACES.strong : FACES.plain)
      .fontSize(size)
      .text(piece.text, x + piece.x, y, { lineBreak: false, ...shaping(piece.text) });
  }
}

// Told of features, if none, the library shapes a stretch as a whole, which one from right to left
// needs; else word by word, and remembers each word.
function shaping(text: string): { features?: [] } {
  return RIGHT_TO_LEFT.test(text) ? { features: [] } : {};
}

const measured = new WeakMap<PDFKit.PDFDocument, Map<string, number>>();

// Widths of one point's size are kept: a report has the same words many times.
function widthsOf({ doc }: Paper, size: number): WidthOf {
  const known = measured.get(doc) ?? new Map<string, number>();
  measured.set(doc, known);
  return (text, strong) => {
    const key = `${strong ? 'b' : 'p'}${text}`;
    let width = known.get(key);
    if (width === undefined) {
      doc.font(strong ? FACES.strong : FACES.plain).fontSize(1);
      width = doc.widthOfString(text, shaping(text));
      known.set(key, width);
    }
    return width * size;
  };
}

type Face = { readonly font: { readonly hasGlyphForCodePoint: (codePoint: number) => boolean } };

/** A text in which each character that the face lacks stands by its code: "[U+6F22]". */
function drawable({ doc }: Paper, text: string): string {
  // Where the library keeps the face that it draws with; its types do not tell of it.
  const { font } = (doc.font(FACES.plain) as unknown as { readonly _font: Face })['_font'];
  return text.replace(/[^\n\u0020-\u007E\u200C-\u200F\u061C]/gu, (character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (font.hasGlyphForCodePoint(codePoint)) return character;
    return `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
}

function face(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
