// The text of a checkpoint, as C2SP tlog-checkpoint has it: origin, size and root, a line each.
// Extension lines are refused: nobody could audit what they say.

import { hashFromBase64, toBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import { isKeyName } from './key.ts';
import { emptyRoot, hashBytes } from './merkle.ts';
import type { Hash } from './merkle.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';

/** `origin` is the record's identity and its key's name; `size` counts entries. */
export type Checkpoint = {
  readonly origin: string;
  readonly size: number;
  readonly rootHash: Hash;
};

const countPattern = /^(?:0|[1-9][0-9]{0,15})$/u;

/** The text that is signed: three lines. What is not a checkpoint is a bug and throws. */
export function checkpointText(checkpoint: Checkpoint): string {
  const { origin, size, rootHash } = checkpoint;
  assert(isKeyName(origin), `"${origin}" is not an origin`);
  assert(Number.isSafeInteger(size) && size >= 0, `${size} is not a size`);
  assert(rootHash.length === hashBytes, `a root has ${hashBytes} bytes, not ${rootHash.length}`);
  assert(size > 0 || sameBytes(rootHash, emptyRoot()), 'size 0 has the root of the empty tree');
  return `${origin}\n${size}\n${toBase64(rootHash)}\n`;
}

/** Reads the text of a checkpoint, without signatures. Refuses: malformed-checkpoint. */
export function readCheckpoint(text: string): Checked<Checkpoint> {
  const [origin = '', sizeText = '', rootText = '', end, ...extensions] = text.split('\n');
  if (end !== '' || extensions.length > 0) {
    return refused('malformed-checkpoint', 'A checkpoint here has three lines and no extensions.');
  }
  if (!isKeyName(origin)) {
    return refused('malformed-checkpoint', 'The first line of a checkpoint is not an origin.');
  }
  const size = readCount(sizeText);
  if (size === undefined) {
    return refused('malformed-checkpoint', 'The second line of a checkpoint is not a size.');
  }
  const rootHash = hashFromBase64(rootText);
  if (rootHash === undefined) {
    return refused('malformed-checkpoint', 'The third line of a checkpoint is not a 32-byte root.');
  }
  if (size === 0 && !sameBytes(rootHash, emptyRoot())) {
    return refused('malformed-checkpoint', 'Size 0 has one root only, that of the empty tree.');
  }
  return checked({ origin, size, rootHash });
}

/** A count in ASCII decimal without leading zeroes, up to 2^53 - 1; else undefined. */
export function readCount(text: string): number | undefined {
  const count = Number(text);
  return countPattern.test(text) && Number.isSafeInteger(count) ? count : undefined;
}
