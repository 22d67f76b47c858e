// parley init: a node's keys and card.
import { initNode } from '@parley/node';
import { DONE, whenOk, wrongUsage } from '../command.ts';
import type { Command } from '../command.ts';

export const DEFAULT_FOLDER = './parley-node';

export const INIT: Command = {
  name: 'init',
  usage: '--party ID --name NAME --link https://HOST:PORT [--folder DIR]',
  summary: 'Makes a node: its keys and the card that the other party needs',
  details:
    'ID is 2 to 32 of a-z, 0-9 and -, and names the party on the line. NAME is what people\n' +
    'read. The link is where the other party reaches this node. The folder (default\n' +
    './parley-node) holds the secret keys: it must never leave this machine. The card may:\n' +
    'hand it over in person.',
  options: {
    party: { type: 'string' },
    name: { type: 'string' },
    link: { type: 'string' },
    folder: { type: 'string' },
  },
  words: [0, 0],
  run: async (given, { out }) => {
    const [party, name, link] = [given.text('party'), given.text('name'), given.text('link')];
    if (party === undefined) return wrongUsage('--party is missing, for example --party coalition');
    if (name === undefined) return wrongUsage('--name is missing, for example --name "Coalition"');
    if (link === undefined) {
      return wrongUsage('--link is missing, for example --link https://10.0.0.1:8450');
    }
    const folder = given.text('folder') ?? DEFAULT_FOLDER;
    const made = await initNode({ folder, party, name, link, nowMs: Date.now() });
    return whenOk(made, ({ cardPath }) => {
      out(`The node of ${party} is made in ${folder}.`);
      out(`Card: ${cardPath}`);
      out('Next: hand the card to the other party in person, take theirs, and run');
      out(`  parley pair THEIR-CARD${folder === DEFAULT_FOLDER ? '' : ` --folder ${folder}`}`);
      return DONE;
    });
  },
};
