// The report as a PDF: tagged, with bookmarks, and on each page who, when, the mark of a drill, and
// the number of the page. It says what the HTML says.
import { buffer } from 'node:stream/consumers';
import type { Block, ReportDocument, Text } from './document.ts';
import {
  CONTENT_WIDTH,
  drawLine,
  lineHeight,
  needRoom,
  openPaper,
  PAGE,
  setLines,
  turnPage,
} from './pdf-paper.ts';
import type { Paper } from './pdf-paper.ts';
import { drawTable } from './pdf-table.ts';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;
type Outline = PDFKit.PDFDocument['outline'];

const TEXT_SIZE = 9;
const EDGE_SIZE = 7;
const HEADINGS = {
  1: { size: 17, before: 0, after: 6 },
  2: { size: 12, before: 12, after: 4 },
  3: { size: 9.5, before: 8, after: 3 },
} as const;
/** A heading stands with at least this much of what follows it. */
const KEPT_TOGETHER = 48;

/** The bytes of the PDF. The same document gives the same bytes. */
export async function reportPdf(document: ReportDocument): Promise<Uint8Array> {
  const paper = openPaper(document);
  const { doc } = paper;
  const root = doc.struct('Document');
  doc.addStructure(root);
  const levels: Outline[] = [doc.outline];
  for (const { mark, blocks } of document.parts) {
    paper.mark = mark;
    turnPage(paper);
    for (const block of blocks) drawBlock(paper, block, root, levels);
  }
  root.end();
  drawEdges(paper, document);
  const bytes = buffer(doc);
  doc.end();
  return bytes;
}

function drawBlock(paper: Paper, block: Block, root: Element, levels: Outline[]): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(paper, block, root, levels);
      return;
    case 'paragraph':
      drawText(paper, block.text, root, 'P', 0);
      paper.y += 3;
      return;
    case 'list': {
      const list = paper.doc.struct('L');
      root.add(list);
      for (const item of block.items) drawText(paper, item, list, 'LI', 10);
      list.end();
      paper.y += 3;
      return;
    }
    case 'table':
      drawTable(paper, block, root);
  }
}

function drawHeading(
  paper: Paper,
  { level, text }: Extract<Block, { kind: 'heading' }>,
  root: Element,
  levels: Outline[],
): void {
  const { size, before, after } = HEADINGS[level];
  const lines = setLines(paper, text, CONTENT_WIDTH, size, true);
  const height = lines.length * lineHeight(size);
  needRoom(paper, before + height + KEPT_TOGETHER);
  if (paper.y > PAGE.top) paper.y += before;
  const { doc, y } = paper;
  const title = text.map((run) => run.text).join('');
  const item = (levels[level - 1] ?? doc.outline).addItem(title, { expanded: level === 1 });
  levels.splice(level, levels.length, item);
  root.add(
    doc.struct(`H${level}`, { title }, () => {
      for (const [nth, line] of lines.entries()) {
        drawLine(paper, line, PAGE.left, y + nth * lineHeight(size), size);
      }
    }),
  );
  paper.y = y + height + after;
}

// A text may be longer than a page: each line goes where it has room.
function drawText(
  paper: Paper,
  text: Text,
  parent: Element,
  kind: 'P' | 'LI',
  indent: number,
): void {
  const element = paper.doc.struct(kind);
  parent.add(element);
  const height = lineHeight(TEXT_SIZE);
  const lines = setLines(paper, text, CONTENT_WIDTH - indent, TEXT_SIZE);
  for (const [nth, line] of lines.entries()) {
    needRoom(paper, height);
    const { y } = paper;
    element.add(() => {
      if (nth === 0 && kind === 'LI') drawLine(paper, BULLET, PAGE.left, y, TEXT_SIZE);
      drawLine(paper, line, PAGE.left + indent, y, TEXT_SIZE);
    });
    paper.y += height;
  }
  element.end();
  if (kind === 'LI') paper.y += 1;
}

const BULLET = [{ text: '•', strong: false, x: 0 }];

// What stands at the edges of every page, once their number is known.
function drawEdges(paper: Paper, { title, parties, period }: ReportDocument): void {
  const { doc, marks } = paper;
  for (const [at, mark] of marks.entries()) {
    doc.switchToPage(at);
    doc.markContent('Artifact', { type: 'Pagination' });
    const edge = (text: string, y: number, place: 'left' | 'right' | 'centre', size: number) => {
      const strong = place === 'centre';
      const [line = []] = setLines(paper, [{ text }], CONTENT_WIDTH, size, strong);
      const last = line.at(-1);
      const width = last === undefined ? 0 : last.x + doc.fontSize(size).widthOfString(last.text);
      const free = CONTENT_WIDTH - width;
      const share = place === 'left' ? 0 : place === 'right' ? 1 : 0.5;
      drawLine(paper, line, PAGE.left + free * share, y, size);
    };
    doc.fillColor('#333333');
    edge(`${title}: ${parties}`, 30, 'left', EDGE_SIZE);
    edge(period, 30, 'right', EDGE_SIZE);
    if (mark !== '') edge(mark, 26, 'centre', 12);
    edge(`page ${at + 1} of ${marks.length}`, PAGE.height - 32, 'right', EDGE_SIZE);
    doc.endMarkedContent();
  }
}
