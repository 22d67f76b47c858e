// Named places without a distance: "near Palmyra", "over Latakia", "в районе Пальмиры", "in Iraq",
// "в провинции Хомс". A finding only when the area is nowhere near anything of that name.
import type { AreaAtlas, Area } from '../place/area-port.ts';
import type { Place } from '../place/gazetteer-port.ts';
import { isDenied, isDeniedAfter } from './denial.ts';
import type { PlaceFinding, Unworded } from './finding.ts';
import type { Names, SaidName } from './names.ts';
import type { Prose } from './prose.ts';
import { isBackground } from './relative-findings.ts';
import type { Ground } from './seen.ts';
import { seenFrom } from './seen.ts';
import type { Taken } from './taken.ts';

const NEAR_METRES = 60_000;
const OVER_METRES = 30_000;
/** Territorial waters, the width of a drawn border, and a little more. */
const AREA_METRES = 25_000;
const REGION_METRES = 15_000;
const BOUNDARY_STEP = 20;
/** In one text; a longer list of names is no notice of an area. */
const PHRASES_MAX = 200;

const NEAR =
  'near|nearby|close to|in the (?:vicinity|area|region|neighbou?rhood|sector|surroundings) of|' +
  'north and south of|around|not far from|' +
  'в районе|в окрестност\\p{L}+|близ|вблизи|около|возле|недалеко от|неподал[её]ку от|рядом с|' +
  'в секторе';
const OVER = 'over the|overhead|over|above|across|над|в небе над|в воздушном пространстве над';
/** These may place anything; they count in sentences that speak of an activity. */
const IN =
  'in the (?:airspace|territory) of|on the territory of|within the (?:airspace|borders) of|' +
  'in|inside|within|at|throughout|' +
  'на территории|в воздушном пространстве|в пределах|в|во|на|у';
const PHRASE = new RegExp(
  `(?<![\\p{L}\\d])(?:(?<near>${NEAR}|in the(?! (?:airspace|territory) of))|` +
    `(?<over>${OVER})|(?<in>${IN})) (?=(?:the )?["«“]?\\p{L})`,
  'giu',
);
const ACTIVITY = new RegExp(
  String.raw`(?<!\p{L})(?:activit|strike|air ?strike|flight|flying|exercise|refuel|` +
    String.raw`orbit|firing|operation|operat|reconnaissance|patrol|search|air ?drop|` +
    String.raw`transit|area|zone|airspace|corridor|work|sortie|mission|полет|` +
    String.raw`пол[её]т|стрельб|учени|удар|работ|дозаправ|развед|действи|действов|` +
    String.raw`патрул|барраж|поиск|сброс|зон[аеуы]|район|коридор|вылет|пуск)`,
  'iu',
);
/** "Hezbollah in Lebanon", "базы ВВС в Иордании": where somebody else is. */
const SOMEBODY = /(?<=\S )(?:\p{Lu}[\p{L}\d-]+) $/u;
/** The named places of `prose` that no area of `grounds` is near. */
export function placeFindings(
  prose: Prose,
  names: Names,
  atlas: AreaAtlas,
  grounds: readonly Ground[],
  taken: Taken,
): Unworded<PlaceFinding>[] {
  const { text } = prose;
  const found: Unworded<PlaceFinding>[] = [];
  const kept = new Map<string, Reading>();
  const once = (key: string, read: () => Reading): Reading => {
    const reading = kept.get(key) ?? read();
    kept.set(key, reading);
    return reading;
  };
  let count = 0;
  for (const match of text.matchAll(PHRASE)) {
    if ((count += 1) > PHRASES_MAX) break;
    const nameFrom = match.index + match[0].length;
    if (taken.holds(nameFrom, nameFrom + 1)) continue;
    const name = names.at(text.slice(nameFrom, nameFrom + 120));
    if (name === undefined || (name.places.length === 0 && name.areas.length === 0)) continue;
    const to = nameFrom + name.length;
    if (!name.isRegion && isOtherUse(text, match, to)) continue;
    taken.add(match.index, to);
    const before = prose.before(match.index);
    if (prose.isAside(match.index) || isBackground(before) || isDenied(before)) continue;
    if (isDeniedAfter(text.slice(to))) continue;
    const isSomebody = SOMEBODY.test(before) && names.at(lastName(before)) === undefined;
    if (match.groups?.['in'] !== undefined && isSomebody) continue;
    const isWeak = match.groups?.['in'] !== undefined || match[0].toLowerCase() === 'in the ';
    if (isWeak && !name.isRegion && !ACTIVITY.test(sentenceAround(prose, match.index))) continue;
    const reach = match.groups?.['near'] === undefined ? OVER_METRES : NEAR_METRES;
    const readings: readonly Reading[] = [
      ...name.places.map((place) =>
        once(`${place.id} ${reach}`, () => ofPlace(place, reach, grounds)),
      ),
      ...areasMeant(name, match.groups?.['near'] !== undefined).map((area) =>
        once(`${area.id} ${reach} ${name.isRegion}`, () =>
          ofArea(area, name.isRegion, reach, atlas, grounds),
        ),
      ),
    ];
    const fault = farthestOff(readings);
    if (fault === undefined) continue;
    found.push({
      code: 'place-differs',
      at: match.index,
      said: text.slice(match.index, to),
      ...fault,
    });
  }
  return found;
}

function lastName(before: string): string {
  return /\p{Lu}[\p{L}\d-]+(?= $)/u.exec(before)?.[0] ?? '';
}

/** "Damascus time", "Moscow summer time", "Homs road": the name belongs to the next word. */
function isOtherUse(text: string, match: RegExpExecArray, to: number): boolean {
  const next = text.slice(to, to + 24);
  if (/^(?:'s|’s)/.test(next)) return true;
  if (
    new RegExp(
      String.raw`^[- ](?:time|local|standard|summer|FIR|UIR|ACC|control|radio|approach|` +
        String.raw`tower|road|highway|street|gas|field|bridge|dam|lake|river|mountains?|` +
        String.raw`line|group|hotel|university|post|branch|desk|team)(?!\p{L})`,
      'iu',
    ).test(next)
  )
    return true;
  return (
    /^in the $/i.test(match[0]) &&
    !/^ (?:area|region|sector|district|countryside|governorate|province)/i.test(next)
  );
}

/** "Near Homs" is near the town; only "in Homs" may be its governorate. */
function areasMeant({ places, areas, isRegion }: SaidName, isNear: boolean): readonly Area[] {
  if (!isNear || isRegion || !places.some(({ kind }) => kind === 'town')) return areas;
  return areas.filter(({ kind }) => kind === 'country');
}

type Reading = Omit<Unworded<PlaceFinding>, 'code' | 'at' | 'said'>;

/** The least fault of several readings; undefined when one of them fits. */
function farthestOff(readings: readonly Reading[]): Reading | undefined {
  if (readings.some(({ differsMetres }) => differsMetres <= 0)) return undefined;
  return readings.toSorted((a, b) => a.nearestMetres - b.nearestMetres)[0];
}

function ofPlace(place: Place, reach: number, grounds: readonly Ground[]): Reading {
  const seen = grounds
    .map((ground) => seenFrom(place.position, ground))
    .reduce((a, b) => (b.nearestMetres < a.nearestMetres ? b : a));
  const allowedMetres = reach + (place.extentMetres ?? 0);
  return {
    named: place,
    nearestMetres: seen.nearestMetres,
    farthestMetres: seen.farthestMetres,
    measuredBearingDegrees: seen.bearingDegrees,
    allowedMetres,
    differsMetres: seen.nearestMetres - allowedMetres,
  };
}

/** How far the nearest of `grounds` lies from an area, and whether that is too far. */
export function ofArea(
  area: Area,
  isRegion: boolean,
  reach: number,
  atlas: AreaAtlas,
  grounds: readonly Ground[],
): Reading {
  const metres = grounds.map(({ centre, boundary }) => {
    const points = [centre, ...boundary.filter((_, i) => i % BOUNDARY_STEP === 0)];
    return points.map((point) => atlas.distanceMetres(area, point));
  });
  const nearestMetres = Math.min(...metres.flat());
  const room = isRegion ? REGION_METRES : AREA_METRES;
  const allowedMetres = reach === NEAR_METRES ? NEAR_METRES : room;
  return {
    named: area,
    nearestMetres,
    farthestMetres: Math.max(...metres.flat()),
    measuredBearingDegrees: 0,
    allowedMetres,
    differsMetres: nearestMetres - allowedMetres,
  };
}

function sentenceAround(prose: Prose, at: number): string {
  const rest = prose.text.slice(at);
  const end = rest.search(/[.;!?](?:\s|$)/);
  return prose.before(at) + (end < 0 ? rest.slice(0, 300) : rest.slice(0, end));
}
