// parley witness: an independent witness of records, run by whoever is neither side.
import { initWitness, serveWitness } from '@parley/node';
import type { RunningWitness } from '@parley/node';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { readText } from '../file-text.ts';
import type { Outcome } from '@parley/protocol';
import { givenKey, KEY_OPTIONS, newKey } from '../folder-key.ts';
import { listenRefusal } from '../listen-refusal.ts';

const DEFAULT_FOLDER = './parley-witness';
const PORT = '8460';

export const WITNESS: Command = {
  name: 'witness',
  usage:
    'init --name NAME [--folder DIR] [--key-file FILE | --passphrase]\n' +
    '  serve --logs POLICY [--folder DIR] [--host HOST] [--port PORT]' +
    ' [--key-file FILE | --passphrase] [--json]',
  summary: 'Makes and runs an independent witness of records (C2SP tlog-witness)',
  details:
    'A witness sees heads, never entries. It cosigns every head that continues what it cosigned\n' +
    'before, so that neither side can show two histories unnoticed. NAME is like\n' +
    'witness.example/w1. POLICY is a C2SP tlog-policy; its "log" lines say whose records are\n' +
    'witnessed (the recordKey of a card). It answers POST /add-checkpoint at\n' +
    'http://127.0.0.1:8460 unless told otherwise; put TLS before it. A witness that lost its\n' +
    'folder is retired: make a new one.\n' +
    'A node brings its heads to the witnesses in the file witnesses.policy of its folder:\n' +
    '  log RECORD-KEY-OF-THE-CARD\n' +
    '  witness w1 KEY-PRINTED-BY-INIT http://HOST:8460\n' +
    '  quorum w1',
  options: {
    name: { type: 'string' },
    folder: { type: 'string' },
    logs: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    json: { type: 'boolean' },
    ...KEY_OPTIONS,
  },
  words: [1, 1],
  run: async (given, terminal) => {
    const [word] = given.words;
    if (word === 'init') return init(given, terminal);
    if (word === 'serve') return serve(given, terminal);
    return wrongUsage(`"${word}" is neither init nor serve`);
  },
};

async function init(given: Given, terminal: Terminal): Promise<Ending> {
  const name = given.text('name');
  if (name === undefined) return wrongUsage('--name is missing, for example --name w.example/w1');
  const folder = given.text('folder') ?? DEFAULT_FOLDER;
  const key = await newKey(given, terminal, folder);
  if (!key.ok) return refused(key.refusal);
  const made = await initWitness({ folder, name, key: key.value, nowMs: Date.now() });
  return whenOk(made, ([ed25519, mlDsa]) => {
    terminal.out(`The witness ${name} is made in ${folder}.`);
    if (key.value.kind === 'key-file') {
      terminal.out(`Key file, to be kept apart: ${key.value.path}`);
    }
    terminal.out(`Key (Ed25519): ${ed25519.vkey}`);
    terminal.out(`Key (ML-DSA-44): ${mlDsa.vkey}`);
    return DONE;
  });
}

async function serve(given: Given, terminal: Terminal): Promise<Ending> {
  const logs = given.text('logs');
  if (logs === undefined) return wrongUsage('--logs is missing: a policy with a log line each');
  const policy = readText(logs);
  if (!policy.ok) return refused(policy.refusal);
  const folder = given.text('folder') ?? DEFAULT_FOLDER;
  const port = given.text('port') ?? PORT;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    return wrongUsage(`--port: "${port}" is no port; a port is 0 to 65535`);
  }
  const key = await givenKey(given, terminal, folder);
  if (!key.ok) return refused(key.refusal);
  const listening = { host: given.text('host') ?? '127.0.0.1', port: Number(port) };
  const options = { folder, key: key.value, policy: policy.value, nowMs: () => Date.now() };
  let served: Outcome<RunningWitness>;
  try {
    served = await serveWitness({ ...options, ...listening });
  } catch (fault) {
    return refused(listenRefusal(fault, 'another --port'));
  }
  return whenOk(served, async (witness) => run(witness, given.has('json'), terminal));
}

async function run(
  witness: RunningWitness,
  json: boolean,
  { out, err, stop }: Terminal,
): Promise<Ending> {
  const { url, vkeys, logs } = witness;
  if (json) out(JSON.stringify({ parley: 'witnessing', url, vkeys, logs }));
  else {
    out(`Witnessing ${logs.join(', ') || 'nothing: the policy has no log'}.`);
    out(`Submissions: ${url}/add-checkpoint`);
    out('Stop with Ctrl-C.');
  }
  const stopped = new Promise<undefined>((resolve) => {
    const end = (): void => {
      resolve(undefined);
    };
    if (stop.aborted) end();
    stop.addEventListener('abort', end);
  });
  const fault = await Promise.race([stopped, witness.broken.catch((error: unknown) => error)]);
  if (fault === undefined) {
    await witness.stop();
    return DONE;
  }
  err(`parley witness: the disk failed. ${fault instanceof Error ? fault.message : ''}`);
  process.exit(70);
}
