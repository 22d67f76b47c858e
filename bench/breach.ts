// From a breach of the arrangement to its finding on both floors: two nodes as processes of their
// own, TLS between them, and on each a seat that folds its node's stream, as the page does. A floor
// looks when anything comes on its stream, which is once a second at least.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientOf, enrol, freePort, makeFolders, openView, startNode, stopNode } from '@parley/cli';
import type { NodeProcess, View } from '@parley/cli';
import { complianceFindings } from '../packages/engine/src/index.ts';
import { objectIdOf } from '../packages/protocol/src/index.ts';
import type { Body, HashHex, ObjectId, Ref } from '../packages/protocol/src/index.ts';
import { notice, question, volume } from '../packages/engine/test/bodies.ts';
import { percentile } from './figures.ts';
import type { Row } from './figures.ts';
import { diceOf } from './mixed-bodies.ts';

const TIMES = 50;
const WITHIN_MS = 20_000;
const MINUTE_MS = 60_000;
const PARTIES = [
  { party: 'coalition', name: 'Coalition' },
  { party: 'russia', name: 'Russia' },
] as const;

/** A notice with too short a lead and a question that is left unanswered, fifty times each. */
export async function breachRows(): Promise<Row[]> {
  const root = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  await makeFolders({ parties: PARTIES }, root);
  const nodes = await Promise.all(
    PARTIES.map(async ({ party }) => {
      const floorPort = await freePort();
      const folder = join(root, party);
      return startNode({ folder, floorPort, seatLinks: ['releaser', 'watch'], clock: undefined });
    }),
  );
  try {
    return await measured(nodes);
  } finally {
    await Promise.all(nodes.map(stopNode));
    rmSync(root, { recursive: true, force: true });
  }
}

async function measured(nodes: readonly NodeProcess[]): Promise<Row[]> {
  const [ours, theirs] = nodes.map(({ serving }) => serving.seatLinks);
  const own = await viewOn(ours, 'releaser');
  const drafter = await viewOn(ours, 'watch');
  const peer = await viewOn(theirs, 'watch');
  const desk = { own, drafter: drafter.client };
  await Promise.all([own, peer].map(agreed));
  const dice = diceOf(3);
  const short: Spans[] = [];
  const overdue: Spans[] = [];
  for (let round = 0; round < TIMES; round += 1) {
    const afterMs = 700 + dice(1_000);
    const [told, due] = await Promise.all([shortLead(desk, peer), unanswered(desk, peer, afterMs)]);
    short.push(told);
    overdue.push(due);
  }
  for (const view of [own, drafter, peer]) view.close();
  return [
    row(
      "short lead: request to finding, sender's floor",
      short.map(([span]) => span),
    ),
    row(
      "short lead: request to finding, receiver's floor",
      short.map(([, span]) => span),
    ),
    row(
      "overdue: deadline to finding, sender's floor",
      overdue.map(([span]) => span),
    ),
    row(
      "overdue: deadline to finding, receiver's floor",
      overdue.map(([, span]) => span),
    ),
  ];
}

/** Milliseconds on the sender's floor and on the receiver's. */
type Spans = readonly [number, number];

/** A seat that drafts and another that releases, and sees what comes of it. */
type Desk = { readonly own: View; readonly drafter: View['client'] };

/** The request comes before the entry is durable: the figure is that much too long. */
async function shortLead({ own, drafter }: Desk, peer: View): Promise<Spans> {
  const window = { startMs: Date.now() + 2 * MINUTE_MS, endMs: Date.now() + 60 * MINUTE_MS };
  const body = notice({ precedence: 'FLASH', status: 'test', volumes: [volume({ window })] });
  const ready = await drafted(drafter, body);
  const requestedMs = performance.now();
  const object = objectIdOf(await released(own, ready));
  const [ownMs, peerMs] = await seenOnBoth(own, peer, object, 'compliance.late-notice');
  return [ownMs - requestedMs, peerMs - requestedMs];
}

async function unanswered({ own, drafter }: Desk, peer: View, afterMs: number): Promise<Spans> {
  const answerByMs = Date.now() + afterMs;
  // Both floors and both nodes have this machine's clock.
  const dueMs = performance.now() + (answerByMs - Date.now());
  const body = question({ precedence: 'FLASH', status: 'test', answerByMs });
  const ref = await released(own, await drafted(drafter, body));
  const object = objectIdOf(ref);
  const looking = seenOnBoth(own, peer, object, 'compliance.step-overdue');
  await peer.until(() => peer.picture.objects.get(object), WITHIN_MS);
  const read = await peer.client.call('say', {}, { body: { type: 'read', ref } });
  if (!read.ok) throw new Error(read.refusal.fault);
  const [ownMs, peerMs] = await looking;
  return [ownMs - dueMs, peerMs - dueMs];
}

async function seenOnBoth(own: View, peer: View, object: ObjectId, code: string): Promise<Spans> {
  return Promise.all([seen(own, object, code), seen(peer, object, code)]);
}

/** When the finding is first there on a floor, by this process's steady clock. */
async function seen(view: View, object: ObjectId, code: string): Promise<number> {
  const atMs = await view.until(() => {
    const findings = complianceFindings(view.picture, view.nowMs());
    const isThere = findings.some((one) => one.object === object && one.code === code);
    return isThere ? performance.now() : undefined;
  }, WITHIN_MS);
  if (atMs === undefined) throw new Error(`${object}: no ${code} within ${WITHIN_MS} ms`);
  return atMs;
}

/** A draft and the body that it has: a release names both. */
type Ready = { readonly id: string; readonly bodyHash: HashHex };

async function drafted(client: View['client'], body: Body): Promise<Ready> {
  const id = randomUUID();
  const saved = await client.call('saveDraft', { id }, { state: 'ready', form: '', body });
  if (!saved.ok) throw new Error(saved.refusal.fault);
  const { bodyHash } = saved.value;
  if (bodyHash === undefined) throw new Error('the node keeps a body with the draft');
  return { id, bodyHash };
}

async function released({ client }: View, { id, bodyHash }: Ready): Promise<Ref> {
  const answer = await client.call('releaseDraft', { id }, { bodyHash });
  if (!answer.ok) throw new Error(answer.refusal.fault);
  return answer.value.ref;
}

async function agreed(view: View): Promise<void> {
  const inForce = await view.until(() => view.picture.arrangement, WITHIN_MS);
  if (inForce === undefined) throw new Error('both nodes sign the arrangement at their start');
}

async function viewOn(
  links: readonly { readonly role: string; readonly link: string }[] | undefined,
  role: string,
): Promise<View> {
  const link = links?.find((one) => one.role === role)?.link ?? '';
  const seat = await enrol(link, `Seat ${role}`, undefined);
  if (!seat.ok) throw new Error(seat.refusal.fault);
  const view = await openView(clientOf(seat.value));
  if (!view.ok) throw new Error(view.refusal.fault);
  return view.value;
}

function row(figure: string, spans: readonly number[]): Row {
  const text = (ms: number): string => `${ms.toFixed(0)} ms`;
  return {
    [`${TIMES} breaches of each sort`]: figure,
    median: text(percentile(spans, 0.5)),
    p95: text(percentile(spans, 0.95)),
    worst: text(Math.max(...spans)),
  };
}
