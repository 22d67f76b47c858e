// The phrase book in Russian: where what was done does not fit the arrangement. What stands in a
// slot is not declined, so that it follows a colon or stands in parentheses.
import type { ENGLISH_COMPLIANCE } from './en-compliance.ts';

export const RUSSIAN_COMPLIANCE = {
  'compliance.late-notice':
    'Поздно уведомили; заблаговременность: {lead}, по договорённости: {minimum}',
  'compliance.told-after-start':
    'Уведомили после начала ({lead}); заблаговременность по договорённости: {minimum}',
  'compliance.outside-areas': 'За пределами согласованных районов: {areas}',
  'compliance.subject-left-out': 'Тема исключена договорённостью: {subject}',
  'compliance.step-overdue': 'Не сделано в срок (просрочено {late}): {step}',
  'compliance.step-never':
    'Так и не сделано: {step}; просрочено {late} к моменту завершения или отзыва',
  'compliance.step-late': 'Сделано с опозданием ({late}): {step}',
  'compliance.civil-block-missing':
    'Стрельба боевыми боеприпасами, а сведений о гражданской авиации нет',
  'compliance.atc-not-told': 'Деятельность началась, орган УВД не уведомлён: {unit}',
  'compliance.atc-told-late': 'Орган УВД уведомлён после начала ({late}): {unit}',
  'compliance.atc-not-acknowledged': 'Деятельность началась, орган УВД не подтвердил приём: {unit}',
  'compliance.notam-missing': 'Деятельность началась, НОТАМ нет',
  'compliance.limits-differ':
    'Границы по высоте расходятся: гражданской авиации сообщено {stated}, в районе {drawn}',
  'compliance.limits-not-compared':
    'Сообщено {stated}, в районе {drawn}; отсчёт разный ({told}, {has}), сравнить нельзя',
  'compliance.overhead': 'Над объектом, по согласованному определению: {other}',
  'compliance.near-protected-object':
    'Вблизи объекта под защитой МГП, по согласованному определению: {other}',
  'compliance.zone': 'Подходит к зоне или входит в неё: {zone}; ступень: {step}',
  'compliance.line-check-missed':
    'Проверка связи в назначенное время не проведена, хотя была своя очередь: {at}',
  'compliance.line-check-missed-end':
    'Проверку связи не провёл никто: {at}; о своём конце линии сторона {by} сообщала: {state}',
  'compliance.line-check-unanswered': 'На проверку связи не ответили: {at}',
  'compliance.line-check-unanswered-end':
    'На проверку связи не ответили: {at}; о своём конце линии сторона {by} сообщала: {state}',
  'compliance.line-check-late':
    'На проверку связи ответили с опозданием ({late}); проверка: {at}, ответ: {answered}',
  'compliance.onward-unacknowledged':
    'Передано третьей стороне ({to}); о подтверждении приёма не сообщено',
  'compliance.language-not-agreed': 'Язык текста: {language}; согласованы: {agreed}',
  'compliance.suspended-at-once':
    'Приостановлено сразу; заблаговременность по договорённости: {notice}',
} as const satisfies Record<keyof typeof ENGLISH_COMPLIANCE, string>;
