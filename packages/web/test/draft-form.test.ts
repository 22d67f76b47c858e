import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ref } from '@parley/protocol';
import type { Body, Outcome } from '@parley/protocol';
import {
  answerForm,
  cancelForm,
  correctionForm,
  emptyNoticeForm,
  questionForm,
} from '../src/draft/draft-form.ts';
import type { NoticeForm, VolumeForm } from '../src/draft/draft-form.ts';
import { bodyOf } from '../src/draft/body-of.ts';
import { readForm, writeForm } from '../src/draft/kept-form.ts';
import { pointLines } from '../src/draft/point-lines.ts';
import { readExtent, readTime } from '../src/draft/read-field.ts';

// 2016-09-17 13:00:00Z.
const NOW_MS = 1_474_117_200_000;
const REF = Ref.parse({ party: 'coalition', index: 12, leaf: 'ab'.repeat(32) });

test('a notice with a pasted polygon becomes a body in integers', () => {
  assert.deepEqual(bodyOf(noticeForm({}), NOW_MS), {
    ok: true,
    value: {
      type: 'notice',
      kind: 'air-activity',
      precedence: 'IMMEDIATE',
      status: 'actual',
      activity: 'orbit',
      asked: 'avoid',
      firmness: 'planned',
      title: 'Orbit near Deir ez-Zor',
      volumes: [
        {
          outline: {
            kind: 'polygon',
            ring: [
              { latE7: 352_500_000, lonE7: 401_200_000 },
              { latE7: 352_500_000, lonE7: 401_600_000 },
              { latE7: 352_200_000, lonE7: 401_400_000 },
            ],
          },
          band: {
            lower: { kind: 'height', centimetres: 548_640, unit: 'FL', reference: 'STD' },
            upper: { kind: 'height', centimetres: 731_520, unit: 'FL', reference: 'STD' },
          },
          window: { startMs: 1_474_120_500_000, endMs: 1_474_124_400_000 },
        },
      ],
      words: { text: 'South-west of the airfield.', language: 'en' },
      asEntered: '35.25, 40.12\n35.25, 40.16\n35.22, 40.14',
    },
  });
});

test('a pasted ring that repeats its first corner is closed only once', () => {
  const points = '35.25, 40.12\n35.25, 40.16\n35.22, 40.14\n35.25, 40.12';
  const outline = outlineIn(bodyOf(noticeForm({ points }), NOW_MS));
  assert.equal(outline.kind === 'polygon' && outline.ring.length, 3);
});

test('points that were drawn are not given out as text that was entered', () => {
  const made = bodyOf(noticeForm({ drawn: true }), NOW_MS);
  assert.equal(made.ok && 'asEntered' in made.value, false);
});

test('a circle takes its radius with a unit: three nautical miles are 5,556 metres', () => {
  const made = bodyOf(
    noticeForm({ shape: 'circle', points: '35.25, 40.12', extent: '3 NM' }),
    NOW_MS,
  );
  assert.deepEqual(outlineIn(made), {
    kind: 'circle',
    centre: { latE7: 352_500_000, lonE7: 401_200_000 },
    radiusCentimetres: 555_600,
  });
});

test('a corridor is its line and its half-width', () => {
  const points = '35.25, 40.12\n36.00, 41.00';
  const made = bodyOf(noticeForm({ shape: 'corridor', points, extent: '2.5 km' }), NOW_MS);
  assert.deepEqual(outlineIn(made), {
    kind: 'corridor',
    line: [
      { latE7: 352_500_000, lonE7: 401_200_000 },
      { latE7: 360_000_000, lonE7: 410_000_000 },
    ],
    halfWidthCentimetres: 250_000,
  });
});

test('a refusal names the field, the character and what would be right', () => {
  const cases: [Partial<VolumeForm>, string, string, RegExp][] = [
    [{ lower: 'FL18O' }, 'volumes[0].lower', 'found "18O" at character 3', /flight level/],
    [{ upper: '24000 ft' }, 'volumes[0].upper', 'at character 9', /AMSL, HAE, AGL or STD/],
    [{ start: '13:55' }, 'volumes[0].start', 'at character 6', /zone/],
    [{ end: '' }, 'volumes[0].end', 'nothing is entered', /time/],
    [{ points: '35.25, 40.12\n95, 40' }, 'volumes[0].points[1]', 'found "95', /latitude|90/],
    [{ points: '35.25, 40.12' }, 'volumes[0].points', '1 position is entered', /3 corners/],
    [{ shape: 'circle', points: '35, 40', extent: '5' }, 'volumes[0].extent', '2', /m, km or NM/],
  ];
  for (const [change, field, fault, right] of cases) {
    const made = bodyOf(noticeForm(change), NOW_MS);
    assert.ok(!made.ok, JSON.stringify(change));
    assert.equal(made.refusal.field, field);
    assert.ok(made.refusal.fault.includes(fault), made.refusal.fault);
    assert.match(made.refusal.right, right);
  }
});

test('a notice without a title is refused by that field', () => {
  const made = bodyOf({ ...noticeForm({}), title: '  ' }, NOW_MS);
  assert.equal(made.ok ? '' : made.refusal.field, 'title');
});

test('a correction of a notice says the same thing again and names what it replaces', () => {
  const said = bodyOf(noticeForm({ points: '35.25, 40.12\n35.25, 40.16\n35.22, 40.14' }), NOW_MS);
  assert.ok(said.ok && said.value.type === 'notice' && said.value.kind === 'air-activity');
  const form = correctionForm({
    id: 'coalition/12',
    ref: REF,
    author: REF.party,
    releasedMs: NOW_MS,
    draftedBy: 'Watch 1',
    releasedBy: 'Watch 2',
    body: said.value,
    findings: [],
    leadMs: undefined,
    state: 'in-force',
    progress: [],
    onward: [],
    ladders: new Map(),
  });
  const { asEntered: _, ...same } = said.value;
  assert.deepEqual(bodyOf(form, NOW_MS), { ok: true, value: { ...same, supersedes: REF } });
});

test('a question, an answer and a cancellation become their bodies', () => {
  const question = {
    ...questionForm(REF, 'exercise', NOW_MS),
    codes: ['times', 'heights'],
    answerBy: '14:30Z',
  };
  assert.deepEqual(bodyOf(question, NOW_MS), {
    ok: true,
    value: {
      type: 'question',
      status: 'exercise',
      precedence: 'PRIORITY',
      codes: ['times', 'heights'],
      answerByMs: 1_474_122_600_000,
      about: REF,
    },
  });
  assert.deepEqual(bodyOf({ ...answerForm(REF), words: 'At 14:00Z.' }, NOW_MS), {
    ok: true,
    value: {
      type: 'answer',
      ref: REF,
      result: 'answered',
      words: { text: 'At 14:00Z.', language: 'en' },
    },
  });
  assert.deepEqual(bodyOf({ ...cancelForm(REF), reason: 'completed' }, NOW_MS), {
    ok: true,
    value: { type: 'cancel', ref: REF, reason: 'completed' },
  });
});

test('a question that asks nothing is refused by its field', () => {
  const made = bodyOf({ ...questionForm(REF, 'exercise', NOW_MS), codes: [] }, NOW_MS);
  assert.equal(made.ok ? '' : made.refusal.field, 'codes');
});

test('every kind of form comes back from its text as it was', () => {
  const forms = [
    noticeForm({ shape: 'corridor', drawn: true }),
    { ...noticeForm({}), supersedes: REF },
    questionForm(REF, 'exercise', NOW_MS),
    questionForm(undefined, 'exercise', NOW_MS),
    { ...answerForm(REF), result: 'see-notice', notice: REF },
    cancelForm(REF),
  ];
  for (const form of forms) assert.deepEqual(readForm(writeForm(form)), form);
});

test('text that holds no form gives none, and never throws', () => {
  for (const text of ['', 'x', 'null', '[]', '{"kind":"warning"}', '{"kind":"cancel","ref":1}']) {
    assert.equal(readForm(text), undefined, text);
  }
});

test('a paste is read line by line in whatever form each is written', () => {
  const paste = "1. 35.25, 40.12\r\n• 352009N0400827E; 37S FV 03674 10891\n\nA: 35°20'N 40°08'E";
  const read = pointLines(paste).map(({ reading }) => reading.ok && reading.value.form);
  assert.deepEqual(read, ['DD', 'ICAO', 'MGRS', 'DM']);
});

test('several positions on one line are taken apart only when every part can be read', () => {
  assert.equal(pointLines('352009N0400827E-352109N0400927E').length, 2);
  assert.equal(pointLines('37S FV 03674 10891, 37S FV 04674 10891').length, 2);
  const [only, ...others] = pointLines('35.25, 40.12 / somewhere');
  assert.deepEqual([only?.reading.ok, others], [false, []]);
});

test('a time of the day is of the node\u2019s day, and one without a zone is refused', () => {
  assert.deepEqual(readTime('13:55Z', NOW_MS), { ok: true, value: 1_474_120_500_000 });
  assert.deepEqual(readTime(' 1355z ', NOW_MS), { ok: true, value: 1_474_120_500_000 });
  assert.deepEqual(readTime('171355ZSEP16', NOW_MS), { ok: true, value: 1_474_120_500_000 });
  const bare = readTime('13:55', NOW_MS);
  assert.equal(bare.ok ? '' : bare.refusal.expected, 'the zone, Z');
  const late = readTime('24:00Z', NOW_MS);
  assert.equal(late.ok ? '' : late.refusal.expected, 'an hour of 00 to 23');
});

test('a distance without a unit is refused at its end', () => {
  assert.deepEqual(readExtent('0.5 km'), { ok: true, value: 50_000 });
  const bare = readExtent('5 ');
  assert.deepEqual(bare.ok ? 0 : [bare.refusal.at, bare.refusal.expected], [
    1,
    'the unit: m, km or NM',
  ]);
});

function noticeForm(volume: Partial<VolumeForm>): NoticeForm {
  const blank = emptyNoticeForm(NOW_MS);
  const [first] = blank.volumes;
  assert.ok(first !== undefined);
  return {
    ...blank,
    title: 'Orbit near Deir ez-Zor',
    activity: 'orbit',
    precedence: 'IMMEDIATE',
    words: 'South-west of the airfield.',
    volumes: [
      {
        ...first,
        points: '35.25, 40.12\n35.25, 40.16\n35.22, 40.14',
        lower: 'FL180',
        upper: 'FL240',
        start: '13:55Z',
        end: '2016-09-17T18:00:00+03:00',
        ...volume,
      },
    ],
  };
}

function outlineIn(made: Outcome<Body>) {
  assert.ok(made.ok && made.value.type === 'notice', JSON.stringify(made));
  const outline = made.value.volumes[0]?.outline;
  assert.ok(outline !== undefined);
  return outline;
}

test('a new notice is for real, but on a node that replays a case it is an exercise', () => {
  assert.equal(emptyNoticeForm(NOW_MS).status, 'actual');
  assert.equal(emptyNoticeForm(NOW_MS, true).status, 'exercise');
});
