// The Hebrew texts of the phrase book: the words that weigh most, and what no text may hold.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from '../src/phrases/en.ts';
import { HEBREW } from '../src/phrases/he.ts';

/** The names of the slots of a pattern, sorted. */
const slotsOf = (pattern: string): string[] =>
  [...pattern.matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name ?? '').toSorted();

test('slots equal those of English', () => {
  assert.deepEqual(Object.keys(HEBREW).toSorted(), Object.keys(ENGLISH).toSorted());
  for (const [code, text] of Object.entries(ENGLISH)) {
    assert.deepEqual(slotsOf(HEBREW[code as keyof typeof HEBREW]), slotsOf(text), code);
  }
});

test('a warning says whose fire, and puts who is at risk after a colon', () => {
  assert.equal(HEBREW['hazard.your-fire-is-striking'], 'האש שלכם פוגעת כעת. תחת אש: {atRisk}');
  assert.equal(
    HEBREW['hazard.our-fire-about-to-enter'],
    'האש שלנו עומדת להיכנס למרחב זה. בסיכון: {atRisk}',
  );
  assert.equal(HEBREW['at-risk.our-forces'], 'הכוחות שלנו');
  assert.equal(HEBREW['at-risk.your-forces'], 'הכוחות שלכם');
});

test('requests are put to a side, and cannot be read as what somebody did', () => {
  assert.equal(HEBREW['request.cease-fire'], 'עליכם לחדול מאש');
  assert.equal(HEBREW['request.hold'], 'עליכם לעצור ולהמתין');
  assert.equal(HEBREW['request.turn-away'], 'עליכם לשנות כיוון ולהתרחק');
  assert.equal(HEBREW['request.leave-volume'], 'עליכם לצאת מהמרחב');
  assert.equal(HEBREW['request.identify'], 'עליכם להזדהות');
  assert.equal(HEBREW['request.call-now'], 'עליכם להתקשר אלינו עכשיו');
});

test('noted, no objection and agreed are three different things', () => {
  assert.equal(HEBREW['position.noted'], 'נרשם בלבד');
  assert.equal(HEBREW['position.no-objection'], 'אין התנגדות לכך');
  assert.equal(HEBREW['position.objection'], 'התנגדות לכך');
  assert.equal(HEBREW['position.agreed'], 'הסכמה');
  assert.equal(HEBREW['position.denied'], 'סירוב');
  // The native word would be that for a collision.
  assert.equal(HEBREW['position.conflict'], 'קונפליקט עם פעילותנו');
});

test('no acknowledgement and no check is worded as an approval', () => {
  assert.equal(HEBREW['relay.acknowledged'], 'נמסר אישור קבלה');
  assert.equal(HEBREW['confirmation.confirmed'], 'אומת בידי קצין שני');
  assert.equal(HEBREW['officer.confirms'], 'הקצין מאמת');
});

test('a withdrawn message is not "going on", and a purpose is not a target', () => {
  assert.equal(HEBREW['cancel.withdrawn'], 'בוטל ביוזמת השולח');
  assert.equal(HEBREW['question.purpose'], 'מהי התכלית?');
  for (const [code, text] of Object.entries(HEBREW)) {
    assert.doesNotMatch(text, /מטרה|יעד|נמשך/, code);
  }
});

test('a drill is not the real thing', () => {
  assert.equal(HEBREW['status.actual'], 'אמת');
  assert.equal(HEBREW['status.exercise'], 'תרגיל');
});

test('suspension and what the arrangement is held against', () => {
  assert.equal(HEBREW['channel.suspended'], 'מושעה');
  assert.equal(HEBREW['compliance.suspended-at-once'], 'השעיה מיידית; סוכם על הודעה {notice} מראש');
  assert.equal(HEBREW['compliance.late-notice'], 'נמסר {lead} לפני ההתחלה; סוכם על {minimum}');
  // The usual word for raising something to a higher level is that for an escalation of fighting.
  assert.equal(HEBREW['field.escalation'], 'העלאה לדרג גבוה יותר');
});

test('no mark of ICU patterns, bidi control or vowel point', () => {
  for (const [code, text] of Object.entries(HEBREW)) {
    assert.doesNotMatch(text, /['"#<>|\u0591-\u05C7]|\p{Bidi_Control}/u, code);
    assert.equal(text, text.trim().normalize('NFC'), code);
  }
});

test('one English word of the ladder has one Hebrew word everywhere', () => {
  assert.equal(HEBREW['response.agreed'], HEBREW['position.agreed']);
  assert.equal(HEBREW['response.denied'], HEBREW['position.denied']);
  assert.equal(HEBREW['response.alternative'], HEBREW['position.alternative']);
  for (const code of ['FLASH', 'IMMEDIATE', 'PRIORITY', 'ROUTINE'] as const) {
    assert.equal(HEBREW[`field.${code}`], HEBREW[`precedence.${code}`]);
  }
});

test('within one prefix no two codes read alike', () => {
  const seen = new Set<string>();
  for (const [code, text] of Object.entries(HEBREW)) {
    // Fields share labels in English, too: what is asked, about, start and end.
    if (code.startsWith('field.')) continue;
    const said = `${code.split('.')[0]}: ${text}`;
    assert(!seen.has(said), said);
    seen.add(said);
  }
});
