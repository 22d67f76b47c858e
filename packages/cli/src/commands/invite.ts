// parley invite: a one-time link for another seat of this node.
import { writeInstant } from '@parley/geo';
import { refuse, SeatRole } from '@parley/protocol';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command } from '../command.ts';

export const INVITE: Command = {
  name: 'invite',
  usage: 'ROLE [--office NAME] [--seat FILE]',
  summary: 'Makes a one-time link for another seat of this node',
  details:
    'drafter        drafts\n' +
    'watch          drafts; says alone what cannot wait: warnings, acknowledgements\n' +
    'releaser       all of watch, and releases what another seat drafted\n' +
    'commander      all of releaser, and what binds the party or closes the channel\n' +
    'legal          drafts and reviews\n' +
    'auditor        reads and exports\n' +
    'administrator  invites seats and sets the offices; says nothing\n' +
    'A releaser invites neither a commander nor an administrator: the first of these gets its\n' +
    'link from parley serve --seat-links. With --office the seat reviews for that office.',
  options: { office: { type: 'string' }, seat: { type: 'string' } },
  words: [1, 1],
  run: async (given, { out }) => {
    const role = SeatRole.safeParse(given.words[0]);
    if (!role.success) {
      const right = SeatRole.options.join(', ');
      return refused(refuse('malformed', 'ROLE', `"${given.words[0]}"`, right).refusal);
    }
    const office = given.text('office');
    const asked = { role: role.data, ...(office === undefined ? {} : { office }) };
    return whenOk(readSeat(seatPath(given.text('seat'))), async (seat) =>
      whenOk(await clientOf(seat).call('invite', {}, asked), ({ link, expiresMs }) => {
        out(`One-time link for a seat (${role.data}): ${link}`);
        out(`It works once, until ${writeInstant(expiresMs)}.`);
        return DONE;
      }),
    );
  },
};
