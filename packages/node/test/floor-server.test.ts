// Who may do what at a floor, over HTTP: enrolment, sessions, roles, refusals, limits.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Draft, Problem } from '@parley/protocol';
import { enrolSeat, startPair } from './pair.ts';
import type { Pair, TestSeat } from './pair.ts';
import { sampleNotice, sampleWarning } from './samples.ts';

describe('a floor over HTTP', () => {
  let pair: Pair;
  let watch: TestSeat;
  let releaser: TestSeat;
  let origin: string;

  before(async () => {
    pair = await startPair();
    origin = pair.coalition.running.floorOrigin;
    watch = await enrolSeat(pair.coalition.running, 'Watch 1', 'watch');
    releaser = await enrolSeat(pair.coalition.running, 'Duty officer', 'releaser');
  });
  after(async () => {
    await pair.stop();
  });

  const post = async (
    path: string,
    body: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; problem: Problem }> => {
    const answer = await fetch(`${origin}${path}`, { method: 'POST', body, headers });
    return { status: answer.status, problem: (await answer.json()) as Problem };
  };

  test('a one-time link works once', async () => {
    const token = new URL(pair.coalition.running.seatLink('watch')).hash.slice(1);
    const enrol = async (name: string): Promise<Response> =>
      fetch(`${origin}/enrol`, { method: 'POST', body: JSON.stringify({ token, name }) });
    assert.equal((await enrol('Watch 7')).status, 200);
    const again = await enrol('Watch 8');
    assert.equal(again.status, 410);
    assert.equal(((await again.json()) as Problem).code, 'link-used');
  });

  test('a name that is taken is refused and the link stays good', async () => {
    const token = new URL(pair.coalition.running.seatLink('watch')).hash.slice(1);
    const taken = await post('/enrol', JSON.stringify({ token, name: 'Watch 1' }));
    assert.equal(taken.problem.fault, '"Watch 1" is a seat already');
    const other = await post('/enrol', JSON.stringify({ token, name: 'Watch 9' }));
    assert.equal(other.status, 200);
  });

  test('the session cookie is bound to its seat, hidden from scripts and other sites', async () => {
    const token = new URL(pair.coalition.running.seatLink('watch')).hash.slice(1);
    const answer = await fetch(`${origin}/enrol`, {
      method: 'POST',
      body: JSON.stringify({ token, name: 'Watch 10' }),
    });
    const cookie = answer.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^parley-seat=[\w-]{43}; Path=\/seat\/[0-9a-f]{12}\/; Max-Age=\d+; /);
    assert.match(cookie, /; HttpOnly; SameSite=Strict; Secure$/);
  });

  test('without a session nothing is told', async () => {
    for (const path of ['session', 'stream', 'seats', 'records/coalition/export']) {
      const answer = await fetch(`${origin}${watch.path}api/${path}`);
      assert.equal(answer.status, 401, path);
      assert.equal(((await answer.json()) as Problem).code, 'not-signed-in');
    }
  });

  test("one seat's session opens no other seat", async () => {
    const answer = await fetch(`${origin}${releaser.path}api/session`, {
      headers: { cookie: watch.cookie },
    });
    assert.equal(answer.status, 401);
  });

  test('a request from another page is refused by name', async () => {
    const { status, problem } = await post(`${watch.path}api/say`, '{}', {
      cookie: watch.cookie,
      origin: 'https://elsewhere.example',
    });
    assert.equal(status, 403);
    assert.equal(problem.code, 'wrong-origin');
  });

  test('a request that is not JSON, or too large, is refused by name', async () => {
    const { cookie } = watch;
    const notJson = await post(`${watch.path}api/say`, '{"body":', { cookie });
    assert.deepEqual([notJson.status, notJson.problem.code], [400, 'malformed']);
    const large = await post(`${watch.path}api/say`, ' '.repeat(131_073), { cookie });
    assert.deepEqual([large.status, large.problem.code], [413, 'oversize']);
  });

  test('a volume that cannot be is refused, naming the vertex', async () => {
    const notice = sampleNotice(Date.now());
    const [volume] = notice.volumes;
    assert.ok(volume);
    const corner = (latE7: number, lonE7: number): object => ({ latE7, lonE7 });
    const bowTie = [corner(0, 0), corner(1e6, 1e6), corner(1e6, 0), corner(0, 1e6)];
    const cases: [object[], RegExp, string][] = [
      [
        [corner(0, 0), corner(950_000_000, 0), corner(0, 1e6)],
        /latE7: found 950000000/,
        'out-of-limit',
      ],
      [[corner(0, 0), corner(1, 1)], /ring/, 'out-of-limit'],
      [bowTie, /cross/, 'geometry'],
    ];
    for (const [ring, expected, code] of cases) {
      const body = { ...notice, volumes: [{ ...volume, outline: { kind: 'polygon', ring } }] };
      const path = `${origin}${watch.path}api/drafts/bbbbbbbb`;
      const { cookie } = watch;
      const init = { method: 'PUT', headers: { cookie } };
      const put = await fetch(path, {
        ...init,
        body: JSON.stringify({ state: 'ready', form: '', body }),
      });
      const answer = put.ok
        ? await fetch(`${origin}${releaser.path}api/drafts/bbbbbbbb/release`, {
            method: 'POST',
            headers: { cookie: releaser.cookie },
            body: JSON.stringify({ bodyHash: ((await put.json()) as Draft).bodyHash }),
          })
        : put;
      const problem = (await answer.json()) as Problem;
      assert.equal(problem.code, code);
      assert.match(problem.detail, expected);
    }
  });

  test('NaN cannot even be written: the request is not JSON', async () => {
    const text = JSON.stringify({ body: sampleWarning(Date.now()) }).replace('352600000', 'NaN');
    const { problem } = await post(`${watch.path}api/say`, text, { cookie: watch.cookie });
    assert.equal(problem.code, 'malformed');
  });

  test('times that end before they start, and a floor above a ceiling, are refused', async () => {
    const now = Date.now();
    const warning = sampleWarning(now);
    const [volume] = warning.volumes;
    assert.ok(volume);
    const backwards = { ...volume, window: { startMs: now, endMs: now - 1 } };
    const height = (centimetres: number): object => ({
      kind: 'height',
      centimetres,
      unit: 'm',
      reference: 'AMSL',
    });
    const upsideDown = { ...volume, band: { lower: height(300_000), upper: height(100_000) } };
    for (const [wrong, field] of [
      [backwards, 'volumes[0].window'],
      [upsideDown, 'volumes[0].band'],
    ] as const) {
      const body = JSON.stringify({ body: { ...warning, volumes: [wrong] } });
      const { problem } = await post(`${watch.path}api/say`, body, { cookie: watch.cookie });
      assert.equal(problem.code, 'geometry');
      assert.ok(problem.field.startsWith(field), problem.field);
    }
  });

  test('a notice cannot be said at once: it needs four eyes', async () => {
    const said = await releaser.client.call('say', {}, { body: sampleNotice(Date.now()) });
    assert.equal(said.ok ? '' : said.refusal.code, 'drafter-may-not-release');
  });

  test('the role watch releases no draft, but sends a FLASH warning alone', async () => {
    const body = sampleNotice(Date.now());
    const draft = { state: 'ready', form: '', body } as const;
    const saved = await releaser.client.call('saveDraft', { id: 'cccccccc' }, draft);
    assert.ok(saved.ok && saved.value.bodyHash !== undefined);
    const { bodyHash } = saved.value;
    const released = await watch.client.call('releaseDraft', { id: 'cccccccc' }, { bodyHash });
    assert.equal(released.ok ? '' : released.refusal.code, 'role-lacking');
    const warned = await watch.client.call('say', {}, { body: sampleWarning(Date.now()) });
    assert.equal(warned.ok, true);
  });

  test('a watch seat invites nobody, a releaser does', async () => {
    const refused = await watch.client.call('invite', {}, { role: 'releaser' });
    assert.equal(refused.ok ? '' : refused.refusal.code, 'role-lacking');
    const invited = await releaser.client.call('invite', {}, { role: 'watch' });
    assert.ok(invited.ok);
    assert.match(invited.value.link, /^http:\/\/127\.0\.0\.1:\d+\/enrol#[\w-]{43}$/);
  });

  test('after signing out the session is gone', async () => {
    const leaving = await enrolSeat(pair.coalition.running, 'Watch 3', 'watch');
    assert.equal((await leaving.client.call('signOut', {}, undefined)).ok, true);
    const session = await leaving.client.call('session', {}, undefined);
    assert.equal(session.ok ? '' : session.refusal.code, 'not-signed-in');
  });

  test('every answer forbids other origins', async () => {
    const answer = await fetch(`${origin}/`);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });

  test('paths that walk out of the page folder find nothing', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/../../package.json']) {
      assert.equal((await fetch(`${origin}${path}`)).status, 404, path);
    }
  });
});
