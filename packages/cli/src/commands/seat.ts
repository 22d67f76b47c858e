// parley seat: this terminal takes a seat on a floor.
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command } from '../command.ts';
import { clientOf, enrol, seatPath, writeSeat } from '../seat/seat-file.ts';

export const SEAT: Command = {
  name: 'seat',
  usage: 'LINK --name NAME [--seat FILE] [--pin HEX]',
  summary: 'Takes a seat with a one-time link, for the commands below',
  details:
    'LINK was printed by parley serve, or made by a releaser on the floor. The session is\n' +
    'kept in FILE (default $PARLEY_SEAT, else ./parley-seat.json), readable by its owner\n' +
    'alone. A floor that is not on this machine is reached over TLS: give the pin that parley\n' +
    'serve printed.',
  options: { name: { type: 'string' }, seat: { type: 'string' }, pin: { type: 'string' } },
  words: [1, 1],
  run: async (given, { out }) => {
    const name = given.text('name');
    if (name === undefined) return wrongUsage('--name is missing, for example --name "Watch 1"');
    const path = seatPath(given.text('seat'));
    const seat = await enrol(given.words[0] ?? '', name, given.text('pin'));
    return whenOk(seat, async (taken) => {
      const kept = writeSeat(path, taken);
      if (!kept.ok) return refused(kept.refusal);
      const session = await clientOf(taken).call('session', {}, undefined);
      return whenOk(session, ({ party, line, seat: { role } }) => {
        out(`${name} has a seat (${role}) of ${party} on ${line}, kept in ${path}.`);
        return DONE;
      });
    });
  },
};
