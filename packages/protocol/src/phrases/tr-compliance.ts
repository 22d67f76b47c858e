// The phrase book in Turkish: where what was done does not fit the arrangement.
import type { ENGLISH_COMPLIANCE } from './en-compliance.ts';

export const TURKISH_COMPLIANCE = {
  'compliance.late-notice': 'Başlangıçtan {lead} önce bildirildi; kararlaştırılan süre: {minimum}',
  'compliance.told-after-start':
    'Başladıktan sonra bildirildi ({lead}); kararlaştırılan, başlangıçtan önce {minimum}',
  'compliance.outside-areas': 'Kararlaştırılan sahaların dışında: {areas}',
  'compliance.subject-left-out': 'Mutabakat bu konuyu kapsamıyor: {subject}',
  'compliance.step-overdue': 'Gecikme {late}: {step}',
  'compliance.step-never':
    'Hiç bildirilmedi: {step}; bittiğinde veya geri çekildiğinde gecikme {late}',
  'compliance.step-late': 'Süresinden {late} sonra bildirildi: {step}',
  'compliance.civil-block-missing':
    'Gerçek mühimmatla atış var, sivil havacılık için hiçbir şey belirtilmemiş',
  'compliance.atc-not-told': 'Faaliyet başladı, şu birime bildirilmedi: {unit}',
  'compliance.atc-told-late': 'Şu birime başlangıçtan {late} sonra bildirildi: {unit}',
  'compliance.atc-not-acknowledged': 'Faaliyet başladı, şu birim alındığını teyit etmedi: {unit}',
  'compliance.notam-missing': 'Faaliyet başladı, NOTAM yok',
  'compliance.limits-differ': 'Sivil havacılığa bildirilen: {stated}; hacimdeki: {drawn}',
  'compliance.limits-not-compared':
    'Bildirilen {stated}, hacimdeki {drawn}; burada karşılaştırılamayan referanslar: {told}, {has}',
  'compliance.overhead': 'Tanımlandığı anlamda üstünden geçiş: {other}',
  'compliance.near-protected-object': 'Tanımlandığı anlamda korunan nesneye yakın: {other}',
  'compliance.zone': 'Şu bölgeye yaklaşıyor: {zone}; ulaşılan basamak: {step}',
  'compliance.line-check-missed': 'Hat kontrolü sırası gelmişti, kontrol yapılmadı: {at}',
  'compliance.line-check-missed-end':
    'Hat kontrolünü kimse yapmadı: {at}; {by} tarafının kendi ucu için bildirdiği durum: {state}',
  'compliance.line-check-unanswered': 'Hat kontrolü cevaplanmadı: {at}',
  'compliance.line-check-unanswered-end':
    'Hat kontrolü cevaplanmadı: {at}; {by} tarafının kendi ucu için bildirdiği durum: {state}',
  'compliance.line-check-late':
    'Hat kontrolü {late} geç cevaplandı; kontrol: {at}, cevap: {answered}',
  'compliance.onward-unacknowledged': 'Şu alıcıya iletildi, alındı teyidi bildirilmedi: {to}',
  'compliance.language-not-agreed': 'Metnin dili: {language}; üzerinde anlaşılan diller: {agreed}',
  'compliance.suspended-at-once': 'Derhal askıya alındı; kararlaştırılan ihbar süresi: {notice}',
} as const satisfies Record<keyof typeof ENGLISH_COMPLIANCE, string>;
