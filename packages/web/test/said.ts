// Things to say in browser tests: whole bodies with literal places, and the two seats to release.
import type { Body, Notice, Warning } from '@parley/protocol';
import { readBody } from '@parley/protocol';
import { enrolSeat } from '../../node/test/pair.ts';
import type { RunningNode } from '../../node/src/index.ts';

const MINUTE_MS = 60_000;

/** Five corners, 3 to 7 km south-west of Deir ez-Zor airport (OSDZ). */
const RING = [
  [352_700_000, 401_300_000],
  [352_620_000, 401_500_000],
  [352_450_000, 401_450_000],
  [352_430_000, 401_280_000],
  [352_560_000, 401_150_000],
].map(([latE7, lonE7]) => ({ latE7, lonE7 }));

/** An exercise notice for these corners, FL180 to FL240, starting in 40 minutes. */
export function exerciseNotice(title: string): Notice {
  const nowMs = Date.now();
  const body = read({
    type: 'notice',
    kind: 'air-activity',
    precedence: 'IMMEDIATE',
    status: 'exercise',
    activity: 'transit',
    asked: 'avoid',
    firmness: 'planned',
    title,
    volumes: [
      {
        outline: { kind: 'polygon', ring: RING },
        band: {
          lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
          upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
        },
        window: { startMs: nowMs + 40 * MINUTE_MS, endMs: nowMs + 100 * MINUTE_MS },
      },
    ],
  });
  if (body.type !== 'notice') throw new Error('a notice was written above');
  return body;
}

/** An exercise warning for the same corners, from now on. */
export function deirEzZorWarning(): Warning {
  const nowMs = Date.now();
  const body = read({
    type: 'warning',
    status: 'exercise',
    hazard: 'your-fire-is-striking',
    atRisk: 'our-forces',
    request: 'cease-fire',
    volumes: [
      {
        outline: { kind: 'polygon', ring: RING },
        band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
        window: { startMs: nowMs, endMs: nowMs + 30 * MINUTE_MS },
      },
    ],
  });
  if (body.type !== 'warning') throw new Error('a warning was written above');
  return body;
}

let released = 0;

/** Has one seat of `node` draft a notice and another release it. */
export async function releaseNotice(node: RunningNode, body: Notice): Promise<void> {
  released += 1;
  const drafter = await enrolSeat(node, `Drafter ${released}`, 'watch');
  const releaser = await enrolSeat(node, `Releaser ${released}`, 'releaser');
  const id = crypto.randomUUID();
  const saved = await drafter.client.call(
    'saveDraft',
    { id },
    { state: 'ready', form: '{}', body },
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  const { bodyHash } = saved.value;
  if (bodyHash === undefined) throw new Error('a complete draft has the hash of its body');
  const done = await releaser.client.call('releaseDraft', { id }, { bodyHash });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
}

function read(value: object): Body {
  const body = readBody(value);
  if (!body.ok) throw new Error(JSON.stringify(body.refusal));
  return body.value;
}
