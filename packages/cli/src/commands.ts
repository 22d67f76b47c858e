// Every command of the command line, in the order in which a newcomer meets them.
import type { Command } from './command.ts';
import { DRAFT, FIELDS } from './commands/draft.ts';
import { AUDIT } from './commands/audit.ts';
import { ARRANGEMENT } from './commands/arrangement.ts';
import { EVIDENCE } from './commands/evidence.ts';
import { EXPORT, PROOF } from './commands/export.ts';
import { FINDINGS } from './commands/findings.ts';
import { HANDOVER } from './commands/handover.ts';
import { INIT } from './commands/init.ts';
import { WITNESS } from './commands/witness.ts';
import { KEYS } from './commands/keys.ts';
import { INVITE } from './commands/invite.ts';
import { NOTICE } from './commands/notice.ts';
import { OFFICES, REVIEW } from './commands/offices.ts';
import { PAIR } from './commands/pair.ts';
import { PHRASES } from './commands/phrases.ts';
import { DRAFTS, RELEASE } from './commands/release.ts';
import { REPORT } from './commands/report.ts';
import { REPLAY } from './commands/replay.ts';
import { SAY } from './commands/say.ts';
import { SEAT } from './commands/seat.ts';
import { SERVE } from './commands/serve.ts';
import { VERIFY } from './commands/verify.ts';
import { WARN } from './commands/warn.ts';
import { WATCH } from './commands/watch.ts';
import { checkText } from './check-text.ts';
import { conflicts } from './conflicts.ts';
import { convert } from './convert/convert.ts';

export const COMMANDS: readonly Command[] = [
  INIT,
  PAIR,
  SERVE,
  SEAT,
  INVITE,
  WATCH,
  NOTICE,
  DRAFT,
  FIELDS,
  PHRASES,
  DRAFTS,
  OFFICES,
  REVIEW,
  RELEASE,
  WARN,
  SAY,
  FINDINGS,
  HANDOVER,
  ARRANGEMENT,
  EXPORT,
  PROOF,
  EVIDENCE,
  VERIFY,
  AUDIT,
  KEYS,
  WITNESS,
  REPORT,
  REPLAY,
];

/** A command that reads its own arguments. */
export type Tool = Pick<Command, 'name' | 'usage' | 'summary' | 'details'> & {
  readonly run: (
    args: readonly string[],
    out: (line: string) => void,
    err: (line: string) => void,
  ) => Promise<number>;
};

export const TOOLS: readonly Tool[] = [
  {
    name: 'convert',
    usage: '"POSITION" [--zone N] [--json]',
    summary: 'Writes a position in every form known',
    details:
      'The position may be written in degrees in any type, MGRS, UTM, UPS, SK-42, GARS, GEOREF,\n' +
      'as a Plus code or a geo: URI. Each form is printed with its transformation and accuracy.',
    run: convert,
  },
  {
    name: 'check-text',
    usage: '"TEXT" --geometry FILE [--json]',
    summary: 'Finds the phrases of a text that do not fit a geometry',
    details:
      'FILE is as for conflicts. Each finding says what was read, what was measured, and by how\n' +
      'much they differ.',
    run: checkText,
  },
  {
    name: 'conflicts',
    usage: 'FILE [--against FILE] [--lateral M] [--vertical M] [--json]',
    summary: 'Finds every pair of volumes that is nearer than the minima',
    details:
      'FILE is GeoJSON, newline-delimited GeoJSON or ASTM F3548 Volume4D JSON. With --against,\n' +
      'only pairs of one volume of each file are compared.',
    run: conflicts,
  },
];
