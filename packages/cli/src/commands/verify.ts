// parley verify: checks evidence offline and says what it proves and what it does not.
import { DONE, refused, whenOk } from '../command.ts';
import type { Command, Ending } from '../command.ts';
import { readText } from '../file-text.ts';
import { checkEvidence, underPolicy } from '@parley/evidence';
import type { Findings } from '@parley/evidence';
import { checkTiles, isFolder } from '../evidence/tile-files.ts';
import { trustedOf } from '../evidence/trusted-keys.ts';

export const VERIFY: Command = {
  name: 'verify',
  usage: 'FILE|FOLDER [--card CARD]... [--key VKEY]... [--entry FILE] [--policy FILE] [--json]',
  summary: 'Checks an exported record, a proof, a checkpoint or evidence of a fork, offline',
  details:
    'The kind of FILE is found by itself. A proof needs --entry with the bytes of the entry. A\n' +
    'FOLDER is a record as tiles (parley export --tiles).\n' +
    'With --policy (a C2SP tlog-policy) every head in FILE must have its quorum.\n' +
    'Keys come from cards (--card) or are given (--key, C2SP verifier keys); a file that is\n' +
    'only checked against the keys it names itself proves nothing about who wrote it, and\n' +
    'this says so. Exit code 0: everything holds. 1: something does not.',
  options: {
    card: { type: 'string', multiple: true },
    key: { type: 'string', multiple: true },
    entry: { type: 'string' },
    policy: { type: 'string' },
    json: { type: 'boolean' },
  },
  words: [1, 1],
  run: async (given, { out }) => {
    const path = given.words[0] ?? '';
    const trusted = trustedOf(given);
    if (!trusted.ok) return refused(trusted.refusal);
    if (isFolder(path)) {
      return whenOk(checkTiles(path, trusted.value), (findings) =>
        tell(findings, given.has('json'), out),
      );
    }
    const text = readText(path);
    if (!text.ok) return refused(text.refusal);
    const entryPath = given.text('entry');
    const entry = entryPath === undefined ? undefined : readText(entryPath);
    if (entry?.ok === false) return refused(entry.refusal);
    const checked = checkEvidence(text.value, trusted.value, entry?.value);
    const policyPath = given.text('policy');
    const policy = policyPath === undefined ? undefined : readText(policyPath);
    if (policy?.ok === false) return refused(policy.refusal);
    const found =
      checked.ok && policy !== undefined
        ? underPolicy(checked.value, text.value, policy.value)
        : checked;
    return whenOk(found, (findings) => tell(findings, given.has('json'), out));
  },
};

function tell(findings: Findings, json: boolean, out: (line: string) => void): Ending {
  const { kind, valid, fault, proves, relies, warnings } = findings;
  if (json) {
    out(JSON.stringify(findings));
    return { code: valid ? 0 : 1 };
  }
  out(`This is ${kind}.`);
  if (!valid) {
    out(`NOT VALID: ${fault}`);
    return { code: 1 };
  }
  out('VALID.');
  for (const sentence of proves) out(`It proves: ${sentence}`);
  for (const sentence of relies) out(`It relies on: ${sentence}`);
  for (const sentence of warnings) out(`Mind: ${sentence}`);
  return DONE;
}
