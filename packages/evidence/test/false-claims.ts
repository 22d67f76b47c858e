// Files whose every signature and proof holds, and which do not prove what they claim.
import assert from 'node:assert/strict';
import { evidenceText, keysOf } from '@parley/ledger';
import type { Statement } from '../src/index.ts';
import { coalition, recordsOf, russia } from './line.ts';
import type { Line } from './line.ts';

const of = { party: coalition, index: 2 };

/** Each with a name, and what is wrong with it. */
export function falseClaims(line: Line): { name: string; text: string; fault: RegExp }[] {
  const [ours, theirs] = recordsOf(line);
  assert.ok(ours !== undefined && theirs !== undefined);
  const proven = (record: 0 | 1, index: number, stated?: readonly Uint8Array[]) => {
    const author = record === 0 ? line.coalition : line.russia;
    const bytes = author.bytes[index];
    assert.ok(bytes !== undefined);
    const proof = author.tree.inclusionProof(index);
    return { record, index, bytes, proof, ...(stated && { stated }) };
  };
  const heads = [ours, theirs].map((record) => ({
    ...keysOf(record),
    checkpoint: record.checkpoint,
  }));
  const stated = line.coalition.tree.inclusionProof(2, 3);
  const faults: [claim: Statement, entries: ReturnType<typeof proven>[], fault: RegExp][] = [
    [{ statement: 'received', of, by: russia }, [proven(0, 2), proven(1, 2)], /no receipt/],
    [{ statement: 'received', of, by: russia }, [proven(0, 2, stated), proven(1, 0)], /no receipt/],
    [{ statement: 'received', of, by: russia }, [proven(0, 2, stated), proven(1, 3)], /no receipt/],
    [{ statement: 'received', of, by: russia }, [proven(0, 2, stated), proven(0, 3)], /no receipt/],
    [{ statement: 'received', of, by: russia }, [proven(0, 2, stated)], /no receipt/],
    [{ statement: 'received', of, by: russia }, [proven(0, 1), proven(1, 2)], /prove entry 2/],
    [{ statement: 'received', of, by: russia }, [], /prove entry 2/],
    [
      { statement: 'received', of, by: russia },
      [proven(0, 2, stated), proven(1, 2), proven(1, 3)],
      /no receipt/,
    ],
    [{ statement: 'timed', of, by: russia }, [proven(0, 2, stated), proven(1, 2)], /leaves out/],
    [
      { statement: 'timed', of, by: russia },
      [proven(1, 0), proven(0, 2, stated), proven(1, 2)],
      /newest/,
    ],
    [
      { statement: 'timed', of, by: russia },
      [proven(1, 1), proven(0, 2, stated), proven(1, 2)],
      /newest/,
    ],
    [{ statement: 'answered', of, by: russia }, [proven(0, 2)], /no answer/],
    [{ statement: 'answered', of, by: russia }, [proven(0, 2), proven(1, 2)], /no answer/],
    [
      { statement: 'answered', of, by: russia },
      [proven(0, 2), proven(1, 4), proven(1, 3)],
      /no answer/,
    ],
    [{ statement: 'answered', of, by: russia }, [proven(0, 2, stated), proven(1, 3)], /more than/],
    // The same entries, said to be another party's.
    [{ statement: 'said', of: { ...of, party: russia } }, [proven(0, 2)], /2 records/],
    [{ statement: 'answered', of, by: coalition }, [proven(0, 2), proven(1, 3)], /says of itself/],
  ];
  return faults.map(([claim, entries, fault]) => ({
    name: `${JSON.stringify(claim)}: ${entries.length} entries`,
    text: evidenceText({ claim, records: heads, entries }),
    fault,
  }));
}
