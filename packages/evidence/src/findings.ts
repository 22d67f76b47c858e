// What the check of a file comes to, in sentences for people.
import { shortKey } from '@parley/ledger';
import type { Cosigned } from '@parley/ledger';
import { writeInstant } from '@parley/geo';
import { trustOf } from './trusted-keys.ts';
import type { TrustedKey } from './trusted-keys.ts';

export type Findings = {
  /** "an exported record", "a proof of one entry", ... */
  readonly kind: string;
  readonly valid: boolean;
  /** Why it is not valid; '' when it is. */
  readonly fault: string;
  readonly proves: readonly string[];
  readonly relies: readonly string[];
  readonly warnings: readonly string[];
};

/** What no evidence proves. */
export const NOT_AGREEMENT =
  'that something was said or received is no proof that it is true, nor that it was agreed to.';

/** The findings of a file that does not hold. */
export function invalid(kind: string, fault: string): Findings {
  return { kind, valid: false, fault, proves: [], relies: [], warnings: [] };
}

/** The keys that all of it stands on, each with who vouches for it. */
export function relied(vkeys: readonly string[], trusted: readonly TrustedKey[]): string[] {
  return vkeys.map((vkey) => {
    const from = trustOf(trusted, vkey);
    return from === undefined
      ? `the key ${shortKey(vkey)}, which only the file itself names.`
      : `the key ${shortKey(vkey)}, which is that of ${from}.`;
  });
}

/** The sentence that a record's owner signed its head with ML-DSA-44 too; empty when not. */
export function signedTwice({ origin, cosigned }: Signed): string[] {
  if (!cosigned.some(({ name }) => name === origin)) return [];
  return [`${origin} signed that head with ML-DSA-44 too, which holds where Ed25519 may not.`];
}

/** Who else than its owner cosigned a head: a record's second key has the record's own name. */
export function byOthers({ origin, cosigned }: Signed): readonly Cosigned[] {
  return cosigned.filter(({ name }) => name !== origin);
}

type Signed = { readonly origin: string; readonly cosigned: readonly Cosigned[] };

/** What is to be done about keys that nobody vouches for; empty when there are none. */
export function untrusted(vkeys: readonly string[], trusted: readonly TrustedKey[]): string[] {
  const unknown = vkeys.filter((vkey) => trustOf(trusted, vkey) === undefined);
  if (unknown.length === 0) return [];
  return [
    'compare the keys above with the cards of the parties (--card CARD): ' +
      'anybody can make a file with keys of his own.',
  ];
}

/** A time of a cosignature, POSIX seconds, as an instant in words. */
export function atSeconds(timeSeconds: number): string {
  return writeInstant(timeSeconds * 1_000);
}
