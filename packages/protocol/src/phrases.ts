// The phrase book: coded statements as a person reads them. English; other languages come beside.

const ENGLISH = {
  'hazard.your-fire-is-striking': 'Your fire is striking {atRisk}',
  'hazard.our-fire-about-to-enter': 'Our fire is about to enter this volume. At risk: {atRisk}',
  'hazard.aircraft-endangered': 'Aircraft in danger. At risk: {atRisk}',
  'hazard.forces-approaching': 'Forces are approaching. At risk: {atRisk}',
  'hazard.loss-of-control': 'We have lost control of something of ours. At risk: {atRisk}',
  'at-risk.our-forces': 'our forces',
  'at-risk.your-forces': 'your forces',
  'at-risk.civilians': 'civilians',
  'at-risk.protected-object': 'a protected object',
  'at-risk.civil-aircraft': 'civil aircraft',
  'request.cease-fire': 'Cease fire',
  'request.hold': 'Hold',
  'request.turn-away': 'Turn away',
  'request.leave-volume': 'Leave the volume',
  'request.identify': 'Identify yourselves',
  'request.call-now': 'Call now',
  'warning-answer.action-taken': 'Action taken',
  'warning-answer.working': 'Working on it',
  'warning-answer.not-us': 'Not us',
  'warning-answer.cannot': 'Cannot',
  'activity.transit': 'Transit',
  'activity.orbit': 'Orbit',
  'activity.refuelling': 'Air-to-air refuelling',
  'activity.unmanned': 'Unmanned aircraft',
  'activity.search-and-rescue': 'Search and rescue',
  'activity.other': 'Air activity',
  'asked.avoid': 'Avoid',
  'asked.note': 'Note',
  'firmness.planned': 'planned',
  'firmness.earmarked': 'earmarked',
  'firmness.active': 'active',
  'question.purpose': 'What is its purpose?',
  'question.location': 'Where exactly?',
  'question.heights': 'At which heights?',
  'question.times': 'At which times?',
  'question.end-date': 'When does it end?',
  'question.kind-of-activity': 'What kind of activity is it?',
  'question.text-and-geometry': 'Text and geometry differ. Which is meant?',
  'question.other': 'A question',
  'answer.answered': 'Answered',
  'answer.see-notice': 'Answered by a notice',
  'answer.cannot-say': 'Cannot say',
  'answer.declined': 'Declined to answer',
  'position.noted': 'Noted',
  'position.no-objection': 'No objection',
  'position.conflict': 'In conflict with ours',
  'position.objection': 'Objection',
  'position.contested': 'Contested',
  'position.question-asked': 'Question asked',
  'position.agreed': 'Agreed',
  'position.denied': 'Denied',
  'cancel.completed': 'Completed',
  'cancel.withdrawn': 'Withdrawn',
  'cancel.issued-in-error': 'Issued in error',
  'step.take': 'Take it',
  'step.act': 'Say what was done',
  'step.read': 'Read it',
  'step.read-back': 'Read it back',
  'step.position': 'State a position',
  'step.answer': 'Answer it',
} as const;

export type PhraseCode = keyof typeof ENGLISH;

/** The sentence of a code in English, its `{slots}` filled. A slot that is not given stays. */
export function phrase(code: PhraseCode, slots: Readonly<Record<string, string>> = {}): string {
  return ENGLISH[code].replaceAll(/\{(\w+)\}/g, (whole, name: string) => slots[name] ?? whole);
}

/** Whether a text is a code of the phrase book. */
export function isPhraseCode(code: string): code is PhraseCode {
  return Object.hasOwn(ENGLISH, code);
}
