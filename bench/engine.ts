// The engine over records of every type of message, of two and of three parties: decoding, folding,
// what is open and what does not fit the arrangement, memory; and, with two real nodes, the time
// from a breach of the arrangement to its finding on both floors.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  CausalQueue,
  complianceFindings,
  emptyPicture,
  openTasks,
  rowOf,
} from '../packages/engine/src/index.ts';
import type { EntryRow, Picture } from '../packages/engine/src/index.ts';
import { PartyId } from '../packages/protocol/src/index.ts';
import { breachRows } from './breach.ts';
import { percentile, printTable } from './figures.ts';
import type { Row } from './figures.ts';
import { LINE, mixedRecord } from './mixed-record.ts';
import type { Stored } from './mixed-record.ts';
import { pictureHash } from './picture-hash.ts';
import { verificationRows } from './verification.ts';

const ENTRIES = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 7);
const PARTIES = ['north', 'south', 'west'].map((party) => PartyId.parse(party));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const figures: Row[] = [];
for (const members of [PARTIES.slice(0, 2), PARTIES]) {
  const stored = mixedRecord(members, ENTRIES);
  figures.push(...foldRows(members, stored));
  if (members.length === 2) figures.push(...verificationRows(stored));
}
printTable(`The engine over ${ENTRIES} entries of every type, ${ROUNDS} rounds`, figures);
printTable('From a breach to its finding, two nodes on this machine', await breachRows());

/** Wall time, and of it the time that this thread had a core: on a shared machine they differ. */
type Span = { readonly ms: number; readonly cpuMs: number };
type Spans = Readonly<Record<'decode' | 'rebuild' | 'live' | 'tasks' | 'findings', Span[]>>;

/** Every figure of one line. Each round decodes anew: what is kept with a body is never warm. */
function foldRows(members: readonly PartyId[], stored: readonly Stored[]): Row[] {
  const heap = heapRows(members, stored);
  compareOrders(members, stored);
  const spans: Spans = { decode: [], rebuild: [], live: [], tasks: [], findings: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const decoded = timed(spans.decode, () => decode(stored));
    collectGarbage();
    const picture = timed(spans.rebuild, () => rebuilt(members, decoded));
    const nowMs = newestMs(decoded);
    timed(spans.tasks, () => openTasks(picture, nowMs));
    timed(spans.findings, () => complianceFindings(picture, nowMs));
    const fresh = decode(stored);
    collectGarbage();
    timed(spans.live, () => foldedLive(members, fresh));
  }
  const of = `${members.length} parties: `;
  return [
    row(`${of}decode from stored bytes`, spans.decode, stored.length),
    row(`${of}fold, all at once`, spans.rebuild, stored.length),
    row(`${of}fold, one entry after another`, spans.live, stored.length),
    row(`${of}openTasks`, spans.tasks),
    row(`${of}complianceFindings`, spans.findings),
    ...heap,
  ];
}

function heapRows(members: readonly PartyId[], stored: readonly Stored[]): Row[] {
  const heapMiB = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const emptyMiB = heapMiB();
  const decoded = decode(stored);
  const decodedMiB = heapMiB();
  const picture = rebuilt(members, decoded);
  const pictureMiB = heapMiB();
  // Both are held until here, or there would be nothing to measure.
  if (picture.folded.size !== members.length || decoded.length !== stored.length) {
    throw new Error('everything was folded');
  }
  const heapRow = (figure: string, mebibytes: number): Row => {
    return { figure, median: `${mebibytes.toFixed(0)} MiB`, worst: '', CPU: '', rate: '' };
  };
  return [
    heapRow(`${members.length} parties: heap of the decoded entries`, decodedMiB - emptyMiB),
    heapRow(`${members.length} parties: heap of the picture`, pictureMiB - decodedMiB),
  ];
}

/** Folds in three orders of arrival, and asks that nobody could tell the pictures apart. */
function compareOrders(members: readonly PartyId[], stored: readonly Stored[]): void {
  const picture = rebuilt(members, decode(stored));
  const others = [foldedLive(members, decode(stored)), recordByRecord(members, decode(stored))];
  const nowMs = newestMs(decode(stored.slice(-members.length)));
  const answersOf = (one: Picture): string => {
    const answers = [openTasks(one, nowMs), complianceFindings(one, nowMs)];
    return `${pictureHash(one)} ${JSON.stringify(answers)}`;
  };
  const answers = answersOf(picture);
  if (others.some((other) => answersOf(other) !== answers)) {
    throw new Error('the order of arrival decides what the picture is');
  }
  const said = [
    `${picture.objects.size} objects`,
    `${picture.conflicts.size} conflicts`,
    `${picture.unusable.length} unusable`,
    `${openTasks(picture, nowMs).length} tasks`,
    `${complianceFindings(picture, nowMs).length} findings`,
  ];
  console.log(`${members.length} parties: ${said.join(', ')}; the same in three orders.`);
}

function row(figure: string, spans: readonly Span[], entries?: number): Row {
  const median = percentile(
    spans.map(({ ms }) => ms),
    0.5,
  );
  const cpuMs = percentile(
    spans.map((span) => span.cpuMs),
    0.5,
  );
  const text = (ms: number): string => `${ms.toFixed(1)} ms`;
  const aSecond = entries === undefined ? 0 : Math.round((entries / median) * 1_000);
  return {
    figure,
    median: text(median),
    worst: text(Math.max(...spans.map(({ ms }) => ms))),
    CPU: text(cpuMs),
    rate: aSecond === 0 ? '' : `${aSecond.toLocaleString('en')} /s`,
  };
}

function timed<T>(spans: Span[], work: () => T): T {
  const cpu = process.threadCpuUsage();
  const startMs = performance.now();
  const made = work();
  const ms = performance.now() - startMs;
  const { user, system } = process.threadCpuUsage(cpu);
  spans.push({ ms, cpuMs: (user + system) / 1_000 });
  return made;
}

function decode(stored: readonly Stored[]): EntryRow[] {
  return stored.map(({ party, index, bytes }) => rowOf(LINE, party, index, bytes));
}

/** As at a node's start: all rows of the store, then one pass. */
function rebuilt(members: readonly PartyId[], decoded: readonly EntryRow[]): Picture {
  const picture = emptyPicture(LINE, members);
  const queue = new CausalQueue(picture);
  for (const one of decoded) queue.take(one);
  queue.drain();
  return picture;
}

/** As on a living line: each entry is folded when it comes. */
function foldedLive(members: readonly PartyId[], decoded: readonly EntryRow[]): Picture {
  const picture = emptyPicture(LINE, members);
  const queue = new CausalQueue(picture);
  for (const one of decoded) {
    queue.take(one);
    queue.drain();
  }
  return picture;
}

/** As after an outage: the last member's record comes whole, then the one before it, and so on. */
function recordByRecord(members: readonly PartyId[], decoded: readonly EntryRow[]): Picture {
  const picture = emptyPicture(LINE, members);
  const queue = new CausalQueue(picture);
  for (const party of members.toReversed()) {
    for (const one of decoded) if (one.ref.party === party) queue.take(one);
    queue.drain();
  }
  return picture;
}

function newestMs(decoded: readonly EntryRow[]): number {
  return decoded.reduce((ms, { entry }) => Math.max(ms, entry.ok ? entry.value.releasedMs : 0), 0);
}
