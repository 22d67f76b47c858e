// The Arabic texts of the phrase book: the words that weigh most, and what no text may hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ARABIC } from '../src/phrases/ar.ts';
import { ENGLISH } from '../src/phrases/en.ts';

/** The names of the slots of a pattern, sorted. */
const slotsOf = (pattern: string): string[] =>
  [...pattern.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? '').toSorted();

test('slots equal those of English', () => {
  assert.deepEqual(Object.keys(ARABIC).toSorted(), Object.keys(ENGLISH).toSorted());
  for (const [code, text] of Object.entries(ENGLISH)) {
    assert.deepEqual(slotsOf(ARABIC[code as keyof typeof ARABIC]), slotsOf(text), code);
  }
});

test('a warning says whose fire, and puts who is at risk after a colon', () => {
  assert.equal(ARABIC['hazard.your-fire-is-striking'], 'نيرانكم تصيب الآن: {atRisk}');
  assert.equal(
    ARABIC['hazard.our-fire-about-to-enter'],
    'نيراننا على وشك دخول هذا الحيز. في خطر: {atRisk}',
  );
  assert.equal(ARABIC['at-risk.our-forces'], 'قواتنا');
  assert.equal(ARABIC['at-risk.your-forces'], 'قواتكم');
});

test('requests are orders to a side, and cannot be read as what somebody did', () => {
  assert.equal(ARABIC['request.cease-fire'], 'أوقِفوا إطلاق نيرانكم');
  assert.equal(ARABIC['request.hold'], 'قفوا حيث أنتم وانتظروا');
  assert.equal(ARABIC['request.turn-away'], 'غيروا اتجاهكم وابتعدوا');
  assert.equal(ARABIC['request.leave-volume'], 'اخرجوا من الحيز');
  assert.equal(ARABIC['request.identify'], 'اذكروا هويتكم');
  assert.equal(ARABIC['request.call-now'], 'اتصِلوا بنا الآن');
});

test('noted, no objection and agreed are three different things', () => {
  assert.equal(ARABIC['position.noted'], 'أخذ العلم فقط');
  assert.equal(ARABIC['position.no-objection'], 'عدم إبداء اعتراض');
  assert.equal(ARABIC['position.objection'], 'إبداء اعتراض');
  assert.equal(ARABIC['position.agreed'], 'موافقة');
  assert.equal(ARABIC['position.denied'], 'رفض');
  assert.equal(ARABIC['position.conflict'], 'تعارض مع نشاطنا');
});

test('an interception is not an objection, and an acknowledgement is of receipt', () => {
  assert.equal(ARABIC['consequence.will-intercept'], 'سننفذ عملية اعتراض');
  assert.equal(ARABIC['relay.acknowledged'], 'تم تأكيد الاستلام');
  assert.equal(ARABIC['onward.acknowledged'], 'تم تأكيد الاستلام');
});

test('a drill is not the real thing', () => {
  assert.equal(ARABIC['status.actual'], 'حقيقي');
  assert.equal(ARABIC['status.exercise'], 'تمرين');
});

test('suspension and what the arrangement is held against', () => {
  assert.equal(ARABIC['channel.suspended'], 'معلقة');
  assert.equal(
    ARABIC['compliance.suspended-at-once'],
    'تعليق فوري؛ المتفق عليه إخطار قبل التعليق بمدة {notice}',
  );
  assert.equal(
    ARABIC['compliance.late-notice'],
    'جرى الإبلاغ قبل البدء بمدة {lead}؛ المتفق عليه {minimum}',
  );
  // The usual word for raising something to a higher level is that for an escalation of fighting.
  assert.equal(ARABIC['field.escalation'], 'الرفع إلى مستوى أعلى');
});

test('no mark of ICU patterns, bidi control, tatweel, Latin comma or Arabic digit', () => {
  for (const [code, text] of Object.entries(ARABIC)) {
    assert.doesNotMatch(
      text,
      /['"#<>|,;?\u0640\u0660-\u0669\u06F0-\u06F9]|\p{Bidi_Control}/u,
      code,
    );
    assert.equal(text, text.trim().normalize('NFC'), code);
  }
});

test('vowel signs stand only where an order could be read as a report', () => {
  const vowelled = Object.entries(ARABIC).filter(([, text]) => /[\u064B-\u0652]/.test(text));
  assert.deepEqual(
    vowelled.map(([code]) => code),
    ['request.cease-fire', 'request.call-now'],
  );
});

test('one English word of the ladder has one Arabic word everywhere', () => {
  assert.equal(ARABIC['response.agreed'], ARABIC['position.agreed']);
  assert.equal(ARABIC['response.denied'], ARABIC['position.denied']);
  assert.equal(ARABIC['response.alternative'], ARABIC['position.alternative']);
  for (const code of ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'] as const) {
    assert.equal(ARABIC[`field.${code}`], ARABIC[`precedence.${code}`]);
  }
});

test('within one prefix no two codes read alike', () => {
  const seen = new Set<string>();
  for (const [code, text] of Object.entries(ARABIC)) {
    // Fields share labels in English, too: what is asked, about, start and end.
    if (code.startsWith('field.')) continue;
    const said = `${code.split('.')[0]}: ${text}`;
    assert(!seen.has(said), said);
    seen.add(said);
  }
});
