// The wording of the corpus: for each language openings, sentences of another matter, and how a
// distance, a direction, a part, a height or a time is put. Nothing of src is read.

export const POINTS = 'north north-east east south-east south south-west west north-west'.split(
  ' ',
);
const RU_POINTS = 'север северо-восток восток юго-восток юг юго-запад запад северо-запад'.split(
  ' ',
);
const RU_ADVERBS =
  'севернее северо-восточнее восточнее юго-восточнее южнее юго-западнее западнее северо-западнее';
const EN_CODES = 'N NE E SE S SW W NW'.split(' ');
const RU_CODES = 'С СВ В ЮВ Ю ЮЗ З СЗ'.split(' ');

export const EN = {
  openings: [
    'Coalition aircraft will conduct strikes',
    'Be advised: air activity is planned',
    'We notify you of a reconnaissance flight',
    'Air-to-air refuelling will take place',
    'Live firing is scheduled',
    'Two transport aircraft will make an air drop',
    'Search and rescue helicopters will operate',
    'Unmanned aircraft will be flying',
    'This is to inform you of an operation',
    'Training sorties will be flown',
    'Request you keep clear: artillery firing will be carried out',
    'Airspace is reserved',
  ],
  noise: [
    'About 250 people were evacuated last week.',
    'The next meeting is on 3 March 2021 in Geneva.',
    'Contact on 243.0 MHz, alternate 121.5 MHz.',
    'In 2015 a similar area was used near Kobani.',
    'Some 40 per cent of the sorties are unmanned.',
    'Please confirm receipt by return message.',
    'Point of contact: duty officer, telephone +1 803 555 0100.',
    'Squawk 4521 will be used.',
    'Four aircraft of two types take part.',
    'This message is number 17 of today.',
    'The aircraft depart from Incirlik.',
    'A 30 minute warning will be given before the start.',
    'Our note of 12 May 2014 refers.',
    'QNH 1013 is expected.',
    'No ordnance will be carried.',
    'The convoy from Amman has 12 vehicles.',
    'Weather permitting.',
    'Runway 09/27 stays open.',
    'The spokesman gave figures on 30 September 2015 in Moscow.',
    'Speed 250 kt, heading 270.',
  ],
  hedges: ['about', 'approximately', 'roughly', 'some', 'around'],
  joint: ' ',
  number: (value) => String(value),
  km: ['km', 'km', 'kilometres', 'kilometers'],
  nm: ['NM', 'nautical miles', 'nm'],
  toward: (point, pick) =>
    pick([
      POINTS[point],
      POINTS[point].replace('-', ''),
      EN_CODES[point],
      `to the ${POINTS[point]}`,
    ]),
  relative: (length, toward, from, pick) =>
    toward.startsWith('to the')
      ? `${length} ${toward} of ${from}`
      : pick([`${length} ${toward} of ${from}`, `in an area ${length} ${toward} of ${from}`]),
  away: (length, from, pick) =>
    pick([`${length} from ${from}`, `at a distance of ${length} from ${from}`]),
  bearing: (degrees, length, from) => `on a bearing of ${degrees} degrees from ${from}, ${length}`,
  town: ([name], pick) => pick([name, name, `the city of ${name}`]),
  aerodrome: ([code, name, , , , , kind], pick) =>
    pick([`${name} ${kind}`, ...(code === '' ? [] : [code, `${name} ${kind} (${code})`])]),
  near: ([name], pick) => pick([`near ${name}`, `in the vicinity of ${name}`, `close to ${name}`]),
  over: ([name], pick) => pick([`over ${name}`, `in the airspace over ${name}`]),
  part: (part, country, pick) => {
    if (part === 'central') return pick([`in central ${country}`]);
    const ern = part.replace(/(north|south|east|west)$/, '$1ern');
    return pick([
      `in ${ern} ${country}`,
      `in the ${part} of ${country}`,
      `in the ${ern} part of ${country}`,
    ]);
  },
  region: ([, , , country, , region], pick) => {
    const kind = country === 'Ukraine' ? 'Oblast' : 'Governorate';
    const word = country === 'Afghanistan' ? 'Province' : kind;
    return pick([
      `in ${region} ${word}`,
      `in ${region} ${word.toLowerCase()}`,
      `in the ${word.toLowerCase()} of ${region}`,
    ]);
  },
  country: (country, pick) =>
    pick([`in ${country}`, `in the airspace of ${country}`, `over ${country}`]),
  levels: (low, high, pick) =>
    pick([
      `FL${low} to FL${high}`,
      `between FL${low} and FL${high}`,
      `FL${low}-FL${high}`,
      `flight levels ${low} to ${high}`,
      `from FL ${low} to FL ${high}`,
      `block FL${low}-${high}`,
    ]),
  under: (high, pick) =>
    pick([
      `up to ${high}`,
      `from the surface to ${high}`,
      `not above ${high}`,
      `at or below ${high}`,
      `SFC to ${high}`,
    ]),
  heights: (low, high, unit, pick) =>
    pick([
      `at altitudes from ${low} to ${high} ${unit}`,
      `between ${low} and ${high} ${unit} AMSL`,
      `altitude ${low}-${high} ${unit}`,
      `altitude block ${low} to ${high} ${unit} AMSL`,
    ]),
  level: (high) => `FL${high}`,
  metres: ['m', 'metres'],
  feet: ['ft', 'feet'],
  months:
    'January February March April May June July August September October November December'.split(
      ' ',
    ),
  date: (day, month, year, months, pick) =>
    pick([
      `on ${day} ${months[month]} ${year}`,
      `on ${months[month]} ${day}, ${year}`,
      `on ${day} ${months[month].slice(0, 3)} ${year}`,
      `on ${day} ${months[month]}`,
    ]),
  times: (from, to, zone, pick) => {
    const name = { Z: 'Z', Moscow: ' Moscow time', Damascus: ' Damascus time' }[zone];
    return pick([
      `from ${from.replace(':', '')} to ${to.replace(':', '')}${name}`,
      `from ${from} to ${to}${name === 'Z' ? ' UTC' : name}`,
      `between ${from} and ${to}${name}`,
      `${from.replace(':', '')}-${to.replace(':', '')}${name}`,
    ]);
  },
  centred: (position, pick) =>
    pick([`centred on ${position}`, `at ${position}`, `centre ${position}`]),
  corner: (position, pick) => pick([`with a corner at ${position}`, `beginning at ${position}`]),
};

export const RU = {
  openings: [
    'Планируются полёты авиации',
    'Самолёты ВКС будут наносить удары',
    'Сообщаем о проведении стрельб',
    'Будет выполняться дозаправка в воздухе',
    'Планируется работа беспилотных аппаратов',
    'Уведомляем о проведении учений',
    'Вертолёты будут вести поиск и спасание',
    'Просим освободить воздушное пространство: удары артиллерии будут наноситься',
    'Будет произведён сброс груза',
    'Вводится ограничение полётов',
    'Пройдёт воздушная разведка',
  ],
  noise: [
    'Задействовано 12 самолётов.',
    'Связь на частоте 124,0 МГц, запасная 121,5 МГц.',
    'Просим подтвердить получение.',
    'Дежурный офицер: телефон 8 495 555 01 00.',
    'В 2015 году такой район уже назначался.',
    'Около 40 процентов вылетов выполняют беспилотники.',
    'Следующая встреча состоится 3 марта 2021 года в Женеве.',
    'Эвакуировано 250 человек.',
    'Код ответчика 4521.',
    'Самолёты вылетают с авиабазы Хмеймим.',
    'Ветер 270 градусов, 5 м/с.',
    'За 30 минут до начала будет дано предупреждение.',
    'Наше письмо от 12 мая 2014 года.',
    'Колонна из Аммана, 12 машин.',
    'Это сообщение номер 17 за сегодня.',
    'Боеприпасы не применяются.',
    'Скорость 450 км/ч, курс 270.',
    'Минобороны сообщило об этом 30 сентября 2015 года в Москве.',
  ],
  hedges: ['около', 'примерно', 'приблизительно', 'ориентировочно'],
  number: (value) => String(value).replace('.', ','),
  km: ['км', 'км', 'километрах'],
  nm: ['морских милях', 'морских миль'],
  toward: (point, pick) =>
    pick([
      RU_ADVERBS.split(' ')[point],
      `к ${RU_POINTS[point]}у`,
      `на ${RU_POINTS[point]}`,
      RU_CODES[point],
    ]),
  relative: (length, toward, from, pick) =>
    toward.endsWith('ее')
      ? `в ${length} ${toward} ${from}`
      : pick([`в ${length} ${toward} от ${from}`, `в районе в ${length} ${toward} от ${from}`]),
  away: (length, from, pick) =>
    pick([
      `в ${length} от ${from}`,
      `на удалении ${length.replace('километрах', 'километров')} от ${from}`,
    ]),
  bearing: (degrees, length, from) => `по азимуту ${degrees}° от ${from}, ${length}`,
  town: (place, pick) => {
    const [nominative, genitive] = place[7].split('/');
    return pick([genitive, `города ${nominative}`, `г. ${nominative}`]);
  },
  aerodrome: ([code, , , , , name, , kind], pick) =>
    pick([
      `${kind} ${name}`,
      `${kind} «${name}»`,
      ...(code === '' ? [] : [`${kind} ${name} (${code})`]),
    ]),
  near: (place, pick) => {
    const [, genitive] = place[7].split('/');
    return pick([
      `в районе ${genitive}`,
      `вблизи ${genitive}`,
      `в окрестностях ${genitive}`,
      `недалеко от ${genitive}`,
    ]);
  },
  over: (place) => `над ${place[7].split('/')[2]}`,
  part: (part, country, pick, countries) => {
    const [genitive] = countries[country].split('/');
    if (part === 'central')
      return pick([`в центральной части ${genitive}`, `в центре ${genitive}`]);
    const name = RU_POINTS[POINTS.indexOf(part)];
    const adjective = name
      .replace(/восток$/, 'восточн')
      .replace(/запад$/, 'западн')
      .replace(/север$/, 'северн')
      .replace(/юг$/, 'южн');
    return pick([
      `на ${name}е ${genitive}`,
      `в ${adjective}ой части ${genitive}`,
      `в ${adjective}ых районах ${genitive}`,
    ]);
  },
  region: ([, , , , , , region]) => `в ${region}`,
  country: (country, pick, countries) => {
    const [genitive, prepositional] = countries[country].split('/');
    const lead = country === 'Ukraine' || country === 'Cyprus' ? 'на' : 'в';
    return pick([
      `${lead} ${prepositional}`,
      `в воздушном пространстве ${genitive}`,
      `на территории ${genitive}`,
    ]);
  },
  levels: (low, high, pick) =>
    pick([
      `эшелоны ${low}-${high}`,
      `от эшелона ${low} до эшелона ${high}`,
      `на эшелонах ${low}–${high}`,
      `FL${low}-FL${high}`,
      `с эшелона ${low} до ${high}`,
    ]),
  under: (high, pick) => pick([`от земли до ${high}`, `не выше ${high}`, `до ${high}`]),
  heights: (low, high, unit, pick) =>
    pick([
      `на высотах от ${low} до ${high} ${unit}`,
      `в диапазоне высот ${low}-${high} ${unit}`,
      `высоты ${low}–${high} ${unit} над уровнем моря`,
      `на высоте от ${low} до ${high} ${unit}`,
    ]),
  level: (high) => `эшелона ${high}`,
  metres: ['м', 'метров'],
  feet: ['футов'],
  months: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
    ' ',
  ),
  date: (day, month, year, months, pick) =>
    pick([
      `${day} ${months[month]} ${year} года`,
      `${day} ${months[month]} ${year} г.`,
      `${String(day).padStart(2, '0')}.${String(month + 1).padStart(2, '0')}.${year}`,
      `${day} ${months[month]}`,
    ]),
  times: (from, to, zone, pick) => {
    const name = { Z: 'UTC', Moscow: 'мск', Damascus: 'по дамасскому времени' }[zone];
    return pick([
      `с ${from} до ${to} ${name}`,
      `${from}-${to} ${name}`,
      `с ${from} по ${to} ${name}`,
    ]);
  },
  centred: (position, pick) => pick([`с центром ${position}`, `в точке ${position}`]),
  corner: (position, pick) => pick([`с углом в точке ${position}`, `начиная от ${position}`]),
};
