// parley export and parley proof: what an investigator takes away, from a running node.
import { refuse } from '@parley/protocol';
import { DONE, refused, whenOk } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { writeTiles } from '../evidence/tile-files.ts';
import { writeFile } from '../file-text.ts';
import { clientOf, readSeat, seatPath } from '../seat/seat-file.ts';
import { withView } from '../seat/with-view.ts';

export const EXPORT: Command = {
  name: 'export',
  usage: 'PARTY [--out FILE | --tiles FOLDER] [--seat FILE]',
  summary: "Writes a party's whole record as this node holds it, for parley verify",
  details:
    'One text: a header with the keys, each entry, and the newest checkpoint that the other\n' +
    'party cosigned. It is checked offline by anybody: parley verify FILE. With --tiles, a\n' +
    'folder as C2SP tlog-tiles has it, which any web server can hold and readers of such logs\n' +
    'know: parley verify FOLDER --card CARD.',
  options: { out: { type: 'string' }, tiles: { type: 'string' }, seat: { type: 'string' } },
  words: [1, 1],
  run: async (given, terminal) => {
    const seat = readSeat(seatPath(given.text('seat')));
    return whenOk(seat, async (own) => {
      const party = given.words[0] ?? '';
      const record = await clientOf(own).call('exportRecord', { party }, undefined);
      return whenOk(record, (text) => write(given, text, terminal));
    });
  },
};

export const PROOF: Command = {
  name: 'proof',
  usage: 'PARTY/INDEX [--out FILE] [--seat FILE]',
  summary: 'Writes the proof that one entry stands on a record, and the entry beside it',
  details:
    'FILE is a C2SP tlog-proof; FILE.entry.json holds the exact bytes of the entry. Check\n' +
    'both with parley verify FILE --entry FILE.entry.json --card CARD.',
  options: { out: { type: 'string' }, seat: { type: 'string' } },
  words: [1, 1],
  run: async (given, { out }) => {
    const [party = '', index = ''] = (given.words[0] ?? '').split('/');
    const file = given.text('out') ?? `${party}-${index}.proof`;
    if (!/^\d+$/.test(index)) {
      const fault = `"${given.words[0]}" names no entry`;
      return refused(
        refuse('malformed', 'entry', fault, 'PARTY/INDEX, such as coalition/12').refusal,
      );
    }
    return withView(given, async (view) => {
      const proof = await view.client.call('entryProof', { party, index }, undefined);
      return whenOk(proof, (text) => {
        const bytes = view.bytesOf(party, Number(index));
        if (bytes === undefined) {
          const fault = `entry ${index} of ${party} is not on this floor`;
          return refused(refuse('not-found', 'entry', fault, 'an entry of the line').refusal);
        }
        const written = writeFile(file, text);
        const beside = written.ok ? writeFile(`${file}.entry.json`, bytes) : written;
        if (!beside.ok) return refused(beside.refusal);
        out(`${file} proves that ${file}.entry.json stands on the record of ${party}.`);
        out(`Check it: parley verify ${file} --entry ${file}.entry.json --card CARD-OF-${party}`);
        return DONE;
      });
    });
  },
};

function write(given: Given, text: string, { out }: Terminal): Ending {
  const folder = given.text('tiles');
  if (folder !== undefined) {
    const files = writeTiles(folder, text);
    if (!files.ok) return refused(files.refusal);
    out(`${files.value} files written to ${folder}. Check it: parley verify ${folder} --card CARD`);
    return DONE;
  }
  const file = given.text('out');
  if (file === undefined) {
    // Its last newline is part of the record; `out` adds it again.
    out(text.replace(/\n$/, ''));
    return DONE;
  }
  const written = writeFile(file, text);
  if (!written.ok) return refused(written.refusal);
  out(`Written to ${file}. Check it: parley verify ${file} --card CARD`);
  return DONE;
}
