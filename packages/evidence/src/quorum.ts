// Whether those whom a policy names have cosigned what a file stands on (C2SP tlog-policy).
import { readPolicy, verifyWithPolicy } from '@parley/ledger';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { invalid } from './findings.ts';
import type { Findings } from './findings.ts';

/**
 * The findings of a valid file with what a policy makes of every head in it: one that no log of the
 * policy signed, or that lacks the quorum, makes it invalid. Refuses a policy that cannot be read,
 * and a file that stands on no head.
 */
export function underPolicy(
  findings: Findings,
  text: string,
  policyText: string,
): Outcome<Findings> {
  const policy = readPolicy(policyText);
  if (!policy.ok) return refuse('malformed', 'policy', policy.refusal.sentence, 'a tlog-policy');
  if (!findings.valid) return accept(findings);
  const heads = headsIn(text);
  if (heads.length === 0) {
    const right = 'a record, a proof, a checkpoint or evidence of a statement';
    return refuse('malformed', 'policy', `${findings.kind} stands on no cosigned head`, right);
  }
  const enough = new Set<string>();
  for (const head of heads) {
    const verified = verifyWithPolicy(head, policy.value);
    if (!verified.ok) return accept(invalid(findings.kind, verified.refusal.sentence));
    for (const { name } of verified.value.cosigned) enough.add(name);
  }
  const names = [...enough].join(', ');
  const by = names === '' ? 'the policy asks for no witness' : `cosigned by ${names}`;
  const proves = [...findings.proves, `the quorum of the policy stands behind it: ${by}.`];
  return accept({ ...findings, proves });
}

/** The signed notes of the heads on which a record, evidence, a proof or a checkpoint stands. */
function headsIn(text: string): string[] {
  if (!text.startsWith('{')) {
    const isProof = text.startsWith('c2sp.org/tlog-proof');
    if (isProof) return [text.slice(text.indexOf('\n\n') + 2)];
    return text.startsWith('parley/') ? [] : [text];
  }
  return text.split('\n').flatMap((line) => {
    if (!line.includes('"checkpoint":')) return [];
    const row: unknown = JSON.parse(line);
    const isRow = typeof row === 'object' && row !== null && 'checkpoint' in row;
    return isRow && typeof row.checkpoint === 'string' ? [row.checkpoint] : [];
  });
}
