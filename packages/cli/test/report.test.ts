import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import {
  exportedRecords,
  hashOf,
  HEBREW,
  KEYS,
  NORTH,
  RUSSIAN,
  SOUTH,
  TURKISH,
} from './report-records.ts';
import type { Exported } from './report-records.ts';
import { folder, parley } from './terminal.ts';
import type { Ran } from './terminal.ts';

const POPPLER = { skip: existsSync('/usr/bin/pdftotext') ? false : 'poppler-utils is missing' };
const CHROMIUM = { skip: existsSync('/usr/bin/chromium') ? POPPLER.skip : 'chromium is missing' };
const FROM = '2018-09-17T18:00:00Z';
const UNTIL = '2018-09-17T19:00:00Z';

type Made = Ran & { readonly out: string; readonly folder: string };

/** A report of the sample records in a new folder. */
async function report(
  t: TestContext,
  { north, south }: Partial<Exported>,
  ...more: readonly string[]
): Promise<Made> {
  const root = folder(t);
  const files = Object.entries({ north, south }).flatMap(([party, text]) => {
    if (text === undefined) return [];
    const file = join(root, `${party}.record`);
    writeFileSync(file, text);
    return [file];
  });
  const out = join(root, 'report');
  const period = ['--from', FROM, '--until', UNTIL];
  const ran = await parley('report', ...period, '--out', out, '--records', ...files, ...more);
  return { ...ran, folder: out };
}

function oracle(program: string, ...words: readonly string[]): string {
  const run = spawnSync(program, words, { encoding: 'utf8' });
  assert.equal(run.status, 0, `${program}: ${run.stderr}`);
  return run.stdout;
}

function pdfText(file: string, ...words: readonly string[]): string {
  return oracle('pdftotext', '-enc', 'UTF-8', ...words, file, '-');
}

/** The text of the page, each cell and paragraph a line. */
function htmlLines(file: string): string[] {
  return readFileSync(file, 'utf8')
    .replace(/<style>[^]*<\/style>/u, '')
    .split(/<\/?(?:div|td|th|tr|p|li|h\d|section)\b[^>]*>/u)
    .map((line) => line.replaceAll(/<[^>]*>/gu, '').trim())
    .map((line) => line.replaceAll(/&#(\d+);/gu, (_, code) => String.fromCodePoint(Number(code))))
    .filter((line) => line !== '');
}

/** Rows as they are read out: cells with a bar between. */
function cells(...rows: readonly string[]): string[] {
  return rows.flatMap((row) => row.split(' | '));
}

/** What follows a heading, up to the next of its level or above. */
function sectionOf(lines: readonly string[], title: string, end: string, nth = 0): string[] {
  let from = -1;
  for (let count = 0; count <= nth; count += 1) from = lines.indexOf(title, from + 1);
  assert.notEqual(from, -1, `${title} is a heading`);
  return lines.slice(from + 1, lines.indexOf(end, from));
}

test('the folder has both forms, the evidence and hashes that check out', async (t) => {
  const made = await report(t, exportedRecords());
  assert.equal(made.err, '');
  assert.equal(made.code, 0);
  const names = readdirSync(made.folder, { recursive: true }).map(String);
  assert.deepEqual(names.toSorted(), [
    'CHECK.txt',
    'SHA256SUMS',
    'evidence',
    'evidence/north.record',
    'evidence/south.record',
    'report.html',
    'report.pdf',
  ]);
  const sums = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], {
    cwd: made.folder,
    encoding: 'utf8',
  });
  assert.equal(sums.status, 0);
  assert.equal(
    sums.stdout,
    'CHECK.txt: OK\nevidence/north.record: OK\nevidence/south.record: OK\nreport.html: OK\n' +
      'report.pdf: OK\n',
  );
  for (const party of ['north', 'south'] as const) {
    const file = join(made.folder, 'evidence', `${party}.record`);
    assert.equal(readFileSync(file, 'utf8'), exportedRecords()[party]);
    const verified = await parley('verify', file, '--key', KEYS[party].record.vkey);
    assert.equal(verified.code, 0, verified.err);
    assert.match(verified.out, /^VALID\.$/m);
  }
});

test('what was said stands in order with its hash and its seats', async (t) => {
  const made = await report(t, exportedRecords());
  const lines = htmlLines(join(made.folder, 'report.html'));
  const register = sectionOf(lines, 'Every entry, and what proves it', 'EXERCISE');
  assert.deepEqual(
    register.slice(6),
    cells(
      `north/0 | 2018-09-17 18:00:00Z | Arrangement | Watch 1, Chief 1 | ${hashOf(NORTH, 0)}`,
      `south/0 | 2018-09-17 18:00:00Z | Arrangement | Watch 1, Chief 1 | ${hashOf(SOUTH, 0)}`,
      `north/1 | 2018-09-17 18:05:00Z | Air activity | Watch 1, Chief 1 | ${hashOf(NORTH, 1)}`,
      `south/1 | 2018-09-17 18:06:00Z | Receipt up to north/1 | its node | ${hashOf(SOUTH, 1)}`,
      `south/2 | 2018-09-17 18:09:00Z | Read on north/1 | Watch A | ${hashOf(SOUTH, 2)}`,
      `south/3 | 2018-09-17 18:10:00Z | Position on north/1 | Watch A | ${hashOf(SOUTH, 3)}`,
      `south/4 | 2018-09-17 18:13:00Z | Receipt up to north/2 | its node | ${hashOf(SOUTH, 4)}`,
      `south/5 | 2018-09-17 18:15:00Z | State of the channel | Chief A | ${hashOf(SOUTH, 5)}`,
      `north/4 | 2018-09-17 18:20:00Z | Incident report | Watch 1, Chief 1 | ${hashOf(NORTH, 4)}`,
      'south/6 | 2018-09-17 18:30:00Z | Counter-statement on north/4 | Chief A',
      hashOf(SOUTH, 6),
    ),
  );
});

test('findings, what is open, leads, incidents and the channel are told', async (t) => {
  const made = await report(t, exportedRecords());
  const lines = htmlLines(join(made.folder, 'report.html'));
  const section = (title: string, end: string): string[] => sectionOf(lines, title, end);
  const open = 'Unanswered and overdue at the end of the period';
  assert.deepEqual(
    section(open, 'What did not fit the arrangement').slice(6),
    cells(
      'south/5 | north | Read it | IMMEDIATE | 2018-09-17 18:15:00Z',
      'OVERDUE since 2018-09-17 18:25:00Z',
    ),
  );
  const findings = section(
    'What did not fit the arrangement',
    'Words that contradict the geometry',
  );
  assert.deepEqual(
    findings.slice(6),
    cells(
      '2018-09-17 18:05:00Z | Minimum lead | north | north/1',
      'Told 20 min before its start; 30 min was agreed | arrangement 1 | north/1',
      '2018-09-17 18:25:00Z | Deadlines | north | south/5',
      'Overdue by 35 min: read | arrangement 1 | south/5',
    ),
  );
  assert.deepEqual(
    section('Lead times', 'How long each step took').slice(8),
    cells(
      'north/1 Orbit KITE | north | 2018-09-17 18:05:00Z | 2018-09-17 18:25:00Z',
      '20 min 00 s | 30 min 00 s | SHORT by 10 min 00 s',
    ),
  );
  assert.deepEqual(
    section('State of the channel', 'Both accounts, side by side').slice(4),
    cells('2018-09-17 18:15:00Z | south | south/5 | Suspended | Notices | Political decision'),
  );
  // What a party wrote is shown as text, and a character that turns the line by its code.
  assert.deepEqual(
    section('Incidents, with the account of each side', 'Lead times'),
    cells(
      'north/4 Overhead, Open: <script>alert(1)</script> "&" [U+202E]gnorw',
      'Account of | When (UTC) | What it says',
      'north | 2018-09-17 18:20:00Z | “Overhead at 1,000 ft.”',
      'south | 2018-09-17 18:30:00Z (south/6) | Denies it | Account: “We were not there.”',
    ),
  );
});

test('each entry stands beside what the record of the other side shows of it', async (t) => {
  const made = await report(t, exportedRecords());
  const lines = htmlLines(join(made.folder, 'report.html'));
  const title = 'Both accounts, side by side';
  const accounts = sectionOf(lines, title, 'What was told, and what was said to it');
  assert.deepEqual(
    accounts.slice(accounts.indexOf('2018-09-17 18:09:00Z'), -4),
    cells(
      '2018-09-17 18:09:00Z',
      'Held at 2018-09-17 18:12:00Z: named as seen in north/2',
      'south/2 Read on north/1 | Released by Watch A',
      '2018-09-17 18:10:00Z',
      'Held at 2018-09-17 18:12:00Z: named as seen in north/2',
      `south/3 Position on north/1 | In conflict with ours | In words: “${HEBREW}”`,
      'Released by Watch A | 2018-09-17 18:15:00Z',
      'Held at 2018-09-17 18:20:00Z: named as seen in north/4',
      'south/5 State of the channel, IMMEDIATE | Suspended | Notices | Political decision',
      'Released by Chief A | 2018-09-17 18:20:00Z',
      'north/4 Incident report, PRIORITY: <script>alert(1)</script> "&" [U+202E]gnorw',
      'Overhead',
      'Where and when: 3.7 km, bearing 220° true (south-west), from Deir ez-Zor airport OSDZ; ' +
        '8.5 km south of the town of Deir ez-Zor; in Deir ez-Zor, Syria (0.7 to 6.7 km from OSDZ)' +
        ', FL180 – FL240, 2018-09-17 18:00:00Z to 2018-09-17 19:00:00Z',
      'Account: “Overhead at 1,000 ft.” | Open | Answer by: 2018-09-17 23:00:00Z',
      'Released by Chief 1',
      'Held at 2018-09-17 18:30:00Z: named as seen in south/6',
      '2018-09-17 18:30:00Z',
      'Held at 2018-09-17 19:00:00Z: cosigned by its witness',
    ),
  );
  assert.ok(accounts.includes('Received 2018-09-17 18:06:00Z (south/1)'));
});

test('drills are counted apart from what was real', async (t) => {
  const made = await report(t, exportedRecords());
  const lines = htmlLines(join(made.folder, 'report.html'));
  assert.deepEqual(
    sectionOf(lines, 'At a glance', 'What is proven'),
    cells(
      'What | Actual | EXERCISE | TEST',
      'Entries in the period, receipts left out | 8 | 1 | 1',
      'Messages that had to be acknowledged | 3 | 1 | 1',
      'Steps that nobody has taken at the end | 1 | 1 | 1',
      'Of these, overdue | 1 | 1 | 1',
      'Findings: what did not fit the arrangement | 2 | 2 | 2',
      'Messages whose words contradict their geometry | 0 | 0 | 0',
      'Conflicts between notices at the end | 0 | 0 | 0',
      'Incidents | 1 | 0 | 0',
    ),
  );
});

test('a drill is marked on each page on which it stands', POPPLER, async (t) => {
  const made = await report(t, exportedRecords());
  const pages = pdfText(join(made.folder, 'report.pdf')).split('\f').slice(0, -1);
  const marksOf = (words: string): string[] =>
    pages.flatMap((page) => {
      if (!page.includes(words)) return [];
      return [/^(EXERCISE|TEST)$/m.exec(page)?.[1] ?? 'no mark'];
    });
  assert.deepEqual(new Set(marksOf('Orbit DRILL')), new Set(['EXERCISE']));
  assert.deepEqual(new Set(marksOf('Orbit TRIAL')), new Set(['TEST']));
  assert.deepEqual(new Set(marksOf('Orbit KITE')), new Set(['no mark']));
  assert.ok(marksOf('EXERCISE north/2 Air activity, PRIORITY: Orbit DRILL').length > 0);
  assert.ok(marksOf('TEST north/3 Air activity, PRIORITY: Orbit TRIAL').length > 0);
});

test(
  'the PDF is tagged and has a title, headings, numbers and selectable text',
  POPPLER,
  async (t) => {
    const made = await report(t, exportedRecords());
    const file = join(made.folder, 'report.pdf');
    const told = oracle('pdfinfo', '-isodates', file);
    assert.match(told, /^Tagged: +yes$/m);
    const period = '2018-09-17 18:00:00Z to 2018-09-17 19:00:00Z';
    assert.match(told, new RegExp(`^Title: +After-action report: north, south, ${period}$`, 'm'));
    // The end of the period, not the time at which it was made.
    assert.match(told, /^CreationDate: +2018-09-17T19:00:00Z$/m);
    const text = pdfText(file);
    const pages = text.split('\f').slice(0, -1);
    assert.match(told, new RegExp(`^Pages: +${pages.length}$`, 'm'));
    for (const [at, page] of pages.entries()) {
      assert.match(page, new RegExp(`^page ${at + 1} of ${pages.length}$`, 'm'));
    }
    assert.match(text, new RegExp(`In words: “${RUSSIAN}”`));
    assert.match(text, new RegExp(`In words: “${TURKISH}”`));
    const tagged = oracle('pdfinfo', '-struct-text', file);
    assert.match(tagged, /H1 "After-action report"[^]*"After-action report"/);
    assert.match(tagged, /H2 "Both accounts, side by side"/);
    assert.match(
      oracle('pdffonts', file),
      /DejaVuSansCondensed +CID TrueType +Identity-H +yes yes yes/,
    );
  },
);

test('both forms say the same entries, and lines that run both ways alike', CHROMIUM, async (t) => {
  const made = await report(t, exportedRecords());
  const printed = join(made.folder, 'printed.pdf');
  const page = `file://${join(made.folder, 'report.html')}`;
  const quiet = ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer'];
  oracle('chromium', ...quiet, `--print-to-pdf=${printed}`, page);
  const [ours, browsers] = [join(made.folder, 'report.pdf'), printed].map((file) =>
    pdfText(file, '-raw'),
  );
  const actual = ['north/0', 'south/0', 'north/1', 'south/1', 'south/2', 'south/3', 'south/4'];
  const names = [...actual, 'south/5', 'north/4', 'south/6', 'north/2', 'north/3'];
  for (const text of [ours, browsers]) {
    const close = (text ?? '').replaceAll(/\s+/gu, '');
    const places = names.map((name) => {
      const [party, index] = name.split('/');
      return close.indexOf(hashOf(party === 'north' ? NORTH : SOUTH, Number(index)));
    });
    assert.ok(
      places.every((place, at) => place > (places[at - 1] ?? 0)),
      places.join(' '),
    );
  }
  // The browser says of a bracket which one was meant, we which one is drawn.
  const wordsIn = (text = ''): string[] =>
    (text.match(/In words: .*/gu) ?? []).map((line) => line.replaceAll(/[()]/gu, '|'));
  const both = wordsIn(ours).filter((line) => /[א-ת]|[ا-ي]/u.test(line));
  assert.equal(both.length, 4);
  assert.deepEqual(wordsIn(ours), wordsIn(browsers));
});

test('the same records give the same bytes', async (t) => {
  const [first, second] = [await report(t, exportedRecords()), await report(t, exportedRecords())];
  for (const name of ['report.html', 'report.pdf', 'CHECK.txt', 'SHA256SUMS']) {
    const [one, other] = [first, second].map((made) => readFileSync(join(made.folder, name)));
    assert.ok(one?.equals(other ?? Buffer.of()), name);
  }
});

test('what one copy of a record lacks is marked, in whatever order they came', async (t) => {
  const root = folder(t);
  const [{ north, south }, { south: shorter }] = [exportedRecords(), exportedRecords(2)];
  const [first, second, third] = [north, south, shorter].map((text, nth) => {
    const file = join(root, `${nth}.record`);
    writeFileSync(file, text);
    return file;
  });
  const made = async (name: string, ...files: readonly (string | undefined)[]): Promise<string> => {
    const out = join(root, name);
    const given = files.map((file) => file ?? '');
    const period = ['--from', FROM, '--until', UNTIL];
    const ran = await parley('report', ...period, '--out', out, '--records', ...given);
    assert.equal(ran.code, 0, ran.err);
    return out;
  };
  const out = await made('one', first, second, third);
  const other = await made('other', third, second, first, third);
  assert.equal(
    readFileSync(join(out, 'SHA256SUMS'), 'utf8'),
    readFileSync(join(other, 'SHA256SUMS'), 'utf8'),
  );
  assert.equal(readFileSync(join(out, 'evidence', 'south.2.record'), 'utf8'), shorter);
  const lines = htmlLines(join(out, 'report.html'));
  const marked = lines.flatMap((line, at) =>
    line === 'NOT IN evidence/south.2.record' ? [lines[at + 1]] : [],
  );
  assert.deepEqual(marked, [
    'south/5 State of the channel, IMMEDIATE',
    'south/6 Counter-statement on north/4',
  ]);
});

test('an entry that is missing is said, and hides nothing of the rest', async (t) => {
  // South's counter-statement and its word of the channel are left out; north had seen the latter.
  const made = await report(t, exportedRecords(2));
  assert.equal(made.code, 0);
  const lines = htmlLines(join(made.folder, 'report.html'));
  const title = 'What is missing or wrong in the records';
  assert.deepEqual(
    sectionOf(lines, title, 'The arrangement in force at the end of the period').slice(2),
    [
      'north/4',
      'Its author had seen 6 entries of the record of south, which has 5 here: 1 entry is missing.',
    ],
  );
  assert.ok(lines.includes(hashOf(NORTH, 4)));
  assert.ok(!lines.includes(hashOf(SOUTH, 5)));
});

test('without the record of a side, the other side gives its account', async (t) => {
  const made = await report(t, { north: exportedRecords().north });
  assert.equal(made.code, 0);
  const lines = htmlLines(join(made.folder, 'report.html'));
  assert.ok(lines.includes('NO RECORD OF IT IS HERE'));
  assert.ok(lines.includes('Held at 2018-09-17 19:00:00Z: cosigned by its witness'));
  const title = 'What is missing or wrong in the records';
  const told = sectionOf(lines, title, 'The arrangement in force at the end of the period');
  assert.deepEqual(told.slice(2, 4), [
    'south',
    'No entry of its record is here. What it said is missing; what the others said is not.',
  ]);
  assert.ok(lines.includes(hashOf(NORTH, 1)));
});

test('keys that were brought along are told, and a record of another key is refused', async (t) => {
  const keys = [KEYS.north, KEYS.south]
    .flatMap(({ record, witness }) => [record.vkey, witness.vkey])
    .flatMap((vkey) => ['--key', vkey]);
  const made = await report(t, exportedRecords(), ...keys);
  const lines = htmlLines(join(made.folder, 'report.html'));
  assert.ok(lines.includes('From --key.'));
  assert.ok(!lines.includes('Nobody vouched for it.'));
  const other = await report(t, exportedRecords(), '--key', KEYS.north.record.vkey);
  assert.equal(other.code, 1);
  assert.match(
    other.err,
    /south\.record: its key south\/00000002\+\S+ is not one of those that you/,
  );
});
