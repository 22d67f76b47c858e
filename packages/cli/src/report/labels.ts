// Every fixed sentence and title of the report, in plain English, in one place.
import type { StepName } from '@parley/engine';
import type { TrafficStatus } from '@parley/protocol';
import type { EvidenceFile } from './evidence-names.ts';

export const TITLE = 'After-action report';

/** The title of each part, whose traffic is of one status. */
export const PART_TITLES: Readonly<Record<TrafficStatus, string>> = {
  actual: 'Actual traffic, and the line itself',
  exercise: 'EXERCISE traffic',
  test: 'TEST traffic',
};

export const STEPS: Readonly<Record<StepName, string>> = {
  received: 'Received by the node',
  read: 'Read',
  'read-back': 'Read back',
  disseminated: 'Disseminated',
  position: 'Position taken',
  action: 'Action answered',
  answer: 'Answered',
  response: 'Responded to',
  'counter-statement': 'Own account given',
  progress: 'Progress told',
  confirmation: 'Confirmed by a second officer',
  withdrawal: 'Withdrawn',
};

export const STATES = {
  'in-force': 'in force',
  superseded: 'superseded',
  cancelled: 'cancelled',
  removed: 'removed',
} as const;

export const NO_STATEMENT = 'no statement';
export const NO_RECORD = 'NO RECORD OF IT IS HERE';
export const NONE = 'None.';

export const HEADINGS = {
  records: 'The records that this report goes by',
  proven: 'What is proven',
  relies: 'On which keys that rests',
  notProven: 'What is not proven',
  glance: 'At a glance',
  agreed: 'The arrangement in force at the end of the period',
  entries: 'What is missing or wrong in the records',
  check: 'How to check it',
  accounts: 'Both accounts, side by side',
  objects: 'What was told, and what was said to it',
  leads: 'Lead times',
  latencies: 'How long each step took',
  open: 'Unanswered and overdue at the end of the period',
  findings: 'What did not fit the arrangement',
  contradictions: 'Words that contradict the geometry',
  conflicts: 'Conflicts between notices at the end of the period',
  incidents: 'Incidents, with the account of each side',
  checks: 'Line checks',
  channel: 'State of the channel',
  register: 'Every entry, and what proves it',
} as const;

export const COLUMNS = {
  party: 'Party',
  when: 'When (UTC)',
  entry: 'Entry',
  object: 'Message',
} as const;

export const NOT_PROVEN: readonly string[] = [
  'That anything said is true, or that anybody agreed to it: received is not read, read is not ' +
    'understood, and none of them is agreed.',
  'Who sat at a seat: the names of seats are those that each party gave them.',
  'What was said by other means, such as the telephone, or on a record after its last entry ' +
    'here. "No statement" means that there is none on these records.',
  'The true time. Each time is by the clock of the party whose entry has it. Where the clocks of ' +
    'two parties were measured to differ, the time taken for a step is corrected by that; the ' +
    'times themselves are not.',
  'That a place was safe. A notice is not a permission, nor a promise of safety, and its absence ' +
    'removes no protection.',
];

export const ACCOUNTS_NOTE =
  'One row an entry, in the order in which each author had seen the others. The column of its ' +
  'author has what it says; the other column has what that side’s own record shows about ' +
  'holding it. Receipts stand in that column and have no rows of their own.';

export const LATENCIES_NOTE =
  'From the telling to the step, by one clock where the difference of the clocks was measured. ' +
  'Median and 95 % are times that were really taken (nearest rank). Only those who had to act ' +
  'are counted.';

export const LEADS_NOTE =
  'The lead is the first start less the time of telling. The minimum is that of the arrangement ' +
  'that was in force when it was told.';

export const REGISTER_NOTE =
  'The hash is that of RFC 6962: SHA-256 over a zero byte and the exact bytes of the entry. It ' +
  'leads to the signed root of the record, so whoever holds the record can prove any one entry ' +
  'alone (parley proof).';

/** "Kept apart": what the first page says where there is a drill among the traffic. */
export function keptApart(marks: readonly string[]): string {
  const names = marks.join(' and ');
  return `${names} traffic stands in a part of its own, and each of its pages is marked ${names}.`;
}

/** How to check the evidence, one step or command a line. */
export function howToCheck(evidence: readonly EvidenceFile[]): string[] {
  return [
    '1. That no file was changed since the report was made:',
    'sha256sum --check SHA256SUMS',
    '2. That each record is what its party signed. Have the cards from the parties themselves, ' +
      'not from whoever gave you this folder. With the cards of the others too (--card, once ' +
      'each) their cosignatures are checked as well:',
    ...evidence.map(({ party, file }) => `parley verify ${file} --card ${party}.card.json`),
    '3. That the report follows from the records: make it again from them, with the same period ' +
      'and the same cards. The same version of Parley gives the same files, byte for byte:',
    'parley help report',
  ];
}
