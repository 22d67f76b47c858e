// The whole report as a document: the first page in plain words, then a part for actual traffic,
// and parts of their own for exercises and tests.
import { afterAction } from '@parley/engine';
import type { Period, Placed } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import type { PartyId, TrafficStatus } from '@parley/protocol';
import type { TrustedKey } from '@parley/evidence';
import { accountsBlocks } from './accounts.ts';
import { heading } from './document.ts';
import type { Part, ReportDocument } from './document.ts';
import { latencyBlocks, leadBlocks, openBlocks } from './figures.ts';
import { frontBlocks } from './front.ts';
import { ofStatus } from './glance.ts';
import type { OfStatus } from './glance.ts';
import {
  channelBlocks,
  conflictBlocks,
  contradictionBlocks,
  findingBlocks,
  incidentBlocks,
  lineCheckBlocks,
} from './irregularities.ts';
import { PART_TITLES, TITLE } from './labels.ts';
import { objectsBlocks } from './objects.ts';
import type { ReportedRecord, ReportedRecords } from './read-records.ts';
import { registerBlocks } from './register.ts';

export type Wanted = {
  readonly period: Period;
  /** The keys that were brought along. */
  readonly trusted: readonly TrustedKey[];
  /** Members that are known beside those of the records. */
  readonly known: readonly PartyId[];
};

/** The report of a period from verified records. */
export function composeReport(reported: ReportedRecords, wanted: Wanted): ReportDocument {
  const { period, trusted } = wanted;
  const members = membersOf(reported, wanted.known);
  const rows = new Map<PartyId, readonly Placed[]>(
    members.map((party) => [
      party,
      reported.records.find((record) => record.party === party)?.rows ?? [],
    ]),
  );
  const report = afterAction(reported.line, rows, period);
  const drills = (['exercise', 'test'] as const)
    .map((status) => ({ status, of: ofStatus(report, status) }))
    .filter(({ of }) => Object.values(of).some(({ length }) => length > 0));
  const marks = drills.map(({ status }) => markOf(status));
  const part = (status: TrafficStatus, of: OfStatus): Part => {
    const blocks = statusBlocks(status, of, { members, period, records: reported.records });
    return { mark: markOf(status), blocks };
  };
  return {
    title: TITLE,
    parties: members.join(', '),
    period: `${writeInstant(period.fromMs)} to ${writeInstant(period.untilMs)}`,
    datedMs: period.untilMs,
    parts: [
      { mark: '', blocks: frontBlocks({ report, reported, trusted, drills: marks }) },
      part('actual', ofStatus(report, 'actual')),
      ...drills.map(({ status, of }) => part(status, of)),
    ],
  };
}

// Whoever has a record here, whoever these saw a record of, and whom the node knows.
function membersOf({ records }: ReportedRecords, known: readonly PartyId[]): PartyId[] {
  const members = new Set<PartyId>([...records.map(({ party }) => party), ...known]);
  for (const { rows } of records) {
    for (const { entry } of rows) {
      if (entry.ok) for (const { party } of entry.value.seen) members.add(party);
    }
  }
  return [...members].toSorted();
}

function markOf(status: TrafficStatus): string {
  return status === 'actual' ? '' : status.toUpperCase();
}

type Whole = {
  readonly members: readonly PartyId[];
  readonly period: Period;
  readonly records: readonly ReportedRecord[];
};

function statusBlocks(status: TrafficStatus, of: OfStatus, { members, period, records }: Whole) {
  return [
    heading(1, PART_TITLES[status]),
    ...openBlocks(of.unanswered),
    ...findingBlocks(of.findings),
    ...contradictionBlocks(of.objects),
    ...incidentBlocks(of.objects),
    ...leadBlocks(of.objects),
    ...latencyBlocks(of.latencies),
    ...conflictBlocks(of.conflicts),
    ...(status === 'actual' ? lineCheckBlocks(of.objects) : []),
    ...channelBlocks(of.channel, period),
    ...accountsBlocks(of.chronology, members, records),
    ...objectsBlocks(of.objects),
    ...registerBlocks(of.chronology),
  ];
}
