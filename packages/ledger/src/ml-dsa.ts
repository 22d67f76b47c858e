// ML-DSA-44 (FIPS 204), the second signature under heads: it holds where Ed25519 may one day not.
// Pure and context-free: the empty context string, as tlog-cosignature has it.

import { ml_dsa44 as mlDsa44 } from '@noble/post-quantum/ml-dsa.js';

export const mlDsaPublicKeyBytes = 1_312;
export const mlDsaSignatureBytes = 2_420;

/** Whether a signature holds for a message. Any 1,312 bytes are a public key (algorithm 23). */
export function isMlDsaSignatureOf(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  if (signature.length !== mlDsaSignatureBytes) return false;
  return mlDsa44.verify(signature, message, publicKey);
}

/** The public key of a 32-byte seed, FIPS 204 algorithm 6. */
export function mlDsaPublicKeyOf(seed: Uint8Array): Uint8Array {
  return mlDsa44.keygen(seed).publicKey;
}

/** The signature of a message by a 32-byte seed, the deterministic variant of FIPS 204. */
export function mlDsaSignatureOf(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return mlDsa44.sign(message, mlDsa44.keygen(seed).secretKey, { extraEntropy: false });
}
