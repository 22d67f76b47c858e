// The phrases of place texts, one table a language. What stands in braces is filled in: {name} of
// the place, {km} with its unit, {within}, {bearing}, {compass} as a point, {side} as a direction.
import type { Language } from '../words/language.ts';
import type { PlaceRelation } from './place-relations.ts';

type Clauses = Readonly<Record<PlaceRelation['code'] | 'polar', string>>;

export type PlacePhrases = {
  readonly aerodrome: Clauses;
  readonly town: Clauses;
  readonly site: Clauses;
  /** {names}: the region and the country. */
  readonly inside: string;
  readonly offshore: string;
  readonly far: string;
  readonly unit: string;
  readonly point: '.' | ',';
  readonly comma: string;
  readonly semicolon: string;
  /** From north, clockwise, eight of each. */
  readonly compass: readonly string[];
  readonly sides: readonly string[];
};

const ENGLISH = 'north north-east east south-east south south-west west north-west'.split(' ');

const en: PlacePhrases = {
  aerodrome: {
    'place.at': 'at {name}',
    'place.within': 'within {within} of {name}',
    'place.from': '{km}, bearing {bearing} true ({compass}), from {name}',
    'place.holds': 'includes {name} (centre {km}, bearing {bearing} true, from it)',
    polar: '{km}, bearing {bearing} true, from {name}',
  },
  town: {
    'place.at': 'at the town of {name}',
    'place.within': 'within {within} of {name}',
    'place.from': '{km} {side} of the town of {name}',
    'place.holds': 'includes the town of {name}',
    polar: '{km}, bearing {bearing} true, from the town of {name}',
  },
  site: {
    'place.at': 'at {name}',
    'place.within': 'within {within} of {name}',
    'place.from': '{km} {side} of {name}',
    'place.holds': 'includes {name}',
    polar: '{km}, bearing {bearing} true, from {name}',
  },
  inside: 'in {names}',
  offshore: 'at sea, {km} off {names}',
  far: 'far from all listed places:',
  unit: 'km',
  point: '.',
  comma: ', ',
  semicolon: '; ',
  compass: ENGLISH,
  sides: ENGLISH,
};

const ru: PlacePhrases = {
  aerodrome: {
    'place.at': 'на аэродроме {name}',
    'place.within': 'в пределах {within} от аэродрома {name}',
    'place.from': '{km}, истинный пеленг {bearing} ({compass}), от аэродрома {name}',
    'place.holds': 'включает аэродром {name} (центр в {km}, истинный пеленг {bearing} от него)',
    polar: '{km}, истинный пеленг {bearing}, от аэродрома {name}',
  },
  town: {
    'place.at': 'в н. п. {name}',
    'place.within': 'в пределах {within} от н. п. {name}',
    'place.from': '{km} {side} н. п. {name}',
    'place.holds': 'включает н. п. {name}',
    polar: '{km}, истинный пеленг {bearing}, от н. п. {name}',
  },
  site: {
    'place.at': 'у пункта {name}',
    'place.within': 'в пределах {within} от пункта {name}',
    'place.from': '{km} {side} пункта {name}',
    'place.holds': 'включает пункт {name}',
    polar: '{km}, истинный пеленг {bearing}, от пункта {name}',
  },
  inside: 'на территории: {names}',
  offshore: 'в море, {km} от берега: {names}',
  far: 'вдали от всех известных пунктов:',
  unit: 'км',
  point: ',',
  comma: ', ',
  semicolon: '; ',
  compass: 'север северо-восток восток юго-восток юг юго-запад запад северо-запад'.split(' '),
  sides: (
    'севернее северо-восточнее восточнее юго-восточнее ' +
    'южнее юго-западнее западнее северо-западнее'
  ).split(' '),
};

const ar: PlacePhrases = {
  aerodrome: {
    'place.at': 'عند مطار {name}',
    'place.within': 'ضمن {within} من مطار {name}',
    'place.from': 'على بعد {km}، باتجاه حقيقي {bearing} ({compass})، من مطار {name}',
    'place.holds': 'يشمل مطار {name} (المركز على بعد {km} منه، باتجاه حقيقي {bearing})',
    polar: 'على بعد {km}، باتجاه حقيقي {bearing}، من مطار {name}',
  },
  town: {
    'place.at': 'عند بلدة {name}',
    'place.within': 'ضمن {within} من بلدة {name}',
    'place.from': 'على بعد {km} {side} بلدة {name}',
    'place.holds': 'يشمل بلدة {name}',
    polar: 'على بعد {km}، باتجاه حقيقي {bearing}، من بلدة {name}',
  },
  site: {
    'place.at': 'عند موقع {name}',
    'place.within': 'ضمن {within} من موقع {name}',
    'place.from': 'على بعد {km} {side} موقع {name}',
    'place.holds': 'يشمل موقع {name}',
    polar: 'على بعد {km}، باتجاه حقيقي {bearing}، من موقع {name}',
  },
  inside: 'في {names}',
  offshore: 'في البحر، على بعد {km} من ساحل {names}',
  far: 'بعيد عن كل الأماكن المدرجة:',
  unit: 'كم',
  point: '.',
  comma: '، ',
  semicolon: '؛ ',
  compass: ['شمال', 'شمال شرق', 'شرق', 'جنوب شرق', 'جنوب', 'جنوب غرب', 'غرب', 'شمال غرب'],
  sides: ['شمال', 'شمال شرق', 'شرق', 'جنوب شرق', 'جنوب', 'جنوب غرب', 'غرب', 'شمال غرب'],
};

const he: PlacePhrases = {
  aerodrome: {
    'place.at': 'בשדה התעופה {name}',
    'place.within': 'בטווח {within} משדה התעופה {name}',
    'place.from': 'במרחק {km}, בכיוון אמיתי {bearing} ({compass}), משדה התעופה {name}',
    'place.holds': 'כולל את שדה התעופה {name} (המרכז במרחק {km} ממנו, בכיוון אמיתי {bearing})',
    polar: 'במרחק {km}, בכיוון אמיתי {bearing}, משדה התעופה {name}',
  },
  town: {
    'place.at': 'ביישוב {name}',
    'place.within': 'בטווח {within} מהיישוב {name}',
    'place.from': 'במרחק {km} {side} ליישוב {name}',
    'place.holds': 'כולל את היישוב {name}',
    polar: 'במרחק {km}, בכיוון אמיתי {bearing}, מהיישוב {name}',
  },
  site: {
    'place.at': 'באתר {name}',
    'place.within': 'בטווח {within} מהאתר {name}',
    'place.from': 'במרחק {km} {side} לאתר {name}',
    'place.holds': 'כולל את האתר {name}',
    polar: 'במרחק {km}, בכיוון אמיתי {bearing}, מהאתר {name}',
  },
  inside: 'בתחום {names}',
  offshore: 'בים, במרחק {km} מחוף {names}',
  far: 'רחוק מכל המקומות הרשומים:',
  unit: 'ק"מ',
  point: '.',
  comma: ', ',
  semicolon: '; ',
  compass: 'צפון צפון-מזרח מזרח דרום-מזרח דרום דרום-מערב מערב צפון-מערב'.split(' '),
  sides: 'מצפון מצפון-מזרח ממזרח מדרום-מזרח מדרום מדרום-מערב ממערב מצפון-מערב'.split(' '),
};

const tr: PlacePhrases = {
  aerodrome: {
    'place.at': '{name} havaalanında',
    'place.within': '{name} havaalanına en çok {within}',
    'place.from': '{name} havaalanından {km}, gerçek kerteriz {bearing} ({compass})',
    'place.holds': '{name} havaalanını kapsar (merkez ondan {km}, gerçek kerteriz {bearing})',
    polar: '{name} havaalanından {km}, gerçek kerteriz {bearing}',
  },
  town: {
    'place.at': '{name} yerleşiminde',
    'place.within': '{name} yerleşimine en çok {within}',
    'place.from': '{name} yerleşiminin {km} {side}',
    'place.holds': '{name} yerleşimini kapsar',
    polar: '{name} yerleşiminden {km}, gerçek kerteriz {bearing}',
  },
  site: {
    'place.at': '{name} noktasında',
    'place.within': '{name} noktasına en çok {within}',
    'place.from': '{name} noktasının {km} {side}',
    'place.holds': '{name} noktasını kapsar',
    polar: '{name} noktasından {km}, gerçek kerteriz {bearing}',
  },
  inside: '{names} içinde',
  offshore: 'denizde, {km} açıkta: {names}',
  far: 'bilinen bütün yerlerden uzakta:',
  unit: 'km',
  point: ',',
  comma: ', ',
  semicolon: '; ',
  compass: 'kuzey kuzeydoğu doğu güneydoğu güney güneybatı batı kuzeybatı'.split(' '),
  sides: (
    'kuzeyinde kuzeydoğusunda doğusunda güneydoğusunda ' +
    'güneyinde güneybatısında batısında kuzeybatısında'
  ).split(' '),
};

export const PLACE_PHRASES: Readonly<Record<Language, PlacePhrases>> = { en, ru, ar, he, tr };
