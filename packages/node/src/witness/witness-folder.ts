// The folder of an independent witness: its name, its two keys, and which heads it cosigned last.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SignerKey } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { z } from 'zod';
import { readIfThere, writeDurably } from '../durable-file.ts';
import type { FolderKey } from '../sealed.ts';
import { readSecrets, seededKey, SECRETS_FILE, writeSecrets } from '../secrets.ts';

const Seed = z.string().regex(/^[0-9a-f]{64}$/);
const WitnessSecrets = z.strictObject({ ed25519Seed: Seed, mlDsaSeed: Seed });
type WitnessSecrets = z.infer<typeof WitnessSecrets>;

/** A name that is a URL without a scheme, as tlog-cosignature asks for. */
const NAME = /^[a-z0-9][a-z0-9.-]{0,99}(?:\/[A-Za-z0-9._-]{1,60}){0,4}$/;
const NAME_FILE = 'witness-name';

/** Ed25519 first; both under one name. */
export type WitnessKeys = readonly [ed25519: SignerKey, mlDsa: SignerKey];

export function witnessStorePath(folder: string): string {
  return join(folder, 'witness.db');
}

/** Makes a witness. Refuses a name that is none, a key, and a folder that holds one already. */
export async function initWitness(args: {
  readonly folder: string;
  readonly name: string;
  readonly key: FolderKey;
  readonly nowMs: number;
}): Promise<Outcome<WitnessKeys>> {
  const { folder, name, key, nowMs } = args;
  if (!NAME.test(name)) {
    const right = 'a name like witness.example/w1';
    return refuse('malformed', 'name', `"${name.slice(0, 60)}" names no witness`, right);
  }
  if (existsSync(join(folder, SECRETS_FILE))) {
    return refuse('already-said', 'folder', `${folder} holds keys already`, 'an empty folder');
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const seed = (): string => randomBytes(32).toString('hex');
  const secrets = { ed25519Seed: seed(), mlDsaSeed: seed() };
  writeDurably(join(folder, NAME_FILE), `${name}\n`);
  const sealed = await writeSecrets(folder, secrets, key, nowMs);
  return sealed.ok ? accept(keysOf(name, secrets)) : sealed;
}

/** The keys of a witness. Refuses a folder that holds none, and the key. */
export async function openWitness(folder: string, key: FolderKey): Promise<Outcome<WitnessKeys>> {
  const name = readIfThere(join(folder, NAME_FILE))?.trim();
  if (name === undefined) {
    const right = 'a folder made by parley witness init';
    return refuse('not-found', 'folder', `${folder} holds no witness`, right);
  }
  const secrets = await readSecrets(folder, key, WitnessSecrets);
  return secrets.ok ? accept(keysOf(name, secrets.value)) : secrets;
}

function keysOf(name: string, { ed25519Seed, mlDsaSeed }: WitnessSecrets): WitnessKeys {
  return [
    seededKey(name, 'cosignature-ed25519', ed25519Seed),
    seededKey(name, 'cosignature-ml-dsa-44', mlDsaSeed),
  ];
}
