// The talks as data, from a picture that was folded from real entries: literal states and orders.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Declaration, Draft } from '@parley/protocol';
import {
  arrangement,
  HOUR,
  NORTH,
  position,
  question,
  read,
  SOUTH,
  T0,
  volume,
} from '../../engine/test/bodies.ts';
import {
  contact,
  declaration,
  intentions,
  proposal,
  statement,
} from '../../engine/test/more-bodies.ts';
import { scribe } from '../../engine/test/scribe.ts';
import type { Scribe } from '../../engine/test/scribe.ts';
import { talksOf, UNFILTERED } from '../src/talks/talks.ts';
import type { Talks, TalksFilter } from '../src/talks/talks.ts';

type Deployment = Extract<Declaration, { matter: 'deployment' }>;

const DAY = 24 * HOUR;

function seen(line: Scribe, nowMs: number, filter: Partial<TalksFilter> = {}): Talks {
  const { picture } = line;
  return talksOf({ picture, drafts: [], filter: { ...UNFILTERED, ...filter }, nowMs });
}

function deployment(changes: Partial<Deployment>): Deployment {
  return {
    type: 'declaration',
    matter: 'deployment',
    precedence: 'ROUTINE',
    status: 'exercise',
    title: 'At the airfield',
    basis: 'assessed',
    expiresMs: T0 + DAY,
    whose: 'observed',
    volumes: [volume()],
    items: [{ kind: 'personnel', count: 200, accuracy: 'about' }],
    ...changes,
  };
}

test('an offer is unanswered, then considered by offices, then agreed: each since when', () => {
  const line = scribe();
  const ref = line.put(NORTH, proposal());
  const state = (): unknown[] =>
    seen(line, T0 + 2 * HOUR).offers.map(({ open, overdue, reactions }) => [
      open,
      overdue,
      reactions.map(({ party, result, offices, sinceMs, read: isRead }) => {
        return [party, result, offices, (sinceMs - T0) / HOUR, isRead];
      }),
    ]);
  assert.deepEqual(state(), [[true, false, [['south', 'silent', [], 0, false]]]]);
  line.put(SOUTH, read(ref), { releasedMs: T0 + HOUR / 2 });
  const offices = ['Cabinet', 'General staff'];
  const considered = { type: 'response', ref, result: 'under-consideration', offices } as const;
  line.put(SOUTH, considered, { releasedMs: T0 + HOUR });
  assert.deepEqual(state(), [
    [true, false, [['south', 'under-consideration', ['Cabinet', 'General staff'], 1, true]]],
  ]);
  assert.equal(seen(line, T0 + 6 * HOUR).offers[0]?.overdue, true, 'the clock goes on');
  line.put(SOUTH, { type: 'response', ref, result: 'agreed' }, { releasedMs: T0 + 2 * HOUR });
  assert.deepEqual(state(), [[false, false, [['south', 'agreed', [], 2, true]]]]);
});

test('an offer that was met with another one names it, and the open one stands first', () => {
  const line = scribe();
  const first = line.put(NORTH, proposal({ title: 'First text' }));
  const second = line.put(SOUTH, proposal({ title: 'Second text', alternativeTo: first }), {
    releasedMs: T0 + HOUR,
  });
  line.put(SOUTH, { type: 'response', ref: first, result: 'alternative', alternative: second });
  const { offers } = seen(line, T0 + 2 * HOUR);
  assert.deepEqual(
    offers.map(({ object, open, alternatives }) => [
      object.id,
      open,
      alternatives.map(({ id }) => id),
    ]),
    [
      ['south/0', true, []],
      ['north/0', false, ['south/0']],
    ],
  );
});

test('unanswered questions stand first by age; a promise moves the clock, no more', () => {
  const line = scribe();
  const answered = line.put(NORTH, question());
  const promised = line.put(NORTH, question({ codes: ['intentions'] }), { releasedMs: T0 + 1 });
  line.put(SOUTH, question({ codes: ['times'] }), { releasedMs: T0 + 2 });
  line.put(SOUTH, { type: 'answer', ref: answered, result: 'declined' });
  const promise = { type: 'answer', ref: promised, result: 'promised' } as const;
  line.put(SOUTH, { ...promise, promisedMs: T0 + 8 * HOUR });
  const state = (hours: number): unknown[] =>
    seen(line, T0 + hours * HOUR).questions.map(({ object, of, result, open, overdue }) => {
      return [object.id, of, result, open, overdue];
    });
  assert.deepEqual(state(7), [
    ['north/1', 'south', 'promised', true, false],
    ['south/0', 'north', 'silent', true, true],
    ['north/0', 'south', 'declined', false, false],
  ]);
  assert.deepEqual(state(9)[0], ['north/1', 'south', 'promised', true, true]);
});

test('declarations of one place stand side by side, and numbers that differ are marked', () => {
  const line = scribe();
  const observed = line.put(NORTH, deployment({}));
  line.put(
    SOUTH,
    deployment({
      whose: 'our-own',
      basis: 'direct-knowledge',
      expiresMs: T0 + HOUR,
      items: [
        { kind: 'personnel', count: 60, accuracy: 'exact' },
        { kind: 'helicopters', accuracy: 'not-stated' },
      ],
    }),
  );
  line.put(SOUTH, position(observed, 'contested'));
  const { places } = seen(line, T0 + 2 * HOUR);
  assert.equal(places.length, 1);
  const [place] = places;
  assert.match(place?.name ?? '', /^Deir ez-Zor Airport OSDZ/);
  assert.deepEqual(
    place?.columns.map(({ object, expired, positions }) => [object.author, expired, positions]),
    [
      ['north', false, [{ party: 'south', position: 'contested' }]],
      ['south', true, []],
    ],
  );
  assert.deepEqual(
    place?.rows.map(({ kind, cells, differs }) => [
      kind,
      cells.map((cell) => cell?.count ?? cell?.accuracy ?? 'nothing'),
      differs,
    ]),
    [
      ['personnel', [200, 60], true],
      ['helicopters', ['nothing', 'not-stated'], false],
    ],
  );
});

test('forces that one side counts and the other declares absent differ', () => {
  const line = scribe();
  line.put(NORTH, deployment({}));
  line.put(SOUTH, declaration());
  const [place] = seen(line, T0 + HOUR).places;
  assert.deepEqual(
    place?.rows.map(({ kind, differs }) => [kind, differs]),
    [['personnel', true]],
  );
});

test('intentions that were asked for and not stated are there as such', () => {
  const line = scribe();
  assert.deepEqual(seen(line, T0).intentions, [], 'nobody has asked');
  line.put(NORTH, question({ codes: ['intentions'] }));
  line.put(SOUTH, intentions());
  const stated = seen(line, T0).intentions.map(({ party, horizons }) => [
    party,
    horizons.map(({ horizon, said }) => `${horizon}: ${said?.text ?? 'not stated'}`),
  ]);
  assert.deepEqual(stated, [
    ['north', ['short-term: not stated', 'medium-term: not stated', 'long-term: not stated']],
    [
      'south',
      [
        'short-term: As agreed on the telephone.',
        'medium-term: not stated',
        'long-term: not stated',
      ],
    ],
  ]);
});

test('statements are linked both ways, and a contradiction marks both', () => {
  const line = scribe();
  const offer = line.put(NORTH, proposal());
  const first = line.put(NORTH, statement({ relations: [{ ref: offer, relation: 'confirms' }] }));
  line.put(
    SOUTH,
    statement({ saidMs: T0 + HOUR, relations: [{ ref: first, relation: 'contradicts' }] }),
  );
  const names = (related: Talks['statements'][number]['says']): string[] =>
    related.map(({ relation, object }) => `${relation} ${object.id}`);
  assert.deepEqual(
    seen(line, T0).statements.map(({ object, says, saidOfIt, disputed }) => [
      object.id,
      names(says),
      names(saidOfIt),
      disputed,
    ]),
    [
      ['north/1', ['confirms north/0'], ['contradicts south/0'], true],
      ['south/0', ['contradicts north/1'], [], true],
    ],
  );
});

test('a meeting keeps what was said of it before, and one that nobody settled says so', () => {
  const line = scribe();
  const maybe = line.put(NORTH, contact({ state: 'tentative' }));
  const state = (hours: number): unknown[] =>
    seen(line, T0 + hours * HOUR).contacts.map(({ body, was, unsettled }) => {
      return [body.state, was.map((before) => before.state), unsettled];
    });
  assert.deepEqual(state(0), [['tentative', [], false]]);
  assert.deepEqual(state(2), [['tentative', [], true]]);
  const held = contact({ state: 'held', supersedes: maybe });
  line.put(NORTH, held, { releasedMs: T0 + 2 * HOUR });
  assert.deepEqual(state(3), [['held', ['tentative'], false]]);
});

test('a version is drafted here, proposed, amended, agreed to, signed by one, in force', () => {
  const line = scribe();
  line.put(NORTH, arrangement(1));
  line.put(SOUTH, arrangement(1));
  const stages = (drafts: readonly Draft[] = []): unknown[] => {
    const { picture } = line;
    const { memorandum } = talksOf({ picture, drafts, filter: UNFILTERED, nowMs: T0 });
    return [
      ...memorandum.drafts.map(({ act, version }) => `${act} ${version}`),
      ...memorandum.versions.map(({ stage, signing, clausesChanged }) => [
        signing.arrangement.version,
        stage,
        signing.signed.map(({ party }) => party),
        clausesChanged,
      ]),
    ];
  };
  const stageNames = (): string[] =>
    seen(line, T0)
      .memorandum.versions.map(({ stage }): string => stage)
      .toSorted((a, b) => (a < b ? -1 : 1));
  const inForce = [1, 'in-force', ['north', 'south'], undefined];
  assert.deepEqual(stages(), [inForce]);
  const matter = (text: string) => {
    const proposed = arrangement(2, { scope: text });
    const { level: _, ...rest } = proposal();
    return { ...rest, matter: 'arrangement', arrangement: proposed } as const;
  };
  const first = line.put(NORTH, matter('First.'));
  assert.deepEqual(stages(), [[2, 'proposed', [], 1], inForce]);
  const second = line.put(SOUTH, { ...matter('Second.'), alternativeTo: first });
  assert.deepEqual(stageNames(), ['amended', 'in-force', 'proposed']);
  line.put(NORTH, { type: 'response', ref: second, result: 'agreed' });
  assert.deepEqual(stageNames(), ['agreed', 'in-force', 'proposed']);
  const body = arrangement(2, { scope: 'Second.' });
  const draft = draftOf(body);
  assert.equal(stages([draft])[0], 'sign 2');
  line.put(NORTH, body);
  assert.ok(stages().some((row) => JSON.stringify(row) === '[2,"signed",["north"],1]'));
  line.put(SOUTH, body);
  assert.deepEqual(stageNames(), ['former', 'in-force', 'lapsed']);
});

test('the filter goes by who said it and by the words that a reader sees', () => {
  const line = scribe();
  assert.equal(seen(line, T0).sinceMs, undefined);
  line.put(NORTH, proposal({ title: 'Talks of generals' }));
  line.put(SOUTH, proposal({ title: 'Другое' }), { releasedMs: T0 + 1 });
  line.put(SOUTH, question({ codes: ['intentions'] }), { releasedMs: T0 + 2 });
  const count = (filter: Partial<TalksFilter>): number[] => {
    const { offers, questions } = seen(line, T0, filter);
    return [offers.length, questions.length];
  };
  assert.deepEqual(count({}), [2, 1]);
  assert.deepEqual(count({ party: NORTH }), [1, 0]);
  assert.deepEqual(count({ text: 'GENERALS' }), [1, 0]);
  assert.deepEqual(count({ text: 'другое' }), [1, 0]);
  assert.deepEqual(count({ text: 'what is intended' }), [0, 1]);
  assert.equal(seen(line, T0 + DAY).sinceMs, T0);
});

function draftOf(body: Draft['body']): Draft {
  return {
    id: 'aaaaaaaa',
    state: 'ready',
    form: '',
    drafter: 'Legal',
    savedMs: T0,
    reviews: [],
    pending: [],
    ...(body === undefined ? {} : { body }),
  };
}
