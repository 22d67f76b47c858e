// A node's folder: who it is, its keys, its line, its store. Keys are readable by the owner alone.
import { createPrivateKey, randomBytes, sign } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readVerifierKey, signerKey } from '@parley/ledger';
import type { KeyType, SignerKey, VerifierKey } from '@parley/ledger';
import { accept, Arrangement, Card, faultOf, LineId, refuse } from '@parley/protocol';
import type { Outcome, PartyId } from '@parley/protocol';
import { z } from 'zod';
import { readIfThere, writeDurably } from './durable-file.ts';
import type { TransportIdentity } from './transport.ts';

const Seed = z.string().regex(/^[0-9a-f]{64}$/);

/** The secret half of a node: seeds of its line's keys (Ed25519) and its TLS key. */
const Secrets = z.strictObject({
  recordSeed: Seed,
  witnessSeed: Seed,
  heartbeatSeed: Seed,
  certificatePem: z.string(),
  keyPem: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The line that this node was paired for: everybody's card, and the arrangement agreed to. */
export const LineFile = z.strictObject({
  line: LineId,
  cards: z.array(Card).min(2),
  arrangement: Arrangement,
});
export type LineFile = z.infer<typeof LineFile>;

export type LineKeys = {
  readonly record: SignerKey;
  readonly witness: SignerKey;
  readonly heartbeat: SignerKey;
};

export type DataFolder = {
  readonly path: string;
  readonly card: Card;
  readonly keys: LineKeys;
  readonly transport: TransportIdentity;
  readonly line: LineFile | undefined;
};

const CARD_FILE = 'card.json';
const SECRETS_FILE = 'secrets.json';
const LINE_FILE = 'line.json';

/** Where the store of a folder lies. */
export function storePath(folder: string): string {
  return join(folder, 'parley.db');
}

/** Fresh seeds from the system's randomness. */
export function freshSecrets(transport: TransportIdentity): Secrets {
  const seed = (): string => randomBytes(32).toString('hex');
  return { recordSeed: seed(), witnessSeed: seed(), heartbeatSeed: seed(), ...transport };
}

/** The keys of a node on its line. `name` is the origin of its record. */
export function lineKeys(secrets: Secrets, name: string): LineKeys {
  const key = (keyName: string, type: KeyType, seedHex: string): SignerKey =>
    signerKey(keyName, type, Uint8Array.fromHex(seedHex), opensslSigner(seedHex));
  return {
    record: key(name, 'ed25519', secrets.recordSeed),
    witness: key(`${name}/witness`, 'cosignature-ed25519', secrets.witnessSeed),
    heartbeat: key(`${name}/heartbeat`, 'ed25519', secrets.heartbeatSeed),
  };
}

/** DER of an Ed25519 private key up to its seed (RFC 8410, section 7). */
const PKCS8_PREFIX = '302e020100300506032b657004220420';

// OpenSSL signs about ten times as fast as the ledger's own code, and gives the same bytes.
function opensslSigner(seedHex: string): (message: Uint8Array) => Uint8Array {
  const der = Buffer.from(`${PKCS8_PREFIX}${seedHex}`, 'hex');
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return (message) => new Uint8Array(sign(null, message, key));
}

/** Makes a folder for a new node. Refuses where one exists: its keys are never written over. */
export function createFolder(path: string, card: Card, secrets: Secrets): Outcome<string> {
  if (existsSync(join(path, SECRETS_FILE))) {
    return refuse('already-said', 'folder', `${path} holds a node already`, 'an empty folder');
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  writeDurably(join(path, SECRETS_FILE), `${JSON.stringify(secrets, undefined, 2)}\n`);
  writeDurably(join(path, CARD_FILE), `${JSON.stringify(card, undefined, 2)}\n`);
  return accept(join(path, CARD_FILE));
}

/** Opens a node's folder. Refuses naming the file that is missing or wrong. */
export function openFolder(path: string): Outcome<DataFolder> {
  const card = readJson(join(path, CARD_FILE), Card);
  if (!card.ok) return card;
  const secrets = readJson(join(path, SECRETS_FILE), Secrets);
  if (!secrets.ok) return secrets;
  const record = readVerifierKey(card.value.recordKey);
  if (!record.ok) return refuse('malformed', 'recordKey', record.refusal.sentence, 'a vkey');
  const keys = lineKeys(secrets.value, record.value.name);
  if (keys.record.vkey !== card.value.recordKey) {
    const fault = 'the keys are not those of the card';
    return refuse('malformed', SECRETS_FILE, fault, 'the two files that parley init wrote');
  }
  const { certificatePem, keyPem } = secrets.value;
  const base = { path, card: card.value, keys, transport: { certificatePem, keyPem } };
  if (!existsSync(join(path, LINE_FILE))) return accept({ ...base, line: undefined });
  const line = readJson(join(path, LINE_FILE), LineFile);
  return line.ok ? accept({ ...base, line: line.value }) : line;
}

/** Keeps the line that was paired. */
export function writeLineFile(path: string, line: LineFile): void {
  writeDurably(join(path, LINE_FILE), `${JSON.stringify(line, undefined, 2)}\n`);
}

/** A member of the line with its keys read. */
export type Member = {
  readonly party: PartyId;
  readonly card: Card;
  readonly record: VerifierKey;
  readonly witness: VerifierKey;
  readonly heartbeat: VerifierKey;
};

/** A card's keys, read. Refuses naming the key that is wrong. */
export function memberOf(card: Card): Outcome<Member> {
  const record = readVerifierKey(card.recordKey);
  const witness = readVerifierKey(card.witnessKey);
  const heartbeat = readVerifierKey(card.heartbeatKey);
  for (const [field, key] of Object.entries({ record, witness, heartbeat })) {
    if (!key.ok) return refuse('malformed', `${field}Key`, key.refusal.sentence, 'a C2SP vkey');
  }
  if (!record.ok || !witness.ok || !heartbeat.ok) throw new Error('every key was read');
  const keys = { record: record.value, witness: witness.value, heartbeat: heartbeat.value };
  const distinct = new Set(Object.values(keys).map((key) => key.publicKey.toHex()));
  if (distinct.size < 3) {
    return refuse('malformed', 'recordKey', 'one key has several roles', 'a key for each role');
  }
  return accept({ party: card.party, card, ...keys });
}

function readJson<T>(path: string, schema: z.ZodType<T>): Outcome<T> {
  const text = readIfThere(path);
  if (text === undefined) {
    return refuse('not-found', 'file', `${path} does not exist`, 'a folder made by parley init');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'it cannot be read';
    return refuse('malformed', path, fault, 'JSON');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return accept(parsed.data);
  const refusal = faultOf(parsed.error, value);
  return { ok: false, refusal: { ...refusal, field: `${path}: ${refusal.field}` } };
}
