// parley invite, offices, review and handover, on a real node.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { linkOf, startBoth } from './nodes.ts';
import { folder, parley } from './terminal.ts';

test('a draft waits for its office; the watch goes over on a log that verifies', async (t) => {
  const [coalition] = await startBoth(t);
  const path = folder(t);
  const fileOf = (name: string): string => join(path, `${name.replace(' ', '-')}.json`);
  const take = async (link: string, name: string): Promise<string> => {
    const taken = await parley('seat', link, '--name', name, '--seat', fileOf(name));
    assert.equal(taken.err, '');
    return fileOf(name);
  };
  const releaser = await take(linkOf(coalition, 'releaser'), 'Duty officer');
  const watch = await take(linkOf(coalition, 'watch'), 'Watch 1');
  const invite = async (by: string, ...words: string[]): Promise<string> => {
    const { out, err } = await parley('invite', ...words, '--seat', by);
    assert.equal(err, '');
    return /^One-time link for a seat \([a-z]+\): (.*)$/m.exec(out)?.[1] ?? '';
  };

  const above = await parley('invite', 'commander', '--seat', releaser);
  assert.match(above.err, /Duty officer is releaser and invites no commander; right would be/);
  const commander = await take(linkOf(coalition, 'commander'), 'Commander 1');
  const administrator = await take(await invite(commander, 'administrator'), 'Registry');

  const none = await parley('offices', '--seat', watch);
  assert.equal(none.out, 'No office considers anything: a draft is ready at once.');
  const urgent = await parley('offices', 'Legal=warning', '--seat', administrator);
  assert.match(urgent.err, /offices\[0\]\.types\[0\]: warning is said at once; right would be/);
  const set = await parley('offices', 'Plans=notice', 'Legal=question', '--seat', administrator);
  assert.equal(set.out, '1. Plans: notice\n2. Legal: question');
  const lawyer = await take(await invite(administrator, 'legal', '--office', 'Legal'), 'Lawyer 1');

  const file = join(path, 'question.json');
  const asked = { type: 'question', status: 'exercise', precedence: 'ROUTINE', codes: ['purpose'] };
  writeFileSync(file, JSON.stringify({ ...asked, answerBy: '2098-09-17T12:55:00Z' }));
  const kept = await parley('draft', file, '--seat', watch);
  const id = /^Draft ([0-9a-f]{8}) /m.exec(kept.out)?.[1] ?? '';
  const early = await parley('release', id, '--seat', releaser);
  assert.match(early.err, /^parley release: reviews: Legal has not cleared this body; right/);
  const ownReview = await parley('review', id, 'cleared', '--seat', watch);
  assert.match(ownReview.err, /office: Watch 1 has no office; right would be a seat of Legal\.$/);
  const held = await parley('review', id, 'returned', '--words', 'Say why.', '--seat', lawyer);
  assert.equal(held.out, `Draft ${id} is returned, waits for Legal.`);
  const listed = await parley('drafts', '--seat', releaser);
  assert.match(listed.out, new RegExp(`^EXERCISE ${id}  returned, waits for Legal, drafted by`));
  assert.match(listed.out, /^ {2}Legal: returned by Lawyer 1 "Say why\."$/m);
  const cleared = await parley('review', id, 'cleared', '--seat', lawyer);
  assert.equal(cleared.out, `Draft ${id} is ready.`);
  assert.match(
    (await parley('release', id, '--seat', releaser)).out,
    /^Released as coalition\/\d+/m,
  );

  const given = await parley('handover', 'give', 'Duty officer', '--seat', watch);
  assert.match(
    given.out,
    /^0 {2}\S+ \S+ {2}Watch 1 gave the watch to Duty officer; open: tasks 1, drafts 0$/m,
  );
  assert.match(given.out, /^ {3}task coalition\/\d+ russia read, due /m);
  const taken = await parley('handover', 'take', '--words', 'Quiet.', '--seat', releaser);
  assert.match(taken.out, /^1 {2}\S+ \S+ {2}Duty officer took the watch \(row 0\) "Quiet\."$/);
  const again = await parley('handover', 'take', '--seat', releaser);
  assert.match(again.err, /^parley handover: no watch was given to Duty officer, or it was taken/);
  const verified = await parley('handover', 'verify', '--seat', lawyer);
  assert.equal(verified.out, '2 rows, each signed by the key of the record, each after the last.');
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const foreign = await parley('handover', 'verify', '--key', key, '--seat', lawyer);
  assert.match(foreign.err, /^parley handover: notes\[0\]: The note has no signature of a key/);
});
