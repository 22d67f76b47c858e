// The phrase book in Russian: its weightiest sentences word for word, its slots, and words that
// would be read as something else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ENGLISH } from '../src/phrases/en.ts';
import { RUSSIAN } from '../src/phrases/ru.ts';

const WEIGHTIEST: Readonly<Partial<Record<keyof typeof ENGLISH, string>>> = {
  'hazard.your-fire-is-striking': 'Под вашим огнём: {atRisk}',
  'hazard.our-fire-about-to-enter':
    'Наш огонь сейчас достигнет этого района. Под угрозой: {atRisk}',
  'hazard.loss-of-control':
    'Мы потеряли контроль над одним из своих средств. Под угрозой: {atRisk}',
  'at-risk.our-forces': 'наши силы',
  'at-risk.your-forces': 'ваши силы',
  'request.cease-fire': 'Прекратите огонь',
  'request.hold': 'Остановитесь и ожидайте',
  'request.turn-away': 'Отверните, измените курс',
  'request.leave-volume': 'Покиньте район',
  'request.identify': 'Назовите себя',
  'request.call-now': 'Немедленно свяжитесь с нами',
  'warning-answer.action-taken': 'Меры приняты',
  'warning-answer.not-us': 'Это не мы',
  'warning-answer.cannot': 'Не можем выполнить',
  'asked.avoid': 'Обходите этот район',
  'position.noted': 'Только к сведению',
  'position.no-objection': 'Возражений нет',
  'position.objection': 'Возражаем',
  'position.agreed': 'Согласны',
  'position.denied': 'Отказано',
  'step.take': 'Подтвердите приём',
  'step.disseminate': 'Подтвердите доведение до исполнителей',
  'status.exercise': 'УЧЕБНОЕ СООБЩЕНИЕ',
  'accident.flying-object': 'Летящий объект вышел из-под нашего контроля',
  'consequence.will-act-in-defence': 'Будем действовать в порядке самообороны',
  'reach.under-our-control': 'Подконтрольных нам сил нет',
  'reach.not-known-to-us': 'Есть ли силы, нам неизвестно',
  'relay.not-confirmed': 'Неизвестно, принято ли',
  'channel.suspended': 'Приостановлен',
  'compliance.atc-not-told': 'Деятельность началась, орган УВД не уведомлён: {unit}',
  'compliance.line-check-unanswered': 'На проверку связи не ответили: {at}',
};

const russian: ReadonlyMap<string, string> = new Map(Object.entries(RUSSIAN));

function slotsOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name).toSorted();
}

for (const [code, text] of Object.entries(WEIGHTIEST)) {
  test(`${code} is said in these words`, () => {
    assert.equal(russian.get(code), text);
  });
}

test('every phrase has the slots of the English one, and no code is missing or left over', () => {
  assert.deepEqual([...russian.keys()].toSorted(), Object.keys(ENGLISH).toSorted());
  for (const [code, text] of Object.entries(ENGLISH)) {
    assert.deepEqual(slotsOf(russian.get(code) ?? ''), slotsOf(text), code);
  }
});

test('nothing outside of the slots means something to ICU MessageFormat', () => {
  for (const [code, text] of russian) {
    assert.doesNotMatch(text.replaceAll(/\{\w+\}/g, ''), /['#{}<>|]/, code);
  }
});

test('no word mixes Latin and Cyrillic letters that look alike', () => {
  for (const [code, text] of russian) {
    const words = text.replaceAll(/\{\w+\}/g, '').match(/\p{L}+/gu) ?? [];
    for (const word of words) {
      assert(!(/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)), code);
    }
  }
});

test('a purpose is never said with the word that also means a target', () => {
  for (const [code, text] of russian) assert.doesNotMatch(text, /(^|\P{L})цел[ьияе]/iu, code);
});

test('only what is agreed says so', () => {
  const agreeing = [...russian].filter(
    ([code, text]) =>
      /^(position|response|answer|asked|step|type)\./.test(code) && /согла/i.test(text),
  );
  assert.deepEqual(agreeing, [
    ['position.agreed', 'Согласны'],
    ['response.agreed', 'Согласны'],
  ]);
});
