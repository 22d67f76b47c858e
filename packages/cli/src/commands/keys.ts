// parley keys: which keys a node has, and what its secrets are sealed with.
import { join } from 'node:path';
import { openFolder, reseal, rotateKey, sealedWith, SECRETS_FILE } from '@parley/node';
import type { NodeFolder } from '@parley/node';
import { shortKey } from '@parley/ledger';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { readText } from '../file-text.ts';
import { givenKey, KEY_OPTIONS, newKey } from '../folder-key.ts';
import { DEFAULT_FOLDER } from './init.ts';

export const KEYS: Command = {
  name: 'keys',
  usage:
    '[--folder DIR]\n' +
    '  reseal [--folder DIR] [--key-file FILE | --passphrase]' +
    ' [--new-key-file FILE | --new-passphrase]\n' +
    '  rotate witness|heartbeat [--reason rotation|exposed|lost] [--folder DIR]' +
    ' [--key-file FILE | --passphrase]',
  summary: 'Shows the keys of a node, and seals its secrets anew',
  details:
    'Without a word: the public keys of the folder, one for each role, and what opens the\n' +
    'secret ones. reseal opens the secrets with the key that they have and seals them for\n' +
    'another: a key file (made if it does not exist; DIR.key by default) or a passphrase of 12\n' +
    'characters or more. The keys of the line stay the same. Copies of the old file still open\n' +
    'with the old key. rotate makes a new key for a role; the next start of the node says so on\n' +
    'its record, before it signs anything with it, and the card names it from now on: give the\n' +
    'new card to whoever checks evidence. A witness that was retired is in use again with it.',
  options: {
    folder: { type: 'string' },
    ...KEY_OPTIONS,
    'new-key-file': { type: 'string' },
    'new-passphrase': { type: 'boolean' },
    reason: { type: 'string' },
  },
  words: [0, 2],
  run: async (given, terminal) => {
    const [word] = given.words;
    if (word !== undefined && word !== 'reseal' && word !== 'rotate') {
      return wrongUsage(`there is no "keys ${word}"`);
    }
    const folder = openFolder(given.text('folder') ?? DEFAULT_FOLDER);
    return whenOk(folder, async (found) => {
      if (word === 'reseal') return resealed(found, given, terminal);
      if (word === 'rotate') return rotated(found, given, terminal);
      return shown(found, terminal);
    });
  },
};

function shown({ path, card }: NodeFolder, { out }: Terminal): Ending {
  const sealed = readText(join(path, SECRETS_FILE));
  if (!sealed.ok) return refused(sealed.refusal);
  out(`Party: ${card.party} (${card.name})`);
  out(`Record: ${card.recordKey}`);
  out(`Record, ML-DSA-44: ${shortKey(card.recordMlDsaKey)}`);
  out(`Witness: ${card.witnessKey}`);
  out(`Heartbeat: ${card.heartbeatKey}`);
  out(`Transport: SHA-256 ${card.transportPin}`);
  const opener = { 'key-file': 'a key file', passphrase: 'a passphrase' };
  const kind = sealedWith(sealed.value);
  out(`Secrets: opened by ${kind === undefined ? 'nothing: the file is damaged' : opener[kind]}`);
  return kind === undefined ? { code: 1 } : DONE;
}

async function resealed(found: NodeFolder, given: Given, terminal: Terminal): Promise<Ending> {
  const key = await givenKey(given, terminal, found.path);
  if (!key.ok) return refused(key.refusal);
  const names = ['new-key-file', 'new-passphrase'] as const;
  const next = await newKey(given, terminal, found.path, names);
  if (!next.ok) return refused(next.refusal);
  return whenOk(await reseal(found, key.value, next.value, Date.now()), () => {
    const { value } = next;
    const opener = value.kind === 'key-file' ? `the key file ${value.path}` : 'the new passphrase';
    terminal.out(`The secrets of ${found.card.party} are sealed anew: ${opener} opens them.`);
    return DONE;
  });
}

async function rotated(found: NodeFolder, given: Given, terminal: Terminal): Promise<Ending> {
  const role = given.words[1];
  if (role !== 'witness' && role !== 'heartbeat') {
    return wrongUsage('rotate takes the role: witness or heartbeat');
  }
  const reason = given.text('reason') ?? 'rotation';
  if (reason !== 'rotation' && reason !== 'exposed' && reason !== 'lost') {
    return wrongUsage(`--reason: "${reason}" is none of rotation, exposed, lost`);
  }
  const key = await givenKey(given, terminal, found.path);
  if (!key.ok) return refused(key.refusal);
  const made = await rotateKey(found, key.value, { role, reason }, Date.now());
  return whenOk(made, (keys) => {
    terminal.out(`The ${role} key of ${found.card.party} is ${keys[role].vkey}`);
    terminal.out('The next start of the node says so on its record. Restart it now if it runs.');
    return DONE;
  });
}
