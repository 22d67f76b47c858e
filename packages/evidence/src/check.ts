// Finds out what kind of evidence a text is, checks it with the ledger, and says in plain words
// what it proves, what that relies on, and what it does not say.
import {
  leafHash,
  readCheckpoint,
  readNote,
  verifyCheckpoint,
  verifyCosignature,
  verifyEntryProof,
  verifyExport,
  verifyForkEvidence,
} from '@parley/ledger';
import type { Checked, ExportedRecord, VerifierKey } from '@parley/ledger';
import { writeInstant } from '@parley/geo';
import { accept, Entry, readEntry, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { bodyText } from '@parley/engine';
import {
  atSeconds,
  byOthers,
  invalid,
  NOT_AGREEMENT,
  relied,
  signedTwice,
  untrusted,
} from './findings.ts';
import type { Findings } from './findings.ts';
import { checkAlarm, isAlarm } from './alarm.ts';
import { trustOf } from './trusted-keys.ts';
import type { TrustedKey } from './trusted-keys.ts';
import { checkStatement } from './verify.ts';

/**
 * Checks a file's text. `entry` is the text of the entry that a proof is about. Refuses a text of
 * no known kind, and a proof without its entry or without a key; an invalid one is a finding.
 */
export function checkEvidence(
  text: string,
  trusted: readonly TrustedKey[],
  entry: string | undefined,
): Outcome<Findings> {
  const first = text.split('\n', 1)[0] ?? '';
  if (first.includes('"parley":"evidence"')) return accept(checkStatement(text, trusted));
  if (isAlarm(first)) {
    return trusted.length === 0 ? noKey() : accept(checkAlarm(text, trusted));
  }
  if (first.startsWith('{')) return accept(checkRecord(text, trusted));
  if (first.startsWith('c2sp.org/tlog-proof')) return checkProof(text, trusted, entry);
  const records = recordKeys(trusted);
  if (first.startsWith('parley/fork-evidence')) return checkFork(text, records, trusted);
  if (text.includes('\n\n— ')) return checkHead(text, records, trusted);
  const right = 'evidence, an exported record, an entry proof, a checkpoint or evidence of a fork';
  return refuse('malformed', 'file', `it begins with "${first.slice(0, 40)}"`, right);
}

function checkRecord(text: string, trusted: readonly TrustedKey[]): Findings {
  const kind = 'an exported record';
  const record = verifyExport(text);
  if (!record.ok) return invalid(kind, record.refusal.sentence);
  return findingsOf(kind, record.value, trusted);
}

type SignedRecord = Pick<
  ExportedRecord,
  'origin' | 'vkey' | 'cosigners' | 'size' | 'entries' | 'cosigned'
>;

/** What a whole record proves whose entries, root and signatures were verified. */
export function findingsOf(
  kind: string,
  { origin, vkey, cosigners, size, entries, cosigned }: SignedRecord,
  trusted: readonly TrustedKey[],
): Findings {
  if (trusted.length > 0 && trustOf(trusted, vkey) === undefined) {
    return invalid(kind, `its key ${vkey} is not one of those that you gave.`);
  }
  const times = entries.flatMap((value) => {
    const entry = Entry.safeParse(value);
    return entry.success ? [entry.data.releasedMs] : [];
  });
  const [first, last] = [Math.min(...times), Math.max(...times)].map(writeInstant);
  const others = byOthers({ origin, cosigned });
  const span = times.length === 0 ? '' : `, said from ${first} to ${last} by its own clock`;
  return {
    kind,
    valid: true,
    fault: '',
    proves: [
      `${origin} signed these ${size} entries, in this order${span}.`,
      `the serials 0 to ${size - 1} have no gap: what is not among them was not said on this ` +
        'record before its end.',
      ...signedTwice({ origin, cosigned }),
      ...others.map(
        ({ name, timeSeconds }) =>
          `${name} held all of it, unchanged, at ${atSeconds(timeSeconds)} by its own clock.`,
      ),
      ...(others.length === 0 ? [] : ['neither side can change, add or remove an entry of it.']),
    ],
    relies: relied([vkey, ...cosigners], trusted),
    warnings: [
      ...untrusted([vkey, ...cosigners], trusted),
      ...(others.length > 0
        ? []
        : ['nobody has cosigned it: its owner alone vouches that there is no other history.']),
      NOT_AGREEMENT,
    ],
  };
}

function checkProof(
  text: string,
  trusted: readonly TrustedKey[],
  entry: string | undefined,
): Outcome<Findings> {
  const kind = 'a proof of one entry';
  if (entry === undefined) {
    const fault = 'the bytes of the entry are not given';
    return refuse(
      'malformed',
      'entry',
      fault,
      '--entry with the .entry.json file beside the proof',
    );
  }
  const keys = recordKeys(trusted);
  if (keys.length === 0) return noKey();
  const cosigners = trusted.map(({ key }) => key).filter(({ type }) => type !== 'ed25519');
  const bytes = new TextEncoder().encode(entry);
  const proof = firstValid(keys, (key) => verifyEntryProof(text, leafHash(bytes), key, cosigners));
  if (!proof.ok) return accept(invalid(kind, proof.refusal.sentence));
  const { index, checkpoint, cosigned } = proof.value.value;
  const { origin } = checkpoint;
  const others = byOthers({ origin, cosigned });
  const read = readEntry(bytes);
  const said = read.ok ? `: ${bodyText(read.value.body)}` : ' (not readable as a message)';
  const key = proof.value.key.vkey;
  return accept({
    kind,
    valid: true,
    fault: '',
    proves: [
      `entry ${index} of ${checkpoint.origin} is exactly this${said}`,
      ...signedTwice({ origin, cosigned }),
      ...others.map(
        ({ name, timeSeconds }) => `${name} held it at ${atSeconds(timeSeconds)} by its own clock.`,
      ),
    ],
    relies: relied([key], trusted),
    warnings: [
      ...(others.length > 0
        ? []
        : ['no cosignature in it was checked: give the card of the other party as well.']),
      NOT_AGREEMENT,
    ],
  });
}

function checkFork(
  text: string,
  keys: readonly VerifierKey[],
  trusted: readonly TrustedKey[],
): Outcome<Findings> {
  const kind = 'evidence of a fork';
  if (keys.length === 0) return noKey();
  const fork = firstValid(keys, (key) => verifyForkEvidence(text, key));
  if (!fork.ok) return accept(invalid(kind, fork.refusal.sentence));
  const { key, value } = fork.value;
  return accept({
    kind,
    valid: true,
    fault: '',
    proves: [
      `${key.name} signed two different histories of its first ${value.size} entries.`,
      'an honest owner cannot be accused like this: it takes its own key, twice.',
    ],
    relies: relied([key.vkey], trusted),
    warnings: ['it does not say which of the two histories is the true one.'],
  });
}

function checkHead(
  text: string,
  keys: readonly VerifierKey[],
  trusted: readonly TrustedKey[],
): Outcome<Findings> {
  const kind = 'a signed checkpoint';
  const note = readNote(text);
  const claimed = note.ok ? readCheckpoint(note.value.text) : note;
  if (!claimed.ok) return accept(invalid(kind, claimed.refusal.sentence));
  if (keys.length === 0) return noKey();
  const head = firstValid(keys, (key) => verifyCheckpoint(text, key));
  if (!head.ok) return accept(invalid(kind, head.refusal.sentence));
  const { key, value } = head.value;
  const cosigned = trusted.flatMap(({ key: { name }, key: cosigner }) => {
    const found = verifyCosignature(text, cosigner);
    return found.ok ? [{ name, timeSeconds: found.value.timeSeconds }] : [];
  });
  const signed = { origin: value.origin, cosigned };
  return accept({
    kind,
    valid: true,
    fault: '',
    proves: [
      `${value.origin} signed that its record had ${value.size} entries with this root.`,
      ...signedTwice(signed),
      ...byOthers(signed).map(({ name, timeSeconds }) => {
        const time = atSeconds(timeSeconds);
        return `${name} held them all, unchanged, at ${time} by its own clock.`;
      }),
    ],
    relies: relied([key.vkey], trusted),
    warnings: ['it does not say what the entries are: that takes the record, or a proof.'],
  });
}

/** The refusal of a file that can only be checked against a key which somebody brings. */
export function noKey(): Outcome<never> {
  const fault = 'this kind of file names no key of its own';
  return refuse('malformed', 'key', fault, '--card CARD or --key VKEY of the party it is about');
}

/** Keys of records: cosigners' keys sign nothing by themselves. */
function recordKeys(trusted: readonly TrustedKey[]): VerifierKey[] {
  return trusted.map(({ key }) => key).filter(({ type }) => type === 'ed25519');
}

/** What the first key that fits makes of it; else the refusal that is most to the point. */
function firstValid<T>(
  keys: readonly VerifierKey[],
  check: (key: VerifierKey) => Checked<T>,
): Checked<{ readonly key: VerifierKey; readonly value: T }> {
  let refusal: Checked<never> | undefined;
  for (const key of keys) {
    const checked = check(key);
    if (checked.ok) return { ok: true, value: { key, value: checked.value } };
    if (refusal === undefined || checked.refusal.code !== 'not-this-record') refusal = checked;
  }
  if (refusal === undefined) throw new Error('at least one key is tried');
  return refusal;
}
