// What a peer's own signed words give away: its record got shorter, entries are held back,
// heartbeats come again, an entry's time cannot be. The signed notes that show it are kept.
import { canonicalBytes } from '@parley/ledger';
import type { Heartbeat, PartyId } from '@parley/protocol';
import type { LineRunner } from './line-runner.ts';
import type { StoredRow } from './store.ts';

/** A heartbeat and the signed note that it came in. */
export type SignedBeat = { readonly beat: Heartbeat; readonly note: string };

/** Heartbeats in a row that name entries which do not come: a batch would follow the first. */
const WITHHELD_BEATS = 12;
/** Clocks may differ by so much, and be set by so much, before anything is said of it. */
const TOLERANCE_MS = 2_000;

type Known = {
  /** Of the newest sending time, and of the longest record, that were heard. */
  newest: SignedBeat;
  longest: SignedBeat;
  /** Heartbeats since our copy of its record last grew, while it said that there is more. */
  waiting: number;
  held: number;
};

export class Alarms {
  readonly #runner: LineRunner;
  readonly #known = new Map<PartyId, Known>();

  constructor(runner: LineRunner) {
    this.#runner = runner;
    runner.events.on('rows', (rows) => {
      for (const row of rows) if (row.ref.party !== runner.line.self) this.#entry(row);
    });
  }

  /** A heartbeat of a peer, verified. */
  heard(from: PartyId, heard: SignedBeat): void {
    const held = this.#runner.line.mirrors.get(from)?.tree.size ?? 0;
    const known = this.#known.get(from);
    const before = known ?? { newest: heard, longest: heard, waiting: 0, held };
    this.#rollback(from, heard, before.longest, held);
    this.#replayed(from, heard, before.newest);
    const isWaiting = heard.beat.size > held && before.held === held;
    const waiting = isWaiting ? before.waiting + 1 : 0;
    if (waiting === WITHHELD_BEATS) this.#withheld(from, heard, held);
    this.#known.set(from, {
      newest: heard.beat.sentMs >= before.newest.beat.sentMs ? heard : before.newest,
      longest: heard.beat.size >= before.longest.beat.size ? heard : before.longest,
      waiting,
      held,
    });
  }

  #rollback(from: PartyId, heard: SignedBeat, longest: SignedBeat, held: number): void {
    const { size } = heard.beat;
    if (size >= held) return;
    const sentence =
      `the record of ${from} has ${size} of the ${held} entries that it had: ` +
      'their node was restored from an old copy, or hides what it said.';
    const cosigned = this.#runner.store.cosigned(from)?.note ?? '';
    const notes = longest.beat.size > size ? [longest.note, heard.note] : [cosigned, heard.note];
    this.#raise(from, 'rollback', sentence, notes);
  }

  #replayed(from: PartyId, heard: SignedBeat, newest: SignedBeat): void {
    const backMs = newest.beat.sentMs - heard.beat.sentMs;
    if (backMs <= TOLERANCE_MS || this.#runner.clock.replayed) return;
    const sentence =
      `a heartbeat of ${from} came that was sent ${Math.round(backMs / 1_000)} s before the one ` +
      'before it: somebody plays it again, or their clock was set back.';
    this.#raise(from, 'replayed', sentence, [newest.note, heard.note]);
  }

  #withheld(from: PartyId, heard: SignedBeat, held: number): void {
    const sentence =
      `${from} says that its record has ${heard.beat.size} entries; ` +
      `of those after the first ${held} none came in ${WITHHELD_BEATS} heartbeats.`;
    const checkpoint = this.#runner.store.checkpoint(from)?.note ?? '';
    this.#raise(from, 'withheld', sentence, [heard.note, checkpoint]);
  }

  // An entry bounds its own time: it came after the newest entry of ours that it names, which we
  // released by our clock, and before we received it. Their clock is ours and the measured offset.
  #entry({ ref, entry }: StoredRow): void {
    const { line, store, clock } = this.#runner;
    const offsetMs = line.liveness.get(ref.party)?.clockOffsetMs;
    if (!entry.ok || offsetMs === undefined || clock.replayed) return;
    const { releasedMs, seen } = entry.value;
    const receivedMs = clock.nowMs() + offsetMs;
    const name = `${ref.party}/${ref.index}`;
    const said = `${name} gives ${instant(releasedMs)} as its time; by that clock`;
    if (releasedMs > receivedMs + TOLERANCE_MS) {
      const sentence = `${said} it came at ${instant(receivedMs)}, which is before it.`;
      this.#raise(ref.party, 'back-dated', sentence, []);
      return;
    }
    const size = seen.find(({ party }) => party === line.self)?.size ?? 0;
    const [last] = size === 0 ? [] : store.record(line.self, size - 1, 1);
    if (last?.entry.ok !== true) return;
    const seenMs = last.entry.value.releasedMs + offsetMs;
    if (releasedMs >= seenMs - TOLERANCE_MS) return;
    const sentence =
      `${said} our entry ${size - 1}, which it had seen, was released at ` +
      `${instant(seenMs)}. parley evidence timed ${name} --by ${line.self} proves it.`;
    this.#raise(ref.party, 'back-dated', sentence, []);
  }

  #raise(party: PartyId, alarm: string, sentence: string, notes: readonly string[]): void {
    const row = canonicalBytes({ parley: 'alarm', version: 1, alarm, party, notes });
    const evidence = notes.length === 0 ? '' : `${new TextDecoder().decode(row)}\n`;
    this.#runner.fault(party, alarm, sentence, evidence);
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString();
}
