// Designators and names of weapons and munitions, in five languages. Kinds ("tanks", "artillery",
// "air defence", "rockets") are no names: declarations state kinds and numbers. Nor are types of
// aircraft. A name that is also a plain word (hail, hurricane, beech) needs its kind beside it.
import { ARABIC_BEFORE, HEBREW_BEFORE, wholeWords } from './word-pattern.ts';

// Case matters: these are letters and numbers that mean something else in small letters.
const DESIGNATORS = [
  String.raw`(?:GBU|CBU|AGM|BGM|RIM|MIM|FIM|MGM|RGM|UGM|BLU|AASM|TRG|FGM|ASM|` +
    String.raw`AAM)[- ]?\d{1,3}[A-Z]{0,2}`,
  String.raw`AIM-\d{1,3}[A-Z]?`,
  String.raw`(?:Mk|MK|Mark)[- ]?8[1-4]`,
  String.raw`(?:Kh|Х|Х)-\d{2,3}\p{Lu}{0,3}\d?`,
  String.raw`[SС]-(?:75|125|200|300|350|400|500)(?:-?\p{Lu}{1,4}\d?)?`,
  String.raw`(?:FAB|KAB|RBK|ODAB|UPAB|ФАБ|КАБ|РБК|ОДАБ|УПАБ|ОФАБ|БетАБ)-?\d{2,4}[\p{Lu}-]*`,
  String.raw`[TТ]-(?:54|55|62|64|72|80|90|14)(?:\p{L}{0,3}\d?)`,
  String.raw`(?:BMP|BTR|BRDM|BM|БМП|БТР|БРДМ|БМ)-\d{1,2}\p{Lu}?`,
  String.raw`M1A[12]|M109(?:A\d)?|M777|M270|M142`,
  String.raw`9[MMМКK]\d{2,3}\p{L}{0,2}\d?`,
  String.raw`(?:3[MМ])-?(?:14|22|54)`,
  String.raw`2[SС](?:19|35)`,
  String.raw`PAC-[23]|MAM-[LCT]|SM-[236]|R-(?:27|60|73|77)|Р-(?:27|60|73|77)|ТОС-1А?|TOS-1A?`,
  String.raw`RPG-\d{1,2}|РПГ-\d{1,2}|AK-\d{2,3}|АК-\d{2,3}|MG-?3`,
  String.raw`(?:Spice|SPICE)[- ]?(?:250|1000|2000)|Arrow[- ][23]|SCALP(?:-EG)?|УМПК|UMPK`,
  String.raw`(?:ЗРК|ЗРС|ЗРПК|РСЗО|ОТРК|ПТРК|ПТУР|ПЗРК|БРК|САУ)\p{Ll}{0,2} [«"„]?\p{Lu}[\p{L}\d-]+`,
  String.raw`(?:ракет\p{L}{0,4}|бомб\p{L}{0,3}|гаубиц\p{L}{0,3}|` +
    String.raw`торпед\p{L}{0,3}) [«"„]\p{Lu}[\p{L}\d -]+[»"“]`,
  String.raw`(?:Buk|Tor|Pantsir|Osa|Бук|Тор|Панцирь|Оса|Тунгуска|Торнадо|Бастион|Точка|Tochka)-` +
    String.raw`(?:[MМSСGГ]\d?[A-ZА-Я]?|АКМ?|AKM?|П|P|У|U)`,
  String.raw`(?:Patriot|Buk|Tor|Pantsir|Javelin|Stinger|Harpoon|Kornet|Grad|Smerch|Uragan|` +
    String.raw`Avenger|Hawk|` +
    String.raw`Bora|SOM|Atmaca|Hisar|Siper|Yıldırım|Kasırga|Arrow|Spike|Maverick|Zircon|Bastion|` +
    String.raw`Abrams|Leopard|Merkava|Lancet|İskender)(?:[- ]\d)?['’]?\p{Ll}{0,3} ` +
    String.raw`(?:(?:air|defence|defense|anti-tank|cruise|guided|surface-to-air|ballistic|` +
    String.raw`loitering|hava|savunma|seyir|balistik) )*` +
    String.raw`(?:missile|rocket|batter|launcher|system|SAM|ATGM|MANPADS|munition|drone|tank|` +
    String.raw`fire unit|füze|roket|batarya|sistem)\p{L}*`,
];

const NAMES = [
  String.raw`JDAMs?|JASSM(?:-ER)?s?|JSOWs?|ATACMS|HIMARS(?:['’]\p{L}+)?|GMLRS|THAAD|NASAMS`,
  String.raw`Tomahawks?|Hellfires?|Paveway|Storm Shadow|Brimstone missiles?|Exocets?|Sidewinders?`,
  String.raw`AMRAAMs?|Iskander(?:-[MKМК])?s?|Kinzhals?|Kalibrs?|Oniks|Pantsir(?:-S\d?)?|BrahMos`,
  String.raw`Iron Dome|David['’]s Sling|Iron Beam|Caliber missiles?|Taurus missiles?|` +
    String.raw`Bunker[- ]?busters?`,
  String.raw`(?:Shahed|Geran|Шахед|Герань|شاهد|שאהד|Şahid)[- ]?(?:\d{1,3})`,
  String.raw`(?:Tomahawk|Iskander|Hellfire|Kalibr|Pantsir)['’]?(?:lar|ler|lı|li|ı|i|ın|in|` +
    String.raw`a|e|lerin)`,
  String.raw`Томагавк\p{L}{0,3}|Искандер\p{L}{0,3}(?:-[МК])?|Панцир[ьяюе]\p{L}{0,2}|` +
    String.raw`Хаймарс\p{L}{0,3}`,
  String.raw`«(?:Калибр|Кинжал|Град|Ураган|Смерч|Бук|Тор|Оса|Циркон|Оникс|Бастион|Корнет|` +
    String.raw`Джавелин|` +
    String.raw`Стингер|Пэтриот|Игла|Верба|Ланцет|Хеллфайр|Абрамс|Леопард|Солнцеп[её]к|` +
    String.raw`Торнадо)\p{L}{0,3}`,
  String.raw`Хеллфайр\p{L}{0,3}|Джавелин\p{L}{0,3}|Стингер\p{L}{0,3}|Мста-[СБ]`,
  `${ARABIC_BEFORE}(?:توماهوك|إسكندر-?[إم]?|هيمارس|هيلفاير|جافلين|كورنيت|كاليبر|بانتسير|` +
    `إكسوسيت|جدام|ستينغر)`,
  `(?:صاروخ|صواريخ|قنبلة|قنابل|راجمة|راجمات|منظومة|بطارية|بطاريات|دبابة|دبابات) ` +
    `(?:ال)?(?:غراد|باتريوت|فاتح|إسكندر|سكود|بوك|تور|غراد|زلزال|أبرامز|ليوبارد|تي-?\\d\\d)`,
  String.raw`${ARABIC_BEFORE}(?:إس|اس)[- ]?(?:200|300|400|500)|[وبل]?(?:خ|كي إتش)-\d{2,3}`,
  `${HEBREW_BEFORE}(?:טומהוק|איסקנדר|הימארס|הלפייר|ג'יידאם|ג'דאם|קליבר|אקסוסט|כיפת ברזל|קלע דוד)`,
  `(?:טיל|טילי|רקט[תה]|רקטות|פצצ[תה]|פצצות|סולל[תה]|סוללות|מערכ[תה]|טנק|טנקי) ` +
    `(?:ה)?(?:פטריוט|גראד|קורנט|חץ|ספייק|ספייס|סקאד|פאתח|ספייסים|מרכבה|בוק)`,
  String.raw`${HEBREW_BEFORE}(?:אס|S)-(?:200|300|400|500)`,
];

const GUN =
  String.raw`(?:guns?|howitzers?|shells?|rounds?|mortars?|cannons?|rockets?|ammunition|` +
  String.raw`artillery|projectiles?|` +
  String.raw`гаубиц\p{L}*|снаряд\p{L}*|миномет\p{L}*|миномёт\p{L}*|пушк\p{L}*|пушек|` +
  String.raw`оруди\p{L}*|мин|мины|` +
  String.raw`(?:ال)?(?:مدفع|مدافع|قذيفة|قذائف|هاون|مدفعية)|תותח\p{L}*|פגז\p{L}*|מרגמ\p{L}*|` +
  String.raw`obüs\p{L}*|top(?:lar|çu)?\p{L}*|havan\p{L}*|mermi\p{L}*)`;
const MILLIMETRES =
  String.raw`(?:-| )?(?:mm|мм|ملم|مم|מ"מ|מ''מ|milimetre(?:lik)?|` +
  String.raw`миллиметров\p{L}+)(?:['’]?lik)?`;
const CALIBRES = [
  String.raw`\d{1,3}(?:[.,]\d{1,2})?${MILLIMETRES}(?:[- ]\p{L}+){0,1}[- ]${GUN}`,
  String.raw`${GUN}(?: \p{L}+){0,2}(?: калибр\p{L}*| عيار|` +
    String.raw` בקוטר)? \d{2,3}(?:[.,]\d{1,2})?${MILLIMETRES}`,
  String.raw`(?:5[.,]45|5[.,]56|7[.,]62|12[.,]7|14[.,]5|122|152|155|203)${MILLIMETRES}` +
    String.raw`(?! (?:of|pipe|lens|diameter|rain|snow|осадк|труб|дожд|диаметр|مطر|أمطار|` +
    String.raw`من|גשם|צינור|yağ|boru))`,
];
/** Water, pipes and lenses are measured in millimetres too. */
const MEASURED = new RegExp(
  'rain|snow|precipitation|pipe|lens|drain|осадк|труб|дожд|снег|مطر|أمطار|أنابيب|' +
    'גשם|צינור|yağış|yağmur|boru',
  'iu',
);

const CALIBRE_WORDS = wholeWords(CALIBRES, 'i');
const WEAPON_WORDS = [wholeWords(DESIGNATORS, ''), wholeWords(NAMES, 'i')];

/** The patterns of weapons for `text`: calibres are none where water or pipes are spoken of. */
export function weaponWords(text: string): readonly RegExp[] {
  return MEASURED.test(text) ? WEAPON_WORDS : [...WEAPON_WORDS, CALIBRE_WORDS];
}
