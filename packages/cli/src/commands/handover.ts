// parley handover: the watch goes from one seat to another, on a signed log.
import type { FloorClient } from '@parley/client';
import { writeInstant } from '@parley/geo';
import { readVerifierKey } from '@parley/ledger';
import { readHandovers, refuse } from '@parley/protocol';
import type { HandoverLog, HandoverRow, Outcome } from '@parley/protocol';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';

export const HANDOVER: Command = {
  name: 'handover',
  usage: 'show | give SEAT [--words TEXT] | take [--words TEXT] | verify [--key VKEY]',
  summary: 'Gives the watch to another seat, takes it, shows and verifies the log of it',
  details:
    'give SEAT   gives the watch over, with every task and draft that is open now\n' +
    'take        takes the watch that was given to this seat\n' +
    'show        prints the log, the newest last\n' +
    'verify      checks every signature and that each row names the one before it; --key is\n' +
    '            the record key of the own card, else the key that the node names is used\n' +
    'All take --seat FILE. The log never leaves the node. That its newest rows were cut off\n' +
    'cannot be seen from the log alone.',
  options: { words: { type: 'string' }, key: { type: 'string' }, seat: { type: 'string' } },
  words: [1, 2],
  run: async (given, terminal) =>
    whenOk(readSeat(seatPath(given.text('seat'))), async (seat) =>
      perform(given, clientOf(seat), terminal),
    ),
};

async function perform(given: Given, client: FloorClient, { out }: Terminal): Promise<Ending> {
  const [what = '', to] = given.words;
  const words = given.text('words');
  const notes = words === undefined ? {} : { notes: words };
  const tell = (row: HandoverRow): Ending => {
    for (const line of rowLines(row)) out(line);
    return DONE;
  };
  if ((what === 'give') !== (to !== undefined)) {
    return wrongUsage('give names the seat that takes the watch; the others name none');
  }
  switch (what) {
    case 'give':
      return whenOk(await client.call('giveHandover', {}, { to: to ?? '', ...notes }), tell);
    case 'take':
      return whenOk(await client.call('takeHandover', {}, notes), tell);
    case 'show':
    case 'verify':
      return whenOk(await client.call('handovers', {}, undefined), (log) =>
        whenOk(rowsOf(log, given.text('key')), (rows) => {
          if (what === 'show') for (const row of rows) tell(row);
          out(`${rows.length} rows, each signed by the key of the record, each after the last.`);
          return DONE;
        }),
      );
    default:
      return refused(refuse('malformed', 'handover', `"${what}"`, 'show, give, take').refusal);
  }
}

function rowsOf(log: HandoverLog, trusted: string | undefined): Outcome<readonly HandoverRow[]> {
  const key = readVerifierKey(trusted ?? log.key);
  if (!key.ok) return refuse('malformed', 'key', key.refusal.sentence, 'the key of a card');
  return readHandovers(log.notes, key.value);
}

function rowLines(row: HandoverRow): string[] {
  const head = `${row.index}  ${writeInstant(row.atMs)} `;
  const notes = row.notes === undefined ? '' : ` "${row.notes}"`;
  if (row.kind === 'taken') return [`${head} ${row.by} took the watch (row ${row.given})${notes}`];
  const open = `tasks ${row.tasksOpen}, drafts ${row.drafts.length}`;
  return [
    `${head} ${row.from} gave the watch to ${row.to}; open: ${open}${notes}`,
    ...row.tasks.map(({ id, dueMs }) => `   task ${id}, due ${writeInstant(dueMs)}`),
    ...row.drafts.map(({ id, state, drafter }) => `   draft ${id}, ${state}, by ${drafter}`),
  ];
}
