// Keys of signed notes: a name, a type, a public key, and their id, as C2SP signed-note has them.
// A verifier key exists only if its id matches and its point is sound, so later code need not look.

import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from './base64.ts';
import { joinBytes, toUtf8 } from './bytes.ts';
import { keyNameBytesMax } from './limits.ts';
import { mlDsaPublicKeyBytes, mlDsaPublicKeyOf, mlDsaSignatureOf } from './ml-dsa.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';
import { isPublicKey, isSignatureOf, publicKeyOf, seedBytes, signatureOf } from './signature.ts';

/**
 * `ed25519` (0x01) signs the text of notes; `cosignature-ed25519` (0x04) and
 * `cosignature-ml-dsa-44` (0x06) cosign checkpoints.
 */
export type KeyType = 'ed25519' | 'cosignature-ed25519' | 'cosignature-ml-dsa-44';

/**
 * `id`: unsigned 32 bits; `publicKey`: 32 bytes of Ed25519 or 1,312 of ML-DSA-44; `vkey`: name+hex
 * id+base64(type byte || key).
 */
export type VerifierKey = {
  readonly name: string;
  readonly id: number;
  readonly type: KeyType;
  readonly publicKey: Uint8Array;
  readonly vkey: string;
};

/**
 * A verifier key together with its 32-byte seed (RFC 8032 or FIPS 204), and `sign`, which gives the
 * signature of a message by that seed. Keep it out of logs and answers.
 */
export type SeededKey = SignerKey & { readonly secretKey: Uint8Array };

/** A verifier key and who signs for it: a seed, or a device that holds one. */
export type SignerKey = VerifierKey & {
  readonly sign: (message: Uint8Array) => Uint8Array;
};

const typeBytes: { readonly [type in KeyType]: number } = {
  ed25519: 0x01,
  'cosignature-ed25519': 0x04,
  'cosignature-ml-dsa-44': 0x06,
};
const keyTypes = ['ed25519', 'cosignature-ed25519', 'cosignature-ml-dsa-44'] as const;

/**
 * The signing key of a seed: 32 bytes of good randomness, or of a key derivation. The same seed
 * must never serve two names or two types. `sign` may be a faster signer of the same seed. A wrong
 * name or seed is a bug of the caller and throws.
 */
export function signerKey(
  name: string,
  type: KeyType,
  seed: Uint8Array,
  sign?: (message: Uint8Array) => Uint8Array,
): SeededKey {
  assert(isKeyName(name), `"${name}" is not a key name`);
  assert(seed.length === seedBytes, `a seed has ${seedBytes} bytes, not ${seed.length}`);
  const secretKey = seed.slice();
  const isMlDsa = type === 'cosignature-ml-dsa-44';
  const publicKey = isMlDsa ? mlDsaPublicKeyOf(secretKey) : publicKeyOf(secretKey);
  const signs = isMlDsa ? mlDsaSignatureOf : signatureOf;
  const own = (message: Uint8Array): Uint8Array => signs(message, secretKey);
  return { ...verifierKey(name, type, publicKey), secretKey, sign: sign ?? own };
}

/**
 * The signing key of a device that holds the seed of an Ed25519 public key and never gives it away.
 * What it signs is verified before anybody sees it: a signature that does not hold is a bug, or a
 * fault of the device, and throws.
 */
export function deviceKey(
  name: string,
  publicKey: Uint8Array,
  sign: (message: Uint8Array) => Uint8Array,
): SignerKey {
  assert(isKeyName(name), `"${name}" is not a key name`);
  assert(isPublicKey(publicKey), 'a device has a sound Ed25519 key');
  const signed = (message: Uint8Array): Uint8Array => {
    const signature = sign(message);
    assert(isSignatureOf(signature, message, publicKey), 'the device signed with another key');
    return signature;
  };
  return { ...verifierKey(name, 'ed25519', publicKey), sign: signed };
}

/** Reads a verifier key, for example `PeterNeumann+c74f20a3+ARpc2Q...`. Refuses: malformed-key. */
export function readVerifierKey(vkey: string): Checked<VerifierKey> {
  const [name = '', idText = '', ...rest] = vkey.split('+');
  const keyBytes = fromBase64(rest.join('+'));
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/u.test(idText) || keyBytes === undefined) {
    return refused('malformed-key', 'A verifier key is name+8 hex digits+base64 of type and key.');
  }
  const type = keyTypes.find((known) => typeBytes[known] === keyBytes[0]);
  if (type === undefined) {
    const known = '0x01 (Ed25519), 0x04 (its cosignatures) or 0x06 (ML-DSA-44)';
    return refused('malformed-key', `The key type is not ${known}.`);
  }
  const publicKey = keyBytes.slice(1);
  const key = verifierKey(name, type, publicKey);
  if (key.vkey !== vkey) {
    return refused('malformed-key', `The key id is ${idText}, but this name and key give another.`);
  }
  if (type === 'cosignature-ml-dsa-44') {
    if (publicKey.length === mlDsaPublicKeyBytes) return checked(key);
    return refused('malformed-key', `An ML-DSA-44 key has ${mlDsaPublicKeyBytes} bytes.`);
  }
  if (!isPublicKey(publicKey)) {
    return refused('malformed-key', 'The key is not 32 bytes of a sound Ed25519 public key.');
  }
  return checked(key);
}

/**
 * A verifier key as people compare it: as it is; for the 1,312 bytes of ML-DSA-44 their SHA-256 in
 * hexadecimal instead.
 */
export function shortKey(vkey: string): string {
  const key = readVerifierKey(vkey);
  if (!key.ok || key.value.type !== 'cosignature-ml-dsa-44') return vkey;
  const [name = '', id = ''] = vkey.split('+');
  return `${name}+${id}, ML-DSA-44 with SHA-256 ${sha256(key.value.publicKey).toHex()}`;
}

/** Key names: not empty, no Unicode white space, no plus (signed-note), no control, 255 bytes. */
export function isKeyName(name: string): boolean {
  return (
    name.length > 0 &&
    name.isWellFormed() &&
    // eslint-disable-next-line no-control-regex -- the control characters are what is refused
    !/[\p{White_Space}+\u0000-\u001f\u007f]/u.test(name) &&
    toUtf8(name).length <= keyNameBytesMax
  );
}

/** key ID = SHA-256(name || 0x0A || type || public key)[:4], big-endian (signed-note). */
function verifierKey(name: string, type: KeyType, publicKey: Uint8Array): VerifierKey {
  const typed = joinBytes(Uint8Array.of(typeBytes[type]), publicKey);
  const hash = sha256(joinBytes(toUtf8(`${name}\n`), typed));
  const id = new DataView(hash.buffer, hash.byteOffset).getUint32(0);
  const vkey = `${name}+${id.toString(16).padStart(8, '0')}+${toBase64(typed)}`;
  return { name, id, type, publicKey, vkey };
}
