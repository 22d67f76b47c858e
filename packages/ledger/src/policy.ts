// Who must have cosigned before a checkpoint counts (C2SP tlog-policy): logs, witnesses, groups of
// them with a threshold, and one quorum.

import { readUnverified, verifyCheckpoint } from './checkpoint.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { verifyCosignature } from './cosignature.ts';
import { readVerifierKey } from './key.ts';
import type { VerifierKey } from './key.ts';
import { policyCharactersMax, policyLinesMax } from './limits.ts';
import { readCosigned } from './proof.ts';
import type { Cosigned } from './proof.ts';
import { checked, refused } from './reading.ts';
import type { Checked, Refused } from './reading.ts';

/** `url` is '' where the policy names none; of a witness it is the prefix of its submissions. */
export type PolicyLog = { readonly key: VerifierKey; readonly url: string };
export type PolicyWitness = PolicyLog & { readonly name: string };

/** `isQuorum` says of the names of witnesses that cosigned whether they are enough. */
export type Policy = {
  readonly logs: readonly PolicyLog[];
  readonly witnesses: readonly PolicyWitness[];
  readonly isQuorum: (cosigned: ReadonlySet<string>) => boolean;
};

type Rule = (cosigned: ReadonlySet<string>) => boolean;

type Reading = {
  readonly logs: PolicyLog[];
  readonly witnesses: PolicyWitness[];
  /** Of every witness and group by its name. */
  readonly rules: Map<string, Rule>;
  /** Names that are members of a group already. */
  readonly members: Set<string>;
  quorum: Rule | undefined;
};

/** Reads a policy. Refuses: oversize, malformed-policy (naming the line and its fault). */
export function readPolicy(text: string): Checked<Policy> {
  const lines = text.split('\n');
  if (text.length > policyCharactersMax || lines.length > policyLinesMax) {
    const most = `${policyCharactersMax} characters and ${policyLinesMax} lines`;
    return refused('oversize', `A policy has at most ${most}.`);
  }
  // eslint-disable-next-line no-control-regex -- the control characters are what is refused
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/u.test(text)) {
    return refused('malformed-policy', 'A policy has no control characters but tab and newline.');
  }
  const reading: Reading = {
    logs: [],
    witnesses: [],
    rules: new Map(),
    members: new Set(),
    quorum: undefined,
  };
  for (const [at, line] of lines.entries()) {
    const words = line.split(/[ \t]+/u).filter((word) => word !== '');
    const [keyword = '#'] = words;
    if (keyword.startsWith('#')) continue;
    const fault = take(reading, words);
    if (fault !== undefined) {
      return refused('malformed-policy', `Line ${at + 1} of the policy: ${fault}.`);
    }
  }
  const { logs, witnesses, quorum } = reading;
  if (quorum === undefined) return refused('malformed-policy', 'The policy has no quorum line.');
  return checked({ logs, witnesses, isQuorum: quorum });
}

/** Takes one line; gives its fault. */
function take(reading: Reading, [keyword, ...words]: readonly string[]): string | undefined {
  switch (keyword) {
    case 'log':
      return takeLog(reading, words);
    case 'witness':
      return takeWitness(reading, words);
    case 'group':
      return takeGroup(reading, words);
    case 'quorum':
      return takeQuorum(reading, words);
    default:
      return `"${keyword?.slice(0, 40)}" is none of log, witness, group, quorum`;
  }
}

function takeLog({ logs }: Reading, words: readonly string[]): string | undefined {
  const [vkey = '', url = '', ...rest] = words;
  const key = readVerifierKey(vkey);
  if (!key.ok || rest.length > 0) return 'a log is a verifier key and perhaps a URL';
  if (key.value.type === 'cosignature-ed25519') return 'its key is one of a witness';
  if (isKnown(logs, key.value)) return 'this log is there already';
  logs.push({ key: key.value, url });
  return undefined;
}

function takeWitness({ witnesses, rules }: Reading, words: readonly string[]): string | undefined {
  const [name = '', vkey = '', url = '', ...rest] = words;
  const key = readVerifierKey(vkey);
  if (!key.ok || rest.length > 0) return 'a witness is a name, a verifier key and perhaps a URL';
  if (key.value.type === 'ed25519') return 'its key is one of a log';
  if (isKnown(witnesses, key.value)) return 'this witness is there already';
  if (name === 'none' || rules.has(name)) return `the name ${name} is taken`;
  witnesses.push({ name, key: key.value, url });
  rules.set(name, (cosigned) => cosigned.has(name));
  return undefined;
}

function takeGroup({ rules, members }: Reading, words: readonly string[]): string | undefined {
  const [name = '', threshold = '', ...names] = words;
  if (name === '' || name === 'none' || rules.has(name)) return `the name ${name} is taken`;
  const parts: Rule[] = [];
  for (const member of names) {
    const rule = rules.get(member);
    if (rule === undefined) return `${member} is not defined before it`;
    if (members.has(member)) return `${member} is a member of a group already`;
    members.add(member);
    parts.push(rule);
  }
  const least = leastOf(threshold, parts.length);
  if (parts.length === 0 || least < 1 || least > parts.length) {
    return 'a group is a name, all, any or a number up to that of its members, and their names';
  }
  rules.set(name, (cosigned) => parts.filter((rule) => rule(cosigned)).length >= least);
  return undefined;
}

/** The number of members that a group takes; 0 for a threshold that is none. */
function leastOf(threshold: string, members: number): number {
  if (threshold === 'any') return 1;
  if (threshold === 'all') return members;
  return /^[1-9][0-9]{0,3}$/u.test(threshold) ? Number(threshold) : 0;
}

function takeQuorum(reading: Reading, words: readonly string[]): string | undefined {
  const [name = '', ...rest] = words;
  const rule = name === 'none' ? (): boolean => true : reading.rules.get(name);
  if (rule === undefined || rest.length > 0)
    return 'a quorum is one name that is defined before it';
  if (reading.quorum !== undefined) return 'there is a quorum already';
  reading.quorum = rule;
  return undefined;
}

function isKnown(known: readonly PolicyLog[], { publicKey }: VerifierKey): boolean {
  return known.some(({ key }) => key.publicKey.toHex() === publicKey.toHex());
}

/**
 * Verifies that a checkpoint is signed by a log of the policy and cosigned by its quorum. Refuses:
 * as readNote and readCheckpoint, not-this-record (no log of this origin), not-signed,
 * wrongly-signed, no-quorum.
 */
export function verifyWithPolicy(
  note: string,
  policy: Policy,
): Checked<Checkpoint & { readonly cosigned: readonly Cosigned[] }> {
  const claimed = readUnverified(note);
  if (!claimed.ok) return claimed;
  const keys = policy.logs
    .map(({ key }) => key)
    .filter(({ name }) => name === claimed.value.origin);
  const signed = signedByAny(note, keys, claimed.value.origin);
  if (signed !== undefined) return signed;
  const cosigned = readCosigned(
    note,
    policy.witnesses.map(({ key }) => key),
  );
  if (!cosigned.ok) return cosigned;
  const names = policy.witnesses.filter(({ key }) => verifyCosignature(note, key).ok);
  if (!policy.isQuorum(new Set(names.map(({ name }) => name)))) {
    const found = names.map(({ name }) => name).join(', ') || 'none';
    return refused('no-quorum', `The witnesses that cosigned it are no quorum: ${found}.`);
  }
  return checked({ ...claimed.value, cosigned: cosigned.value });
}

/** Why none of the keys of a log has signed a note; undefined when one has. */
export function signedByAny(
  note: string,
  keys: readonly VerifierKey[],
  origin: string,
): Refused | undefined {
  let refusal: Refused = refused('not-this-record', `${origin} is none of the logs known here.`);
  for (const key of keys) {
    const read =
      key.type === 'ed25519' ? verifyCheckpoint(note, key) : verifyCosignature(note, key);
    if (read.ok) return undefined;
    refusal = read;
  }
  return refusal;
}
