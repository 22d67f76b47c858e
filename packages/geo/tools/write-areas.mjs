// Writes src/place/areas.json from Natural Earth 1:10m v4.1.0 admin 0, admin 1 and disputed lines
// (public domain), simplified to 1 km by QGIS: world_map.gpkg of Debian's qgis-common 3.22.16.
// The result depends on that file, on tools/areas/ and on the names that Node 26 has of countries.
//
//   apt-get download qgis-common && dpkg -x qgis-common_*.deb x
//   node packages/geo/tools/write-areas.mjs x/usr/share/qgis/resources/data/world_map.gpkg
import { writeFileSync } from 'node:fs';
import { areaOf, cutRings, straightened } from './areas/borders.mjs';
import { DISPUTED_LANDS } from './areas/disputed-lands.mjs';
import { mainExtent, wholeExtent } from './areas/extent.mjs';
import { packedArc, packedList } from './areas/packing.mjs';
import { readMap } from './areas/read-map.mjs';
import { countryNames, regionNames } from './areas/names.mjs';

/** @typedef {import('./areas/read-map.mjs').Drawn} Drawn */
/** @typedef {{ id: string, names: readonly string[], drawn: Drawn[] }} Named */

const [path = ''] = process.argv.slice(2);
if (path === '') throw new Error('usage: write-areas.mjs world_map.gpkg');

/** Countries whose regions are kept, and whose lines stay as they are in the file. */
const FINE = new Set(
  'SY IQ LB JO IL PS TR CY IR SA KW QA BH AE OM YE EG LY SD UA RU GE AM AZ MD BY AF PK KP KR'.split(
    ' ',
  ),
);
const UNITS_PER_DEGREE = 1000;
const COARSE_METRES = 1000;
const ISLAND_SQUARE_KILOMETRES_MIN = 4;

const map = readMap(path);
const disputedNames = new Set(DISPUTED_LANDS.flatMap(({ regions = [] }) => regions));
/** @type {(region: Drawn) => string} */
const nameOnMap = ({ iso, name }) => `${iso} ${name}`;
const areas = named();
/** Land that is only ever disputed: its lines are kept, without a name. */
const lands = DISPUTED_LANDS.map((land) => ({
  ...land,
  drawn: [
    ...map.countries.filter(({ iso }) => land.countries?.includes(iso) === true),
    ...map.regions.filter((region) => land.regions?.includes(nameOnMap(region)) === true),
  ],
}));
for (const { land, drawn, countries = [], regions = [] } of lands) {
  if (drawn.length < countries.length + regions.length) throw new Error(`no such land: ${land}`);
}

const others = map.countries.filter(({ iso }) => iso === '-1');
const rings = [...areas, ...lands, { drawn: others }].flatMap(({ drawn }) =>
  drawn.flatMap(ringsOf),
);
const { arcs, ringArcs } = cutRings(rings.map(({ points }) => points));
/** @type {Map<readonly import('./areas/read-map.mjs').Point[], readonly number[]>} */
const arcsOfRing = new Map(rings.map(({ points }, i) => [points, ringArcs[i] ?? []]));
const fineArcs = new Set(
  rings.flatMap(({ points, fine }) => (fine ? (arcsOfRing.get(points) ?? []) : [])),
);
/** @type {Map<number, number>} old place of an arc to its new one, in the order of first use */
const places = new Map();
const areaLines = areas.map(({ id, names, drawn }) => {
  const kept = drawn.flatMap(ringsOf).map(({ points }) => points);
  const [box, extent] = [packedBox(wholeExtent(kept)), packedBox(mainExtent(kept))];
  return [id, ...names, arcList(drawn), box, extent === box ? '' : extent].join('|');
});
const landLines = lands.map(({ land, parties, ring, box, drawn }) => {
  const byHand = box === undefined ? ringByHand(ring) : ringOfBox(...box);
  return [land, parties, arcList(drawn), packedArc(byHand, UNITS_PER_DEGREE)].join('|');
});
const table = {
  source:
    'Natural Earth 1:10m v4.1.0 (https://www.naturalearthdata.com), admin 0, admin 1 and disputed ' +
    'boundary lines, by way of world_map.gpkg of QGIS 3.22.16',
  licence: 'public domain; simplified, rounded and named by tools/write-areas.mjs',
  fields: {
    areas:
      'id|English|Russian|Arabic|Hebrew|Turkish|aliases by ;|arcs|west, south, east, north|those of its main parts where others',
    disputedLands: 'land|parties|arcs|ring drawn by hand',
  },
  packing:
    'Base64 VLQ as in source maps (ECMA-426), each number less the one before; lon and lat in turn',
  unitsPerDegree: UNITS_PER_DEGREE,
  fineCountries: [...FINE].join(' '),
  areas: areaLines,
  disputedLands: landLines,
  disputedLines: map.disputed.flatMap(({ lines }) =>
    lines.map(({ points }) => packedArc(points, UNITS_PER_DEGREE)),
  ),
  coasts: packedList(coastPlaces()),
  arcs: [...places.keys()].map((place) => {
    const tolerance = fineArcs.has(place) ? 0 : COARSE_METRES;
    return packedArc(straightened(arcs[place] ?? [], tolerance), UNITS_PER_DEGREE);
  }),
};
const text = JSON.stringify(table).replaceAll('","', '",\n"');
writeFileSync(new URL('../src/place/areas.json', import.meta.url), `${text}\n`);
process.stdout.write(
  `${areaLines.length} areas, ${places.size} arcs, ${Buffer.byteLength(text)} bytes\n`,
);

/** @returns {Named[]} */
function named() {
  const countries = map.countries
    .filter(({ iso }) => iso !== '-1')
    .map((drawn) => ({ id: drawn.iso, names: countryNames(drawn.iso), drawn: [drawn] }));
  /** @type {Map<string, Named>} */
  const regions = new Map();
  for (const drawn of map.regions) {
    if (!FINE.has(drawn.iso) && !disputedNames.has(nameOnMap(drawn))) continue;
    const known = regionNames(drawn);
    if (known === undefined) continue;
    const region = regions.get(known.id) ?? { ...known, drawn: [] };
    region.drawn.push(drawn);
    regions.set(known.id, region);
  }
  return [...countries, ...regions.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The rings that are kept: of coarse countries not the small islands, unless there is nothing else.
 * @param {Drawn} drawn
 */
function ringsOf(drawn) {
  const fine = FINE.has(drawn.iso) || drawn.iso === '-1';
  const largest = Math.max(...drawn.lines.map(({ points }) => areaOf(points)));
  return drawn.lines
    .filter(({ points, hole }) => {
      const size = areaOf(points);
      return fine || hole || size === largest || size >= ISLAND_SQUARE_KILOMETRES_MIN;
    })
    .map(({ points }) => ({ points, fine }));
}

/**
 * The arcs that are in one of the drawn areas, not those between two of them.
 * @param {readonly Drawn[]} drawn
 * @returns {string}
 */
function arcList(drawn) {
  /** @type {Set<number>} */
  const once = new Set();
  for (const { points } of drawn.flatMap(ringsOf)) {
    for (const arc of arcsOfRing.get(points) ?? []) {
      if (!once.delete(arc)) once.add(arc);
    }
  }
  const listed = [...once].map((arc) => {
    const place = places.get(arc) ?? places.size;
    places.set(arc, place);
    return place;
  });
  return packedList(listed.sort((a, b) => a - b));
}

/**
 * The arcs with land of one country on one side, and on the other side of none.
 * @returns {number[]}
 */
function coastPlaces() {
  /** @type {Map<number, number>} */
  const uses = new Map();
  for (const { points } of map.countries.flatMap(ringsOf)) {
    for (const arc of arcsOfRing.get(points) ?? []) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  }
  return [...places].filter(([arc]) => uses.get(arc) === 1).map(([, place]) => place);
}

/** @type {(box: readonly number[]) => string} */
function packedBox(box) {
  return packedList(box.map((degrees) => Math.round(degrees * UNITS_PER_DEGREE)));
}

/**
 * @param {string | undefined} ring
 * @returns {import('./areas/read-map.mjs').Point[]}
 */
function ringByHand(ring) {
  if (ring === undefined) return [];
  const points = ring.split(', ').map((pair) => {
    const [lon = NaN, lat = NaN] = pair.split(' ').map(Number);
    return /** @type {const} */ ([lon, lat]);
  });
  return [...points, ...points.slice(0, 1)];
}

/** @type {(...box: readonly [number, number, number, number]) => ReturnType<typeof ringByHand>} */
function ringOfBox(west, south, east, north) {
  return ringByHand(`${west} ${south}, ${east} ${south}, ${east} ${north}, ${west} ${north}`);
}
