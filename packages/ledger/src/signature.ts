// The one place that decides whether a signature is valid, so that no two honest nodes disagree.
// Rule: RFC 8032 section 5.1.7, strict, and every point in the prime-order subgroup.

import { ed25519 } from '@noble/curves/ed25519.js';

export const publicKeyBytes = 32;
export const seedBytes = 32;
export const ed25519SignatureBytes = 64;

/**
 * Whether `signature` (64 bytes) is valid for `message` under a key that isPublicKey accepts.
 * S is below the group order, R is canonically encoded and in the prime-order subgroup. There the
 * cofactored and the cofactorless equation of RFC 8032 agree, so every other implementation that
 * follows the RFC (Go, OpenSSL, libsodium) gives the same answer.
 */
export function isSignatureOf(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== ed25519SignatureBytes || publicKey.length !== publicKeyBytes)
    return false;
  if (!ed25519.verify(signature, message, publicKey, { zip215: false })) return false;
  return ed25519.Point.fromBytes(signature.subarray(0, 32)).isTorsionFree();
}

/** Whether 32 bytes are a canonical point of the prime-order subgroup other than the identity. */
export function isPublicKey(bytes: Uint8Array): boolean {
  if (bytes.length !== publicKeyBytes) return false;
  try {
    const point = ed25519.Point.fromBytes(bytes);
    // The one point of small order in the prime-order subgroup is the identity.
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** The public key of a 32-byte seed, RFC 8032 section 5.1.5. */
export function publicKeyOf(seed: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(seed);
}

/** The 64-byte signature of a message, RFC 8032 section 5.1.6 (deterministic). */
export function signatureOf(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return ed25519.sign(message, seed);
}
