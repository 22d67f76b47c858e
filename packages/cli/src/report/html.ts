// The report as one file of HTML: no script, nothing from outside, and every text escaped.
import type { Block, Cell, Part, ReportDocument, Run, Text } from './document.ts';

/** The whole page. Shape: UTF-8 text; the same document gives the same bytes. */
export function reportHtml(document: ReportDocument): string {
  const { title, parties, period, parts } = document;
  return [
    '<!doctype html>',
    '<html lang="en" dir="ltr">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta http-equiv="Content-Security-Policy" ' +
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    `<title>${escaped(`${title}: ${parties}, ${period}`)}</title>`,
    `<style>\n${STYLE}${pageRules(document)}</style>`,
    '</head>',
    '<body>',
    ...parts.map(partHtml),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function partHtml({ mark, blocks }: Part): string {
  const banner = mark === '' ? '' : `<p class="mark">${escaped(mark)}</p>\n`;
  const body = blocks.map((block) => blockHtml(block, mark)).join('\n');
  const page = mark === '' ? '' : ` class="${pageName(mark)}"`;
  return `<section${page}>\n${banner}${body}\n</section>`;
}

function blockHtml(block: Block, mark: string): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${textHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${textHtml(block.text)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${textHtml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(block, mark);
  }
}

// The mark stands in the head of each table too: browsers repeat that on every printed page.
function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>, mark: string): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns
    .map(({ share }) => `<col style="width:${((100 * share) / whole).toFixed(2)}%">`)
    .join('');
  const titles = columns.map(({ title }) => `<th scope="col">${escaped(title)}</th>`).join('');
  const banner =
    mark === ''
      ? ''
      : `<tr><th class="mark" colspan="${columns.length}">${escaped(mark)}</th></tr>`;
  return [
    `<table>\n<colgroup>${widths}</colgroup>`,
    `<thead>${banner}<tr>${titles}</tr></thead>\n<tbody>`,
    ...rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`),
    '</tbody>\n</table>',
  ].join('\n');
}

function cellHtml({ texts, marked }: Cell): string {
  const lines = texts.map((text) => `<div>${textHtml(text)}</div>`).join('');
  return `<td${marked === true ? ' class="marked"' : ''}>${lines}</td>`;
}

function textHtml(text: Text): string {
  return text.map(runHtml).join('');
}

// An isolate of its own direction: what a party wrote cannot turn the text around it.
function runHtml({ text, peer, language, strong }: Run): string {
  const lang = language === undefined ? '' : ` lang="${escaped(language)}"`;
  const inner = peer === true ? `<bdi dir="auto"${lang}>${escaped(text)}</bdi>` : escaped(text);
  return strong === true ? `<strong>${inner}</strong>` : inner;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}

function pageName(mark: string): string {
  return `page-${mark.toLowerCase().replace(/[^a-z]+/gu, '-')}`;
}

// What stands on every printed page: who and when at its head, its number at its foot.
function pageRules({ title, parties, period, parts }: ReportDocument): string {
  const margin = (place: string, content: string): string => `@${place}{content:${content}}`;
  const rules = [
    '@page{size:A4;margin:20mm 15mm 18mm;font:8pt sans-serif;color:#333;' +
      margin('top-left', css(`${title}: ${parties}`)) +
      margin('top-right', css(period)) +
      margin('bottom-right', '"page " counter(page) " of " counter(pages)') +
      '}',
    ...new Set(
      parts
        .filter(({ mark }) => mark !== '')
        .map(
          ({ mark }) =>
            `@page ${pageName(mark)}{` +
            `@top-center{content:${css(mark)};font:bold 12pt sans-serif;color:#000}}` +
            `\n.${pageName(mark)}{page:${pageName(mark)}}`,
        ),
    ),
  ];
  return `${rules.join('\n')}\n`;
}

function css(text: string): string {
  const inner = text.replace(/[^\w .,:;()–-]/gu, (character) => {
    return `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
  });
  return `"${inner}"`;
}

const STYLE = `
:root{color-scheme:light}
body{max-width:62rem;margin:2rem auto;padding:0 1.5rem;font:15px/1.45 system-ui,sans-serif;
color:#111;background:#fff}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .6rem}
h2{font-size:1.2rem;margin:1.8rem 0 .4rem;border-bottom:1px solid #888;padding-bottom:.15rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}
h1,h2,h3{break-after:avoid}
section+section{margin-top:3rem;border-top:3px solid #111;padding-top:1.5rem}
p,ul{margin:.35rem 0}
table{width:100%;border-collapse:collapse;table-layout:fixed;margin:.5rem 0 1rem;font-size:.86rem}
th,td{text-align:start;vertical-align:top;padding:.3rem .45rem;border:1px solid #bbb;
overflow-wrap:anywhere}
th{background:#eee}
tr{break-inside:avoid}
thead{display:table-header-group}
td.marked{background:#fbeecb;border-inline-start:4px solid #8a5a00}
bdi{white-space:pre-wrap}
.mark{font-weight:bold;letter-spacing:.12em;text-align:center;background:#111;color:#fff;
padding:.25rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
@media print{html{font-size:8.5pt}body{max-width:none;margin:0;padding:0 1px;font-size:8.5pt}
table{font-size:7.5pt}
th,td{padding:2px 3px}
section+section{break-before:page;border:0;margin:0;padding:0}
th,td.marked{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
