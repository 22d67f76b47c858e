// The phrase book in Arabic: where what was done does not fit the arrangement. Slots stand after a
// colon or a preposition, so that what fills them needs no case ending.
import type { ENGLISH_COMPLIANCE } from './en-compliance.ts';

export const ARABIC_COMPLIANCE = {
  'compliance.late-notice': 'جرى الإبلاغ قبل البدء بمدة {lead}؛ المتفق عليه {minimum}',
  'compliance.told-after-start':
    'جرى الإبلاغ بعد البدء ({lead})؛ المتفق عليه قبل البدء بمدة {minimum}',
  'compliance.outside-areas': 'خارج المناطق المتفق عليها: {areas}',
  'compliance.subject-left-out': 'مذكرة التفاهم تستثني هذا الموضوع: {subject}',
  'compliance.step-overdue': 'انقضت المهلة منذ {late}: {step}',
  'compliance.step-never': 'لم يجر قط: {step}؛ بلغ التأخر {late} عند الانتهاء أو السحب',
  'compliance.step-late': 'جرى بعد انقضاء المهلة بمدة {late}: {step}',
  'compliance.civil-block-missing': 'رماية بالذخيرة الحية دون أي ذكر للطيران المدني',
  'compliance.atc-not-told': 'بدأ النشاط ولم يجر إبلاغ: {unit}',
  'compliance.atc-told-late': 'جرى الإبلاغ بعد البدء بمدة {late}: {unit}',
  'compliance.atc-not-acknowledged': 'بدأ النشاط دون تأكيد استلام من: {unit}',
  'compliance.notam-missing': 'بدأ النشاط دون نوتام',
  'compliance.limits-differ': 'ارتفاعات معلنة للطيران المدني: {stated}؛ ارتفاعات الحيز: {drawn}',
  'compliance.limits-not-compared':
    'ارتفاعات معلنة: {stated}؛ الحيز: {drawn}؛ مرجعان لا يمكن مقارنتهما هنا: {told}، {has}',
  'compliance.overhead': 'تحليق فوق نشاط الغير حسب التعريف المتفق عليه: {other}',
  'compliance.near-protected-object': 'قرب موقع محمي حسب التعريف المتفق عليه: {other}',
  'compliance.zone': 'اقتراب من المنطقة الدائمة: {zone}؛ الخطوة التي جرى بلوغها: {step}',
  'compliance.line-check-missed': 'حل الدور لفحص الخط ولم يجر الفحص: {at}',
  'compliance.line-check-missed-end':
    'لم يجر أحد فحص الخط: {at}؛ ما أعلنه {by} عن حالة طرفه: {state}',
  'compliance.line-check-unanswered': 'لم تجر الإجابة عن فحص الخط: {at}',
  'compliance.line-check-unanswered-end':
    'لم تجر الإجابة عن فحص الخط: {at}؛ ما أعلنه {by} عن حالة طرفه: {state}',
  'compliance.line-check-late':
    'جاءت الإجابة عن فحص الخط متأخرة بمدة {late}؛ الفحص: {at}؛ الإجابة: {answered}',
  'compliance.onward-unacknowledged': 'جرى النقل دون بيان تأكيد استلام. المنقول إليه: {to}',
  'compliance.language-not-agreed': 'نص بلغة غير متفق عليها: {language}؛ المتفق عليها: {agreed}',
  'compliance.suspended-at-once': 'تعليق فوري؛ المتفق عليه إخطار قبل التعليق بمدة {notice}',
} as const satisfies Record<keyof typeof ENGLISH_COMPLIANCE, string>;
