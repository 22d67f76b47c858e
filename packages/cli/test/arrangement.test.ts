// The arrangement from the command line: checked, compared, proposed, countered, signed by both.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { linkOf, startBoth } from './nodes.ts';
import type { TestNode } from './nodes.ts';
import { folder, parley } from './terminal.ts';
import type { Ran } from './terminal.ts';

const EXAMPLE = fileURLToPath(new URL('../../../docs/arrangement-example.json', import.meta.url));

/** The example with some fields changed, as a file. */
function changed(t: TestContext, changes: object): string {
  const path = join(folder(t), 'changed.json');
  const example = JSON.parse(readFileSync(EXAMPLE, 'utf8')) as object;
  writeFileSync(path, JSON.stringify({ ...example, ...changes }));
  return path;
}

test('the example is an arrangement, and a faulty one is refused by field', async (t) => {
  const good = await parley('arrangement', 'check', EXAMPLE);
  assert.deepEqual([good.code, good.err], [0, '']);
  assert.match(good.out, /arrangement-example\.json is an arrangement, version 2\.$/);
  const bad = await parley('arrangement', 'check', changed(t, { minimumLeadMs: '30 min' }));
  assert.equal(bad.code, 1);
  assert.match(bad.err, /minimumLeadMs: found "30 min"; right would be .*number/);
});

test('two files are compared clause by clause, a file with itself has no change', async (t) => {
  const other = changed(t, { minimumLeadMs: 3_600_000, languages: undefined });
  assert.deepEqual(await parley('arrangement', 'compare', EXAMPLE, other), {
    code: 0,
    out: [
      '5. Notices and their lead: changed',
      '   - A notice is given at least 30 minutes before its start.',
      '   + A notice is given at least 1 hour before its start.',
      '10. Languages: removed',
      '   - Languages of the line: en and ru.',
      '12 clauses are unchanged.',
    ].join('\n'),
    err: '',
  });
  const { out } = await parley('arrangement', 'compare', EXAMPLE, EXAMPLE);
  assert.equal(out, 'No clause changes.');
});

type Side = { readonly drafter: string; readonly releaser: string };

async function seatsOf(node: TestNode, path: string): Promise<Side> {
  const taken = async (name: string, role: 'releaser' | 'commander'): Promise<string> => {
    const file = join(path, `${node.party}-${name}.json`);
    const ran = await parley('seat', linkOf(node, role), '--name', name, '--seat', file);
    assert.equal(ran.err, '');
    return file;
  };
  return { drafter: await taken('Legal', 'releaser'), releaser: await taken('Duty', 'commander') };
}

/** Drafted by one seat and released by the other; gives the id of the entry. */
async function said(side: Side, ...args: readonly string[]): Promise<string> {
  const drafted = await parley('arrangement', ...args, '--seat', side.drafter);
  const draft = /parley release (\S+)$/.exec(drafted.out)?.[1];
  assert(draft !== undefined, drafted.err);
  const released = await parley('release', draft, '--seat', side.releaser);
  const id = /Released as (\S+)\.$/.exec(released.out)?.[1];
  assert(id !== undefined, released.err);
  return id;
}

/** Runs a command of reading again until its output matches; fails after 10 s. */
async function shown(pattern: RegExp, ...args: readonly string[]): Promise<Ran> {
  const signal = AbortSignal.timeout(10_000);
  for (;;) {
    const ran = await parley('arrangement', ...args);
    if (pattern.test(ran.out)) return ran;
    assert(!signal.aborted, `${ran.out}${ran.err}`);
  }
}

test('a version is proposed, countered, and the counter is signed by both', async (t) => {
  const [coalition, russia] = await startBoth(t);
  const path = folder(t);
  const [ours, theirs] = [await seatsOf(coalition, path), await seatsOf(russia, path)];
  const by = ['--answer-by', '2098-09-17T12:55:00Z'];
  const proposal = await said(ours, 'propose', EXAMPLE, ...by);
  await shown(/Version 2/, 'show', '--version', '2', '--seat', theirs.drafter);
  const other = changed(t, { version: 3, minimumLeadMs: 3_600_000 });
  await said(theirs, 'counter', proposal, other, ...by);
  await said(theirs, 'respond', proposal, 'alternative');
  await said(theirs, 'sign', '3');
  const half = await shown(/Version 3/, 'show', '--version', '3', '--seat', ours.drafter);
  assert.match(half.out, /\nNot in force: not yet signed by Coalition(?: and Russia)?\.\n/);
  await said(ours, 'sign', '3');
  for (const { drafter } of [ours, theirs]) {
    const found = await shown(/Version 3/, 'show', '--seat', drafter);
    assert.match(
      found.out,
      /^Flight safety over Syria \(example\)\nBetween Coalition and Russia\./,
    );
    assert.match(found.out, /\nIn force since .*, when the last member signed\.\n/);
    assert.match(found.out, /\n {3}Coalition: entry coalition\/\d+, by Duty, /);
  }
  const html = await parley('arrangement', 'show', '--format', 'html', '--seat', ours.drafter);
  assert.match(html.out, /^<!doctype html>[\s\S]*<\/html>$/);
  const json = await parley('arrangement', 'show', '--format', 'json', '--seat', ours.drafter);
  assert.deepEqual(JSON.parse(json.out), JSON.parse(readFileSync(other, 'utf8')));
  const again = await parley('arrangement', 'sign', '3', '--seat', ours.drafter);
  assert.match(again.err, /version: coalition has signed version 3 already/);
});
