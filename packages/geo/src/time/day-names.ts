// The names of months and days of the week in five languages, as they are read and as they are
// written: Gregorian months alone, so that Hijri, Jalali and Hebrew ones stay unknown.
import type { Language } from '../words/language.ts';
import { LANGUAGES } from '../words/language.ts';
import { plainPhrase } from './plain-time.ts';

/** A plain phrase and what it counts as: month 1 to 12, or weekday 0 (Monday) to 6. */
export type NamedPart = readonly [phrase: string, part: number];

const listed = (names: string): string[] => names.split(',').map((name) => name.trim());

/** As they stand after the day. Arabic with both the Levantine and the Egyptian name, as the UN. */
const WRITTEN_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: listed(
    'January,February,March,April,May,June,July,August,September,October,November,December',
  ),
  ru: listed('января,февраля,марта,апреля,мая,июня,июля,августа,сентября,октября,ноября,декабря'),
  ar: listed(
    'كانون الثاني/يناير,شباط/فبراير,آذار/مارس,نيسان/أبريل,أيار/مايو,حزيران/يونيو,' +
      'تموز/يوليو,آب/أغسطس,أيلول/سبتمبر,تشرين الأول/أكتوبر,تشرين الثاني/نوفمبر,' +
      'كانون الأول/ديسمبر',
  ),
  he: listed('בינואר,בפברואר,במרץ,באפריל,במאי,ביוני,ביולי,באוגוסט,בספטמבר,באוקטובר,בנובמבר,בדצמבר'),
  tr: listed('Ocak,Şubat,Mart,Nisan,Mayıs,Haziran,Temmuz,Ağustos,Eylül,Ekim,Kasım,Aralık'),
};

/** Each line has twelve names; "|" stands between several for one month. */
const READ_MONTHS: readonly string[] = [
  'jan,feb,mar,apr,may,jun,jul,aug,sep|sept,oct,nov,dec',
  'январь,февраль,март,апрель,май,июнь,июль,август,сентябрь,октябрь,ноябрь,декабрь',
  'янв,фев|февр,мар,апр,мая,июн,июл,авг,сен|сент,окт,ноя|нояб,дек',
  'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول',
  'يناير,فبراير,مارس,أبريل,مايو,يونيو|يونية,يوليو|يولية,أغسطس,سبتمبر,أكتوبر,نوفمبر,ديسمبر',
  'ינואר,פברואר,מרץ|מרס,אפריל,מאי,יוני,יולי,אוגוסט,ספטמבר,אוקטובר,נובמבר,דצמבר',
  "ינו',פבר',מרץ,אפר',מאי,יונ',יול',אוג',ספט',אוק',נוב',דצמ'",
  'oca,şub,mar,nis,may,haz,tem,ağu,eyl,eki,kas,ara',
];

/** Each line has the seven days from Monday. */
const READ_WEEKDAYS: readonly string[] = [
  'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday',
  'mon,tue|tues,wed,thu|thur|thurs,fri,sat,sun',
  'понедельник,вторник,среда|среду,четверг,пятница|пятницу,суббота|субботу,воскресенье',
  'пн,вт,ср,чт,пт,сб,вс',
  'الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,الأحد',
  'יום שני,יום שלישי,יום רביעי,יום חמישי,יום שישי,יום שבת|שבת,יום ראשון',
  "יום ב',יום ג',יום ד',יום ה',יום ו',יום ש',יום א'",
  'pazartesi,salı,çarşamba,perşembe,cuma,cumartesi,pazar',
  'pzt,sal,çar,per,cum,cmt,paz',
];

export const MONTH_PHRASES: readonly NamedPart[] = [
  ...READ_MONTHS.flatMap((line) => partsOf(line, 1)),
  ...LANGUAGES.flatMap((language) =>
    WRITTEN_MONTHS[language].map((name, i): NamedPart => [plainPhrase(name), i + 1]),
  ),
];

export const WEEKDAY_PHRASES: readonly NamedPart[] = READ_WEEKDAYS.flatMap((line) =>
  partsOf(line, 0),
);

/** The month (1 to 12) as it stands after the day in a date of that language. */
export function monthName(month: number, language: Language): string {
  return WRITTEN_MONTHS[language][month - 1] ?? '';
}

/** "Saturday" for 5, in English: refusals are in English. */
export function weekdayName(weekday: number): string {
  return listed(READ_WEEKDAYS[0] ?? '')[weekday] ?? '';
}

/** 0 (Monday) to 6 of a day since 1970-01-01, which was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function partsOf(line: string, first: number): NamedPart[] {
  return listed(line).flatMap((names, i) =>
    names.split('|').map((name): NamedPart => [plainPhrase(name), first + i]),
  );
}
