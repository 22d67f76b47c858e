// The document of an arrangement as Markdown and as a page of HTML that needs nothing else.
import { NOT_AGREED } from './clauses.ts';
import type { ArrangementDocument } from './document.ts';

const NOT_SIGNED = 'Not signed.';

/** The document as Markdown. What parties wrote is escaped: it makes no marks of its own. */
export function documentMarkdown(document: ArrangementDocument): string {
  const { title, parties, version, standing, signatures, clauses } = document;
  return [
    `# ${markdown(title)}`,
    `Between ${markdown(parties)}. Version ${version}. ${markdown(standing)}`,
    ...clauses.flatMap(({ number, heading, items }) => [
      `## ${number}. ${heading}`,
      items.length === 0 ? NOT_AGREED : items.map(({ text }) => `- ${markdown(text)}`).join('\n'),
    ]),
    '## Signatures',
    signatures.length === 0
      ? NOT_SIGNED
      : signatures.map((line) => `- ${markdown(line)}`).join('\n'),
    '',
  ].join('\n\n');
}

function markdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#|~&]/gu, '\\$&');
}

const STYLE =
  'body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 Georgia,serif;' +
  'color:#111;background:#fff}h2{font-size:1.1rem;margin:1.4rem 0 .2rem;break-after:avoid}' +
  'ul{margin:.2rem 0}li{break-inside:avoid}@page{margin:2cm}' +
  '@media print{body{margin:0;max-width:none;font-size:11pt}}';

/** The document as one page of HTML: no script, nothing from the network, and fit for print. */
export function documentHtml(document: ArrangementDocument): string {
  const { title, parties, version, standing, signatures, clauses } = document;
  const list = (lines: readonly string[], none: string): string =>
    lines.length === 0
      ? `<p>${none}</p>`
      : `<ul>\n${lines.map((line) => `<li dir="auto">${html(line)}</li>`).join('\n')}\n</ul>`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="Content-Security-Policy" ' +
      "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    `<title>${html(title)}, version ${version}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${html(title)}</h1>`,
    `<p>Between ${html(parties)}. Version ${version}. ${html(standing)}</p>`,
    ...clauses.flatMap(({ number, heading, items }) => [
      `<h2>${number}. ${heading}</h2>`,
      list(
        items.map(({ text }) => text),
        NOT_AGREED,
      ),
    ]),
    '<h2>Signatures</h2>',
    list(signatures, NOT_SIGNED),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function html(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
