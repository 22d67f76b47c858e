// The vocabulary of aim points and target lists, in five languages. The bare word "target" is not
// in it, and a sentence that says that there is no such thing is left alone.
import { HEBREW_BEFORE, wholeWords } from './word-pattern.ts';

const ENGLISH = [
  String.raw`(?:(?:desired|designated) (?:mean )?)?points? of (?:aim|impact)`,
  String.raw`aim[- ]?points?`,
  String.raw`aiming points?`,
  String.raw`(?:target|(?<!no[- ])strike|targeting|bombing|hit|kill) lists?`,
  String.raw`lists? of (?:(?:our|your|their|the|priority|planned|approved|new) )*` +
    String.raw`(?:(?:ground|high-value|military|air) )?targets`,
  String.raw`target(?:ing)? (?:coordinates|packages?|folders?|sets?|data|solutions?|nominations?)`,
  String.raw`(?:target|strike) coordinates`,
  String.raw`coordinates of (?:\p{L}+ ){0,3}targets?`,
  String.raw`(?:high[- ](?:value|payoff)|time[- ]sensitive) targets?`,
  String.raw`weaponeer(?:ing|ed|s)?`,
  String.raw`(?:next|priority|planned|primary|secondary) targets`,
];
const RUSSIAN = [
  String.raw`точ(?:ка|ки|ку|ке|кой|ек|кам|ками|ках) прицеливани\p{L}+`,
  String.raw`прицельн\p{L}+ точ\p{L}+`,
  String.raw`(?:спис\p{L}+|переч\p{L}+|таблиц\p{L}+) (?:\p{L}+ ){0,2}цел(?:ей|и)`,
  String.raw`координат\p{L}* (?:\p{L}+ ){0,2}цел(?:ей|и)`,
  String.raw`(?:спис\p{L}+|переч\p{L}+) (?:объектов (?:для )?)?(?:удар\p{L}*|поражени\p{L}+)`,
  String.raw`целеуказани\p{L}+`,
  String.raw`объект\p{L}* (?:для )?(?:поражения|удара)`,
  String.raw`первоочередн\p{L}+ цел\p{L}{1,3}`,
];
const ARABIC = [
  'قائم[ةه] (?:ال)?(?:أهداف|اهداف|ضربات)',
  'قوائم (?:ال)?(?:أهداف|اهداف|ضربات)',
  '(?:بنك|لائحة) (?:ال)?(?:أهداف|اهداف)',
  'نق(?:طة|طتا|اط) (?:ال)?(?:تسديد|تصويب)',
  'إحداثيات (?:ال)?(?:أهداف|اهداف|هدف)',
  'قائمتي? (?:ال)?(?:أهداف|ضربات)',
].map((source) => `[وفبكل]{0,2}(?:ال)?${source}`);
const HEBREW = [
  'רשימ(?:ת|ות) (?:ה)?(?:מטרות|יעדים|תקיפה|תקיפות)',
  'נקוד(?:ת|ות) (?:ה)?(?:מכוון|כיוון|כינון)',
  'בנק (?:ה)?(?:מטרות|יעדים)',
  'נ"צ (?:ה)?(?:מטרה|מטרות)',
  'קואורדינטות (?:של )?(?:ה)?(?:מטרה|מטרות|יעדים)',
].map((source) => `${HEBREW_BEFORE}${source}`);
const TURKISH = [
  String.raw`hedef (?:liste|koordinat|paket)\p{L}*`,
  String.raw`hedeflerin (?:liste|koordinat)\p{L}*`,
  String.raw`nişan nokta\p{L}*`,
  String.raw`(?:vuruş|saldırı|taarruz) listesi\p{L}*`,
  String.raw`vurulacak (?:hedef|nokta|yer)\p{L}*`,
];

export const TARGET_WORDS: readonly RegExp[] = [
  wholeWords([...ENGLISH, ...RUSSIAN, ...ARABIC, ...HEBREW, ...TURKISH], 'i'),
  wholeWords(['DMPIs?', 'JDPIs?', 'JIPTL', 'HVTs?', 'HPTs?', 'TSTs?'], ''),
];

const DENIED_BEFORE = wholeWords(
  [
    String.raw`no|nor|neither|without|never|exclud\p{L}+|free of|instead of`,
    String.raw`(?:not|n't|cannot) (?:to )?(?:carry|contain|include|ask for|exchange|share|discuss` +
      String.raw`|pass|send|provide|give|accept|request|a|an|any)`,
    String.raw`без|никаких|ни|исключа\p{L}+`,
    String.raw`не (?:содерж|переда|обсужда|запраш|обмени|включа|явля|спраш|принима)\p{L}*`,
    `بدون|دون|أي|عدم|لا|ليس|ليست|أية|ولا`,
    `אין|ללא|בלי|לא|שום|ואין`,
  ],
  'i',
);
const DENIED_AFTER = wholeWords(
  [
    String.raw`yok(?:tur)?|değil(?:dir)?|içermez|istenmez|paylaşılmaz|taşınmaz|içermemektedir`,
    String.raw`(?:are|is|will be|shall be|may be|must be) (?:not|never|refused|excluded)`,
    String.raw`(?:ist|sor|ver|taş|pay|gönder)\p{L}*(?:maz|mez|mayacak|meyecek)\p{L}*`,
    String.raw`не (?:перед|обсужд|содерж|запраш|принима)\p{L}*`,
  ],
  'i',
);
const NEAR_CHARACTERS = 40;

/** Whether the words at `from` to `to` are said not to be there, within their own clause. */
export function isDenied(text: string, from: number, to: number): boolean {
  const before = /[^.;:!?]*$/u.exec(text.slice(Math.max(0, from - NEAR_CHARACTERS), from))?.[0];
  const after = /^[^.;:!?]*/u.exec(text.slice(to, to + NEAR_CHARACTERS))?.[0];
  return (before ?? '').search(DENIED_BEFORE) >= 0 || (after ?? '').search(DENIED_AFTER) >= 0;
}

const WHY_AVOIDED = [
  String.raw`why\P{Lu}?[^.;!?]*?(?:avoid\p{L}*|keep(?:ing)? (?:clear|away|out|off)|stay(?:ing)? ` +
    String.raw`(?:clear|away|out|off)|steer\p{L}* clear|not (?:be )?(?:fly|enter|cross|` +
    String.raw`overfl)\p{L}*` +
    String.raw`|off[- ]limits|no[- ]go|closed to us|go(?:ing)? around)`,
  String.raw`reasons? (?:for|behind|why|of)[^.;!?]*?(?:avoid\p{L}*|keep\p{L}* (?:clear|away)|` +
    String.raw`stay\p{L}* (?:clear|away))`,
  String.raw`what is (?:in|inside|at|there)[^.;!?]*?(?:avoid\p{L}*|keep\p{L}* clear)`,
  String.raw`(?:почему|зачем|по какой причине|причин\p{L}+|чем (?:вызван|обусловлен)\p{L}*)` +
    String.raw`[^.;!?]*?(?:избега\p{L}+|обход(?:ит|ят)\p{L}*|облет\p{L}+|` +
    String.raw`не (?:лета|захо|вход|прибли|пролет)\p{L}+|держать\p{L}* (?:подальше|в стороне))`,
  String.raw`(?:لماذا|لم|ما سبب|ما هو سبب|ما أسباب)[^.;!?؟]*?(?:تتجنب|يتجنب|تجنب|نتجنب|` +
    String.raw`الابتعاد|تبتعد)\p{L}*`,
  String.raw`(?:מדוע|למה|מה הסיבה|מאיזו סיבה)[^.;!?]*?(?:נמנע|להימנע|הימנע|להתרחק|מתרחק|` +
    String.raw`עוקפ)\p{L}*`,
  String.raw`(?:neden|niçin|niye|hangi sebeple)[^.;!?]*?(?:kaçın\p{L}+|uzak (?:dur|` +
    String.raw`kal)\p{L}+|girm\p{L}+)`,
  String.raw`[^.;!?]*(?:kaçın|uzak dur)\p{L}+ (?:nedeni|sebebi)\p{L}*`,
];
const ASKS_TARGETS = [
  String.raw`(?:what|which|who|where)(?:'s| is| are| were| will be)? (?:(?:your|the|their|` +
    String.raw`his|those|` +
    String.raw`next|planned|intended|actual|military) )*targets?`,
  String.raw`(?:what|whom?|which|where|when)[^.;!?]{0,40}? (?:will|do|are|did|would|` +
    String.raw`going to) (?:you )?` +
    String.raw`[^.;!?]{0,25}?(?:target(?:ing|ed)?|strik(?:e|ing)|bomb(?:ing)?|attack(?:ing)?)` +
    String.raw`(?: next| in| at| there| tonight| tomorrow)?`,
  String.raw`(?:name|list|give us|tell us|send us|provide|share|state) (?:(?:all|of|your|` +
    String.raw`the|their|us)` +
    String.raw` )*targets?`,
  String.raw`как(?:ие|ова|овы|ая|ую) (?:\p{L}+ ){0,3}цел[иь](?! (?:полёт|полет|визит|` +
    String.raw`поездк|учени|` +
    String.raw`работ|миссии|мероприят))`,
  String.raw`по как(?:им|ой) (?:\p{L}+ ){0,2}цел(?:ям|и)`,
  String.raw`(?:назовите|сообщите|укажите|` +
    String.raw`передайте) (?:\p{L}+ ){0,3}цел[ией]{1,2}(?! (?:полёт|полет|` +
    String.raw`визит|учени|работ))`,
  String.raw`что (?:вы )?(?:\p{L}+ ){0,3}(?:бомбить|атаковать|поразить|бомбите|атакуете)`,
  String.raw`(?:ما هي|ما|أين|حددوا|اذكروا) (?:\p{L}+ ){0,2}(?:ال)?(?:أهدافكم|أهداف|` +
    String.raw`الأهداف|الهدف)(?! الرحلة)`,
  String.raw`(?:מה|מהן|מהם|אילו|איפה) (?:\p{L}+ ){0,2}(?:ה)?(?:מטרות|מטרותיכם|יעדי התקיפה|יעדיכם)`,
  String.raw`(?:hedefleriniz|hedefler|hedefiniz)(?: \p{L}+){0,2} (?:ne|neler|nerede|hangi)\p{L}*`,
  String.raw`hangi (?:\p{L}+ ){0,2}hedef\p{L}*`,
];

/** What a question may not ask: why a place is avoided, or what the targets are. */
export const ASKED_WORDS: readonly RegExp[] = [wholeWords([...WHY_AVOIDED, ...ASKS_TARGETS], 'i')];
