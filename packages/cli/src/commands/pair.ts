// parley pair: a line made of cards that were exchanged in person.
import { pairNode, readCard } from '@parley/node';
import type { Card } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command } from '../command.ts';
import { readText } from '../file-text.ts';
import { DEFAULT_FOLDER } from './init.ts';

const CARDS_MAX = 16;

export const PAIR: Command = {
  name: 'pair',
  usage: 'CARD... [--folder DIR]',
  summary: 'Makes the line with the parties of these cards',
  details:
    'Prints six words. Read them to the other party aloud, over a telephone or face to face: if\n' +
    'they have the same six, no card was changed on its way. If not, pair with nobody.',
  options: { folder: { type: 'string' } },
  words: [1, CARDS_MAX],
  run: async (given, { out }) => {
    const folder = given.text('folder') ?? DEFAULT_FOLDER;
    const cards: Card[] = [];
    for (const path of given.words) {
      const text = readText(path);
      if (!text.ok) return refused(text.refusal);
      const card = readCard(text.value);
      if (!card.ok) {
        const { field } = card.refusal;
        return refused({ ...card.refusal, field: field === '' ? path : `${path}: ${field}` });
      }
      cards.push(card.value);
    }
    return whenOk(pairNode(folder, cards), ({ line, words }) => {
      out(`Line: ${line.line}`);
      out(`Members: ${line.cards.map(({ party, name }) => `${party} (${name})`).join(', ')}`);
      out(`Compare aloud with the other party: ${words.join(' ')}`);
      out('If their six words are the same, start the node:');
      out(`  parley serve${folder === DEFAULT_FOLDER ? '' : ` --folder ${folder}`}`);
      return DONE;
    });
  },
};
