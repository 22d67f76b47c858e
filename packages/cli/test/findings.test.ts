// parley findings: what does not fit the arrangement, and the register with every account of it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { linkOf, startBoth } from './nodes.ts';
import type { TestNode } from './nodes.ts';
import { folder, parley } from './terminal.ts';

type Side = { readonly drafter: string; readonly releaser: string };
type Told = { readonly findings: readonly Finding[]; readonly register: readonly object[] };
type Finding = { readonly code: string; readonly object: string; readonly sentence: string };

async function seatsOf(node: TestNode, path: string): Promise<Side> {
  const taken = async (name: string, role: 'releaser' | 'commander'): Promise<string> => {
    const file = join(path, `${node.party}-${name}.json`);
    assert.equal(
      (await parley('seat', linkOf(node, role), '--name', name, '--seat', file)).err,
      '',
    );
    return file;
  };
  return { drafter: await taken('Watch', 'releaser'), releaser: await taken('Duty', 'commander') };
}

/** Drafted by one seat from what `args` say, released by the other; the id of the entry. */
async function said(side: Side, ...args: readonly string[]): Promise<string> {
  const drafted = await parley(...args, '--seat', side.drafter);
  const draft = /parley release (\S+)$/.exec(drafted.out)?.[1];
  assert(draft !== undefined, `${drafted.out}${drafted.err}`);
  const released = await parley('release', draft, '--seat', side.releaser);
  const id = /Released as (\S+)\.$/.exec(released.out)?.[1];
  assert(id !== undefined, released.err);
  return id;
}

async function saidBody(t: TestContext, side: Side, body: object): Promise<string> {
  const path = join(folder(t), 'body.json');
  writeFileSync(path, JSON.stringify(body));
  return said(side, 'draft', path);
}

/** What the command prints of a seat once it matches; fails after 10 s. */
async function findings(seat: string, pattern: RegExp): Promise<string> {
  const signal = AbortSignal.timeout(10_000);
  for (;;) {
    const { out, err } = await parley('findings', '--seat', seat);
    if (pattern.test(out)) return out;
    assert(!signal.aborted, `${out}${err}`);
  }
}

const VOLUME = {
  outline: {
    kind: 'circle',
    centre: { latE7: 352_600_000, lonE7: 401_500_000 },
    radiusCentimetres: 300_000,
  },
  band: { lower: { kind: 'surface' }, upper: { kind: 'unlimited' } },
  window: { startMs: 1_700_000_000_000, endMs: 1_700_000_600_000 },
};
const TIMES = /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?Z/g;
const HASHES = ['a', 'b'].map((digit) => digit.repeat(64));

test('both sides print the same findings, and each account with its evidence', async (t) => {
  const [coalition, russia] = await startBoth(t);
  const path = folder(t);
  const [ours, theirs] = [await seatsOf(coalition, path), await seatsOf(russia, path)];
  const incident = await saidBody(t, ours, {
    type: 'incident',
    precedence: 'FLASH',
    status: 'actual',
    title: 'Overflight',
    clause: 'overhead',
    volumes: [VOLUME],
    standing: 'open',
    answerByMs: 1_700_000_000_000,
    account: { text: 'Two aircraft flew over.', language: 'en' },
    evidence: [HASHES[0]],
  });
  await findings(theirs.drafter, new RegExp(`INCIDENT ${incident}`));
  const counter = async (result: string, text: string, evidence: object): Promise<string> => {
    const about = { type: 'counter-statement', ref: incident, result, ...evidence };
    return saidBody(t, theirs, { ...about, account: { text, language: 'en' } });
  };
  const first = await counter('investigating', 'We look into it.', {});
  const second = await counter('denies', 'None were there.', { evidence: [HASHES[1]] });
  const [one, other] = [
    await findings(ours.drafter, /None were there/),
    await findings(theirs.drafter, /None were there/),
  ];
  const lines = (out: string): string[] => out.split('\n').map((line) => line.replace(TIMES, 'T'));
  assert.deepEqual(lines(one), lines(other));
  assert.equal(lines(one)[0], 'Arrangement 1.');
  const late =
    /^T {2}Deadlines {2}coalition\/\d+ \(russia\): Stated \d+ d \d+ h after the deadline/;
  assert.match(lines(one)[1] ?? '', late);
  // The incident's own entry, and the account that was no longer one of investigating.
  const shown = `${incident} [0-9a-f]{64}, ${second} [0-9a-f]{64}`;
  assert.match(lines(one)[2] ?? '', new RegExp(`^ {4}by arrangement 1; shown by ${shown}$`));
  assert.deepEqual(lines(one).slice(-6), [
    `INCIDENT ${incident}  T  Overhead: Overflight (Open)`,
    '    coalition: "Two aircraft flew over."',
    `        evidence ${HASHES[0]}`,
    `    russia (${first}, T): Is investigating: "We look into it."`,
    `    russia (${second}, T): Denies it: "None were there."`,
    `        evidence ${HASHES[1]}`,
  ]);
  const { out } = await parley('findings', '--json', '--seat', theirs.drafter);
  const told = JSON.parse(out) as Told;
  assert.equal(told.findings[0]?.code, 'compliance.step-late');
  assert.equal(told.register.length, 1);
});
