// Brings our heads to independent witnesses (C2SP tlog-witness) and keeps their cosignatures. What
// they say of our own record is looked at too: a witness that holds more of it than we do is news.
import { once } from 'node:events';
import { addCheckpointText, readNote, verifyCosignature, withCosignature } from '@parley/ledger';
import type { Policy, PolicyWitness } from '@parley/ledger';
import type { LineRunner } from '../line-runner.ts';
import { pause } from '../pause.ts';

/** The pause after a fault: 1 s, doubling to 60 s, each with up to as much jitter again. */
const PAUSE_FIRST_MS = 1_000;
const PAUSE_MOST_MS = 60_000;
const ANSWER_MS = 10_000;
const ANSWER_CHARACTERS_MAX = 65_536;

/** Submits every new head to every witness of the policy that has a URL, until `signal`. */
export async function submitHeads(
  runner: LineRunner,
  policy: Policy,
  random: () => number,
  signal: AbortSignal,
): Promise<void> {
  const witnesses = policy.witnesses.filter(({ url }) => url !== '');
  await Promise.all(
    witnesses.map(async (witness) => new Submission(runner, witness, random).keepOn(signal)),
  );
}

class Submission {
  readonly #runner: LineRunner;
  readonly #witness: PolicyWitness;
  readonly #random: () => number;
  /** The size that the witness cosigned last, as far as we know. */
  #known: number;
  #pauseMs = 0;

  constructor(runner: LineRunner, witness: PolicyWitness, random: () => number) {
    this.#runner = runner;
    this.#witness = witness;
    this.#random = random;
    this.#known = runner.store.witnessed(witness.key.vkey)?.size ?? 0;
  }

  async keepOn(signal: AbortSignal): Promise<void> {
    const runner = this.#runner;
    while (!signal.aborted) {
      const size = runner.store.checkpoint(runner.line.self)?.size ?? 0;
      const isNew = size > 0 && size > this.#known;
      const isDone = isNew ? await this.#submit(size, signal) : true;
      if (!isDone) await this.#pause(signal);
      else if (!isNew) await once(runner.events, 'head', { signal }).catch(() => undefined);
      if (isDone) this.#pauseMs = 0;
    }
  }

  /** Whether the witness answered as it should; if not, it is asked again after a pause. */
  async #submit(size: number, signal: AbortSignal): Promise<boolean> {
    const runner = this.#runner;
    const checkpoint = runner.checkpointAt(size);
    const oldSize = this.#known;
    const proof = oldSize === 0 ? [] : runner.line.own.consistencyProof(oldSize, size);
    const body = addCheckpointText({ oldSize, proof, checkpoint });
    const answer = await this.#post(body, signal);
    if (answer === undefined) return false;
    if (answer.status === 200) return this.#take(size, checkpoint, answer.text);
    if (answer.status === 409) return this.#conflict(answer.text);
    this.#refused(`it answers ${answer.status}: ${answer.text.trim().slice(0, 200)}`, checkpoint);
    return false;
  }

  #take(size: number, checkpoint: string, text: string): boolean {
    const { key } = this.#witness;
    for (const line of text.split('\n')) {
      // Lines of keys that are not in the policy are passed over (tlog-witness).
      if (line === '' || !readNote(`${checkpoint}${line}\n`).ok) continue;
      const note = withCosignature(checkpoint, line);
      if (!verifyCosignature(note, key).ok) continue;
      this.#runner.takeWitnessed(key, size, note);
      this.#known = size;
      return true;
    }
    this.#refused('its answer has no cosignature of its key', checkpoint);
    return false;
  }

  #conflict(text: string): boolean {
    const runner = this.#runner;
    const size = /^\d{1,15}\n?$/.test(text) ? Number(text) : undefined;
    if (size === undefined || size === this.#known) {
      this.#refused('it cosigned another root for this size of our record', '');
      return false;
    }
    if (size > runner.line.own.size) {
      const sentence =
        `the witness ${this.#witness.key.name} has cosigned ${size} entries of our record, ` +
        `which has ${runner.line.own.size}: this node was restored from an old copy, or another ` +
        'node runs with our keys.';
      runner.fault(runner.line.self, 'rollback', sentence, '');
      return false;
    }
    this.#known = size;
    return true;
  }

  #refused(fault: string, checkpoint: string): void {
    const sentence = `the witness ${this.#witness.key.name} does not cosign our record: ${fault}.`;
    this.#runner.fault(this.#runner.line.self, 'not-witnessed', sentence, checkpoint);
  }

  /** The answer, or undefined when none came: a witness that is away is no fault. */
  async #post(
    body: string,
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly text: string } | undefined> {
    const url = `${this.#witness.url.replace(/\/$/, '')}/add-checkpoint`;
    try {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
      const response = await fetch(url, { method: 'POST', body, signal: limit, redirect: 'error' });
      let text = '';
      for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        text += part;
        if (text.length > ANSWER_CHARACTERS_MAX) return { status: 502, text: 'its answer is long' };
      }
      return { status: response.status, text };
    } catch {
      return undefined;
    }
  }

  async #pause(signal: AbortSignal): Promise<void> {
    this.#pauseMs = Math.min(Math.max(2 * this.#pauseMs, PAUSE_FIRST_MS), PAUSE_MOST_MS);
    await pause(this.#pauseMs * (1 + this.#random()), signal);
  }
}
