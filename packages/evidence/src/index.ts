// What can be proven to somebody who trusts neither side: makes the files, checks them offline, and
// says in plain words what they prove and what they do not.
export { checkEvidence, findingsOf, noKey } from './check.ts';
export { invalid, NOT_AGREEMENT } from './findings.ts';
export type { Findings } from './findings.ts';
export { ANSWERS_MAX, makeEvidence, partyOf, readEntryName } from './make.ts';
export { underPolicy } from './quorum.ts';
export { Statement, statementText } from './statement.ts';
export type { EntryName } from './statement.ts';
export { trustedKeys, trustOf } from './trusted-keys.ts';
export type { TrustedKey } from './trusted-keys.ts';
