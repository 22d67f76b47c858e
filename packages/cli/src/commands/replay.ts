import type { Command } from '../command.ts';
import { DONE } from '../command.ts';
export const REPLAY: Command = {
  name: 'replay',
  usage: '',
  summary: '',
  details: '',
  options: {},
  words: [0, 0],
  run: async () => Promise.resolve(DONE),
};
