// parley serve: runs a node until it is asked to stop, or until its disk fails.
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { isLoopback, readCard, serveNode, settableClock, systemClock } from '@parley/node';
import type { Clock, ClockSetting, RunningNode } from '@parley/node';
import { magneticModelFault, readInstant } from '@parley/geo';
import { accept, refuse, SeatRole } from '@parley/protocol';
import type { Card, Outcome } from '@parley/protocol';
import { DONE, refused, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import { readText } from '../file-text.ts';
import { givenKey, KEY_OPTIONS } from '../folder-key.ts';
import { listenRefusal } from '../listen-refusal.ts';
import { DEFAULT_FOLDER } from './init.ts';

const FLOOR_PORT = '8440';
/** The built page, which is a file to serve and no code of ours. */
const PAGE_FOLDER = join(import.meta.dirname, '../../../web/dist');

/** What `--json` prints once the node runs. */
export type Serving = {
  readonly parley: 'serving';
  readonly pid: number;
  readonly party: string;
  readonly line: string;
  readonly floor: string;
  readonly linkPort: number;
  readonly pin: string;
  readonly seatLinks: readonly { readonly role: SeatRole; readonly link: string }[];
};

export const SERVE: Command = {
  name: 'serve',
  usage:
    '[--folder DIR] [--floor-host HOST] [--floor-port PORT] [--link-host HOST] [--link-port PORT]' +
    ' [--seat-links ROLE,...] [--key-file FILE | --passphrase] [--rejoin] [--json]',
  summary: 'Runs the node: the floor for the watch, the link to the other parties',
  details:
    'The floor listens on 127.0.0.1:8440 unless told otherwise; on any other host it is\n' +
    'served over TLS with the key whose pin is printed. The link listens at the port of the\n' +
    'card, on every address. The first start prints a one-time link that enrols the first\n' +
    'seat; --seat-links watch,releaser prints one more for each role named. Stop with Ctrl-C.\n' +
    'The secrets are opened with DIR.key unless --key-file names another file, or --passphrase\n' +
    'asks for the passphrase that they were sealed with. --rejoin is for a node whose store was\n' +
    'lost: the other side gives its record back, and its witness key is retired.\n' +
    'For replaying a case only: --clock-start TIME --clock-anchor MS --clock-rate N (the\n' +
    "clock stood at TIME when this machine's stood at MS, and runs N times as fast); with\n" +
    '--clock-input each line "START-MS ANCHOR-MS RATE" on standard input sets it anew.',
  options: {
    folder: { type: 'string' },
    'floor-host': { type: 'string' },
    'floor-port': { type: 'string' },
    'link-host': { type: 'string' },
    'link-port': { type: 'string' },
    'seat-links': { type: 'string' },
    'clock-start': { type: 'string' },
    'clock-anchor': { type: 'string' },
    'clock-rate': { type: 'string' },
    'clock-input': { type: 'boolean' },
    json: { type: 'boolean' },
    rejoin: { type: 'boolean' },
    ...KEY_OPTIONS,
  },
  words: [0, 0],
  run: async (given, terminal) => {
    const wanted = wantedOf(given);
    if (!wanted.ok) return wrongUsage(`${wanted.refusal.field}: ${wanted.refusal.fault}`);
    const folder = given.text('folder') ?? DEFAULT_FOLDER;
    const card = ownCard(folder);
    if (!card.ok) return refused(card.refusal);
    const key = await givenKey(given, terminal, folder);
    if (!key.ok) return refused(key.refusal);
    const link = new URL(card.value.link);
    const { floorPort, linkPort, roles, clock, setClock } = wanted.value;
    let served: Outcome<RunningNode>;
    try {
      served = await serveNode({
        folder,
        key: key.value,
        rejoin: given.has('rejoin'),
        floorHost: given.text('floor-host') ?? '127.0.0.1',
        floorPort,
        linkHost: given.text('link-host') ?? (isLoopback(link.hostname) ? link.hostname : '::'),
        linkPort: linkPort ?? Number(link.port === '' ? '443' : link.port),
        pageFolder: PAGE_FOLDER,
        clock,
        random: Math.random,
      });
    } catch (fault) {
      return refused(listenRefusal(fault, 'another --floor-port or --link-port'));
    }
    return whenOk(served, async (node) =>
      run(node, servingOf(node, card.value, roles), setClock, given.has('json'), terminal),
    );
  },
};

async function run(
  node: RunningNode,
  serving: Serving,
  setClock: Wanted['setClock'],
  json: boolean,
  { out, err, stop }: Terminal,
): Promise<Ending> {
  if (json) out(JSON.stringify(serving));
  else for (const line of greeting(serving)) out(line);
  const magnetic = magneticModelFault(Date.now());
  if (magnetic !== undefined) err(`parley serve: ${magnetic}`);
  const stopped = new Promise<undefined>((resolve) => {
    const end = (): void => {
      resolve(undefined);
    };
    if (stop.aborted) end();
    stop.addEventListener('abort', end);
    // Who set the clock has gone: a replayed case has no use for a node that stays behind.
    if (setClock !== undefined) {
      createInterface({ input: process.stdin }).on('line', setClock).once('close', end);
    }
  });
  const failed = node.broken.catch((fault: unknown) => fault);
  const fault = await Promise.race([stopped, failed]);
  if (fault === undefined) {
    if (!json) err('parley serve: stopping; everything recorded is kept.');
    await node.stop();
    process.stdin.destroy();
    return DONE;
  }
  // Nothing of a disk that failed is touched again: the process ends with its sockets open.
  const sentence = fault instanceof Error ? fault.message : 'Nobody knows how.';
  err(`parley serve: the disk failed and the node has stopped. ${sentence}`);
  process.exit(70);
}

function servingOf(node: RunningNode, card: Card, roles: readonly SeatRole[]): Serving {
  // A floor that listens on every address is named by the host that the card names.
  const { hostname } = new URL(card.link);
  const named = (url: string): string =>
    url.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=:)/, `//${hostname}`);
  const more = roles.map((role) => ({ role, link: named(node.seatLink(role)) }));
  const first = node.firstLink;
  return {
    parley: 'serving',
    pid: process.pid,
    party: card.party,
    line: node.runner.line.id,
    floor: named(node.floorOrigin),
    linkPort: node.linkPort,
    pin: card.transportPin,
    seatLinks: first === undefined ? more : [{ role: 'releaser', link: named(first) }, ...more],
  };
}

function greeting({ party, line, floor, pin, linkPort, seatLinks }: Serving): string[] {
  return [
    `The node of ${party} runs on ${line}, link at port ${linkPort}.`,
    `Floor: ${floor}`,
    ...(floor.startsWith('https:') ? [`Key of the floor, for --pin: ${pin}`] : []),
    ...seatLinks.map(({ role, link }) => `One-time link for a seat (${role}): ${link}`),
    'Stop with Ctrl-C.',
  ];
}

function ownCard(folder: string): Outcome<Card> {
  const path = join(folder, 'card.json');
  const text = readText(path);
  if (text.ok) return readCard(text.value);
  return refuse('not-found', 'folder', `${folder} holds no node`, 'a folder made by parley init');
}

type Wanted = {
  readonly floorPort: number;
  readonly linkPort: number | undefined;
  readonly roles: readonly SeatRole[];
  readonly clock: Clock;
  /** Takes a line of standard input that sets the clock; undefined for the machine's own clock. */
  readonly setClock: ((line: string) => void) | undefined;
};

function wantedOf(given: Given): Outcome<Wanted> {
  const floorPort = portOf('--floor-port', given.text('floor-port') ?? FLOOR_PORT);
  if (!floorPort.ok) return floorPort;
  const linkText = given.text('link-port');
  const linkPort = linkText === undefined ? accept(undefined) : portOf('--link-port', linkText);
  if (!linkPort.ok) return linkPort;
  const named = (given.text('seat-links') ?? '').split(',').filter((role) => role !== '');
  const roles: SeatRole[] = [];
  for (const name of named) {
    const role = SeatRole.safeParse(name);
    if (!role.success) {
      const right = SeatRole.options.join(', ');
      return refuse('malformed', '--seat-links', `"${name}" is no role`, right);
    }
    roles.push(role.data);
  }
  const clock = clockOf(given);
  if (!clock.ok) return clock;
  return accept({
    floorPort: floorPort.value,
    linkPort: linkPort.value,
    roles,
    ...clock.value,
  });
}

function portOf(field: string, text: string): Outcome<number> {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return accept(port);
  return refuse('malformed', field, `"${text}" is no port; a port is 0 to 65535`, '');
}

function clockOf(given: Given): Outcome<Pick<Wanted, 'clock' | 'setClock'>> {
  const [start, anchor, rate] = ['clock-start', 'clock-anchor', 'clock-rate'].map((name) =>
    given.text(name),
  );
  if (start === undefined && anchor === undefined && rate === undefined) {
    return accept({ clock: systemClock(), setClock: undefined });
  }
  const startMs = readInstant(start ?? '');
  if (!startMs.ok) return refuse('malformed', '--clock-start', startMs.refusal.sentence, '');
  const setting = settingOf([startMs.value, anchor ?? '', rate ?? '']);
  if (setting === undefined) {
    return refuse('malformed', '--clock-anchor, --clock-rate', 'both must be numbers from 0', '');
  }
  const clock = settableClock(setting);
  const setClock = (line: string): void => {
    const next = settingOf(line.split(' '));
    if (next !== undefined) clock.set(next);
  };
  return accept({ clock, setClock: given.has('clock-input') ? setClock : undefined });
}

function settingOf(words: readonly (string | number)[]): ClockSetting | undefined {
  const numbers = words.map((word) => (word === '' ? Number.NaN : Number(word)));
  const [startMs, anchorMs, rate] = numbers;
  if (startMs === undefined || anchorMs === undefined || rate === undefined) return undefined;
  return numbers.every((number) => number >= 0) ? { startMs, anchorMs, rate } : undefined;
}
