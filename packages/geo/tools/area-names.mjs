// Names of areas that no library has: regions of Syria and its southern neighbours in five
// languages, by hand; spellings in use; and the inflected forms in which Russian texts name them.

/** @typedef {{ names: readonly string[], aliases: readonly string[] }} Names en, ru, ar, he, tr */

/** Besides the names of CLDR; by ISO code. */
/** @type {Readonly<Record<string, readonly string[]>>} */
export const COUNTRY_ALIASES = {
  SY: split('Syrian Arab Republic;Сирии;Сирию;Сирией;САР;سورية;الجمهورية العربية السورية;Suriye'),
  IQ: split('Republic of Iraq;Ирака;Ираку;Ираком;Ираке'),
  LB: split('Ливана;Ливану;Ливаном;Ливане'),
  JO: split('Иорданию;Иордании;Иорданией'),
  TR: split('Turkey;Turkiye;Турции;Турцию;Турцией;Türkiye Cumhuriyeti'),
  UA: split('Украины;Украину;Украине;Украиной'),
  IL: split('State of Israel;Израиля;Израилю;Израилем;Израиле'),
  AF: split('Афганистана;Афганистану;Афганистаном;Афганистане'),
  IR: split('Islamic Republic of Iran;Ирана;Ирану;Ираном;Иране'),
  PS: split('Palestine;Палестина;Палестины;Палестине;فلسطين;Filistin;State of Palestine'),
  CY: split('Кипра;Кипру;Кипром;Кипре'),
  RU: split('Russian Federation;России;Россию;Россией;РФ'),
  AZ: split('Азербайджана;Азербайджану;Азербайджаном;Азербайджане'),
  AM: split('Армении;Армению;Арменией'),
  GE: split('Грузии;Грузию;Грузией'),
  EG: split('Египта;Египту;Египтом;Египте'),
  SA: split('KSA;Саудовской Аравии;Саудовскую Аравию'),
  YE: split('Йемена;Йемену;Йеменом;Йемене'),
  KP: split('DPRK;КНДР;Северная Корея;Северной Корее'),
  KR: split('ROK;Южная Корея;Южной Корее'),
  AE: split('UAE;ОАЭ;Emirates'),
  US: split('USA;США;United States of America'),
  GB: split('UK;Great Britain;Britain;Великобритании'),
  CD: split('DRC;DR Congo'),
  CZ: split('Czech Republic'),
  MM: split('Burma'),
  CI: split('Ivory Coast'),
  MK: split('Macedonia'),
  SZ: split('Swaziland'),
};

/** Regions that the data set names like another one of their country, or misspells; by row. */
/** @type {Readonly<Record<string, string>>} */
export const REGION_RENAMES = {
  'AF/6699': 'Panjshir',
  'AF/6714': 'Daykundi',
  'AZ/4563': 'Laçın',
  'AZ/6148': 'Lankaran City',
  'AZ/6459': 'Şuşa City',
  'AZ/8148': 'Yevlakh City',
  'AZ/8164': 'Şəki City',
  'MD/5020': 'Rezina (east)',
};

/** What Natural Earth calls a region, and texts call something else. */
export const NO_ALIASES = new Set(
  split(
    'Northern;Red Sea;White Nile;Blue Nile;Central District;Southern District;K.P.;F.A.T.A.;F.C.T.',
  ),
);

/** "Country/name as Natural Earth has it: en|ru|ar|he|tr|aliases by ;" */
const TABLE = `
SY/Homs (Hims): Homs|Хомс|حمص|חומס|Humus|Hims;Хомса;Хомсе;Хомсом;Хомсу
SY/Ar Raqqah: Raqqa|Ракка|الرقة|א-רקה|Rakka|Ar-Raqqah;Rakka;Ракки;Ракку;Ракке;רקה
SY/Tartus: Tartus|Тартус|طرطوس|טרטוס|Tartus|Tartous;Tartoos;Тартуса;Тартусе;Тартусу
SY/Rif Dimashq: Rif Dimashq|Риф-Димашк|ريف دمشق|ריף דמשק|Rif Dımaşk|Damascus Countryside;Rural Damascus;Reef Dimashq;Дамаск (мухафаза);Риф Димашк
SY/Hasaka (Al Haksa): Hasakah|Хасака|الحسكة|אל-חסכה|Haseke|Al-Hasakah;Hasaka;Hassakeh;Al Hasakeh;Эль-Хасака;Хасаки;Хасаке;Хасаку
SY/Aleppo: Aleppo|Алеппо|حلب|חלב|Halep|Halab;Халеб
SY/Idlib: Idlib|Идлиб|إدلب|אידליב|İdlib|Idleb;ادلب;Идлиба;Идлибе;Идлибу
SY/Lattakia: Latakia|Латакия|اللاذقية|לטקיה|Lazkiye|Lattakia;Al-Ladhiqiyah;Ladhiqiyah;Латакии;Латакию;Латакией
SY/Dar\`a: Daraa|Даръа|درعا|דרעא|Dera|Dar'a;Deraa;Дераа;Дара
SY/Dayr Az Zawr: Deir ez-Zor|Дейр-эз-Зор|دير الزور|דיר א-זור|Deyrizor|Dayr az Zawr;Deir al-Zor;Deir Ezzor;Deir Al Zour;Deir-ez-Zour;Дейр-эз-Зора;Дейр-эз-Зоре;Дейр эз Зор
SY/Quneitra: Quneitra|Кунейтра|القنيطرة|קוניטרה|Kuneytra|Al-Qunaytirah;Qunaytirah;Kuneitra;Эль-Кунейтра;Кунейтры;Кунейтре
SY/Hamah: Hama|Хама|حماة|חמה|Hama|Hamah;Hamat;Хамы;Хаме;Хаму
SY/As Suwayda': Suwayda|Сувейда|السويداء|א-סווידא|Süveyda|As-Suwayda;Sweida;Suweida;Эс-Сувейда;Сувейды;Сувейде;Сувейду
SY/Damascus: Damascus|Дамаск|دمشق|דמשק|Şam|Dimashq;Дамаска;Дамаске;Дамаску;Дамаском;Dımaşk
IQ/Al-Muthannia: Muthanna|Мутанна|المثنى|אל-מות'נא|Müsenna|Al-Muthanna;Al Muthanna
IQ/Al-Basrah: Basra|Басра|البصرة|בצרה|Basra|Al-Basrah;Basrah;Басры;Басре;Басру
IQ/Dihok: Duhok|Дахук|دهوك|דהוכ|Duhok|Dohuk;Dahuk;Дохук;Kurdistan;Курдистан;كردستان
IQ/Wasit: Wasit|Васит|واسط|ואסט|Vasıt|Wassit
IQ/Diyala: Diyala|Дияла|ديالى|דיאלא|Diyala|Диялы;Дияле
IQ/Al-Anbar: Anbar|Анбар|الأنبار|אל-אנבאר|Enbar|Al-Anbar;الانبار;Анбара;Анбаре
IQ/Ninawa: Nineveh|Найнава|نينوى|נינווה|Ninova|Ninawa;Ninewa;Ниневия;Ниневии
IQ/As-Sulaymaniyah: Sulaymaniyah|Сулеймания|السليمانية|סולימאניה|Süleymaniye|As-Sulaymaniyah;Sulaimaniya;Slemani;Сулеймании;Kurdistan;Курдистан;كردستان
IQ/Sala ad-Din: Salah ad-Din|Салах-эд-Дин|صلاح الدين|צלאח א-דין|Selahaddin|Saladin;Salahuddin;Salah al-Din
IQ/Arbil: Erbil|Эрбиль|أربيل|ארביל|Erbil|Arbil;Irbil;Hawler;اربيل;Эрбиля;Эрбиле;Kurdistan;Курдистан;كردستان
IQ/Baghdad: Baghdad|Багдад|بغداد|בגדאד|Bağdat|Багдада;Багдаде
IQ/Babil: Babil|Бабиль|بابل|באבל|Babil|Babylon
IQ/An-Najaf: Najaf|Наджаф|النجف|נג'ף|Necef|An-Najaf;Эн-Наджаф
IQ/Al-Qādisiyyah: Qadisiyah|Кадисия|القادسية|אל-קאדסיה|Kadisiye|Al-Qadisiyyah;Diwaniyah;Al Diwaniyah
IQ/Dhi-Qar: Dhi Qar|Ди-Кар|ذي قار|ד'י קאר|Zikar|Thi Qar;Dhi-Qar;Зи-Кар
IQ/Karbala': Karbala|Кербела|كربلاء|כרבלא|Kerbela|Kerbala
IQ/Maysan: Maysan|Майсан|ميسان|מייסאן|Meysan|Missan
IQ/At-Ta'mim: Kirkuk|Киркук|كركوك|כירכוכ|Kerkük|At-Ta'mim;Киркука;Киркуке
LB/An Nabatiyah: Nabatieh|Набатия|النبطية|נבטיה|Nebatiye|An-Nabatiyah;Nabatiye;Набатии
LB/Beqaa: Beqaa|Бекаа|البقاع|בקאע|Bekaa|Bekaa;Biqa;Бекаа
LB/South Lebanon: South Lebanon|Южный Ливан|لبنان الجنوبي|דרום לבנון|Güney Lübnan|محافظة الجنوب;جنوب لبنان;Южного Ливана;Южном Ливане
LB/Mount Lebanon: Mount Lebanon|Горный Ливан|جبل لبنان|הר הלבנון|Cebel-i Lübnan|Lübnan Dağı
LB/North Lebanon: North Lebanon|Северный Ливан|لبنان الشمالي|צפון לבנון|Kuzey Lübnan|محافظة الشمال;شمال لبنان;Северного Ливана;Северном Ливане
LB/Beirut: Beirut|Бейрут|بيروت|ביירות|Beyrut|Бейрута;Бейруте
JO/Ma\`an: Ma'an|Маан|معان|מען|Maan|Maan
JO/Amman: Amman|Амман|عمان (محافظة)|עמאן|Amman|العاصمة;Аммана;Аммане
JO/Irbid: Irbid|Ирбид|إربد|אירביד|İrbid|اربد
JO/Madaba: Madaba|Мадаба|مادبا|מידבא|Madaba|מאדבא
JO/Karak: Karak|Эль-Карак|الكرك|כרך|Kerek|Al-Karak;Kerak
JO/Tafilah: Tafilah|Эт-Тафила|الطفيلة|טפילה|Tafile|At-Tafilah;Tafila
JO/Aqaba: Aqaba|Акаба|العقبة|עקבה|Akabe|Al-Aqabah
JO/Balqa: Balqa|Эль-Балка|البلقاء|בלקא|Belka|Al-Balqa
JO/Mafraq: Mafraq|Эль-Мафрак|المفرق|מפרק|Mafrak|Al-Mafraq
JO/Zarqa: Zarqa|Эз-Зарка|الزرقاء|זרקא|Zerka|Az-Zarqa
JO/Ajlun: Ajloun|Аджлун|عجلون|עג'לון|Aclun|Ajlun
JO/Jarash: Jerash|Джараш|جرش|ג'רש|Ceraş|Jarash
IL/HaDarom: Southern District|Южный округ Израиля|اللواء الجنوبي|מחוז הדרום|Güney Bölgesi|HaDarom
IL/HaZafon: Northern District|Северный округ Израиля|اللواء الشمالي|מחוז הצפון|Kuzey Bölgesi|HaZafon;HaTzafon
IL/Haifa: Haifa|Хайфа|حيفا|חיפה|Hayfa|Haifa District;Хайфы;Хайфе;מחוז חיפה
IL/HaMerkaz: Central District|Центральный округ Израиля|اللواء الأوسط|מחוז המרכז|Merkez Bölgesi|HaMerkaz
IL/Jerusalem: Jerusalem|Иерусалим|القدس|ירושלים|Kudüs|Jerusalem District;Иерусалима;Иерусалиме
IL/Tel Aviv: Tel Aviv|Тель-Авив|تل أبيب|תל אביב|Tel Aviv|Tel Aviv District;Тель-Авива;Тель-Авиве
PS/Gaza Strip: Gaza Strip|Сектор Газа|قطاع غزة|רצועת עזה|Gazze Şeridi|Gaza;Газа;Сектора Газа;Секторе Газа;غزة;עזה;Gazze
PS/West Bank: West Bank|Западный берег|الضفة الغربية|הגדה המערבית|Batı Şeria|Западный берег реки Иордан;Западного берега
IR/Kordestan: Kordestan|||||Kurdistan;Курдистан;كردستان
AF/Hirat: Herat|Герат||||Hirat;Герата;Герате
AF/Kunduz: Kunduz|Кундуз||||Qunduz;Кундуза;Кундузе
AF/Kabul: Kabul|Кабул||||Кабула;Кабуле
AF/Hilmand: Helmand|Гильменд||||Гельменд;Hilmand
AF/Kandahar: Kandahar|Кандагар||||Qandahar;Кандагара;Кандагаре
UA/Kiev: Kyiv Oblast|Киевская область||||Kiev Oblast;Київська область
UA/Kiev City: Kyiv|Киев||||Kiev;Київ;Киева;Киеве
UA/L'viv: Lviv|Львовская область||||L'viv;Львов;Львова;Львове
UA/Odessa: Odesa|Одесская область||||Odessa;Одесса;Одессы;Одессе
UA/Kharkiv: Kharkiv|Харьковская область||||Kharkov;Харьков;Харькова;Харькове
UA/Donets'k: Donetsk|Донецкая область||||Донецк
UA/Luhans'k: Luhansk|Луганская область||||Lugansk;Луганск
UA/Kherson: Kherson|Херсонская область||||Херсон
UA/Zaporizhzhya: Zaporizhzhia|Запорожская область||||Zaporozhye;Запорожье
UA/Dnipropetrovs'k: Dnipropetrovsk|Днепропетровская область||||
UA/Mykolayiv: Mykolaiv|Николаевская область||||Nikolaev;Николаев
SD/Northern: Northern State|||||
SD/Red Sea: Red Sea State|||||
SD/White Nile: White Nile State|||||
SD/Blue Nile: Blue Nile State|||||
PK/K.P.: Khyber Pakhtunkhwa|||||KPK
PK/F.A.T.A.: Tribal Areas|||||FATA
PK/F.C.T.: Islamabad|||||
TR/K. Maras: Kahramanmaraş|||||Maras
TR/Kinkkale: Kırıkkale|||||Kirikkale
TR/Zinguldak: Zonguldak|||||
RU/Moskva: Moscow|Москва||||Москвы;Москве
RU/Moskovsskaya: Moscow Oblast|Московская область||||
AM/Erevan: Yerevan|Ереван||||Erevan
GE/Ajaria: Adjara|Аджария||||Ajara;Аджарии
`;

/** @type {Readonly<Record<string, Names>>} */
export const REGION_NAMES = Object.fromEntries(TABLE.trim().split('\n').map(entryOf));

/**
 * @param {string} line
 * @returns {[string, Names]}
 */
function entryOf(line) {
  const at = line.indexOf(': ');
  const fields = line.slice(at + 2).split('|');
  const last = fields.length > 5 ? (fields.at(-1) ?? '') : '';
  const aliases = last.trim() === '' ? [] : last.trim().split(';');
  const names = Array.from({ length: 5 }, (_, i) => fields[i]?.trim() ?? '');
  return [line.slice(0, at), { names, aliases }];
}

/**
 * @param {string} text
 * @returns {string[]}
 */
function split(text) {
  return text.split(';');
}
