// parley evidence on a line of two real nodes: each statement is made, and checked with the cards.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { linkOf, startBoth } from './nodes.ts';
import { folder, parley } from './terminal.ts';

test('every statement is proven from one file, from a node and without one', async (t) => {
  const [coalition, russia] = await startBoth(t);
  const path = folder(t);
  const [ours, theirs] = [join(path, 'ours.json'), join(path, 'theirs.json')];
  await parley('seat', linkOf(coalition, 'releaser'), '--name', 'Watch 1', '--seat', ours);
  await parley('seat', linkOf(russia, 'watch'), '--name', 'Watch A', '--seat', theirs);
  const cards = [coalition, russia].flatMap((node) => ['--card', join(node.folder, 'card.json')]);
  const said = await parley('say', 'line-check', '--seat', ours);
  const id = /coalition\/\d+/.exec(said.out)?.[0] ?? '';

  const made = async (...words: readonly string[]) => {
    const file = join(path, `${words[0]}.evidence`);
    // A head is cosigned with a heartbeat: until then there is nothing to be proven.
    for (let tries = 0; ; tries += 1) {
      const { code, out, err } = await parley('evidence', ...words, '--out', file);
      if (code === 0) return { file, out };
      assert.ok(tries < 200, err);
      assert.match(err, /the record of coalition has \d+ entries|has not receipted|no record of/);
    }
  };
  const explained = async (file: string): Promise<string> => {
    const { code, out, err } = await parley('verify', file, ...cards);
    assert.equal(code, 0, `${out}${err}`);
    return out;
  };

  const received = await made('received', id, '--seat', theirs);
  assert.match(
    received.out,
    /received\.evidence: coalition\/\d+ was received by russia, \d{4} characters\.$/m,
  );
  const text = await explained(received.file);
  assert.match(text, /^It proves: russia signed, as its entry \d+, that it had received it by /m);
  assert.match(text, /^Mind: received is not read/m);
  assert.match(text, /^It relies on: the key coalition\/.+, which is that of the card of coal/m);

  const answer = await parley('say', 'line-check-answer', id, '--seat', theirs);
  assert.equal(answer.code, 0, answer.err);
  for (const [statement, pattern] of [
    ['said', /^It proves: coalition said, as entry \d+ of its record: LINE CHECK IMMEDIATE$/m],
    ['timed', /^It proves: it existed at .+ by russia's clock/m],
    ['nothing-else', /^It proves: the serials 0 to \d+ have no gap/m],
  ] as const) {
    const name = statement === 'nothing-else' ? 'coalition' : id;
    const { file } = await made(statement, name, '--seat', ours);
    assert.match(await explained(file), pattern);
  }
  const file = await untilAnswered(path, id, theirs);
  assert.match(
    await explained(file),
    /^It proves: russia said of it at .+: ANSWER TO A LINE CHECK coalition\/\d+$/m,
  );

  // From exported records alone, as an investigator has them.
  const records = ['coalition', 'russia'].map((party) => join(path, `${party}.record`));
  for (const [at, party] of ['coalition', 'russia'].entries()) {
    const exported = await parley('export', party, '--out', records[at] ?? '', '--seat', theirs);
    assert.equal(exported.code, 0);
  }
  const from = records.flatMap((record) => ['--from', record]);
  const offline = await made('received', id, ...from);
  assert.match(await explained(offline.file), /that it had received it by /);

  const altered = readFileSync(offline.file, 'utf8').replace('receivedMs', 'receivedMS');
  writeFileSync(offline.file, altered);
  const { code, out } = await parley('verify', offline.file, ...cards);
  assert.equal(code, 1);
  assert.match(out, /^NOT VALID: The entry of line 5 is not number \d+ of russia\/\w+\.$/m);
});

async function untilAnswered(path: string, id: string, seat: string): Promise<string> {
  const file = join(path, 'answered.evidence');
  for (let tries = 0; tries < 200; tries += 1) {
    const { code, err } = await parley('evidence', 'answered', id, '--out', file, '--seat', seat);
    if (code === 0) return file;
    assert.match(err, /has said nothing of/);
  }
  throw new Error('the answer was never under a cosigned head');
}

test('what cannot be proven is refused by name', async (t) => {
  const [coalition] = await startBoth(t);
  const ours = join(folder(t), 'ours.json');
  await parley('seat', linkOf(coalition, 'releaser'), '--name', 'Watch 1', '--seat', ours);
  for (const [words, fault] of [
    [['agreed', 'coalition/0'], /statement: "agreed" is none; right would be said, timed, /],
    [['said', 'coalition-0'], /entry: "coalition-0" names no entry; right would be PARTY\/INDEX/],
    [['said', 'nobody/0'], /party: no record of nobody is given/],
    [['received', 'coalition/0', '--by', 'No One'], /by: "No One" is no party/],
    [['two-histories', 'russia'], /code: there is no evidence of fork against russia/],
    [['nothing-else', 'nobody'], /party: there is no record of "nobody"/],
    [['said', 'coalition/0', '--from', '/nowhere'], /\/nowhere: it does not exist/],
  ] as const) {
    const { code, err } = await parley('evidence', ...words, '--seat', ours);
    assert.equal(code, 1, words.join(' '));
    assert.match(err, fault);
  }
});
