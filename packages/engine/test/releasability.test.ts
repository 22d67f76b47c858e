// What may enter a line depends on nothing that may not: neither what is said nor what is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyBytes } from '@parley/protocol';
import type { Body, PartyId } from '@parley/protocol';
import { defaultMarking, releaseTo } from '../src/index.ts';
import { NORTH, notice, question, SOUTH, T0, volume, WEST } from './bodies.ts';

const MEMBERS = [NORTH, SOUTH, WEST];
const CANARY = 'CANARY-7f3a';

type Portions = readonly { readonly path: string; readonly to: readonly PartyId[] }[];

/** The text that would leave, or the refusal's code and field. */
function leaves(
  body: Body,
  portions: Portions,
  releasableTo: readonly PartyId[] = MEMBERS,
): string {
  const marked = {
    body,
    releasableTo: [...releasableTo],
    portions: portions.map(({ path, to }) => ({ path, releasableTo: [...to] })),
  };
  const view = releaseTo(MEMBERS, NORTH, marked);
  if (!view.ok) return `${view.refusal.code} ${view.refusal.field} ${JSON.stringify(view.refusal)}`;
  return new TextDecoder().decode(bodyBytes(view.value.body));
}

test('without a marking all of it may enter the line', () => {
  const view = releaseTo(MEMBERS, NORTH, { ...defaultMarking(MEMBERS), body: notice() });
  assert.ok(view.ok);
  assert.deepEqual(view.value, { body: notice(), removed: [] });
});

test('a member who may not have it keeps all of it off the line', () => {
  assert.match(leaves(notice(), [], [NORTH, SOUTH]), /^not-releasable marking\.releasableTo /);
});

test('a portion that one member may not have is left out for all', () => {
  const body = notice({ words: { text: CANARY, language: 'en' }, airspace: 'KITE' });
  const said = leaves(body, [{ path: '/words', to: [SOUTH] }]);
  assert.equal(said, leaves(notice({ airspace: 'KITE' }), []));
});

test('what a body cannot be without is refused by its field, and not quoted', () => {
  const said = leaves(notice({ title: CANARY }), [{ path: '/title', to: [SOUTH] }]);
  assert.match(said, /^not-releasable \/title /);
  assert.equal(said.includes(CANARY), false);
});

test('a pointer that means no field is refused', () => {
  assert.match(
    leaves(notice(), [{ path: '/targets', to: [SOUTH] }]),
    /^malformed marking\.portions /,
  );
});

const withheld = fc.record({
  words: fc.option(fc.string({ minLength: 1, maxLength: 40 }), { nil: undefined }),
  airspace: fc.option(fc.constantFrom('KITE', 'OWL', CANARY), { nil: undefined }),
  guarded: fc.option(fc.array(fc.integer({ min: 1, max: 400_000 }), { maxLength: 4 }), {
    nil: undefined,
  }),
  asEntered: fc.option(fc.constant(CANARY), { nil: undefined }),
});

function drafted(secret: {
  words: string | undefined;
  airspace: string | undefined;
  guarded: number[] | undefined;
  asEntered: string | undefined;
}): Body {
  const { words, airspace, guarded, asEntered } = secret;
  const isSaid = words !== undefined && words.isWellFormed();
  return notice({
    ...(isSaid ? { words: { text: words, language: 'en' } } : {}),
    ...(airspace === undefined ? {} : { airspace }),
    ...(guarded === undefined ? {} : { guardedKilohertz: guarded }),
    ...(asEntered === undefined ? {} : { asEntered }),
  });
}

const SECRET = ['/words', '/airspace', '/guardedKilohertz', '/asEntered'].map((path) => ({
  path,
  to: [SOUTH],
}));

test('two drafts that differ only in what is withheld give the same bytes', () => {
  fc.assert(
    fc.property(withheld, withheld, (one, other) => {
      const said = leaves(drafted(one), SECRET);
      assert.equal(said, leaves(drafted(other), SECRET));
      assert.equal(said.includes(CANARY), false);
    }),
  );
});

test('a refusal does not depend on what is withheld either', () => {
  fc.assert(
    fc.property(withheld, withheld, (one, other) => {
      const both = [...SECRET, { path: '/volumes', to: [SOUTH] }];
      const said = leaves(drafted(one), both);
      assert.match(said, /^not-releasable \/volumes /);
      assert.equal(said, leaves(drafted(other), both));
    }),
  );
});

test('what is left once is left whole the second time, and more leave never takes away', () => {
  fc.assert(
    fc.property(withheld, fc.subarray(SECRET), (secret, portions) => {
      const once = leaves(drafted(secret), portions);
      assert.equal(leaves(JSON.parse(once) as Body, portions), once);
      const fewer = leaves(drafted(secret), portions.slice(1));
      assert.ok(fewer.length >= once.length);
    }),
  );
});

test('the order in which portions are marked makes no difference', () => {
  const body = question({ words: { text: 'x', language: 'en' }, volumes: [volume()] });
  const portions = [
    { path: '/words', to: [SOUTH] },
    { path: '/volumes', to: [SOUTH] },
  ];
  assert.equal(leaves(body, portions), leaves(body, portions.toReversed()));
  assert.equal(leaves(body, portions), leaves(question({ answerByMs: T0 + 5 * 3_600_000 }), []));
});
