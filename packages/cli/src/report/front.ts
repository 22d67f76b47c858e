// The first page, in plain words: who, when, which records, and what all of this proves and does
// not prove; then what is of the whole line.
import { clausesOf, NOT_AGREED } from '@parley/engine';
import type { AfterAction } from '@parley/engine';
import { checkEvidence, NOT_AGREEMENT } from '@parley/evidence';
import type { TrustedKey } from '@parley/evidence';
import { writeInstant } from '@parley/geo';
import { objectIdOf } from '@parley/protocol';
import { plainSentence } from '../command.ts';
import { cell, heading, paragraph, peer, plain, strong, textOf } from './document.ts';
import type { Block, Cell, Text } from './document.ts';
import { evidenceFiles } from './evidence-names.ts';
import { tableBlocks } from './figures.ts';
import { glanceBlocks } from './glance.ts';
import {
  COLUMNS,
  HEADINGS,
  howToCheck,
  keptApart,
  NOT_PROVEN,
  NO_RECORD,
  TITLE,
} from './labels.ts';
import type { ReportedRecord, ReportedRecords } from './read-records.ts';

export type Front = {
  readonly report: AfterAction;
  readonly reported: ReportedRecords;
  /** The keys that the reader brought along. */
  readonly trusted: readonly TrustedKey[];
  /** "EXERCISE", "TEST": which drills there are. */
  readonly drills: readonly string[];
};

/** The blocks of the first page, and of what follows it about the whole line. */
export function frontBlocks({ report, reported, trusted, drills }: Front): Block[] {
  const proofs = proofsOf(reported.records, trusted);
  return [
    heading(1, TITLE),
    ...introduction(report, drills),
    ...recordBlocks(report, reported),
    ...glanceBlocks(report),
    heading(2, HEADINGS.proven),
    list(proofs.proves),
    heading(2, HEADINGS.relies),
    list(proofs.relies),
    heading(2, HEADINGS.notProven),
    list(NOT_PROVEN.map((sentence) => textOf(sentence))),
    ...incompleteBlocks(report),
    ...agreedBlocks(report),
    heading(2, HEADINGS.check),
    ...howToCheck(evidenceFiles(reported.records)).map((line) => paragraph(line)),
  ];
}

function introduction(
  { line, period, parties, chronology }: AfterAction,
  drills: readonly string[],
) {
  const [from, until] = [writeInstant(period.fromMs), writeInstant(period.untilMs)];
  const names = parties.map(({ party }) => party).join(', ');
  return [
    paragraph(strong(`${names}: ${from} to ${until}`)),
    paragraph(
      `${line}. Everything from the first of these times up to the second, without that itself, ` +
        `by the clock of whoever wrote it: ${countOf(chronology.length, 'entry', 'entries')}.`,
    ),
    ...(drills.length === 0 ? [] : [paragraph(strong(keptApart(drills)))]),
  ];
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function recordBlocks({ parties }: AfterAction, { records }: ReportedRecords): Block[] {
  const rows = parties.map(({ party, onRecord, counted }): Cell[] => {
    const own = records.find((record) => record.party === party);
    if (own === undefined) return [cell(party), cell(strong(NO_RECORD)), cell(), cell(), cell()];
    const { record, trusted } = own;
    return [
      cell(party),
      cell(`${onRecord}, of which ${counted} were written before the end or seen by then`),
      {
        texts: [
          textOf(record.vkey),
          trusted === undefined ? [strong('Nobody vouched for it.')] : textOf(`From ${trusted}.`),
        ],
      },
      cell(hexOf(record.rootHash)),
      {
        texts: record.cosigned.map(({ name, timeSeconds }) =>
          textOf(`${name} at ${writeInstant(timeSeconds * 1_000)}`),
        ),
      },
    ];
  });
  const columns = [
    { title: COLUMNS.party, share: 12 },
    { title: 'Entries', share: 18 },
    { title: 'Its key', share: 28 },
    { title: 'Root hash of all its entries', share: 24 },
    { title: 'Cosigned by', share: 18 },
  ];
  return tableBlocks(HEADINGS.records, columns, rows);
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Proofs = { readonly proves: readonly Text[]; readonly relies: readonly Text[] };

// The same sentences as those of parley verify, each of which names the record that it is of.
function proofsOf(records: readonly ReportedRecord[], trusted: readonly TrustedKey[]): Proofs {
  const [proves, relies]: [Text[], Text[]] = [[], []];
  for (const { party, copies } of records) {
    const checked = checkEvidence(copies[0].text, trusted, undefined);
    if (!checked.ok) throw new Error(`the record of ${party} was read before`);
    const { value } = checked;
    const of = strong(`${party}: `);
    const minded = value.warnings.filter((sentence) => sentence !== NOT_AGREEMENT);
    proves.push(...value.proves.map((sentence) => textOf(of, sentence)));
    relies.push(...value.relies.map((sentence) => textOf(of, sentence)));
    relies.push(...minded.map((sentence) => textOf(of, 'mind: ', sentence)));
  }
  return { proves, relies };
}

function list(items: readonly Text[]): Block {
  return { kind: 'list', items };
}

// Gaps and faults of the records themselves: each hides nothing but itself.
function incompleteBlocks({ unusable, beyond, parties }: AfterAction): Block[] {
  const absent = parties.filter(({ onRecord }) => onRecord === 0);
  const unusableNames = new Set(unusable.map(({ ref }) => objectIdOf(ref)));
  const beyondNames = new Set(beyond.map(({ ref }) => objectIdOf(ref)));
  const rows = [
    ...absent.map(({ party }) => [cell(party), cell(NO_RECORD_TOLD)]),
    // Of one whose author had seen more than is here, that is the reason, and told below.
    ...unusable
      .filter(({ ref }) => !beyondNames.has(objectIdOf(ref)))
      .map(({ ref, refusal }) => [
        cell(strong(objectIdOf(ref))),
        cell(plain('It is signed and changes nothing: '), peer(plainSentence(refusal))),
      ]),
    ...beyond.map(({ ref, party, seen, held }) => [
      cell(strong(objectIdOf(ref))),
      cell(
        `Its author had seen ${seen} entries of the record of ${party}, which has ${held} here: ` +
          `${countOf(seen - held, 'entry is', 'entries are')} missing` +
          `${unusableNames.has(objectIdOf(ref)) ? ', and what it says of that is not used' : ''}.`,
      ),
    ]),
  ];
  const columns = [
    { title: `${COLUMNS.entry} or party`, share: 20 },
    { title: 'What is wrong', share: 80 },
  ];
  return tableBlocks(HEADINGS.entries, columns, rows);
}

const NO_RECORD_TOLD =
  'No entry of its record is here. What it said is missing; what the others said is not.';

function agreedBlocks({ arrangement }: AfterAction): Block[] {
  if (arrangement === undefined) {
    return [heading(2, HEADINGS.agreed), paragraph('No arrangement was in force.')];
  }
  const rows = clausesOf(arrangement).map(({ number, heading: title, items }) => [
    cell(`${number}. ${title}`),
    { texts: items.length === 0 ? [textOf(NOT_AGREED)] : items.map(({ text }) => [peer(text)]) },
  ]);
  const columns = [
    { title: 'Clause', share: 24 },
    { title: `Version ${arrangement.version}`, share: 76 },
  ];
  return tableBlocks(HEADINGS.agreed, columns, rows);
}
