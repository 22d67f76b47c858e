// parley findings: what does not fit the arrangement, and the register with both accounts.
import {
  complianceFindings,
  complianceSentence,
  dueLineChecks,
  incidentRegister,
} from '@parley/engine';
import type { ComplianceFinding, RegisterEntry } from '@parley/engine';
import { writeInstant } from '@parley/geo';
import { phrase } from '@parley/protocol';
import { DONE } from '../command.ts';
import type { Command } from '../command.ts';
import { withView } from '../seat/with-view.ts';

export const FINDINGS: Command = {
  name: 'findings',
  usage: '[--json] [--seat FILE]',
  summary: 'Lists what does not fit the arrangement in force, and the register of incidents',
  details:
    'A finding names the clause, the object, the party held to it, and since when. It is\n' +
    'computed from the records and the time: the other side has the same. A clause that the\n' +
    'arrangement leaves out gives no finding.',
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
      for (const line of findings.map(findingLine)) out(line);
      for (const { atMs } of due) out(`LINE CHECK due, of ${writeInstant(atMs)}`);
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

/** An incident with every account of it, one line each. */
export function registerLines({ object, accounts }: RegisterEntry): string[] {
  const { id, author, body, releasedMs } = object;
  const head = `INCIDENT ${id}  ${writeInstant(releasedMs)}  ${phrase(`clause.${body.clause}`)}`;
  return [
    `${head}: ${body.title} (${phrase(`incident.${body.standing}`)})`,
    `    ${author}: "${body.account.text}"`,
    ...[...accounts].map(([party, account]) =>
      account === undefined
        ? `    ${party}: no account`
        : `    ${party}: ${phrase(`counter.${account.statement.result}`)}: ` +
          `"${account.statement.account.text}"`,
    ),
  ];
}

function plain({ object, accounts }: RegisterEntry): object {
  const { id, author, body, releasedMs, state } = object;
  const others = [...accounts].map(([party, account]) => ({ party, said: account?.statement }));
  return { id, author, releasedMs, state, incident: body, accounts: others };
}
