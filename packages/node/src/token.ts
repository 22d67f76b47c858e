// The key of our record in a token or security module (PKCS#11): it never leaves it. OpenSC's
// pkcs11-tool speaks to the module, in a process of its own: a driver that crashes takes no node
// with it. Some 20 ms a signature.
import { createPublicKey } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { z } from 'zod';

const PROGRAM = 'pkcs11-tool';
const ANSWER_MS = 10_000;
/** pkcs11-tool reads what it is to sign at once; a head has some hundred bytes. */
const MESSAGE_MOST = 1_000;

/** Where the key lies: the driver's library, the key's id on the token, and what opens that. */
export const Token = z.strictObject({
  module: z.string().regex(/^\/[^\0]{1,400}$/, 'must be the absolute path of a PKCS#11 library'),
  id: z.string().regex(/^(?:[0-9a-f]{2}){1,32}$/, 'must be a key id of lower-case hex digits'),
  pin: z.string().min(4).max(128),
});
export type Token = z.infer<typeof Token>;

/** The token did not sign. Nothing was signed, and nothing may be recorded. */
export class TokenFailed extends Error {
  override readonly name = 'TokenFailed';
}

/** The 32-byte Ed25519 public key on a token. Refuses what pkcs11-tool refuses, in its words. */
export function tokenPublicKey(token: Token): Outcome<Uint8Array> {
  const words = ['--read-object', '--type', 'pubkey', '--id', token.id];
  const ran = run(token, words, new Uint8Array());
  if (!ran.ok) return refuse('token-failed', 'token', ran.fault, 'an Ed25519 key on this token');
  try {
    const pem = new TextDecoder().decode(ran.output);
    const der = pem.startsWith('-----')
      ? createPublicKey(pem)
      : createPublicKey({ key: Buffer.from(ran.output), format: 'der', type: 'spki' });
    const { x } = der.export({ format: 'jwk' });
    if (der.asymmetricKeyType === 'ed25519' && typeof x === 'string') {
      return accept(Uint8Array.fromBase64(x, { alphabet: 'base64url' }));
    }
  } catch {
    // Said below, as for a key of another kind.
  }
  return refuse('token-failed', 'token', 'the key is not one of Ed25519', 'EC:edwards25519');
}

/** The Ed25519 signature of a message. Throws TokenFailed with a sentence. */
export function tokenSignature(token: Token, message: Uint8Array): Uint8Array {
  const words = ['--login', '--sign', '--mechanism', 'EDDSA', '--id', token.id];
  if (message.length > MESSAGE_MOST) {
    throw new TokenFailed(`${PROGRAM} takes ${MESSAGE_MOST} bytes, not ${message.length}`);
  }
  const ran = run(token, words, message);
  if (!ran.ok) throw new TokenFailed(ran.fault);
  if (ran.output.length === 64) return new Uint8Array(ran.output);
  throw new TokenFailed(`it gave ${ran.output.length} bytes for a signature`);
}

type Ran =
  | { readonly ok: true; readonly output: Uint8Array }
  | { readonly ok: false; readonly fault: string };

function run({ module, pin }: Token, words: readonly string[], input: Uint8Array): Ran {
  // The PIN goes by the environment: other users of the machine read command lines.
  const env = { ...process.env, PARLEY_PIN: pin };
  const options = { input, env, timeout: ANSWER_MS, maxBuffer: 65_536 };
  const args = ['--module', module, '--pin', 'env:PARLEY_PIN', ...words];
  const { error, status, stdout, stderr } = spawnSync(PROGRAM, args, options);
  if (error !== undefined) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    const fault = isMissing
      ? 'it is not installed (Debian: apt-get install opensc)'
      : error.message;
    return { ok: false, fault: `${PROGRAM}: ${fault}` };
  }
  if (status === 0) return { ok: true, output: stdout };
  const said = stderr
    .toString('utf8')
    .split('\n')
    .find((line) => line.startsWith('error'));
  return { ok: false, fault: `${PROGRAM}: ${said?.slice(0, 200) ?? `it ended with ${status}`}` };
}
