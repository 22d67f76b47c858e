// What we serve to one peer: our record from where it left off, then live, and our heartbeats.
import { writeEvent } from '@parley/client';
import { HEARTBEAT_MS } from '@parley/protocol';
import type { LinkBatch, PartyId } from '@parley/protocol';
import { cursorStream } from './cursor-stream.ts';
import type { LineRunner } from './line-runner.ts';
import { recordPage } from './record-page.ts';

/** How long cosignatures are gathered before an extra heartbeat tells of them. */
const COSIGNED_TOLD_MS = 100;

/** A stream for `peer` of our entries from `fromIndex` on. `beat` writes the heartbeat to it. */
export function linkStream(
  runner: LineRunner,
  peer: PartyId,
  fromIndex: number,
  beat: () => string,
  closed: () => void,
): ReadableStream<Uint8Array> {
  let cursor = fromIndex;
  let beatDue = true;
  const batch = (): string | undefined => {
    const signed = runner.store.checkpoint(runner.line.self)?.size ?? 0;
    if (cursor >= signed) return undefined;
    const value = batchFrom(runner, cursor, signed);
    cursor += value.entries.length;
    return writeEvent({ id: String(cursor), event: 'batch', data: JSON.stringify(value) });
  };
  // A heartbeat under a key that the peer has not read of yet would look like a stranger's.
  const known = (): number => runner.members.get(runner.line.self)?.heartbeatSince ?? 0;
  const heartbeat = (): string | undefined => {
    if (!beatDue) return undefined;
    beatDue = false;
    return writeEvent({ id: undefined, event: 'heartbeat', data: JSON.stringify(beat()) });
  };
  return cursorStream(
    {
      next: () => (cursor < known() ? batch() : (heartbeat() ?? batch())),
      subscribe: (wake) => {
        const beatNow = (): void => {
          beatDue = true;
          wake();
        };
        const timer = setInterval(beatNow, HEARTBEAT_MS);
        // A head that we have just cosigned is told soon, not at the next second.
        let soon: NodeJS.Timeout | undefined;
        const beatSoon = (): void => {
          soon ??= setTimeout(() => {
            soon = undefined;
            beatNow();
          }, COSIGNED_TOLD_MS);
        };
        runner.events.on('head', wake);
        runner.events.on('cosigned', beatSoon);
        return () => {
          clearInterval(timer);
          clearTimeout(soon);
          runner.events.off('head', wake);
          runner.events.off('cosigned', beatSoon);
        };
      },
    },
    closed,
  );
}

// Every batch carries the checkpoint of just its own end: signing an earlier size of the same tree
// says nothing new, and lets the peer verify and keep each batch before it asks for the next.
function batchFrom(runner: LineRunner, from: number, signed: number): LinkBatch {
  const entries = recordPage(runner.store, runner.line.self, from, signed);
  return { firstIndex: from, entries, checkpoint: runner.checkpointAt(from + entries.length) };
}
