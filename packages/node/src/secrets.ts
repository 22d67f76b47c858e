// The secret half of a node: seeds of its line's keys (Ed25519) and its TLS key, sealed on disk.
import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { deviceKey, signerKey } from '@parley/ledger';
import type { KeyType, SignerKey } from '@parley/ledger';
import { accept, faultOf, KeyChange, refuse } from '@parley/protocol';
import type { Card, Outcome } from '@parley/protocol';
import { z } from 'zod';
import { unretireWitness, writeCard } from './data-folder.ts';
import type { NodeFolder } from './data-folder.ts';
import { readIfThere, writeDurably } from './durable-file.ts';
import { seal, unseal } from './sealed.ts';
import type { FolderKey } from './sealed.ts';
import { Token, tokenSignature } from './token.ts';
import type { TransportIdentity } from './transport.ts';

const Seed = z.string().regex(/^[0-9a-f]{64}$/);

const ChangeReason = KeyChange.shape.reason;
export type ChangeReason = z.infer<typeof ChangeReason>;
export type ChangedRole = KeyChange['role'];

const Secrets = z
  .strictObject({
    /** Of the record's key, unless a token holds it. */
    recordSeed: Seed.optional(),
    token: Token.extend({ publicKey: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    recordMlDsaSeed: Seed,
    witnessSeed: Seed,
    heartbeatSeed: Seed,
    certificatePem: z.string(),
    keyPem: z.string(),
    /** Why keys were changed that the record may not know of yet. */
    reasons: z
      .strictObject({ witness: ChangeReason.optional(), heartbeat: ChangeReason.optional() })
      .optional(),
  })
  .refine(({ recordSeed, token }) => (recordSeed === undefined) !== (token === undefined), {
    message: 'must have a seed of the record key or a token that holds it, and not both',
  });
export type Secrets = z.infer<typeof Secrets>;

export type LineKeys = {
  readonly record: SignerKey;
  /** Signs every head of the record a second time. */
  readonly recordMlDsa: SignerKey;
  readonly witness: SignerKey;
  readonly heartbeat: SignerKey;
};

/** What a node can do once its secrets are open. */
export type Unlocked = {
  readonly keys: LineKeys;
  readonly transport: TransportIdentity;
  readonly reasons: NonNullable<Secrets['reasons']>;
};

export const SECRETS_FILE = 'secrets.age';

/** Fresh seeds from the system's randomness. */
export function freshSecrets(transport: TransportIdentity, token?: Secrets['token']): Secrets {
  const seed = (): string => randomBytes(32).toString('hex');
  return {
    ...(token === undefined ? { recordSeed: seed() } : { token }),
    recordMlDsaSeed: seed(),
    witnessSeed: seed(),
    heartbeatSeed: seed(),
    ...transport,
  };
}

/** The keys of a node on its line. `name` is the origin of its record. */
export function lineKeys(secrets: Secrets, name: string): LineKeys {
  return {
    record: recordKey(secrets, name),
    recordMlDsa: seededKey(name, 'cosignature-ml-dsa-44', secrets.recordMlDsaSeed),
    witness: seededKey(`${name}/witness`, 'cosignature-ed25519', secrets.witnessSeed),
    heartbeat: seededKey(`${name}/heartbeat`, 'ed25519', secrets.heartbeatSeed),
  };
}

function recordKey({ token, recordSeed }: Secrets, name: string): SignerKey {
  if (token !== undefined) {
    const { publicKey, ...where } = token;
    return deviceKey(name, Uint8Array.fromHex(publicKey), (message) =>
      tokenSignature(where, message),
    );
  }
  if (recordSeed === undefined) throw new Error('bug: secrets have a seed or a token');
  return seededKey(name, 'ed25519', recordSeed);
}

/** The key of a seed (32 bytes, hexadecimal) that OpenSSL signs with. */
export function seededKey(name: string, type: KeyType, seedHex: string): SignerKey {
  return signerKey(name, type, Uint8Array.fromHex(seedHex), opensslSigner(type, seedHex));
}

/** DER of a private key up to its seed (RFC 8410, section 7; RFC 9881, section 6). */
const PKCS8_PREFIX = {
  ed25519: '302e020100300506032b657004220420',
  'ml-dsa-44': '3034020100300b060960864801650304031104228020',
};

// OpenSSL signs about ten times as fast as the ledger's own code.
function opensslSigner(type: KeyType, seedHex: string): (message: Uint8Array) => Uint8Array {
  const prefix = PKCS8_PREFIX[type === 'cosignature-ml-dsa-44' ? 'ml-dsa-44' : 'ed25519'];
  const der = Buffer.from(`${prefix}${seedHex}`, 'hex');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (message) => new Uint8Array(sign(null, message, key));
}

/** Writes the secrets of a folder, sealed. Refuses the key, and then nothing is written. */
export async function writeSecrets(
  folder: string,
  secrets: object,
  key: FolderKey,
  nowMs: number,
): Promise<Outcome<undefined>> {
  const sealed = await seal(JSON.stringify(secrets), key, nowMs);
  if (!sealed.ok) return sealed;
  writeDurably(join(folder, SECRETS_FILE), sealed.value);
  return accept(undefined);
}

/** Opens the secrets of a folder. Refuses the key, or secrets that are not those of its card. */
export async function unlock(folder: NodeFolder, key: FolderKey): Promise<Outcome<Unlocked>> {
  const secrets = await readSecrets(folder.path, key, Secrets);
  if (!secrets.ok) return secrets;
  const keys = lineKeys(secrets.value, folder.member.record.name);
  const { card } = folder;
  const isTheirs =
    keys.record.vkey === card.recordKey && keys.recordMlDsa.vkey === card.recordMlDsaKey;
  if (!isTheirs) {
    const fault = 'the keys are not those of the card';
    return refuse('malformed', SECRETS_FILE, fault, 'the two files that parley init wrote');
  }
  const { certificatePem, keyPem, reasons = {} } = secrets.value;
  return accept({ keys, transport: { certificatePem, keyPem }, reasons });
}

/**
 * Gives a node a new key for a role. Its next start says so on its record, before anything is
 * signed with it. Refuses the key of the folder.
 */
export async function rotateKey(
  folder: NodeFolder,
  key: FolderKey,
  change: { readonly role: ChangedRole; readonly reason: ChangeReason },
  nowMs: number,
): Promise<Outcome<LineKeys>> {
  const secrets = await readSecrets(folder.path, key, Secrets);
  if (!secrets.ok) return secrets;
  const { role, reason } = change;
  const next: Secrets = {
    ...secrets.value,
    [role === 'witness' ? 'witnessSeed' : 'heartbeatSeed']: randomBytes(32).toString('hex'),
    reasons: { ...secrets.value.reasons, [role]: reason },
  };
  const written = await writeSecrets(folder.path, next, key, nowMs);
  if (!written.ok) return written;
  // A new witness key has signed nothing yet: there is nothing that it could have forgotten.
  if (role === 'witness') unretireWitness(folder.path);
  const keys = lineKeys(next, folder.member.record.name);
  writeCard(folder.path, cardWith(folder.card, keys));
  return accept(keys);
}

/** The card with the keys that are in use now. */
export function cardWith(card: Card, keys: LineKeys): Card {
  return { ...card, witnessKey: keys.witness.vkey, heartbeatKey: keys.heartbeat.vkey };
}

/** Seals the secrets of a folder anew, for another key. Refuses either key by name. */
export async function reseal(
  folder: NodeFolder,
  key: FolderKey,
  next: FolderKey,
  nowMs: number,
): Promise<Outcome<undefined>> {
  const secrets = await readSecrets(folder.path, key, Secrets);
  return secrets.ok ? writeSecrets(folder.path, secrets.value, next, nowMs) : secrets;
}

/** The secrets of a folder, opened and read. Refuses the key, and what is not of this schema. */
export async function readSecrets<T>(
  folder: string,
  key: FolderKey,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const path = join(folder, SECRETS_FILE);
  const sealed = readIfThere(path);
  if (sealed === undefined) {
    const plain = existsSync(join(folder, 'secrets.json'));
    const fault = plain ? 'the secrets lie there in the clear' : `${path} does not exist`;
    return refuse('not-found', 'folder', fault, 'a folder made by this parley init');
  }
  const text = await unseal(sealed, key);
  if (!text.ok) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.value);
  } catch {
    return refuse('malformed', path, 'what it holds is not JSON', 'the secrets of a node');
  }
  const secrets = schema.safeParse(value);
  if (secrets.success) return accept(secrets.data);
  const refusal = faultOf(secrets.error, value);
  return { ok: false, refusal: { ...refusal, field: `${path}: ${refusal.field}` } };
}
