// Secrets at rest: age v1 files (age-encryption.org/v1), which any age program opens with the same
// key file or passphrase. A copy of a node's folder alone, a backup for example, opens nothing.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import {
  armor,
  Decrypter,
  Encrypter,
  generateX25519Identity,
  identityToRecipient,
} from 'age-encryption';
import { readIfThere, writeDurably } from './durable-file.ts';

/** What opens the secrets of a folder: a file with an age identity, or a passphrase. */
export type FolderKey =
  | { readonly kind: 'key-file'; readonly path: string }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

/** Characters; a passphrase guards every key of a party against whoever has a backup. */
export const PASSPHRASE_LEAST = 12;

/** The key file that a folder has unless told otherwise: beside it, so that no copy takes both. */
export function defaultKey(folder: string): FolderKey {
  return { kind: 'key-file', path: `${resolve(folder)}.key` };
}

/** Seals a text as armoured age. Makes a key file that does not exist. Refuses the key by name. */
export async function seal(text: string, key: FolderKey, nowMs: number): Promise<Outcome<string>> {
  const encrypter = new Encrypter();
  if (key.kind === 'passphrase') {
    const { length } = key.passphrase;
    if (length < PASSPHRASE_LEAST) {
      const right = `at least ${PASSPHRASE_LEAST} characters`;
      return refuse('malformed', 'passphrase', `it has ${length} characters`, right);
    }
    encrypter.setPassphrase(key.passphrase);
  } else {
    const identity = await identityIn(key.path, nowMs);
    if (!identity.ok) return identity;
    encrypter.addRecipient(await identityToRecipient(identity.value));
  }
  return accept(armor.encode(await encrypter.encrypt(text)));
}

/** Opens what `seal` made. Refuses a key that does not open it, and bytes that were changed. */
export async function unseal(sealed: string, key: FolderKey): Promise<Outcome<string>> {
  const decrypter = new Decrypter();
  if (key.kind === 'passphrase') {
    decrypter.addPassphrase(key.passphrase);
  } else {
    const identity = readIdentity(key.path);
    if (!identity.ok) return identity;
    decrypter.addIdentity(identity.value);
  }
  try {
    return accept(await decrypter.decrypt(armor.decode(sealed), 'text'));
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'nobody knows why';
    const field = key.kind === 'passphrase' ? 'passphrase' : key.path;
    const right = 'the key that the secrets were sealed with, and the file as it was written';
    return refuse('malformed', field, `it does not open the secrets (${fault})`, right);
  }
}

/** How a sealed text is opened, as its header says; undefined when it is no age file. */
export function sealedWith(sealed: string): FolderKey['kind'] | undefined {
  let header: string;
  try {
    header = new TextDecoder('latin1').decode(armor.decode(sealed));
  } catch {
    return undefined;
  }
  if (!header.startsWith('age-encryption.org/v1\n')) return undefined;
  return header.startsWith('age-encryption.org/v1\n-> scrypt ') ? 'passphrase' : 'key-file';
}

async function identityIn(path: string, nowMs: number): Promise<Outcome<string>> {
  if (readIfThere(path) !== undefined) return readIdentity(path);
  const identity = await generateX25519Identity();
  const publicKey = await identityToRecipient(identity);
  const made = new Date(nowMs).toISOString();
  writeDurably(path, `# created: ${made}\n# public key: ${publicKey}\n${identity}\n`);
  return accept(identity);
}

function readIdentity(path: string): Outcome<string> {
  const text = readIfThere(path);
  if (text === undefined) {
    const right = 'the key file that parley init made (--key-file FILE), or --passphrase';
    return refuse('not-found', 'key file', `${path} does not exist`, right);
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    const right = `chmod 600 ${path}`;
    return refuse('malformed', 'key file', `others than its owner may read ${path}`, right);
  }
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const [identity] = lines;
  if (
    identity === undefined ||
    lines.length > 1 ||
    !/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/.test(identity)
  ) {
    const right = 'one line AGE-SECRET-KEY-1..., as parley init or age-keygen writes it';
    return refuse('malformed', 'key file', `${path} holds no age identity`, right);
  }
  return accept(identity);
}
