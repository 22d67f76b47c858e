// parley report against nodes that run: killed and started again, a node tells the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clientOf, enrol, openView, stopNode } from '../src/index.ts';
import { linkOf, startBoth, startTestNode } from './nodes.ts';
import { folder, parley } from './terminal.ts';

const FILES = [
  'CHECK.txt',
  'SHA256SUMS',
  'evidence/coalition.record',
  'evidence/russia.record',
  'report.html',
  'report.pdf',
];

test('a node that is killed and started again gives the same report, byte for byte', async (t) => {
  const [coalition, russia] = await startBoth(t);
  const root = folder(t);
  const [seat, other] = [join(root, 'seat.json'), join(root, 'other.json')];
  const ran = async (...args: readonly string[]): Promise<string> => {
    const { code, out, err } = await parley(...args);
    assert.equal(code, 0, `${args.join(' ')}: ${err}`);
    return out;
  };
  await ran('seat', linkOf(coalition, 'releaser'), '--name', 'Watch 1', '--seat', seat);
  await ran('seat', linkOf(russia, 'releaser'), '--name', 'Watch A', '--seat', other);
  await ran('say', 'line-check', '--seat', seat);
  await ran('say', 'line-check', '--seat', other);
  // Each side has said one thing, and the other's node has said that it received it.
  const watch = await enrol(linkOf(coalition, 'watch'), 'Watch 2', undefined);
  assert.ok(watch.ok);
  const view = await openView(clientOf(watch.value));
  assert.ok(view.ok);
  const { picture, nowMs, close } = view.value;
  const sizes = (): number[] => [...picture.folded.values()];
  const both = (): true | undefined =>
    sizes().filter((size) => size >= 2).length === 2 || undefined;
  assert.equal(await view.value.until(both, 30_000), true, sizes().join(' '));
  close();
  const untilMs = nowMs();
  const [from, until] = [untilMs - 3_600_000, untilMs].map((ms) => new Date(ms).toISOString());
  const period = ['--from', from ?? '', '--until', until ?? ''];
  const cards = [coalition, russia].flatMap((node) => ['--card', join(node.folder, 'card.json')]);
  const report = async (name: string): Promise<string> => {
    const out = join(root, name);
    await ran('report', ...period, ...cards, '--out', out, '--seat', seat);
    return out;
  };
  const later = new Date(untilMs + 86_400_000).toISOString();
  const early = await parley(
    'report',
    '--from',
    from ?? '',
    '--until',
    later,
    '--out',
    join(root, 'early'),
    '--seat',
    seat,
  );
  assert.equal(early.code, 1);
  assert.match(
    early.err,
    /^parley report: --until: it has not come yet by the clock of the node; right would be at /,
  );
  // The line is cut first, so that nothing more arrives.
  assert.equal(await stopNode(russia.process), 0);
  const before = await report('before');
  coalition.process.signal('SIGKILL');
  await coalition.process.ended;
  coalition.process = await startTestNode(coalition);
  const after = await report('after');
  for (const file of FILES) {
    const [one, two] = [before, after].map((made) => readFileSync(join(made, file)));
    assert.ok(one?.equals(two ?? Buffer.of()), file);
  }
  const page = readFileSync(join(before, 'report.html'), 'utf8');
  assert.match(page, /From the card of coalition\./);
  assert.match(page, /From the card of russia\./);
  // Offline, from the evidence of that report, the same follows.
  const evidence = FILES.filter((file) => file.endsWith('.record')).map((file) =>
    join(before, file),
  );
  const offline = join(root, 'offline');
  await ran('report', ...period, ...cards, '--out', offline, '--records', ...evidence);
  for (const file of FILES) {
    const [one, two] = [before, offline].map((made) => readFileSync(join(made, file)));
    assert.ok(one?.equals(two ?? Buffer.of()), `offline ${file}`);
  }
});
