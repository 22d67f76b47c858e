// A saved index with the slots of its items: the length of the index's bytes and a checksum of
// what follows them (32 bits each, little endian), those bytes, and the slots as JSON, in whole
// words: [["id", [slot, ...]], ...].
import { checksum } from './saved.ts';

type SavedItems = {
  readonly packed: Uint8Array;
  readonly slots: readonly (readonly [id: string, slots: readonly number[]])[];
};

const HEAD_BYTES = 8;
const SPACE = 0x20;

export function writeItems(
  packed: Uint8Array,
  slots: Iterable<readonly [string, readonly number[]]>,
): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify([...slots]));
  const text = new Uint8Array(4 * Math.ceil(json.length / 4)).fill(SPACE);
  text.set(json);
  const bytes = new Uint8Array(HEAD_BYTES + packed.length + text.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, packed.length, true);
  head.setInt32(4, checksum(new Int32Array(text.buffer)), true);
  bytes.set(packed, HEAD_BYTES);
  bytes.set(text, HEAD_BYTES + packed.length);
  return bytes;
}

/** The two parts, the index's own bytes unread; or what is wrong, in a sentence. */
export function readItems(bytes: Uint8Array): SavedItems | string {
  if (bytes.length < HEAD_BYTES) return `${bytes.length} bytes are no saved index: too few`;
  const head = new DataView(bytes.buffer, bytes.byteOffset);
  const length = head.getUint32(0, true);
  const end = HEAD_BYTES + length;
  if (end > bytes.length) return `the index is said to have ${length} bytes; there are fewer`;
  const packed = bytes.subarray(HEAD_BYTES, end);
  const text = bytes.slice(end);
  const whole = text.length % 4 === 0;
  const same = whole && checksum(new Int32Array(text.buffer)) === head.getInt32(4, true);
  const slots = same ? slotsIn(new TextDecoder().decode(text)) : undefined;
  return slots === undefined ? 'the table of items is damaged' : { packed, slots };
}

function slotsIn(text: string): SavedItems['slots'] | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isList(read) && read.every(isEntry) ? read : undefined;
}

function isEntry(value: unknown): value is readonly [string, readonly number[]] {
  if (!isList(value) || value.length !== 2) return false;
  const [id, slots] = value;
  return typeof id === 'string' && isList(slots) && slots.every(isSlot);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isSlot(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
