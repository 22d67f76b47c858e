// What a line never carries is found in words and in volumes, and nothing else is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_ARRANGEMENT } from '@parley/protocol';
import type { Body, Statement, WireVolume } from '@parley/protocol';
import { carriable, checkDraft, lintBody, lintSentence } from '../src/index.ts';
import { NORTH, notice, question, SOUTH, T0, volume, warning } from './bodies.ts';
import { PASSES } from './lint-passes.ts';
import { ASKED, NOT_ASKED, REFUSED } from './lint-refusals.ts';
import { scribe } from './scribe.ts';

const words = (text: string) => ({ words: { text, language: 'en' } });
const rulesOf = (body: Body): string[] => [...new Set(lintBody(body).map(({ rule }) => rule))];

function statement(said: string, changes: Partial<Statement> = {}): Statement {
  return {
    type: 'statement',
    status: 'exercise',
    precedence: 'ROUTINE',
    saidMs: T0,
    saidTo: 'day',
    certainty: 'quoted',
    said: { text: said, language: 'en' },
    source: { title: 'A newspaper' },
    ...changes,
  };
}

function dots(count: number, radiusCentimetres: number): WireVolume[] {
  const outline = (at: number): WireVolume['outline'] => {
    const centre = { latE7: 352_600_000 + at * 100_000, lonE7: 401_500_000 };
    return { kind: 'circle', centre, radiusCentimetres };
  };
  return Array.from({ length: count }, (_, at) => volume({ outline: outline(at) }));
}

test('plain words of aviation, relief and diplomacy pass in five languages', () => {
  assert.ok(PASSES.length >= 120);
  const refused = PASSES.filter((text) => lintBody(notice(words(text))).length > 0);
  assert.deepEqual(refused, []);
});

test('points, target words, weapons and units are each refused by their own rule alone', () => {
  assert.ok(REFUSED.length >= 120);
  for (const [rule, text] of REFUSED) assert.deepEqual(rulesOf(notice(words(text))), [rule], text);
});

test('a question may not ask for targets, nor why a place is avoided', () => {
  for (const text of NOT_ASKED) {
    assert.deepEqual(rulesOf(question(words(text))), ['question-asked'], text);
  }
  for (const text of ASKED) assert.deepEqual(rulesOf(question(words(text))), [], text);
});

test('a refusal names the field, the words as they stand, and what would be right', () => {
  const outcome = carriable(notice({ title: 'Drop of GBU-31' }));
  assert.deepEqual(outcome, {
    ok: false,
    refusal: {
      code: 'must-not-be-carried',
      field: 'title',
      fault: '"GBU-31" names a weapon or a munition',
      right: 'a kind and a number, such as "artillery, about 10"',
    },
  });
});

test('every text that a person writes is read, however deep it lies', () => {
  const body: Body = {
    type: 'declaration',
    matter: 'intentions',
    status: 'exercise',
    precedence: 'ROUTINE',
    title: 'Intentions',
    basis: 'direct-knowledge',
    expiresMs: T0,
    horizons: [
      { horizon: 'short-term', intention: { text: 'To leave by May.', language: 'en' } },
      { horizon: 'long-term', intention: { text: 'To bring HIMARS.', language: 'en' } },
    ],
  };
  assert.deepEqual(
    lintBody(body).map(({ field, quoted }) => [field, quoted]),
    [['horizons[1].intention.text', 'HIMARS']],
  );
});

test('points in several fields are one list; one point twice is one point', () => {
  const apart = notice({ title: '35.3359N 40.1408E', ...words('35.3459N 40.1508E') });
  assert.deepEqual(rulesOf(apart), ['point-list']);
  const twice = notice({ title: '35.3359N 40.1408E', ...words('35.3359N 40.1408E') });
  assert.deepEqual(rulesOf(twice), []);
});

test('corners of its own volumes may stand in the words of a notice', () => {
  const ring = [
    { latE7: 353_000_000, lonE7: 401_000_000 },
    { latE7: 353_000_000, lonE7: 402_000_000 },
    { latE7: 354_000_000, lonE7: 402_000_000 },
  ];
  const volumes = [volume({ outline: { kind: 'polygon', ring } })];
  const asEntered = '35.3000N 40.1000E, 35.3000N 40.2000E, 35.4000N 40.2000E';
  assert.deepEqual(rulesOf(notice({ volumes, asEntered })), []);
  const beside = `${asEntered}, 35.5000N 40.2000E, 35.6000N 40.2000E`;
  assert.deepEqual(rulesOf(notice({ volumes, asEntered: beside })), ['point-list']);
});

test('three volumes of less than 250 m are a list of points, two or wider ones are not', () => {
  assert.deepEqual(rulesOf(notice({ volumes: dots(3, 12_499) })), ['small-volumes']);
  assert.deepEqual(rulesOf(notice({ volumes: dots(2, 12_499) })), []);
  assert.deepEqual(rulesOf(notice({ volumes: dots(3, 12_500) })), []);
  assert.deepEqual(rulesOf(question({ volumes: dots(3, 5_000) })), ['small-volumes']);
});

test('polygons are measured by the square that holds them', () => {
  // A thousandth of a degree of latitude is 110.9 m here.
  const square = (side: number, at: number): WireVolume => {
    const [south, west] = [352_600_000 + at * 1_000_000, 401_500_000];
    const ring = [
      { latE7: south, lonE7: west },
      { latE7: south, lonE7: west + side },
      { latE7: south + side, lonE7: west + side },
    ];
    return volume({ outline: { kind: 'polygon', ring } });
  };
  const three = (side: number) => notice({ volumes: [0, 1, 2].map((at) => square(side, at)) });
  assert.deepEqual(rulesOf(three(22_000)), ['small-volumes']);
  assert.deepEqual(rulesOf(three(23_000)), []);
});

test('a list of protected objects is no list of points', () => {
  const { activity: _, firmness: __, ...common } = notice({ volumes: dots(5, 5_000) });
  const clinics: Body = {
    ...common,
    kind: 'protected-object',
    category: 'medical',
    function: 'Clinics of the valley',
    precisionCentimetres: 500,
    verification: 'on-site',
    reviewMs: T0,
    exposure: 'exact',
  };
  assert.deepEqual(lintBody(clinics), []);
});

test('public words may name what was named in public, but list no points', () => {
  const said = 'Seven T-90 of the 4th Guards Division are there.';
  assert.deepEqual(rulesOf(statement(said)), []);
  assert.deepEqual(rulesOf(statement('He said so.', words(said))), ['weapon', 'unit']);
  const points = '35.3359N 40.1408E and 35.3459N 40.1508E';
  assert.deepEqual(rulesOf(statement(points)), ['point-list']);
});

test('an urgent message is never refused, and its sender sees what was found', () => {
  const urgent = warning(words('Your 152 mm guns strike our 3rd Brigade, aim points follow.'));
  assert.deepEqual(carriable(urgent), { ok: true, value: urgent });
  const { refusal, lint } = checkDraft(scribe().picture, NORTH, urgent, T0);
  assert.equal(refusal, undefined);
  assert.deepEqual(
    lint.map(({ rule, quoted }) => [rule, quoted]),
    [
      ['target-vocabulary', 'aim points'],
      ['weapon', '152 mm guns'],
      ['unit', '3rd Brigade'],
    ],
  );
});

test('a draft that must not be carried is refused, and still shows its places', () => {
  const { picture, put } = scribe();
  put(SOUTH, notice());
  const check = checkDraft(picture, NORTH, notice(words('JDAM in use.')), T0);
  assert.equal(check.refusal?.code, 'must-not-be-carried');
  assert.equal(check.places.length, 1);
  assert.equal(check.conflicts.length, 1);
  const [fault] = check.lint;
  assert.ok(fault !== undefined);
  assert.equal(
    lintSentence(fault),
    'words.text: "JDAM" names a weapon or a munition. ' +
      'Right would be: a kind and a number, such as "artillery, about 10".',
  );
});

test('what a peer said is folded as it stands, whatever the word lists say', () => {
  const { picture, put } = scribe();
  put(SOUTH, notice(words('The target list is attached; JDAM in use.')));
  assert.equal(picture.objects.size, 1);
  assert.deepEqual(picture.unusable, []);
});

test('the arrangement that pairing proposes can be carried', () => {
  assert.deepEqual(lintBody(DEFAULT_ARRANGEMENT), []);
});

test('words of any length are read in a moment', () => {
  for (const piece of ['why ', 'какие ', '12-й а б ', '1st a b ', '35.3 north ', '3. a b c ']) {
    const body = question(words(piece.repeat(4_000 / piece.length)));
    const before = performance.now();
    lintBody(body);
    assert.ok(performance.now() - before < 2_000, piece);
  }
});
