// What opens the secrets of a folder, as the options of a command say it.
import { defaultKey } from '@parley/node';
import type { FolderKey } from '@parley/node';
import { accept, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import type { Given, Options, Terminal } from './command.ts';

export const KEY_OPTIONS = {
  'key-file': { type: 'string' },
  passphrase: { type: 'boolean' },
} as const satisfies Options;

/** The key that opens a folder: by default the key file beside it. */
export async function givenKey(
  given: Given,
  terminal: Terminal,
  folder: string,
): Promise<Outcome<FolderKey>> {
  return keyOf(given, ['key-file', 'passphrase'], folder, async () =>
    asked(terminal, 'Passphrase of the node: '),
  );
}

/** A key to seal secrets with: a passphrase is asked twice, since nobody can recover it. */
export async function newKey(
  given: Given,
  terminal: Terminal,
  folder: string,
  options: readonly [keyFile: string, passphrase: string] = ['key-file', 'passphrase'],
): Promise<Outcome<FolderKey>> {
  return keyOf(given, options, folder, async () => {
    const first = await asked(terminal, 'New passphrase of the node: ');
    if (!first.ok) return first;
    const again = await asked(terminal, 'The same once more: ');
    if (!again.ok) return again;
    if (again.value === first.value) return first;
    return refuse('malformed', 'passphrase', 'it was not the same twice', 'one passphrase, twice');
  });
}

async function keyOf(
  given: Given,
  [keyFile, passphrase]: readonly [keyFile: string, passphrase: string],
  folder: string,
  ask: () => Promise<Outcome<string>>,
): Promise<Outcome<FolderKey>> {
  const path = given.text(keyFile);
  if (!given.has(passphrase)) {
    return accept(path === undefined ? defaultKey(folder) : { kind: 'key-file', path });
  }
  if (path !== undefined) {
    const fault = `--${keyFile} and --${passphrase} are both given`;
    return refuse('malformed', `--${passphrase}`, fault, 'one of them');
  }
  const told = await ask();
  return told.ok ? accept({ kind: 'passphrase', passphrase: told.value }) : told;
}

async function asked({ askSecret }: Terminal, question: string): Promise<Outcome<string>> {
  const secret = await askSecret(question);
  if (secret !== undefined && secret !== '') return accept(secret);
  const right = 'the passphrase, typed or as a line of standard input';
  return refuse('malformed', 'passphrase', 'none was given', right);
}
