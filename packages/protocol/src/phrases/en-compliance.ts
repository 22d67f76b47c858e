// The phrase book in English: where what was done does not fit the arrangement.
export const ENGLISH_COMPLIANCE = {
  'compliance.late-notice': 'Told {lead} before its start; {minimum} was agreed',
  'compliance.told-after-start': 'Told after its start ({lead}); {minimum} before it was agreed',
  'compliance.outside-areas': 'It lies outside of what was agreed: {areas}',
  'compliance.subject-left-out': 'The arrangement leaves this subject out: {subject}',
  'compliance.step-overdue': 'Overdue by {late}: {step}',
  'compliance.step-never': 'Never stated: {step}; overdue by {late} when it ended or was withdrawn',
  'compliance.step-late': 'Stated {late} after the deadline: {step}',
  'compliance.civil-block-missing': 'Live fire, and nothing is said of civil aviation',
  'compliance.atc-not-told': 'It has started, and {unit} has not been told',
  'compliance.atc-told-late': '{unit} was told {late} after the start',
  'compliance.atc-not-acknowledged': 'It has started, and {unit} has not acknowledged',
  'compliance.notam-missing': 'It has started, and there is no NOTAM',
  'compliance.limits-differ': 'Civil aviation was told {stated}; the volume has {drawn}',
  'compliance.limits-not-compared':
    'Told {stated}, the volume has {drawn}: {told} and {has} cannot be compared here',
  'compliance.overhead': 'Overhead, as it was defined: {other}',
  'compliance.near-protected-object': 'Near a protected object, as it was defined: {other}',
  'compliance.zone': 'It comes to the zone {zone}; step reached: {step}',
  'compliance.line-check-missed': 'It was its turn to check the line at {at}, and nobody did',
  'compliance.line-check-missed-end':
    'Nobody made the line check of {at}; {by} had said that its end was {state}',
  'compliance.line-check-unanswered': 'The line check of {at} was not answered',
  'compliance.line-check-unanswered-end':
    'The line check of {at} was not answered; {by} had said that its end was {state}',
  'compliance.line-check-late': 'The line check of {at} was answered at {answered}, {late} late',
  'compliance.onward-unacknowledged': 'Passed on to {to}, and no acknowledgement was stated',
  'compliance.language-not-agreed': 'Words in {language}; agreed are {agreed}',
  'compliance.suspended-at-once': 'Suspended at once; notice of {notice} was agreed',
} as const;
