// parley evidence: one file that proves one statement to somebody who trusts neither side.
import { makeEvidence, partyOf, readEntryName, Statement, statementText } from '@parley/evidence';
import { verifyExport } from '@parley/ledger';
import type { ExportedRecord } from '@parley/ledger';
import { accept, PartyId, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command, Given } from '../command.ts';
import { readText, writeFile } from '../file-text.ts';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';

export const EVIDENCE: Command = {
  name: 'evidence',
  usage:
    'said|timed|received|answered PARTY/INDEX [--by PARTY] [--from RECORD]... [--out FILE]\n' +
    '  nothing-else|two-histories PARTY [--from RECORD]... [--out FILE]\n' +
    '  alarm PARTY/CODE [--out FILE]',
  summary: 'Writes one file that proves one statement, for parley verify',
  details:
    'said           PARTY said exactly this, as entry INDEX of its record\n' +
    'timed          it was said after one time and before another, on the clock of --by\n' +
    'received       --by had received it by a time\n' +
    'answered       what --by said of it: read, understood, answered, with the times\n' +
    'nothing-else   the whole record: what is not in it was not said before its end\n' +
    'two-histories  PARTY signed two different histories, as this node found out\n' +
    'alarm          the notes of PARTY over which this node raised the alarm CODE\n' +
    'Without --by, the one other party of the line is meant. The records come from the node of\n' +
    'the seat, or from files of parley export (--from), and then no node is needed.',
  options: {
    by: { type: 'string' },
    from: { type: 'string', multiple: true },
    out: { type: 'string' },
    seat: { type: 'string' },
  },
  words: [2, 2],
  run: async (given, { out }) => {
    const [kind = '', name = ''] = given.words;
    const evidence = await evidenceOf(given, kind, name);
    return whenOk(evidence, ({ text, said }) => {
      const file = given.text('out') ?? `${kind}-${name.replace('/', '-')}.evidence`;
      const written = writeFile(file, text);
      if (!written.ok) return refused(written.refusal);
      out(`${file}: ${said}, ${text.length} characters.`);
      out(`Check it: parley verify ${file} --card CARD [--card CARD]`);
      return DONE;
    });
  },
};

type Made = { readonly text: string; readonly said: string };

async function evidenceOf(given: Given, kind: string, name: string): Promise<Outcome<Made>> {
  switch (kind) {
    case 'said':
    case 'timed':
    case 'received':
    case 'answered':
      return statementOf(given, kind, name);
    case 'nothing-else':
      return wholeRecord(given, name);
    case 'two-histories':
      return twoHistories(given, name);
    case 'alarm':
      return alarm(given, name);
    default: {
      const right = 'said, timed, received, answered, nothing-else, two-histories or alarm';
      return refuse('malformed', 'statement', `"${kind.slice(0, 40)}" is none`, right);
    }
  }
}

async function statementOf(
  given: Given,
  statement: 'said' | 'timed' | 'received' | 'answered',
  name: string,
): Promise<Outcome<Made>> {
  const of = readEntryName(name);
  if (!of.ok) return of;
  const records = await recordsOf(given);
  if (!records.ok) return records;
  const by =
    statement === 'said' ? accept(undefined) : otherParty(given, of.value.party, records.value);
  if (!by.ok) return by;
  const claim = Statement.parse({ statement, of: of.value, ...(by.value && { by: by.value }) });
  const text = makeEvidence(
    claim,
    records.value.map(({ record }) => record),
  );
  return text.ok ? accept({ text: text.value, said: statementText(claim) }) : text;
}

/** The party of --by, or the only other one whose record is at hand. */
function otherParty(
  given: Given,
  author: PartyId,
  records: readonly PartyRecord[],
): Outcome<PartyId> {
  const named = given.text('by');
  if (named !== undefined) {
    const party = PartyId.safeParse(named);
    if (party.success) return accept(party.data);
    return refuse('malformed', 'by', `"${named.slice(0, 40)}" is no party`, 'the id of a party');
  }
  const others = records.map(({ party }) => party).filter((party) => party !== author);
  const [only] = others;
  if (only === undefined) {
    const right = 'a record of the other party, which has a head that its witnesses cosigned';
    return refuse('malformed', 'by', `no record of a party besides ${author} is given`, right);
  }
  if (others.length === 1) return accept(only);
  return refuse('malformed', 'by', 'it is not said by whom', `--by ${others.join(' or --by ')}`);
}

type PartyRecord = {
  readonly party: PartyId;
  readonly text: string;
  readonly record: ExportedRecord;
};

/** The exported records: of the files, else of every member as the seat's node holds them. */
async function recordsOf(given: Given): Promise<Outcome<readonly PartyRecord[]>> {
  const files = given.texts('from');
  const texts = files.length > 0 ? recordFiles(files) : await nodeRecords(given);
  if (!texts.ok) return texts;
  const records: PartyRecord[] = [];
  for (const { from, text } of texts.value) {
    const record = verifyExport(text);
    if (!record.ok) return refuse('malformed', from, record.refusal.sentence, 'a whole record');
    const party = partyOf(record.value);
    if (party !== undefined) records.push({ party, text, record: record.value });
  }
  return accept(records);
}

type RecordText = { readonly from: string; readonly text: string };

function recordFiles(paths: readonly string[]): Outcome<readonly RecordText[]> {
  const texts: RecordText[] = [];
  for (const path of paths) {
    const text = readText(path);
    if (!text.ok) return text;
    texts.push({ from: path, text: text.value });
  }
  return accept(texts);
}

async function nodeRecords(given: Given): Promise<Outcome<readonly RecordText[]>> {
  const seat = readSeat(seatPath(given.text('seat')));
  if (!seat.ok) return seat;
  const client = clientOf(seat.value);
  const session = await client.call('session', {}, undefined);
  if (!session.ok) return session;
  const texts: RecordText[] = [];
  for (const { party } of session.value.members) {
    const text = await client.call('exportRecord', { party }, undefined);
    // A member that has not said anything yet has no record to export.
    if (text.ok) texts.push({ from: party, text: text.value });
    else if (text.refusal.code !== 'not-found') return text;
  }
  return accept(texts);
}

async function wholeRecord(given: Given, party: string): Promise<Outcome<Made>> {
  const records = await recordsOf(given);
  if (!records.ok) return records;
  const found = records.value.find((record) => record.party === party);
  if (found === undefined) {
    const have = records.value.map((record) => record.party).join(', ');
    return refuse('unknown-party', 'party', `there is no record of "${party.slice(0, 40)}"`, have);
  }
  return accept({ text: found.text, said: `all that ${party} said on this line up to its end` });
}

async function twoHistories(given: Given, party: string): Promise<Outcome<Made>> {
  const seat = readSeat(seatPath(given.text('seat')));
  if (!seat.ok) return seat;
  const parts = { party, code: 'fork' };
  const text = await clientOf(seat.value).call('alarmEvidence', parts, undefined);
  return text.ok ? accept({ text: text.value, said: `${party} signed two histories` }) : text;
}

async function alarm(given: Given, name: string): Promise<Outcome<Made>> {
  const [party = '', code = ''] = name.split('/');
  const seat = readSeat(seatPath(given.text('seat')));
  if (!seat.ok) return seat;
  const text = await clientOf(seat.value).call('alarmEvidence', { party, code }, undefined);
  return text.ok ? accept({ text: text.value, said: `the alarm ${code} over ${party}` }) : text;
}
