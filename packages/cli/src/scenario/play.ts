// Plays a scenario on a stage, step by step: sets the clock, lets the seat act, and holds what
// every seat then sees against the literal expectations.
import { randomUUID } from 'node:crypto';
import { accept, refuse } from '@parley/protocol';
import type { HashHex, Outcome, Ref } from '@parley/protocol';
import { bodyOf } from '../form/body-form.ts';
import type { Named } from '../form/body-form.ts';
import { plainSentence } from '../command.ts';
import { FloorSilent } from '../seat/floor-fetch.ts';
import type { View } from '../seat/view.ts';
import { hold } from './expect.ts';
import type { Held } from './expect.ts';
import type { Scenario, Step } from './schema.ts';
import type { Stage } from './stage.ts';

export type StepReport = {
  readonly step: Step;
  /** What was expected and found; `ok` when every part of it held. */
  readonly held: readonly Held[];
  readonly ok: boolean;
};

/** How the clock goes: frozen at each step and set on by us, or running for people to watch. */
export type Pace = 'stepped' | 'running';

/** A draft that was kept, the hash of the body that it had, and whose it is. */
type Drafted = { readonly id: string; readonly bodyHash: HashHex; readonly view: View };

const SEEN_MS = 15_000;
const CLOCK_TRIES = 500;
const RETRY_MS = 500;

/**
 * Plays all steps and gives a report of each as it is done. `stepped` is deterministic and checks
 * every expectation; `running` waits for each step's time and only checks that the act went
 * through, because people at the floors may act too. Ends early once `stop` is aborted.
 */
export async function* playScenario(
  scenario: Scenario,
  stage: Stage,
  pace: Pace,
  stop: AbortSignal,
): AsyncGenerator<StepReport> {
  const refs = new Map<string, Ref>();
  const drafts = new Map<string, Drafted>();
  for (const step of scenario.steps) {
    if (pace === 'stepped') await stepClock(stage, step.at);
    else await untilClock(stage, step, stop);
    if (stop.aborted) return;
    const acted = await persist(pace, stop, async () => act(stage, step, refs, drafts));
    const held = [actHeld(step, acted)];
    if (acted.ok && acted.value !== undefined) {
      refs.set(step.label, acted.value);
      held.push(await seenByAll(stage, acted.value));
    }
    if (pace === 'stepped') {
      const expected = step.expect ?? [];
      const looks = expected.map(async (one) => hold(stage, one, refs, step.at));
      held.push(...(await Promise.all(looks)).flat());
    }
    yield { step, held, ok: held.every(({ ok }) => ok) };
  }
  await dropDrafts(drafts.values());
}

/** What was refused and not released is no business of the watch that follows. */
async function dropDrafts(drafts: Iterable<Drafted>): Promise<void> {
  for (const { id, view } of drafts) {
    const dropped = await view.client.call('deleteDraft', { id }, undefined);
    if (!dropped.ok && dropped.refusal.code !== 'not-found') {
      throw new Error(`a draft stays: ${plainSentence(dropped.refusal)}`);
    }
  }
}

/** Stops the clock of every node at an instant, and returns once each of them says so. */
async function stepClock(stage: Stage, atMs: number): Promise<void> {
  stage.setClock({ startMs: atMs, anchorMs: Date.now(), rate: 0 });
  for (const { party, running } of stage.nodes) {
    if (!running) continue;
    const [view] = stage.viewsOf(party);
    if (view === undefined) throw new Error(`${party} has a seat in the cast`);
    for (let tries = 0; ; tries += 1) {
      const session = await view.client.call('session', {}, undefined);
      if (session.ok && session.value.nowMs === atMs) break;
      if (tries > CLOCK_TRIES) throw new Error(`the clock of ${party} could not be set`);
    }
  }
}

/**
 * Waits until the running clock shows the step's time, or for the step's own pause, after which the
 * clock jumps there; then it goes on at the step's own rate.
 */
async function untilClock(stage: Stage, step: Step, stop: AbortSignal): Promise<void> {
  const { startMs, anchorMs, rate } = stage.clock();
  const { pauseSeconds } = step;
  const nowMs = startMs + (Date.now() - anchorMs) * rate;
  const waitMs =
    pauseSeconds === undefined ? Math.max(0, (step.at - nowMs) / rate) : pauseSeconds * 1_000;
  await new Promise((resume) => {
    const timer = setTimeout(resume, waitMs);
    stop.addEventListener('abort', () => {
      clearTimeout(timer);
      resume(undefined);
    });
  });
  if (stop.aborted || (step.rate === undefined && pauseSeconds === undefined)) return;
  const next = step.rate ?? rate;
  stage.setClock({ startMs: Math.max(step.at, nowMs), anchorMs: Date.now(), rate: next });
}

/** Where people watch, somebody may have pulled the node's plug: it is tried until it is back. */
async function persist<T>(pace: Pace, stop: AbortSignal, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (fault) {
      if (pace === 'stepped' || stop.aborted || !(fault instanceof FloorSilent)) throw fault;
      await new Promise((resume) => setTimeout(resume, RETRY_MS));
    }
  }
}

/** Lets the seat do what the step says. The value is the entry that came of it, if one did. */
async function act(
  stage: Stage,
  step: Step,
  refs: ReadonlyMap<string, Ref>,
  drafts: Map<string, Drafted>,
): Promise<Outcome<Ref | undefined>> {
  const { party, seat, say, draft, release, label } = step;
  if (step.node !== undefined) return plug(stage, step.node, party);
  if (party === undefined || seat === undefined) return accept(undefined);
  const view = stage.seat(party, seat);
  const { client } = view;
  if (release !== undefined) {
    const drafted = drafts.get(release);
    if (drafted === undefined) throw new Error(`${release} is a draft above`);
    const { id, bodyHash } = drafted;
    const released = await client.call('releaseDraft', { id }, { bodyHash });
    return released.ok ? accept(released.value.ref) : released;
  }
  const body = bodyOf(say ?? draft, named(view, refs), view.picture);
  if (!body.ok) return body;
  if (say !== undefined) {
    const said = await client.call('say', {}, { body: body.value });
    return said.ok ? accept(said.value.ref) : said;
  }
  const id = randomUUID();
  const saved = await client.call(
    'saveDraft',
    { id },
    { state: 'ready', form: '', body: body.value },
  );
  if (!saved.ok) return saved;
  const { bodyHash } = saved.value;
  if (bodyHash === undefined) throw new Error('a draft with a body has its hash');
  drafts.set(label, { id, bodyHash, view });
  return accept(undefined);
}

/** Names of steps above, and of objects of the line. */
function named(view: View, refs: ReadonlyMap<string, Ref>): Named {
  return (name) => refs.get(name) ?? view.picture.objects.get(name as `${string}/${number}`)?.ref;
}

function actHeld(step: Step, acted: Outcome<unknown>): Held {
  const field = step.refusedField === undefined ? '' : ` at ${step.refusedField}`;
  const expected = step.refused === undefined ? 'done' : `refused: ${step.refused}${field}`;
  const at = acted.ok || field === '' ? '' : ` at ${acted.refusal.field}`;
  const found = acted.ok ? 'done' : `refused: ${acted.refusal.code}${at}`;
  const why = acted.ok ? '' : ` (${plainSentence(acted.refusal)})`;
  return { ok: expected === found, expected, found: `${found}${why}` };
}

/** Ends a node's process as a cut of its power does, or starts it again. */
async function plug(
  stage: Stage,
  what: 'kill' | 'start',
  party: string | undefined,
): Promise<Outcome<undefined>> {
  const node = stage.nodes.find((one) => one.party === party);
  if (node === undefined) return refuse('unknown-party', 'party', `"${party}"`, 'a party');
  if (what === 'start') {
    await stage.restart(node);
    return accept(undefined);
  }
  await stage.kill(node);
  return accept(undefined);
}

/** Whether the entry has come to every seat of every party. */
async function seenByAll(stage: Stage, ref: Ref): Promise<Held> {
  const seen = await Promise.all(
    stage.views().map(async (view) => {
      const has = (): boolean => (view.picture.folded.get(ref.party) ?? 0) > ref.index;
      return view.until(() => has() || undefined, SEEN_MS);
    }),
  );
  const missing = seen.filter((one) => one !== true).length;
  const expected = `${ref.party}/${ref.index} on every seat`;
  return { ok: missing === 0, expected, found: missing === 0 ? 'it is' : `missing on ${missing}` };
}
