// Tables on paper: the titles stand again on each page, and a row that does not fit on what is left
// of a page goes to the next, or is divided if no page would hold it.
import type { Block, Cell } from './document.ts';
import type { Line } from './line-layout.ts';
import {
  CONTENT_WIDTH,
  drawLine,
  lineHeight,
  PAGE,
  roomOn,
  setLines,
  turnPage,
} from './pdf-paper.ts';
import type { Paper } from './pdf-paper.ts';

export type Table = Extract<Block, { kind: 'table' }>;
type Parent = ReturnType<PDFKit.PDFDocument['struct']>;

type SetCell = { readonly lines: readonly Line[]; readonly marked: boolean };
type SetRow = { readonly cells: readonly SetCell[]; readonly kind: 'TH' | 'TD' };

const SIZE = 7.6;
const PAD = 3;
const HEIGHT = lineHeight(SIZE);
const COLOURS = {
  rule: '#aaaaaa',
  head: '#eeeeee',
  marked: '#fbeecb',
  bar: '#8a5a00',
  text: '#111111',
};

/** Draws a table from the paper's place on. */
export function drawTable(paper: Paper, { columns, rows }: Table, parent: Parent): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (share / whole) * CONTENT_WIDTH);
  const set = (cells: readonly Cell[], kind: SetRow['kind']): SetRow => {
    return {
      kind,
      cells: cells.map(({ texts, marked = false }, at) => {
        const width = (widths[at] ?? 0) - 2 * PAD;
        return {
          marked,
          lines: texts.flatMap((text) => setLines(paper, text, width, SIZE, kind === 'TH')),
        };
      }),
    };
  };
  const table = paper.doc.struct('Table');
  parent.add(table);
  const titles = set(
    columns.map(({ title }) => ({ texts: [[{ text: title }]] })),
    'TH',
  );
  const top = heightOf(titles);
  const draw = (row: SetRow): void => {
    drawRow(paper, row, widths, table);
  };
  const turn = (): void => {
    turnPage(paper);
    draw(titles);
  };
  const page = PAGE.height - PAGE.top - PAGE.bottom - top;
  for (const [nth, row] of rows.entries()) {
    let rest = set(row, 'TD');
    const height = heightOf(rest);
    if (nth === 0) {
      if (roomOn(paper) < top + Math.min(height, page)) turn();
      else draw(titles);
    }
    if (height > roomOn(paper) && height <= page) turn();
    while (heightOf(rest) > roomOn(paper)) {
      const count = Math.floor((roomOn(paper) - 2 * PAD) / HEIGHT);
      if (count > 0) draw(part(rest, 0, count));
      rest = part(rest, Math.max(count, 0), Infinity);
      turn();
    }
    draw(rest);
  }
  table.end();
  paper.y += 8;
}

function heightOf({ cells }: SetRow): number {
  return Math.max(1, ...cells.map(({ lines }) => lines.length)) * HEIGHT + 2 * PAD;
}

function part({ cells, kind }: SetRow, from: number, to: number): SetRow {
  const cut = cells.map(({ lines, marked }) => ({ lines: lines.slice(from, to), marked }));
  return { kind, cells: cut };
}

function drawRow(paper: Paper, row: SetRow, widths: readonly number[], table: Parent): void {
  const { doc, y } = paper;
  const height = heightOf(row);
  const line = doc.struct('TR');
  table.add(line);
  let x = PAGE.left;
  for (const [at, { lines, marked }] of row.cells.entries()) {
    const width = widths[at] ?? 0;
    const left = x;
    doc.markContent('Artifact', { type: 'Layout' });
    const fill = row.kind === 'TH' ? COLOURS.head : marked ? COLOURS.marked : undefined;
    if (fill !== undefined) doc.rect(left, y, width, height).fill(fill);
    if (marked) doc.rect(left, y, 2, height).fill(COLOURS.bar);
    doc.lineWidth(0.5).rect(left, y, width, height).stroke(COLOURS.rule);
    doc.fillColor(COLOURS.text).endMarkedContent();
    const content = doc.struct(row.kind, {}, () => {
      for (const [nth, one] of lines.entries()) {
        drawLine(paper, one, left + PAD, y + PAD + nth * HEIGHT, SIZE);
      }
    });
    line.add(content);
    x += width;
  }
  line.end();
  paper.y = y + height;
}
