// The phrase book in Hebrew: where what was done does not fit the arrangement. Slots stand where no
// prefix would have to be joined to them.
import type { ENGLISH_COMPLIANCE } from './en-compliance.ts';

export const HEBREW_COMPLIANCE = {
  'compliance.late-notice': 'נמסר {lead} לפני ההתחלה; סוכם על {minimum}',
  'compliance.told-after-start': 'נמסר אחרי ההתחלה ({lead}); סוכם על {minimum} לפני ההתחלה',
  'compliance.outside-areas': 'מחוץ לאזורים שסוכמו: {areas}',
  'compliance.subject-left-out': 'ההסדר מחריג נושא זה: {subject}',
  'compliance.step-overdue': 'באיחור של {late}: {step}',
  'compliance.step-never': 'לא בוצע כלל: {step}; האיחור בעת הסיום או הביטול: {late}',
  'compliance.step-late': 'בוצע {late} אחרי המועד האחרון: {step}',
  'compliance.civil-block-missing': 'אש חיה, ולא נאמר דבר על התעופה האזרחית',
  'compliance.atc-not-told': 'הפעילות החלה, ולא נמסרה הודעה אל: {unit}',
  'compliance.atc-told-late': 'נמסרה הודעה {late} אחרי ההתחלה אל: {unit}',
  'compliance.atc-not-acknowledged': 'הפעילות החלה, ואין אישור קבלה מאת: {unit}',
  'compliance.notam-missing': 'הפעילות החלה, ואין נוטאם',
  'compliance.limits-differ': 'גבהים שנמסרו לתעופה האזרחית: {stated}; גבהים במרחב: {drawn}',
  'compliance.limits-not-compared':
    'נמסר {stated}, במרחב {drawn}; ייחוסים שאין להשוותם כאן: {told}, {has}',
  'compliance.overhead': 'טיסה מעל פעילות של אחר, כפי שהוגדרה: {other}',
  'compliance.near-protected-object': 'בקרבת אתר מוגן, כפי שהוגדר: {other}',
  'compliance.zone': 'התקרבות לתחום הקבוע: {zone}; הצעד הנוכחי: {step}',
  'compliance.line-check-missed': 'הגיע התור לבדוק את הקו, והבדיקה לא נערכה: {at}',
  'compliance.line-check-missed-end':
    'איש לא ערך את בדיקת הקו: {at}; מצב הקצה כפי שמסר {by}: {state}',
  'compliance.line-check-unanswered': 'בדיקת הקו לא נענתה: {at}',
  'compliance.line-check-unanswered-end':
    'בדיקת הקו לא נענתה: {at}; מצב הקצה כפי שמסר {by}: {state}',
  'compliance.line-check-late': 'בדיקת הקו נענתה באיחור של {late}; הבדיקה: {at}; המענה: {answered}',
  'compliance.onward-unacknowledged': 'הועבר הלאה, ולא צוין אישור קבלה. הועבר אל: {to}',
  'compliance.language-not-agreed': 'טקסט בשפה שלא סוכמה: {language}; השפות שסוכמו: {agreed}',
  'compliance.suspended-at-once': 'השעיה מיידית; סוכם על הודעה {notice} מראש',
} as const satisfies Record<keyof typeof ENGLISH_COMPLIANCE, string>;
