// RFC 6962, section 2.1: SHA-256(0x00 || entry). OpenSSL's, which is several times as fast as the
// ledger's own: every byte of the store goes through it at every start, and at an audit.
import { hash } from 'node:crypto';
import { ENTRY_BYTES_MAX } from '@parley/protocol';

// Its first byte is 0 and stays so. A peer's unusable entry may be longer than any that is usable.
const scratch = Buffer.alloc(1 + ENTRY_BYTES_MAX);

/** The leaf hash of an entry's bytes, hexadecimal. */
export function leafHex(bytes: Uint8Array): string {
  const prefixed = bytes.length < scratch.length ? scratch : Buffer.alloc(1 + bytes.length);
  prefixed.set(bytes, 1);
  return hash('sha256', prefixed.subarray(0, 1 + bytes.length));
}
