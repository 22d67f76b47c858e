// The folder of a report: the report as HTML and PDF, the evidence that it stands on, how to check
// it, and the hashes of all of them, written last.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { reasonOf, writeFile } from '../file-text.ts';
import type { ReportDocument } from './document.ts';
import { evidenceFiles } from './evidence-names.ts';
import { reportHtml } from './html.ts';
import { howToCheck } from './labels.ts';
import { reportPdf } from './pdf.ts';
import type { ReportedRecord } from './read-records.ts';

const SUMS = 'SHA256SUMS';

/** Makes the folder. Refuses one that has something in it, and what is no folder. */
export function openFolder(folder: string): Outcome<undefined> {
  const right = 'a folder that is empty or not there yet';
  try {
    mkdirSync(folder, { recursive: true });
    const held = readdirSync(folder);
    if (held.length === 0) return accept(undefined);
    return refuse('malformed', '--out', `${folder} is not empty: it has ${held[0]}`, right);
  } catch (fault) {
    return refuse('not-found', '--out', `${folder}: ${reasonOf(fault)}`, right);
  }
}

/** Writes every file of the report, and says their names. Refuses as the disk does. */
export async function writeReport(
  folder: string,
  document: ReportDocument,
  records: readonly ReportedRecord[],
): Promise<Outcome<readonly string[]>> {
  const evidence = evidenceFiles(records);
  const files: (readonly [name: string, content: string | Uint8Array])[] = [
    ['CHECK.txt', `How to check this report\n\n${howToCheck(evidence).join('\n')}\n`],
    ...evidence.map(({ file, text }) => [file, text] as const),
    ['report.html', reportHtml(document)],
    ['report.pdf', await reportPdf(document)],
  ];
  const sums = files.map(([name, content]) => {
    return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
  });
  const made = openFolder(join(folder, 'evidence'));
  if (!made.ok) return made;
  for (const [name, content] of [...files, [SUMS, sums.join('')] as const]) {
    const written = writeFile(join(folder, name), content);
    if (!written.ok) return written;
  }
  return accept([...files.map(([name]) => name), SUMS]);
}
