// A running node: store, line, floor and links, started together and stopped together.
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { accept, HEARTBEAT_MS, refusalSentence, refuse } from '@parley/protocol';
import type { Arrangement, Outcome, PartyId, SeatRole } from '@parley/protocol';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import {
  hasStarted,
  isWitnessRetired,
  markStarted,
  openFolder,
  readWitnesses,
  removeStore,
  retireWitness,
  storePath,
  writeCard,
} from './data-folder.ts';
import type { LineFile } from './data-folder.ts';
import { floorApp } from './floor-server.ts';
import type { Floor, FloorEvents } from './floor.ts';
import { LineRunner } from './line-runner.ts';
import { lineLinks, reading } from './links.ts';
import { memberOf } from './member.ts';
import type { Member } from './member.ts';
import type { FolderKey } from './sealed.ts';
import type { Policy } from '@parley/ledger';
import { submitHeads } from './witness/witness-client.ts';
import { close, listen, portOf, urlHost } from './listening.ts';
import { OwnRecord } from './own-record.ts';
import { nodeSeats } from './seats.ts';
import { cardWith, unlock } from './secrets.ts';
import type { Unlocked } from './secrets.ts';
import type { TransportIdentity } from './transport.ts';
import type { Seats } from './seats.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { StorageFailed } from './store.ts';

export type ServeOptions = {
  readonly folder: string;
  /** Its store was lost: begin anew, with what the other side holds of our record. */
  readonly rejoin?: boolean;
  /** What opens its secrets. */
  readonly key: FolderKey;
  /** Where the floor listens. Anything but loopback is served over TLS. */
  readonly floorHost: string;
  /** 0 takes a free port. */
  readonly floorPort: number;
  /** Where the link listens; 0 takes a free port (only for tests: peers know the card's). */
  readonly linkHost: string;
  readonly linkPort: number;
  /** The folder of the built page. */
  readonly pageFolder: string;
  readonly clock: Clock;
  /** 0 to 1. */
  readonly random: () => number;
};

export type RunningNode = {
  readonly runner: LineRunner;
  readonly seats: Seats;
  readonly floorOrigin: string;
  readonly linkPort: number;
  /** A one-time link for a seat with this role. */
  readonly seatLink: (role: SeatRole) => string;
  /** The link for the very first seat, while no seat exists yet. */
  readonly firstLink: string | undefined;
  /** Rejects when the node had to stop because its disk failed. Never resolves by itself. */
  readonly broken: Promise<never>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the node of a folder that was paired. Refuses when the folder is not a paired node, or
 * the key does not open its secrets;
 * throws StorageFailed when its store is held by another process, or damaged.
 */
export async function serveNode(options: ServeOptions): Promise<Outcome<RunningNode>> {
  const folder = openFolder(options.folder);
  if (!folder.ok) return folder;
  const lineFile = folder.value.line;
  if (lineFile === undefined) {
    const right = 'parley pair with the card of the other party';
    return refuse('not-found', 'line', 'this node is not paired yet', right);
  }
  const members = readMembers(lineFile);
  if (!members.ok) return members;
  const unlocked = await unlock(folder.value, options.key);
  if (!unlocked.ok) return unlocked;
  const { keys, transport, reasons } = unlocked.value;
  const policy = readWitnesses(folder.value);
  if (!policy.ok) return policy;
  const lost = lostStore(options.folder, options.rejoin === true);
  if (!lost.ok) return lost;
  if (lost.value) retireWitness(options.folder);
  const store = openSqliteStore(storePath(options.folder));
  const self = folder.value.card.party;
  const runner = new LineRunner({
    id: lineFile.line,
    self,
    members: members.value,
    keys,
    clock: options.clock,
    store,
    isWitnessRetired: isWitnessRetired(options.folder),
    witnesses: policy.value?.witnesses.map(({ key }) => key) ?? [],
  });
  const ownRecord = new OwnRecord(runner, transport);
  const reached = await compareOwnRecord(runner, ownRecord);
  if (lost.value && reached === 0) {
    store.close();
    removeStore(options.folder);
    const right = 'a member of the line that runs, to give our record back';
    return refuse('behind-own-record', 'rejoin', 'no other member answers', right);
  }
  markStarted(options.folder);
  signArrangement(runner, lineFile.arrangement);
  sayKeyChanges(runner, reasons);
  const card = cardWith(folder.value.card, keys);
  if (!isDeepStrictEqual(card, folder.value.card)) writeCard(options.folder, card);
  return accept(await start(options, { transport, runner, ownRecord, policy: policy.value }));
}

type Opened = {
  readonly transport: TransportIdentity;
  readonly runner: LineRunner;
  readonly ownRecord: OwnRecord;
  readonly policy: Policy | undefined;
};

async function start(
  options: ServeOptions,
  { transport, runner, ownRecord, policy }: Opened,
): Promise<RunningNode> {
  const { promise: broken, reject } = Promise.withResolvers<never>();
  broken.catch(() => undefined);
  const events = new EventEmitter<FloorEvents>();
  events.setMaxListeners(1_000);
  // A link to a seat is a thing of this machine: a replayed case may pass its day in seconds.
  const seats = nodeSeats(runner.store, systemClock(), () => {
    events.emit('seats');
  });
  const plain = isLoopback(options.floorHost);
  const listener: { handle: ReturnType<typeof getRequestListener> | undefined } = {
    handle: undefined,
  };
  const floorServer = floorListener(plain, transport, (request, response) => {
    void listener.handle?.(request, response);
  });
  await listen(floorServer, options.floorPort, options.floorHost);
  const scheme = plain ? 'http' : 'https';
  const origin = `${scheme}://${urlHost(options.floorHost)}:${portOf(floorServer)}`;
  const floor: Floor = { runner, seats, events, origin };
  const fail = (error: Error): void => {
    reject(error);
  };
  listener.handle = getRequestListener(floorApp(floor, options.pageFolder, fail).fetch);

  const links = lineLinks(runner, transport, seats.staffed, options.random, fail);
  await listen(links.server, options.linkPort, options.linkHost);
  const stopping = new AbortController();
  ownRecord.watch(stopping.signal, fail);
  const pulling = links.pull(stopping.signal);
  const submitting =
    policy === undefined
      ? Promise.resolve()
      : submitHeads(runner, policy, options.random, stopping.signal).catch(fail);
  const ticker = setInterval(() => {
    runner.submit({ kind: 'tick', now: reading(runner) });
    events.emit('alive');
  }, HEARTBEAT_MS / 2);

  runner.store.dropInvitations();
  const seatLink = (role: SeatRole): string => {
    const invited = seats.invite({ role });
    if (!invited.ok) throw new StorageFailed(refusalSentence(invited.refusal));
    return `${origin}/enrol#${invited.value.token}`;
  };
  return {
    runner,
    seats,
    floorOrigin: origin,
    linkPort: portOf(links.server),
    seatLink,
    firstLink: seats.views().length === 0 ? seatLink('releaser') : undefined,
    broken,
    stop: async () => {
      clearInterval(ticker);
      stopping.abort();
      await Promise.all([close(floorServer), close(links.server), pulling, submitting]);
      runner.store.close();
    },
  };
}

/** How long a start waits for the other side's copy of our record, when it does not answer. */
const COMPARE_MS = 2_000;

// Before anything is signed: what the others hold of our record beyond ours is taken back.
// Gives how many of them answered.
async function compareOwnRecord(runner: LineRunner, ownRecord: OwnRecord): Promise<number> {
  const others = [...runner.members.values()].filter(({ party }) => party !== runner.line.self);
  const signal = AbortSignal.timeout(COMPARE_MS);
  const asked = others.map(async (member) => ownRecord.compare(member, signal));
  return (await Promise.all(asked)).filter((answered) => answered).length;
}

/** Whether the node ran before and its store is gone. Refuses to begin anew unless told to. */
function lostStore(folder: string, rejoin: boolean): Outcome<boolean> {
  const isGone = !existsSync(storePath(folder));
  if (!rejoin && isGone && hasStarted(folder)) {
    const fault = `${storePath(folder)} is gone, though this node has run`;
    const right = 'the store from a backup; or --rejoin, which retires its witness key';
    return refuse('not-found', 'store', fault, right);
  }
  if (!rejoin) return accept(false);
  if (isGone && hasStarted(folder)) return accept(true);
  const fault = isGone ? 'this node has never run' : 'the store of this node is there';
  return refuse('already-said', 'rejoin', fault, 'a node that has run and lost its store');
}

function readMembers(lineFile: LineFile): Outcome<Map<PartyId, Member>> {
  const members = new Map<PartyId, Member>();
  for (const card of lineFile.cards) {
    const member = memberOf(card);
    if (!member.ok) return member;
    members.set(card.party, member.value);
  }
  return accept(members);
}

// Our signature under the arrangement of the pairing is an entry, made once. Later versions are
// drafted and released by two people; after one of them there is nothing left to sign here.
function signArrangement(runner: LineRunner, arrangement: Arrangement): void {
  const signed = runner.line.picture.arrangements.get(runner.line.self)?.statement;
  if (signed !== undefined && signed.version >= arrangement.version) return;
  const nowMs = runner.clock.nowMs();
  const outcome = runner.submit({ kind: 'node-says', nowMs, body: arrangement });
  if (!outcome.ok)
    throw new StorageFailed(`The arrangement was not recorded: ${outcome.refusal.fault}.`);
}

// A key of ours that is not the one on record was changed by its operator (parley keys rotate): the
// record says so before anything is signed with it.
function sayKeyChanges(runner: LineRunner, reasons: Unlocked['reasons']): void {
  for (const role of ['witness', 'heartbeat'] as const) {
    const key = runner.keys[role].vkey;
    if (runner.members.get(runner.line.self)?.[role].vkey === key) continue;
    const reason = reasons[role] ?? 'rotation';
    const body = { type: 'key-change', role, key, reason } as const;
    const said = runner.submit({ kind: 'node-says', nowMs: runner.clock.nowMs(), body });
    if (!said.ok) throw new StorageFailed(`The key was not recorded: ${said.refusal.fault}.`);
  }
}

function floorListener(
  plain: boolean,
  { certificatePem, keyPem }: TransportIdentity,
  handler: Parameters<typeof createServer>[1],
): Server {
  const limits = { maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 30_000 };
  if (plain) return createServer(limits, handler);
  return createTlsServer({ ...limits, cert: certificatePem, key: keyPem }, handler);
}

/** Whether a host is this machine alone: browsers treat it as a secure context without TLS. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
