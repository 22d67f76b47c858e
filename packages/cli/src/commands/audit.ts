// parley audit: everything that a node has stored, recomputed.
import { auditFolder } from '@parley/node';
import { DONE, whenOk } from '../command.ts';
import type { Command } from '../command.ts';
import { DEFAULT_FOLDER } from './init.ts';

const FAULTS_SHOWN = 100;

export const AUDIT: Command = {
  name: 'audit',
  usage: '[--folder DIR] [--json]',
  summary: "Recomputes a node's whole store and says what does not hold",
  details:
    'Reads the folder of a node that does not run (or a copy of it) and changes nothing: every\n' +
    'hash, serial, root, signature and cosignature, each head that one record names of another,\n' +
    'the log of handovers, and the file itself. It also lists the alarms that the node raised.\n' +
    'Exit code 0: all of it holds. 1: something does not. 70: the store cannot be read.',
  options: { folder: { type: 'string' }, json: { type: 'boolean' } },
  words: [0, 0],
  run: async (given, { out }) =>
    whenOk(await auditFolder(given.text('folder') ?? DEFAULT_FOLDER), (audit) => {
      const { holds, faults, alarms } = audit;
      const ending = faults.length === 0 ? DONE : ({ code: 1 } as const);
      if (given.has('json')) {
        out(JSON.stringify(audit));
        return ending;
      }
      for (const sentence of holds) out(sentence);
      for (const sentence of alarms) out(`ALARM: ${sentence}`);
      for (const sentence of faults.slice(0, FAULTS_SHOWN)) out(`FAULT: ${sentence}`);
      if (faults.length > FAULTS_SHOWN) out(`... and ${faults.length - FAULTS_SHOWN} more.`);
      out(faults.length === 0 ? 'All of it holds.' : `${faults.length} faults.`);
      return ending;
    }),
};
