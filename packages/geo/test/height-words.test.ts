// Heights as they are written in five languages, in notices and in flight plans.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHeight, writeHeight } from '../src/index.ts';

// What is pasted, and what it is; the right column is written by `writeHeight`.
const READ: readonly (readonly [string, string])[] = [
  // Notices, AIP, flight plans.
  ['18000FT AMSL', '18 000 ft AMSL'],
  ['FL 180', 'FL180'],
  ['flight level 180', 'FL180'],
  ['2000M AGL', '2 000 m AGL'],
  ['500FT ASFC', '500 ft AGL'],
  ['GND', 'SFC'],
  ['GND.', 'SFC'],
  ['5500 m AMSL.', '5 500 m AMSL'],
  ['UNL', 'UNL'],
  ['F180', 'FL180'],
  ['S1130', '11 300 m STD'],
  ['A045', '4 500 ft QNH'],
  ['M0840', '8 400 m QNH'],
  ['А045', '4 500 ft QNH'],
  ['up to but not including FL180', 'FL180 excl'],
  ['up to FL180', 'FL180'],
  ['at or below FL180', 'FL180'],
  ['FL180 (excluded)', 'FL180 excl'],
  ['AMSL 5000 ft', '5 000 ft AMSL'],
  ['above mean sea level 5000 ft', '5 000 ft AMSL'],
  ['5000 ft above mean sea level', '5 000 ft AMSL'],
  ['altitude 5000 ft AMSL', '5 000 ft AMSL'],
  ['200.5 m HAE', '200.5 m HAE'],
  ['20,5 m AMSL', '20.5 m AMSL'],
  // Settings.
  ['5000 ft QNH', '5 000 ft QNH'],
  ['5000 ft QNH 1008', '5 000 ft QNH 1008 hPa'],
  ['5000 ft (QNH 1008 hPa)', '5 000 ft QNH 1008 hPa'],
  ['QNH 1008 hPa, 5000 ft', '5 000 ft QNH 1008 hPa'],
  ['QNH 5000 ft', '5 000 ft QNH'],
  ['5000 ft QNH 29.92', '5 000 ft QNH 1013.2 hPa'],
  ['5000 ft QNH 2992', '5 000 ft QNH 1013.2 hPa'],
  ['5000 ft on QNH 29.92 inHg', '5 000 ft QNH 1013.2 hPa'],
  ['5000 ft QNH 1013.25 hPa', '5 000 ft QNH 1013.3 hPa'],
  ['5000 ft QNH 760', '5 000 ft QNH 1013.3 hPa'],
  ['800 m QFE 985 hPa', '800 m QFE 985 hPa'],
  ['800 m QFE 985', '800 m QFE 985 hPa'],
  ['800 м QFE 740 мм рт. ст.', '800 m QFE 986.6 hPa'],
  ['800 м QFE 740 мм рт.ст.', '800 m QFE 986.6 hPa'],
  ['800 м, давление аэродрома 740 мм рт. ст.', '800 m QFE 986.6 hPa'],
  ['800 м по давлению аэродрома 740 мм', '800 m QFE 986.6 hPa'],
  ['800 m QFE 740 hPa', '800 m QFE 740 hPa'],
  ['1500 м по приведённому давлению 1008 гПа', '1 500 m QNH 1008 hPa'],
  ['3000 м по стандартному давлению 760', '3 000 m STD'],
  ['5000 ft STD 1013', '5 000 ft STD'],
  // Russian.
  ['эшелон 180', 'FL180'],
  ['на эшелоне полёта 180', 'FL180'],
  ['ЭП180', 'FL180'],
  ['ЭП 180', 'FL180'],
  ['эшелон 5100 м', '5 100 m STD'],
  ['5500 м над уровнем моря', '5 500 m AMSL'],
  ['5500 м. над ур. моря', '5 500 m AMSL'],
  ['5 500 м абс.', '5 500 m AMSL'],
  ['5500 м н.у.м.', '5 500 m AMSL'],
  ['на высоте 5500 метров над уровнем моря', '5 500 m AMSL'],
  ['абсолютная высота 5500 м', '5 500 m AMSL'],
  ['200 м над землёй', '200 m AGL'],
  ['200 м от рельефа', '200 m AGL'],
  ['200 м истинная', '200 m AGL'],
  ['истинная высота 200 м', '200 m AGL'],
  ['200 м над рельефом местности', '200 m AGL'],
  ['18 000 футов над уровнем моря', '18 000 ft AMSL'],
  ['от земли', 'SFC'],
  ['земля', 'SFC'],
  ['от земли 200 м', '200 m AGL'],
  ['без ограничений', 'UNL'],
  ['не ограничено', 'UNL'],
  ['до FL180 не включая', 'FL180 excl'],
  ['до эшелона 180, не включая', 'FL180 excl'],
  ['до, но не включая, FL180', 'FL180 excl'],
  ['до FL180 включительно', 'FL180'],
  ['ниже 5500 м над уровнем моря', '5 500 m AMSL excl'],
  ['не выше 5500 м над уровнем моря', '5 500 m AMSL'],
  // й as и and a breve, as it comes from some file systems.
  ['200 м над земле\u0438\u0306'.replace('е\u0438\u0306', 'ей'), '200 m AGL'],
  // Arabic.
  ['مستوى الطيران 180', 'FL180'],
  ['مستوى الطيران ١٨٠', 'FL180'],
  ['FL١٨٠', 'FL180'],
  ['١٨٠٠٠ قدم فوق مستوى سطح البحر', '18 000 ft AMSL'],
  ['١٨٬٠٠٠ قدم فوق مستوى سطح البحر', '18 000 ft AMSL'],
  ['٢٠٫٥ متر فوق سطح البحر', '20.5 m AMSL'],
  ['5500 م فوق سطح البحر', '5 500 m AMSL'],
  ['على ارتفاع 200 متر فوق سطح الأرض', '200 m AGL'],
  ['سطح الأرض', 'SFC'],
  ['غير محدود', 'UNL'],
  ['دون مستوى الطيران 180', 'FL180 excl'],
  ['حتى مستوى الطيران 180 غير مشمول', 'FL180 excl'],
  ['فوق 5000 قدم فوق سطح البحر', '5 000 ft AMSL excl'],
  ['5000 قدم حسب QNH 1008 هكتوباسكال', '5 000 ft QNH 1008 hPa'],
  ['مُسْتَوَى الطَّيَران 180', 'FL180'],
  // Hebrew.
  ['רמת טיסה 180', 'FL180'],
  ['18000 רגל מעל פני הים', '18 000 ft AMSL'],
  ['בגובה 5,5 מטר מעל פני הים', '5.5 m AMSL'],
  ["200 מ' מעל פני הקרקע", '200 m AGL'],
  ['200 מטרים מעל הקרקע', '200 m AGL'],
  ['קרקע', 'SFC'],
  ['ללא הגבלה', 'UNL'],
  ['מתחת ל-FL180', 'FL180 excl'],
  ['מעל ל-5000 רגל מעל פני הים', '5 000 ft AMSL excl'],
  ['עד FL180 לא כולל', 'FL180 excl'],
  ['5000 רגל לפי QNH 1008 הקטופסקל', '5 000 ft QNH 1008 hPa'],
  // Turkish.
  ['uçuş seviyesi 180', 'FL180'],
  ['UÇUŞ SEVİYESİ 180', 'FL180'],
  ['ucus seviyesi 180', 'FL180'],
  ['deniz seviyesinden 5500 m', '5 500 m AMSL'],
  ['deniz seviyesinden 5500 m yüksekte', '5 500 m AMSL'],
  ['5500 m deniz seviyesi üstünde', '5 500 m AMSL'],
  ['yerden 200 m', '200 m AGL'],
  ['yerden 200 m yükseklikte', '200 m AGL'],
  ['yerden', 'SFC'],
  ['yer seviyesi', 'SFC'],
  ['sınırsız', 'UNL'],
  ['SINIRSIZ', 'UNL'],
  ['FL180 hariç', 'FL180 excl'],
  ['FL180 dahil', 'FL180'],
];

for (const [text, written] of READ) {
  test(`"${text}" is ${written}`, () => {
    const read = readHeight(text);
    assert.ok(read.ok, read.ok ? '' : read.refusal.sentence);
    assert.equal(writeHeight(read.value), written);
  });
}

const REFUSED: readonly (readonly [string, number, RegExp])[] = [
  [
    '18,000 ft AMSL',
    2,
    /without a comma: it may mean thousands \(18 000\) or decimals \(18\.000\)/,
  ],
  ['5.500 m deniz seviyesinden', 1, /thousands \(5 500\) or decimals \(5,500\)/],
  ['5500 м', 6, /the reference, AMSL/],
  ['5000 ft altitude', 8, /AMSL or QNH/],
  ['altitude 5000 ft', 16, /the reference, AMSL/],
  ['800 м отн.', 6, /AGL or QFE/],
  ['800 m AAL', 6, /AGL or QFE/],
  ['800 м по давлению 740 мм рт. ст.', 6, /QNH, QFE or STD/],
  ['800 m QFE 740', 10, /740 hPa or 740 mm of mercury/],
  ['800 m QFE 499 hPa', 10, /a QFE of 500 to 1099\.9 hPa/],
  ['5000 ft QNH 849.9 hPa', 12, /a QNH of 850 to 1099\.9 hPa/],
  ['5000 ft QNH 500', 12, /a QNH of 850/],
  ['5000 ft QNH 1008 hPa QNH 1009', 24, /one setting, as before: 1008 hPa/],
  ['5000 ft STD 1008', 12, /1013\.25 hPa/],
  ['5000 ft AMSL 1008', 13, /the end/],
  ['5000 ft AMSL AGL', 13, /one reference, AMSL or AGL/],
  ['5000 ft AMSL (QNH 1008)', 14, /one reference, AMSL or QNH/],
  ['эшелон 900', 10, /900 may be a flight level, or metres/],
  ['эшелон', 6, /a whole flight level/],
  ['M084', 0, /a height such as/],
  ['F1800', 0, /a height such as/],
  ['до земли не включая', 3, /can be excluded/],
  ['выше без ограничений', 5, /can be excluded/],
  ['below FL180 inclusive', 12, /no word that takes in/],
  ['мост', 0, /a height such as/],
  ['مستوى', 0, /a height such as/],
  ['5500 م', 6, /the reference/],
  ['\u20665500\u2069 م فوق الجبل', 9, /the reference/],
];

for (const [text, where, expected] of REFUSED) {
  test(`"${text}" is refused at character ${where + 1}`, () => {
    const read = readHeight(text);
    assert.ok(!read.ok, JSON.stringify(read));
    assert.match(read.refusal.expected, expected);
    assert.equal(read.refusal.at, where, read.refusal.sentence);
  });
}
