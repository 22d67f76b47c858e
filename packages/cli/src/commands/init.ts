// parley init: a node's keys and card.
import { initNode } from '@parley/node';
import type { Token } from '@parley/node';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Given, Terminal } from '../command.ts';
import { KEY_OPTIONS, newKey } from '../folder-key.ts';

export const DEFAULT_FOLDER = './parley-node';

export const INIT: Command = {
  name: 'init',
  usage:
    '--party ID --name NAME --link https://HOST:PORT [--folder DIR]' +
    ' [--key-file FILE | --passphrase] [--token MODULE --token-key ID]',
  summary: 'Makes a node: its keys and the card that the other party needs',
  details:
    'ID is 2 to 32 of a-z, 0-9 and -, and names the party on the line. NAME is what people\n' +
    'read. The link is where the other party reaches this node. The folder (default\n' +
    './parley-node) holds the secret keys, sealed: they are opened by a key file (DIR.key, made\n' +
    'here, unless --key-file names another) or by a passphrase. Keep the two apart, and neither\n' +
    'in the hands of others. The card may leave this machine: hand it over in person.\n' +
    '--token names the PKCS#11 library of a token, --token-key the id of an Ed25519 key on it\n' +
    '(hex): it signs the record and never leaves the token. The PIN is asked for, and sealed.\n' +
    'Needs pkcs11-tool (Debian: opensc).',
  options: {
    party: { type: 'string' },
    name: { type: 'string' },
    link: { type: 'string' },
    folder: { type: 'string' },
    token: { type: 'string' },
    'token-key': { type: 'string' },
    ...KEY_OPTIONS,
  },
  words: [0, 0],
  run: async (given, terminal) => {
    const { out } = terminal;
    const [party, name, link] = [given.text('party'), given.text('name'), given.text('link')];
    if (party === undefined) return wrongUsage('--party is missing, for example --party coalition');
    if (name === undefined) return wrongUsage('--name is missing, for example --name "Coalition"');
    if (link === undefined) {
      return wrongUsage('--link is missing, for example --link https://10.0.0.1:8450');
    }
    const folder = given.text('folder') ?? DEFAULT_FOLDER;
    const key = await newKey(given, terminal, folder);
    if (!key.ok) return refused(key.refusal);
    const token = await tokenOf(given, terminal);
    if (!token.ok) return refused(token.refusal);
    const node = { folder, party, name, link, key: key.value, token: token.value };
    const made = await initNode({ ...node, nowMs: Date.now() });
    return whenOk(made, ({ cardPath }) => {
      out(`The node of ${party} is made in ${folder}.`);
      out(`Card: ${cardPath}`);
      if (key.value.kind === 'key-file') out(`Key file, to be kept apart: ${key.value.path}`);
      out('Next: hand the card to the other party in person, take theirs, and run');
      out(`  parley pair THEIR-CARD${folder === DEFAULT_FOLDER ? '' : ` --folder ${folder}`}`);
      return DONE;
    });
  },
};

async function tokenOf(given: Given, terminal: Terminal): Promise<Outcome<Token | undefined>> {
  const [module, id] = [given.text('token'), given.text('token-key')];
  if (module === undefined && id === undefined) return accept(undefined);
  if (module === undefined || id === undefined) {
    const fault = '--token and --token-key belong together';
    return refuse('malformed', '--token', fault, 'a PKCS#11 library, and the id of a key');
  }
  const pin = await terminal.askSecret('PIN of the token: ');
  return accept({ module, id, pin: pin ?? '' });
}
