// What a hostile peer can send over the link: each is refused by name, nothing held is lost.
import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { once } from 'node:events';
import { describe, test } from 'node:test';
import { signNote, verifyForkEvidence, readVerifierKey } from '@parley/ledger';
import { PartyId } from '@parley/protocol';
import { initNode } from '../src/index.ts';
import { openFolder } from '../src/data-folder.ts';
import { defaultKey } from '../src/sealed.ts';
import { unlock } from '../src/secrets.ts';
import { entryText, faultOf, hostileRussia, signedRecord } from './hostile-peer.ts';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair } from './pair.ts';
import { sampleNotice, sampleQuestion } from './samples.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const RUSSIA = PartyId.parse('russia');
const NOW = 1_474_117_200_000;

function heldOfRussia(pair: Pair): { texts: string[]; line: (typeof pair)['coalition'] } {
  const { store } = pair.coalition.running.runner;
  const decoder = new TextDecoder();
  const texts = store.record(RUSSIA, 0, 1_000).map(({ bytes }) => decoder.decode(bytes));
  return { texts, line: pair.coalition };
}

describe('a hostile peer on the link', () => {
  test('a batch that is not in form is refused, naming the field', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    peer.send('batch', { firstIndex: -1, entries: [], checkpoint: '' });
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'out-of-limit');
    assert.match(fault.sentence, /firstIndex: found -1/);
  });

  test('a checkpoint signed with another key is refused as wrongly signed', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const more = entryText(runner.line.id, RUSSIA, texts.length, sampleQuestion(NOW));
    const batch = signedRecord(peer.folder, [...texts, more]);
    const [text = ''] = batch.checkpoint.split('\n\n');
    const forged = signNote(`${text}\n`, runner.keys.record).replaceAll(
      runner.keys.record.name,
      peer.folder.keys.record.name,
    );
    peer.send('batch', { ...batch, checkpoint: forged });
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'wrongly-signed');
    assert.equal(runner.line.mirrors.get(RUSSIA)?.tree.size, texts.length);
  });

  test('a checkpoint without its second signature is refused as not signed', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const more = entryText(runner.line.id, RUSSIA, texts.length, sampleQuestion(NOW));
    const batch = signedRecord(peer.folder, [...texts, more]);
    const lines = batch.checkpoint.split('\n');
    // The last line but the empty one is that of ML-DSA-44: 2,420 bytes of signature.
    const single = [...lines.slice(0, -2), ''].join('\n');
    assert.ok(single.length < 300 && batch.checkpoint.length > 3_000);
    peer.send('batch', { ...batch, checkpoint: single });
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'wrongly-signed');
    assert.match(fault.sentence, /no signature of a key that is known here/);
    assert.equal(runner.line.mirrors.get(RUSSIA)?.tree.size, texts.length);
  });

  test('entries after a gap are refused, and asked for again from the right index', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { id } = pair.coalition.running.runner.line;
    const all = [0, 1, 2].map((at) =>
      entryText(id, RUSSIA, texts.length + at, sampleQuestion(NOW)),
    );
    const batch = signedRecord(peer.folder, [...texts, ...all]);
    peer.send('batch', { ...batch, firstIndex: texts.length + 1, entries: all.slice(1) });
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'gap');
    await peer.connected();
    assert.equal(peer.asked.at(-1), texts.length);
  });

  test('a repeated batch changes nothing and is no fault', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const more = entryText(runner.line.id, RUSSIA, texts.length, sampleQuestion(NOW));
    const batch = signedRecord(peer.folder, [...texts, more]);
    const arrived = once(runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
    peer.send('batch', batch);
    await arrived;
    const position = runner.store.headPosition();
    peer.send('batch', batch);
    const last = entryText(runner.line.id, RUSSIA, texts.length + 1, sampleQuestion(NOW));
    const next = once(runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
    peer.send('batch', signedRecord(peer.folder, [...texts, more, last]));
    await next;
    assert.deepEqual(runner.store.faults(), []);
    assert.equal(runner.line.mirrors.get(RUSSIA)?.tree.size, texts.length + 2);
    // The entry and its receipt: nothing was stored for the repetition.
    assert.equal(runner.store.headPosition(), position + 2);
  });

  test('a second history is refused as a fork, with evidence that stands alone', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { id } = pair.coalition.running.runner.line;
    const rewritten = texts.map((_, at) => entryText(id, RUSSIA, at, sampleQuestion(NOW + at)));
    peer.send('batch', signedRecord(peer.folder, rewritten));
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'fork');
    const key = readVerifierKey(peer.folder.card.recordKey);
    assert.ok(key.ok);
    assert.equal(verifyForkEvidence(fault.evidence, key.value).ok, true);
    const { client } = await enrolSeat(pair.coalition.running, 'Auditor', 'auditor');
    const taken = await client.call('alarmEvidence', { party: RUSSIA, code: 'fork' }, undefined);
    assert.deepEqual(taken, { ok: true, value: fault.evidence });
    assert.deepEqual(heldOfRussia(pair).texts, texts);
  });

  test('a history rewritten behind what we hold is shown to be a fork', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const rewritten = [...texts, ''].map((_, at) =>
      entryText(runner.line.id, RUSSIA, at, sampleQuestion(NOW + at)),
    );
    const whole = signedRecord(peer.folder, rewritten);
    const tail = { ...whole, firstIndex: texts.length, entries: rewritten.slice(texts.length) };
    peer.send('batch', tail);
    await faultOf(pair, 'root-mismatch');
    await peer.connected();
    assert.equal(peer.asked.at(-1), 0);
    peer.send('batch', whole);
    const fork = await faultOf(pair, 'fork');
    const key = readVerifierKey(peer.folder.card.recordKey);
    assert.ok(key.ok);
    assert.equal(verifyForkEvidence(fork.evidence, key.value).ok, true);
  });

  test('a signed entry that makes no sense is kept as unusable and does no harm', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const good = entryText(runner.line.id, RUSSIA, texts.length, sampleNotice(NOW));
    const latitude95 = good.replace('"latE7":352600000', '"latE7":950000000');
    const after = entryText(runner.line.id, RUSSIA, texts.length + 1, sampleQuestion(NOW));
    const arrived = once(runner.events, 'rows', { signal: AbortSignal.timeout(10_000) });
    peer.send('batch', signedRecord(peer.folder, [...texts, latitude95, after]));
    await arrived;
    const unusable = runner.line.picture.unusable;
    assert.equal(unusable.length, 1);
    assert.equal(unusable[0]?.refusal.code, 'out-of-limit');
    assert.equal(unusable[0]?.refusal.field, 'body.volumes[0].outline.centre.latE7');
    assert.equal(runner.line.picture.objects.has(`russia/${texts.length + 1}`), true);
  });

  test('an oversize entry is refused before anything of the batch is taken', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const huge = 'x'.repeat(65_537);
    peer.send('batch', signedRecord(peer.folder, [...texts, huge]));
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'out-of-limit');
    assert.match(fault.sentence, /entries\[\d+\]/);
  });

  test('an entry with more bytes than characters is unusable and stops no start', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { events } = pair.coalition.running.runner;
    const arrived = once(events, 'rows', { signal: AbortSignal.timeout(10_000) });
    peer.send('batch', signedRecord(peer.folder, [...texts, 'ࠀ'.repeat(65_000)]));
    await arrived;
    await pair.coalition.restart();
    const { unusable } = pair.coalition.running.runner.line.picture;
    assert.deepEqual(
      unusable.map(({ ref, refusal }) => [ref.party, ref.index, refusal.code]),
      [['russia', texts.length, 'oversize']],
    );
  });

  test('a heartbeat signed with another key is refused', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    peer.send('heartbeat', signNote('parley/heartbeat/v1\n{}\n', peer.folder.keys.record));
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'wrongly-signed');
  });

  test('an entry that names a head of ours which never was raises a fault', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { texts } = heldOfRussia(pair);
    const { runner } = pair.coalition.running;
    const good = entryText(runner.line.id, RUSSIA, texts.length, sampleQuestion(NOW));
    const seen = `"seen":[{"party":"coalition","root":"${'ab'.repeat(32)}","size":1}]`;
    const lying = good.replace('"seen":[]', seen);
    peer.send('batch', signedRecord(peer.folder, [...texts, lying]));
    const fault = await faultOf(pair);
    assert.equal(fault.code, 'seen-mismatch');
  });

  test('a peer is never shut out by streams of its own that only look open', async (t) => {
    const { pair, peer } = await hostileRussia(t);
    const { linkPort, runner } = pair.coalition.running;
    const ended = new Set<number>();
    const bothGone = Promise.withResolvers<undefined>();
    for (let at = 0; at < 6; at++) {
      const asked = request({
        host: '127.0.0.1',
        port: linkPort,
        path: `/link/v1/stream?line=${runner.line.id}&from=0`,
        cert: peer.folder.transport.certificatePem,
        key: peer.folder.transport.keyPem,
        rejectUnauthorized: false,
        agent: false,
      });
      asked.end();
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      assert.equal(response.statusCode, 200);
      response.on('error', () => undefined);
      response.on('close', () => {
        ended.add(at);
        if (ended.has(0) && ended.has(1)) bothGone.resolve(undefined);
      });
      response.resume();
      t.after(() => asked.destroy());
    }
    await bothGone.promise;
    assert.deepEqual(
      [...ended].toSorted((a, b) => a - b),
      [0, 1],
    );
  });

  test('who is not on the line gets nothing from it', async (t) => {
    const pair = await startPair();
    t.after(pair.stop);
    const root = mkdtempSync(join(tmpdir(), 'parley-stranger-'));
    t.after(() => {
      rmSync(root, { recursive: true });
    });
    const stranger = join(root, 'stranger');
    const link = 'https://127.0.0.1:1';
    const key = defaultKey(stranger);
    const names = { party: 'stranger', name: 'S' };
    await initNode({ folder: stranger, key, ...names, link, nowMs: Date.now() });
    const folder = openFolder(stranger);
    assert.ok(folder.ok);
    const unlocked = await unlock(folder.value, key);
    assert.ok(unlocked.ok);
    const asked = request({
      host: '127.0.0.1',
      port: pair.coalition.running.linkPort,
      path: `/link/v1/stream?line=${pair.coalition.running.runner.line.id}&from=0`,
      cert: unlocked.value.transport.certificatePem,
      key: unlocked.value.transport.keyPem,
      rejectUnauthorized: false,
    });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    response.setEncoding('utf8');
    let text = '';
    for await (const chunk of response as AsyncIterable<string>) text += chunk;
    assert.equal(response.statusCode, 404);
    assert.match(text, /"code":"unknown-party"/);
  });
});
