// parley findings: what does not fit the arrangement, and the register with both accounts.
import {
  complianceFindings,
  complianceSentence,
  dueLineChecks,
  incidentRegister,
} from '@parley/engine';
import type { ComplianceFinding, GivenAccount, RegisterEntry } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { objectIdOf, phrase } from '@parley/protocol';
import type { CounterStatement } from '@parley/protocol';
import { DONE } from '../command.ts';
import type { Command } from '../command.ts';
import { withView } from '../seat/with-view.ts';

export const FINDINGS: Command = {
  name: 'findings',
  usage: '[--json] [--seat FILE]',
  summary: 'Lists what does not fit the arrangement in force, and the register of incidents',
  details:
    'A finding names the clause, the object, the party held to it, and since when; below it,\n' +
    'the version of the arrangement that was in force then and the entries that show it, by\n' +
    'their hashes. It is computed from the records and the time: the other side has the same.\n' +
    'A clause that the arrangement leaves out gives no finding.',
  options: { json: { type: 'boolean' }, seat: { type: 'string' } },
  words: [0, 0],
  run: async (given, { out }) =>
    withView(given, async ({ picture, nowMs }) => {
      const findings = complianceFindings(picture, nowMs());
      const register = incidentRegister(picture);
      const due = dueLineChecks(picture, nowMs());
      if (given.has('json')) {
        const told = findings.map((one) => ({ ...one, sentence: complianceSentence(one) }));
        out(JSON.stringify({ findings: told, register: register.map(plain), lineChecksDue: due }));
        return Promise.resolve(DONE);
      }
      const version = picture.arrangement?.version;
      out(version === undefined ? 'No arrangement is in force.' : `Arrangement ${version}.`);
      for (const finding of findings) {
        out(findingLine(finding));
        out(groundsLine(finding));
      }
      for (const { atMs, turn } of due) {
        out(`LINE CHECK due, of ${writeInstant(atMs)}; it is the turn of ${turn}`);
      }
      for (const line of register.flatMap(registerLines)) out(line);
      return Promise.resolve(DONE);
    }),
};

/** "2018-09-17 18:39:02Z  Minimum lead  israel/1 (israel): Told 58 s before its start; ...". */
export function findingLine(finding: ComplianceFinding): string {
  const { clause, object, party, sinceMs } = finding;
  const about = object === undefined ? party : `${object} (${party})`;
  const where = `${writeInstant(sinceMs)}  ${phrase(`clause.${clause}`)}`;
  return `${where}  ${about}: ${complianceSentence(finding)}`;
}

/** "    by arrangement 1; shown by israel/1 0f3a…": the version and the entries by their hashes. */
function groundsLine({ version, evidence }: ComplianceFinding): string {
  const entries = evidence.map((ref) => `${objectIdOf(ref)} ${ref.leaf}`).join(', ');
  return `    by arrangement ${version}; shown by ${entries || 'no entry: nobody made one'}`;
}

/**
 * An incident with every account of it, in the order in which each side gave them, and under each
 * the hashes of what it names as evidence.
 */
export function registerLines({ object, accounts }: RegisterEntry): string[] {
  const { id, author, body, releasedMs, state, supersededBy } = object;
  const head = `INCIDENT ${id}  ${writeInstant(releasedMs)}  ${phrase(`clause.${body.clause}`)}`;
  const end = supersededBy === undefined ? state : `${state} by ${supersededBy}`;
  const standing = phrase(`incident.${body.standing}`) + (state === 'in-force' ? '' : `, ${end}`);
  return [
    `${head}: ${body.title} (${standing})`,
    `    ${author}: "${body.account.text}"`,
    ...evidenceLines(body),
    ...(body.about ?? []).map((ref) => `        about ${objectIdOf(ref)} ${ref.leaf}`),
    ...[...accounts].flatMap(([party, given]) =>
      given.length === 0 ? [`    ${party}: no account`] : given.flatMap(accountLines),
    ),
  ];
}

function accountLines({ ref, atMs, statement }: GivenAccount): string[] {
  const { result, account } = statement;
  const said = `${phrase(`counter.${result}`)}: "${account.text}"`;
  return [
    `    ${ref.party} (${objectIdOf(ref)}, ${writeInstant(atMs)}): ${said}`,
    ...evidenceLines(statement),
  ];
}

function evidenceLines({ evidence = [] }: Pick<CounterStatement, 'evidence'>): string[] {
  return evidence.map((hash) => `        evidence ${hash}`);
}

function plain({ object, accounts }: RegisterEntry): object {
  const { id, ref, author, body, releasedMs, state, supersededBy } = object;
  const others = [...accounts].map(([party, given]) => {
    return {
      party,
      given: given.map((one) => ({ ref: one.ref, releasedMs: one.atMs, said: one.statement })),
    };
  });
  const incident = { id, ref, author, releasedMs, state, supersededBy, incident: body };
  return { ...incident, accounts: others };
}
