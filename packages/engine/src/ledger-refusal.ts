// A refusal of the ledger in the words of the protocol's one table.
import type { LedgerRefusal } from '@parley/ledger';
import { REFUSALS } from '@parley/protocol';
import type { Refusal, RefusalCode } from '@parley/protocol';

/** The protocol's refusal for what the ledger refused. Codes that both know keep their name. */
export function refusalOfLedger(refusal: LedgerRefusal): Refusal {
  const code: RefusalCode = codeOf(refusal.code);
  return { code, field: '', fault: refusal.sentence, right: '' };
}

function codeOf(code: string): RefusalCode {
  if (isKnown(code)) return code;
  return code === 'not-signed' ? 'wrongly-signed' : 'malformed';
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}
