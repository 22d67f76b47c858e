// Writes test/corpus/right.jsonl and wrong.jsonl by the rules of test/corpus/RULES.md. Shares no
// code with src: distances and bearings are GeodSolve's, grids GeoConvert's, SK-42 is PROJ's.
//
//   node packages/geo/tools/write-corpus.mjs
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AERODROMES, TOWNS } from './corpus-places.mjs';
import { EN, RU } from './corpus-phrases.mjs';
import { drawing, reach } from './corpus-oracles.mjs';
import { isTown as isTownPlace, positionOf, STATEMENTS } from './corpus-statements.mjs';

const COUNT = 120;
const SLIPS =
  'distance direction reference near part region country altitude clock date ' +
  'position swapped datum';
const MAKER = {
  distance: 'relative',
  direction: 'relative',
  reference: 'relative',
  near: 'near',
  part: 'part',
  region: 'region',
  country: 'country',
  altitude: 'altitude',
  clock: 'time',
  date: 'time',
  position: 'position',
  swapped: 'position',
  datum: 'position',
};
/** How far from its town the area may lie for each statement to be right, metres. */
const REACH = { near: 30_000, part: 25_000, region: 12_000, country: 20_000 };
const LANGUAGES = {
  en: {
    ...EN,
    sea: 'AMSL',
    letters: [
      ['N', 'S'],
      ['E', 'W'],
    ],
  },
  ru: {
    ...RU,
    sea: 'над уровнем моря',
    letters: [
      ['N', 'S'],
      ['E', 'W'],
    ],
  },
};
const RU_LETTERS = [
  ['с.ш.', 'ю.ш.'],
  ['в.д.', 'з.д.'],
];
const FRAMES = {
  en: {
    place: ['The area lies @.', 'Area of activity: @.', 'All work will be done @.'],
    altitude: ['Altitude: @.', 'Aircraft will fly @.', 'Flight levels and altitudes: @.'],
    time: ['Time: @.', 'The activity is planned @.', 'Valid @.'],
    position: ['The area is a zone @.', 'Zone @.'],
  },
  ru: {
    place: ['Район работ находится @.', 'Полёты выполняются @.', 'Зона действий: @.'],
    altitude: ['Высоты: @.', 'Полёты выполняются @.', 'Самолёты займут @.'],
    time: ['Время: @.', 'Работы проводятся @.', 'Действует @.'],
    position: ['Зона @.', 'Район @.'],
  },
};

const fold = new URL('../test/corpus/', import.meta.url).pathname;
const written = { right: [], wrong: [] };
for (const side of ['right', 'wrong']) {
  for (const [i, language] of ['en', 'ru'].entries()) {
    let seed = side === 'right' ? 1000 + i : 2000 + i;
    const lines = [];
    while (lines.length < COUNT) {
      const draw = drawing((seed += 10));
      const slip = side === 'right' ? undefined : SLIPS.split(' ')[lines.length % 13];
      const line = lineOf(`${language}-${side}-${lines.length + 1}`, language, slip, draw);
      if (line !== undefined) lines.push(line);
    }
    written[side].push(...lines);
  }
  const text = written[side].map((line) => `${JSON.stringify(line)}\n`).join('');
  writeFileSync(join(fold, `${side}.jsonl`), text);
}

function lineOf(id, language, slip, draw) {
  const words = { ...LANGUAGES[language] };
  if (language === 'ru' && draw.next() < 0.5) words.letters = RU_LETTERS;
  const kind = MAKER[slip];
  const scene = sceneOf(draw, kind, language);
  if (scene === undefined) return undefined;
  const kinds = kindsFor(scene, draw, kind);
  const parts = [];
  let said;
  for (const each of kinds) {
    const made = STATEMENTS[each](scene, words, draw, each === kind ? slip : undefined);
    if (each === kind) {
      if (made.wrong === undefined) return undefined;
      said = { slip, codes: made.codes, wrong: made.wrong, right: made.right };
    }
    parts.push([each, each === kind ? made.wrong : made.right]);
  }
  const text = textOf(parts, words, FRAMES[language], draw);
  return { id, language, text, volumes: [scene.volume], ...(said !== undefined && { said }) };
}

function sceneOf(draw, kind, language) {
  const needsTown = kind in REACH;
  const anchor = draw.pick(needsTown ? TOWNS : [...TOWNS, ...AERODROMES]);
  if (kind === 'part' && anchor[4] === '') return undefined;
  if (kind === 'region' && anchor[6] === '') return undefined;
  const metres = draw.whole(needsTown ? 3000 : 8000, REACH[kind] ?? 60_000);
  const radius = draw.whole(1, Math.max(2, Math.floor(metres / 4000))) * 500 + 500;
  const azimuth = draw.whole(0, 359);
  const centre = reach(positionOf(anchor), azimuth, metres);
  const shape = shapeOf(draw, centre, radius);
  const heights = heightsOf(draw, language);
  const zone = draw.pick(['Z', 'Z', 'Moscow', ...(anchor.includes('Syria') ? ['Damascus'] : [])]);
  const day = Date.UTC(draw.whole(2015, 2021), draw.whole(4, 8), draw.whole(1, 28));
  const startMs = day + draw.whole(12, 60) * 900_000;
  const endMs = startMs + draw.whole(2, 20) * 900_000;
  const volume = { outline: shape.outline, band: heights.band, window: { startMs, endMs } };
  return {
    anchor,
    metres,
    radius,
    azimuth,
    centre,
    ...shape,
    heights,
    zone,
    startMs,
    endMs,
    volume,
  };
}

function e7([lat, lon]) {
  return { latE7: Math.round(lat * 1e7), lonE7: Math.round(lon * 1e7) };
}

function shapeOf(draw, centre, radius) {
  if (draw.next() < 0.5) {
    return { outline: { kind: 'circle', centre: e7(centre), radiusCentimetres: radius * 100 } };
  }
  const turn = draw.whole(0, 89);
  const corners = [0, 90, 180, 270].map((each) => reach(centre, each + turn, radius));
  return { corners, outline: { kind: 'polygon', ring: corners.map(e7) } };
}

function heightsOf(draw) {
  const unit = draw.pick(['FL', 'FL', 'm', 'ft']);
  const step = { FL: 10, m: 500, ft: 1000 }[unit];
  const low = draw.next() < 0.35 ? 0 : step * draw.whole(10, 20);
  const high = (low === 0 ? step * 9 : low) + step * draw.whole(2, 12);
  const bound = (value) => ({
    kind: 'height',
    centimetres: Math.round(value * { FL: 3048, m: 100, ft: 30.48 }[unit]),
    unit,
    reference: unit === 'FL' ? 'STD' : 'AMSL',
  });
  const lower = low === 0 ? { kind: 'surface' } : bound(low);
  return { unit, low, high, band: { lower, upper: bound(high) } };
}

/** The slip's own statement and two or three that are right. */
function kindsFor({ anchor, metres }, draw, kind) {
  const may = ['relative', 'altitude', 'time', 'position', 'near', 'part', 'region', 'country'];
  const isTown = isTownPlace(anchor);
  const fits = may.filter((each) => {
    if (each === 'part' && (!isTown || anchor[4] === '')) return false;
    if (each === 'region' && (!isTown || anchor[6] === '')) return false;
    if (each === 'near' && !isTown) return false;
    if (each === 'country' && !isTown) return false;
    if (each === 'relative' && metres < 8000) return false;
    return metres <= (REACH[each] ?? Infinity);
  });
  const chosen = new Set(kind === undefined ? [] : [kind]);
  const size = draw.whole(2, 4);
  while (chosen.size < Math.min(size, fits.length)) chosen.add(draw.pick(fits));
  return may.filter((each) => chosen.has(each));
}

function textOf(parts, words, frames, draw) {
  const sentences = [];
  const opening = draw.pick(words.openings);
  const first = parts[0];
  const isPlace = !['altitude', 'time', 'position'].includes(first[0]);
  sentences.push(isPlace ? `${opening} ${first[1]}.` : `${opening}.`);
  for (const [kind, text] of isPlace ? parts.slice(1) : parts) {
    const frame = draw.pick(frames[kind] ?? frames.place);
    sentences.push(frame.replace('@', text));
  }
  for (let i = draw.whole(0, 3); i > 0; i -= 1) {
    sentences.splice(draw.whole(1, sentences.length), 0, draw.pick(words.noise));
  }
  return sentences.join(draw.pick([' ', ' ', '\n']));
}
