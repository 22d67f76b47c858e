// Two records of one afternoon, signed and cosigned, for the tests of the report: actual traffic in
// four scripts, an exercise and a test among it, and what nobody answered.
import { createHash } from 'node:crypto';
import {
  cosign,
  exportRecord,
  leafHash,
  MerkleTree,
  signCheckpoint,
  signerKey,
  withCosignature,
} from '@parley/ledger';
import { entryBytes, LineId, PartyId, readEntry } from '@parley/protocol';
import type { Body, Entry, Ref } from '@parley/protocol';

const MINUTE = 60_000;
/** 2018-09-17 18:00:00Z. */
export const T0 = 1_537_207_200_000;
const ROOT = '0'.repeat(64) as Entry['seen'][number]['root'];
const LINE = LineId.parse('line-0123456789abcdef');
export const [NORTH, SOUTH] = [PartyId.parse('north'), PartyId.parse('south')];

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
export const KEYS = {
  north: {
    record: signerKey('north/00000001', 'ed25519', seed(1)),
    witness: signerKey('north/00000001/witness', 'cosignature-ed25519', seed(2)),
  },
  south: {
    record: signerKey('south/00000002', 'ed25519', seed(3)),
    witness: signerKey('south/00000002/witness', 'cosignature-ed25519', seed(4)),
  },
};

export const ARABIC = 'الطائرات فوق المدينة (ثلاث) FL240 الآن';
export const HEBREW = 'אנחנו רואים (שלוש) 12 דקות';
export const RUSSIAN = 'Предлагаем переговоры';
export const TURKISH = 'Işık söndü, güvenliğiniz için';
export const HOSTILE = '<script>alert(1)</script> "&" \u202Egnorw';

export type Exported = { readonly north: string; readonly south: string };
type Put = (party: PartyId, minutes: number, body: Body, by?: string) => Ref;

/** Both records as `parley export` writes them; south's without its last `cut` entries. */
export function exportedRecords(cut = 0): Exported {
  const written = afternoon();
  return {
    north: exportOf('north', written.get(NORTH) ?? []),
    south: exportOf('south', (written.get(SOUTH) ?? []).slice(0, -cut || undefined)),
  };
}

/** The hash of an entry, by RFC 6962: SHA-256 over a zero byte and its bytes. */
export function hashOf(party: PartyId, index: number): string {
  const bytes = afternoon().get(party)?.[index] ?? new Uint8Array();
  return createHash('sha256')
    .update(new Uint8Array([0]))
    .update(bytes)
    .digest('hex');
}

/** An exported record of north with other bytes as its last entry, and the same key. */
export function forkedRecord(): string {
  const own = afternoon().get(NORTH) ?? [];
  return exportOf('north', [...own.slice(0, -1), own[0] ?? new Uint8Array()]);
}

/** A record of north with that many line checks, ten a second from T0 on. */
export function longRecord(count: number): string {
  const entries = Array.from({ length: count }, (_, index) =>
    entryBytes({
      version: 1,
      line: LINE,
      party: NORTH,
      index,
      seen: [],
      releasedMs: T0 + index * 100,
      draftedBy: 'Watch 1',
      releasedBy: 'Watch 1',
      body: { type: 'line-check' },
    }),
  );
  return exportOf('north', entries);
}

function exportOf(party: 'north' | 'south', entries: readonly Uint8Array[]): string {
  const { record } = KEYS[party];
  const { witness } = KEYS[party === 'north' ? 'south' : 'north'];
  const rootHash = MerkleTree.of(entries.map(leafHash)).root();
  const signed = signCheckpoint({ origin: record.name, size: entries.length, rootHash }, record);
  // 2018-09-17 19:00:00Z.
  const checkpoint = withCosignature(signed, cosign(signed, witness, 1_537_210_800));
  return exportRecord({ key: record, cosigners: [witness], entries, checkpoint });
}

function afternoon(): Map<PartyId, Uint8Array[]> {
  const records = new Map<PartyId, Uint8Array[]>([
    [NORTH, []],
    [SOUTH, []],
  ]);
  const put: Put = (party, minutes, body, by = 'Watch 1') => {
    const own = records.get(party) ?? [];
    const seen = [...records]
      .filter(([other, held]) => other !== party && held.length > 0)
      .map(([other, held]) => ({ party: other, size: held.length, root: ROOT }));
    const bytes = entryBytes({
      version: 1,
      line: LINE,
      party,
      index: own.length,
      seen,
      releasedMs: T0 + minutes * MINUTE,
      draftedBy: by,
      releasedBy: body.type === 'received' ? 'node' : by === 'Watch 1' ? 'Chief 1' : by,
      body,
    });
    own.push(bytes);
    const read = readEntry(bytes);
    if (!read.ok) throw new Error(`the sample is an entry: ${read.refusal.fault}`);
    const leaf = Buffer.from(leafHash(bytes)).toString('hex') as Ref['leaf'];
    return { party, index: own.length - 1, leaf };
  };
  write(put);
  return records;
}

function received(ref: Ref, minutes: number): Body {
  const receivedMs = T0 + minutes * MINUTE;
  return { type: 'received', ...ref, size: ref.index + 1, root: ROOT, receivedMs };
}

function write(put: Put): void {
  for (const party of [NORTH, SOUTH]) put(party, 0, ARRANGEMENT);
  const told = put(NORTH, 5, notice('actual', 'Orbit KITE', ARABIC, 'ar'));
  put(SOUTH, 6, received(told, 6));
  put(SOUTH, 9, { type: 'read', ref: told }, 'Watch A');
  const words = { text: HEBREW, language: 'he' };
  put(SOUTH, 10, { type: 'position', ref: told, position: 'conflict', words }, 'Watch A');
  const drill = put(NORTH, 12, notice('exercise', 'Orbit DRILL', RUSSIAN, 'ru'));
  put(SOUTH, 13, received(drill, 13));
  put(NORTH, 14, notice('test', 'Orbit TRIAL', TURKISH, 'tr'));
  put(SOUTH, 15, SUSPENSION, 'Chief A');
  const incident = put(NORTH, 20, INCIDENT);
  const account = { text: 'We were not there.', language: 'en' };
  put(
    SOUTH,
    30,
    { type: 'counter-statement', ref: incident, result: 'denies', account },
    'Chief A',
  );
}

const limits = { readMs: 10 * MINUTE, readBackMs: 20 * MINUTE, positionMs: 30 * MINUTE };
const ARRANGEMENT: Body = {
  type: 'arrangement',
  version: 1,
  scope: 'Safety of flight.',
  minima: { lateralCentimetres: 500_000, verticalCentimetres: 30_000, timeMs: 0 },
  minimumLeadMs: 30 * MINUTE,
  deadlines: { FLASH: limits, IMMEDIATE: limits, PRIORITY: limits, ROUTINE: limits },
};

const SUSPENSION: Body = {
  type: 'channel-state',
  status: 'actual',
  state: 'suspended',
  scope: ['notices'],
  reason: 'political-decision',
};

const INCIDENT: Body = {
  type: 'incident',
  precedence: 'PRIORITY',
  status: 'actual',
  title: HOSTILE,
  clause: 'overhead',
  volumes: [volume(0)],
  account: { text: 'Overhead at 1,000 ft.', language: 'en' },
  standing: 'open',
  answerByMs: T0 + 300 * MINUTE,
};

/** A circle of 3 km near Deir ez-Zor, FL180 to FL240, for an hour. */
function volume(startMinutes: number) {
  return {
    outline: {
      kind: 'circle' as const,
      centre: { latE7: 352_600_000, lonE7: 401_500_000 },
      radiusCentimetres: 300_000,
    },
    band: {
      lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' } as const,
      upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' } as const,
    },
    window: { startMs: T0 + startMinutes * MINUTE, endMs: T0 + (startMinutes + 60) * MINUTE },
  };
}

// All of them start at 18:25: the first is told 20 minutes ahead, where 30 were agreed.
function notice(
  status: 'actual' | 'exercise' | 'test',
  title: string,
  text: string,
  language: string,
): Body {
  return {
    type: 'notice',
    kind: 'air-activity',
    precedence: 'PRIORITY',
    status,
    activity: 'orbit',
    asked: 'avoid',
    firmness: 'planned',
    title,
    words: { text, language },
    volumes: [volume(25)],
  };
}
