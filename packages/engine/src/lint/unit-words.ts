// Identities of units, in five languages: a formation with its number or its name, the number of a
// military unit, a task force by name, a call sign. A count of formations is none, nor is a
// headquarters and its roles; fire, ambulance and rescue brigades are civil.
import { HEBREW_BEFORE, wholeWords } from './word-pattern.ts';

const CIVIL = String.raw`fire|ambulance|rescue|medical|first|aid|cleaning|repair`;
const FORMATION =
  String.raw`[Bb]rigade|[Rr]egiment|[Ss]quadron|[Bb]attalion|[Bb]attery|` +
  String.raw`[Dd]ivision|[Cc]ompany|Corps|Army|Fleet|Wing|[Pp]latoon`;
const CARDINAL =
  'First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth';
const NOT_NAMES =
  'The|A|An|Our|Your|Their|His|Each|Every|This|That|Any|No|One|Two|Fire|Ambulance|Rescue|Medical|' +
  'Field|Local|Which|What|Whose|Another|Either|Duty|Flight|National|City|Municipal|Civil|And|Or|Of';
const NO_TASK_FORCE =
  'Headquarters|HQ|Commander|Meeting|Chair|Secretariat|Members?|Agenda|Report|Statement|On|For|Of';

const ENGLISH = [
  String.raw`\d{1,4}(?:st|nd|rd|th) (?!(?:${CIVIL})(?: |` +
    String.raw`$))(?:[\p{L}-]+ ){0,3}?(?<!(?:${CIVIL}|Fire|Ambulance|Rescue|Medical) )` +
    String.raw`(?:${FORMATION})(?! of (?:the )?(?:hospital|school|league|ministry))`,
  String.raw`(?:No\.? ?)?\d{1,4} (?:(?:Fighter|Bomber|Infantry|Tank|Artillery|Helicopter|` +
    String.raw`Air|Army|Field) )?` +
    String.raw`(?:Squadron|Regiment|Brigade|Battalion|Wing)`,
  String.raw`(?:${CARDINAL}) (?:(?:Guards|Tank|Air|Armou?red|Infantry|Combined) )*` +
    String.raw`(?:Brigade|Regiment|Squadron|Battalion|Division|Corps|Army|Fleet)`,
  String.raw`(?!(?:${NOT_NAMES}) )\p{Lu}\p{L}+ (?:Brigade|Regiment|Battalion|Squadron)(?!s)`,
  String.raw`(?:VMFA|VFA|VAQ|HMLA|VMM|ODA|SEAL Team)[- ]?\d{1,4}`,
  String.raw`(?:Task Force|TF)[- ](?!(?:${NO_TASK_FORCE})(?:[^\p{L}]|` +
    String.raw`$))["“«]?(?:\p{Lu}[\p{L}\d-]+|\d{1,3}(?:\.\d)?)`,
  String.raw`[Mm]ilitary unit (?:(?:[Nn]o\.?|[Nn]umber|№) ?)?\d{4,5}`,
  String.raw`[Cc]all ?[Ss]igns?(?: (?:is|are|will be|of \p{L}+ \p{L}+ (?:is|are)))?:? ?["“«'‘]?` +
    String.raw`(?:\p{Lu}{3,}|\p{Lu}\p{L}+[- ]\d+|(?<=["“«'‘])\p{Lu}\p{L}+)(?:[- ]?\d{1,3})?`,
  String.raw`(?:Wagner|Azov|Golani|Givati|Akhmat) (?:Group|Brigade|Regiment|Battalion|Forces?|PMC)`,
];
const RUSSIAN_KIND =
  String.raw`(?:бригад\p{L}{1,2}|полк(?:а|у|ом|е)?|батальон\p{L}{0,2}|` +
  String.raw`дивизи\p{L}{1,2}|дивизион\p{L}{0,2}|эскадриль\p{L}{1,2}|арми\p{L}{1,2}|` +
  String.raw`корпус(?:а|у|ом|е)?|рот[аыуе]|авиабаз\p{L}{1,2})`;
const RUSSIAN_CIVIL =
  String.raw`(?! (?:скорой|врач|медик|медицин|спасат|пожарн|ремонтн|` +
  String.raw`строит|больниц|госпитал|школ|завод|здани))`;
const RUSSIAN = [
  String.raw`\d{1,4}-(?:[яйюм]|го|ой|му|ая|ый|ую|ей) (?!пожарн|медицин|спасат|ремонтн|` +
    String.raw`арми\p{L}+ добров)` +
    String.raw`(?:[\p{L}.-]+ ){0,4}?(?<!(?:пожарн|медицинск|спасательн|` +
    String.raw`врачебн)\p{L}+ )${RUSSIAN_KIND}${RUSSIAN_CIVIL}`,
  String.raw`\d{1,4}(?:-[яйго]{1,2})? (?:гв\.? ?)?(?:обрмп|омсбр|омсп|мсп|мсбр|тбр|дшд|` +
    String.raw`дшбр|одшбр|вдд|пдп|пдд|оброн|обрспн|зрп|зрбр|апиб|иап|шап|бап|мсд)`,
  String.raw`(?:[Бб]ригад|[Пп]олк|[Бб]атальон|[Ээ]скадриль|` +
    String.raw`[Дд]ивизи)\p{L}{0,3} [«"„]\p{Lu}[\p{L} -]+[»"“]`,
  String.raw`(?:[Вв]/ч|[Вв]ойсков\p{L}+ част\p{L}+)(?: ?№)? ?\d{4,5}`,
  String.raw`ЧВК [«"„]?\p{Lu}\p{L}+`,
  String.raw`(?:[Тт]актическ|[Оо]перативн)\p{L}+ групп\p{L}+ [«"„]\p{Lu}[\p{L}-]+`,
  String.raw`[Пп]озывн\p{L}+(?: [-:])?:? ?(?:[«"„]\p{Lu}[\p{L}-]+|\p{Lu}[\p{L}]+-?\d{0,3})`,
];
const ARABIC_ORDINAL =
  '(?:الأول|الأولى|الثاني|الثانية|الثالث|الثالثة|الرابع|الرابعة|الخامس|الخامسة|السادس|السادسة|' +
  'السابع|السابعة|الثامن|الثامنة|التاسع|التاسعة|العاشر|العاشرة)';
const ARABIC = [
  String.raw`[وفبكل]{0,2}(?:اللواء|لواء|الفوج|الكتيبة|كتيبة|الفرقة|السرب|سرب|الفيلق|للواء|` +
    String.raw`للكتيبة|للفرقة)(?: المدرع\p{L}*)? ` +
    String.raw`(?:رقم )?(?:ال ?)?(?:\d{1,4}|${ARABIC_ORDINAL})`,
  'لواء (?:القدس|غولاني|جفعاتي|الباقر|فاطميون)|مجموعة فاغنر|قوات النمر',
  String.raw`(?:رمز|إشارة|علامة) (?:ال)?نداء\p{L}* ?:? ?["«“]?(?:هو )?(?:[A-Z]{3,}\d*|["«“]\p{L}+)`,
  String.raw`الوحدة العسكرية (?:رقم )?\d{4,5}`,
];
const HEBREW = [
  String.raw`${HEBREW_BEFORE}(?:חטיב[הת]|גדוד|אוגד[הת]|טייסת|פלוג[הת]|עוצב[הת]|` +
    String.raw`סוללה) (?:מס' ?)?\d{1,4}`,
  `${HEBREW_BEFORE}(?:חטיבת|אוגדת|גדוד|סיירת) (?:גולני|גבעתי|הנח"ל|נח"ל|כפיר|הצנחנים|` +
    `עוצבת|מטכ"ל|צבר)`,
  String.raw`${HEBREW_BEFORE}(?:אות|אותות) (?:ה)?קריאה ?:? ?["״“]?(?:[A-Z]{3,}\d*|["״“]\p{L}+)`,
  String.raw`כוח (?:ה)?משימה ["״“]\p{L}+`,
];
const TURKISH_ORDINAL = String.raw`\d{1,4}(?:\.|['’]?(?:inci|ıncı|nci|ncı|üncü|uncu|ncü|ncu))`;
const TURKISH = [
  String.raw`${TURKISH_ORDINAL} (?:[\p{L}]+ ){0,3}?(?:[Tt]ugay|[Aa]lay|[Tt]abur|Filo|` +
    String.raw`[Kk]olordu|[Tt]ümen|Ordu|[Bb]ölük)(?!\p{L}* (?:Cad|Sok|cad|` +
    String.raw`sok))\p{L}*(?:['’]\p{L}+)?`,
  String.raw`(?:çağrı|Çağrı) (?:adı|işareti|kodu)(?:mız)? ?:? ?["“'‘]?(?:\p{Lu}{3,}|` +
    String.raw`\p{Lu}\p{L}+[- ]\d+|(?<=["“'‘])\p{Lu}\p{L}+)(?:[- ]?\d{1,3})?`,
  String.raw`Görev (?:Gücü|Kuvveti) (?:["“]?\p{Lu}\p{L}+|\d{1,3})`,
];

const CALL_SIGN =
  /^(?:call ?sign|позывн|(?:رمز|إشارة|علامة) (?:ال)?نداء|[ושמהכלב]{0,3}(?:אות|אותות) |çağrı)/iu;

export const UNIT_WORDS: readonly RegExp[] = [
  wholeWords([...ENGLISH, ...RUSSIAN, ...ARABIC, ...HEBREW, ...TURKISH], ''),
];

/** Whether what a pattern of units found is a call sign. */
export function isCallSign(found: string): boolean {
  return CALL_SIGN.test(found);
}
