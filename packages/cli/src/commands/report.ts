// parley report: what was said in a period, by both accounts, with the evidence that it stands on.
import type { Period } from '@parley/engine';
import { readInstant, writeInstant } from '@parley/geo';
import { accept, refuse, REPORT_ENTRIES_MAX, REPORT_MS_MAX } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Given } from '../command.ts';
import { trustedOf } from '../evidence/trusted-keys.ts';
import { readText } from '../file-text.ts';
import { composeReport } from '../report/compose.ts';
import { readRecords } from '../report/read-records.ts';
import type { RecordFile, ReportedRecords } from '../report/read-records.ts';
import { openFolder, writeReport } from '../report/report-folder.ts';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';

export const REPORT: Command = {
  name: 'report',
  usage:
    '--from TIME --until TIME --out DIR [--seat FILE | --records FILE...] ' +
    '[--card CARD]... [--key VKEY]...',
  summary: 'Writes the after-action report of a period: HTML, PDF, the evidence, their hashes',
  details:
    'What was told, when it was received, read and answered; both accounts side by side; what\n' +
    'is unanswered or does not fit the arrangement; lead times and latencies. Without --records\n' +
    'it is made from what the node of the seat holds; with it, offline, from exported records\n' +
    '(parley export). Keys are held against --card and --key. TIME has a zone, such as\n' +
    '2018-09-17T18:30:00Z; the period begins with --from and ends before --until, with at most\n' +
    '366 days and 5,000 entries. DIR must be empty or not there yet. The same records give the\n' +
    'same bytes.',
  options: {
    from: { type: 'string' },
    until: { type: 'string' },
    out: { type: 'string' },
    records: { type: 'string', multiple: true },
    card: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
    seat: { type: 'string' },
  },
  words: [0, 64],
  run: async (given, { out }) => {
    const folder = given.text('out');
    if (folder === undefined) return wrongUsage('--out DIR is missing');
    const offline = given.texts('records');
    if (offline.length === 0 && given.words.length > 0) {
      return wrongUsage(`"${given.words[0]}" stands alone: files of records come after --records`);
    }
    if (offline.length > 0 && given.has('seat')) {
      return wrongUsage('it goes by --records or by the node of --seat, not by both');
    }
    const period = periodOf(given);
    if (!period.ok) return refused(period.refusal);
    const trusted = trustedOf(given);
    if (!trusted.ok) return refused(trusted.refusal);
    const read =
      offline.length > 0
        ? filesOf([...offline, ...given.words])
        : await recordsOfNode(given, period.value);
    return whenOk(read, ({ files, known }) =>
      whenOk(readRecords(files, trusted.value), async (reported) => {
        const fits = fitting(reported, period.value);
        const opened = fits.ok ? openFolder(folder) : fits;
        if (!opened.ok) return refused(opened.refusal);
        const wanted = { period: period.value, trusted: trusted.value, known };
        const document = composeReport(reported, wanted);
        const written = await writeReport(folder, document, reported.records);
        return whenOk(written, (names) => {
          out(`Written to ${folder}: ${names.join(', ')}.`);
          out(`Check it: cd ${folder} && sha256sum --check SHA256SUMS; the rest is in CHECK.txt.`);
          return DONE;
        });
      }),
    );
  },
};

function periodOf(given: Given): Outcome<Period> {
  const times: number[] = [];
  for (const option of ['from', 'until']) {
    const text = given.text(option);
    const field = `--${option}`;
    if (text === undefined) {
      return refuse('malformed', field, 'it is missing', 'a time, as 2018-09-17T18:30:00Z');
    }
    const read = readInstant(text);
    if (!read.ok) {
      const right = read.refusal.expected;
      return refuse('malformed', field, `found "${text.slice(0, 60)}"`, right);
    }
    times.push(read.value);
  }
  const [fromMs = 0, untilMs = 0] = times;
  if (untilMs <= fromMs) {
    return refuse('malformed', '--until', 'it is not after --from', 'a later time');
  }
  if (untilMs - fromMs > REPORT_MS_MAX) {
    const days = Math.ceil((untilMs - fromMs) / 86_400_000);
    return refuse('malformed', '--until', `the period has ${days} days`, 'at most 366 days');
  }
  return accept({ fromMs, untilMs });
}

function fitting({ records }: ReportedRecords, { fromMs, untilMs }: Period): Outcome<undefined> {
  const count = records
    .flatMap(({ rows }) => rows)
    .filter(({ entry }) => {
      return entry.ok && entry.value.releasedMs >= fromMs && entry.value.releasedMs < untilMs;
    }).length;
  if (count <= REPORT_ENTRIES_MAX) return accept(undefined);
  const right = `at most ${REPORT_ENTRIES_MAX}: a shorter period`;
  return refuse('malformed', '--until', `the period has ${count} entries`, right);
}

type Read = { readonly files: readonly RecordFile[]; readonly known: readonly PartyId[] };

function filesOf(paths: readonly string[]): Outcome<Read> {
  const files: RecordFile[] = [];
  for (const path of paths) {
    const text = readText(path);
    if (!text.ok) return text;
    files.push({ name: path, text: text.value });
  }
  return accept({ files, known: [] });
}

// What the node holds of every member; one of whom it holds nothing is told as missing. A period
// that still runs is refused: nobody is overdue by a time that has not come.
async function recordsOfNode(given: Given, { untilMs }: Period): Promise<Outcome<Read>> {
  const seat = readSeat(seatPath(given.text('seat')));
  if (!seat.ok) return seat;
  const client = clientOf(seat.value);
  const session = await client.call('session', {}, undefined);
  if (!session.ok) return session;
  const { nowMs } = session.value;
  if (untilMs > nowMs) {
    const right = `at most ${writeInstant(nowMs)}`;
    return refuse('malformed', '--until', 'it has not come yet by the clock of the node', right);
  }
  const known = session.value.members.map(({ party }) => party);
  const files: RecordFile[] = [];
  for (const party of known) {
    const text = await client.call('exportRecord', { party }, undefined);
    if (text.ok) files.push({ name: `the record of ${party}`, text: text.value });
    else if (text.refusal.code !== 'not-found') return text;
  }
  return accept({ files, known });
}
