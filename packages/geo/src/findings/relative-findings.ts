// Distances and directions from named places: "9 km south of the airfield", "в 9 км южнее
// аэродрома", "bearing 221 from OSDZ, 4.2 km". Any reading that fits clears the phrase.
import { turnBetween } from '../shape/geodesic.ts';
import type { Place } from '../place/gazetteer-port.ts';
import { isDenied, isDeniedAfter } from './denial.ts';
import { DIRECTION, directionOf } from './direction.ts';
import type { SaidDirection } from './direction.ts';
import type { DirectionFinding, DistanceFinding, Unworded } from './finding.ts';
import type { Names, SaidName } from './names.ts';
import type { Prose } from './prose.ts';
import { lengthOf, lengthPattern } from './quantity.ts';
import type { Groups, SaidLength } from './quantity.ts';
import type { Ground, Seen } from './seen.ts';
import { seenFrom } from './seen.ts';
import type { Taken } from './taken.ts';

type Found = Unworded<DistanceFinding | DirectionFinding>;

/** Of one kind in one text; a longer list is no notice of an area. */
const PHRASES_MAX = 200;
const TOLERANCE_SHARE = 0.1;
const TOLERANCE_METRES = 500;
/** What the point of a place leaves open: an aerodrome has runways, a town has streets. */
const AERODROME_METRES = 500;
const TOWN_METRES = 1500;
const HEDGED_TIMES = 2;
const HEDGED_DEGREES = 10;

const LEAD = '(?:to the |due |on the |in a |к |на |в направлении на |строго |прямо )?';
const FROM = '(?:,? (?:away )?(?:of|from|off|от) |(?<=ее|ей) (?:of |от )?)';
const LENGTH_FIRST = new RegExp(`${lengthPattern('')}(?:,? ?${LEAD}${DIRECTION})?${FROM}`, 'giu');
const DIRECTION_FIRST = new RegExp(`(?<![\\p{L}\\d.])${DIRECTION}${FROM}`, 'giu');
/** "from the airfield 9 km south", "от аэродрома 9 км к югу". */
const PLACE_FIRST = /(?<![\p{L}\d])(?:from|от) (?=\p{L})/giu;
const ALL_AFTER = new RegExp(
  `^,? (?:at |в |на )?${lengthPattern('')},? ?${LEAD}${DIRECTION}(?! ?(?:of|` +
    `from|off|от)(?!\\p{L}))`,
  'iu',
);
const LENGTH_AFTER = new RegExp(
  `^(?:,|:|,? at| and|, на удалении|, удаление|,? на расстоянии| в) ?${lengthPattern('')}` +
    '(?! (?:wide|across|long|radius|corridor|шириной|радиус))',
  'iu',
);
const DIRECTION_AFTER = new RegExp(
  `^,? (?:on |to the |in a |по |к |на )${DIRECTION}(?! ?(?:of|from|off|от|part|част))`,
  'iu',
);
/** Words before a phrase that say where somebody comes from, and not where he works. */
const BACKGROUND = new RegExp(
  String.raw`(?<!\p{L})(?:depart\w*|(?:com(?:e|es|ing)|arriv\w*) from|tak(?:e|es|` +
    String.raw`ing) off|took off|based|land(?:s|ing|ed)?|return\w*|launch\w*|home ` +
    String.raw`base|stationed|вылет\p{L}*|прид[уё]т\p{L}*|приход\p{L}*|уход\p{L}*|с ` +
    String.raw`баз\p{L}+|взл[её]т\p{L}*|базир\p{L}*|посадк\p{L}*|возвращ\p{L}*|` +
    String.raw`дислоц\p{L}*|стартова\p{L}*)(?!\p{L})`,
  'iu',
);
const WORK = new RegExp(
  String.raw`(?<!\p{L})(?:and|then|operat\w*|work\w*|activit\w*|strikes?|will be|` +
    String.raw`area|zone|и|затем|работ\p{L}*|действ\p{L}*|выполн\p{L}*|зона|` +
    String.raw`район\p{L}*|удар\p{L}*)(?!\p{L})`,
  'giu',
);
const BACKGROUND_CHARACTERS = 70;

/** The phrases of `prose` that fit none of `grounds`. */
export function relativeFindings(
  prose: Prose,
  names: Names,
  grounds: readonly Ground[],
  taken: Taken,
): Found[] {
  const { text } = prose;
  const found: Found[] = [];
  let count = 0;
  for (const pattern of [LENGTH_FIRST, DIRECTION_FIRST, PLACE_FIRST]) {
    for (const match of text.matchAll(pattern)) {
      if ((count += 1) > PHRASES_MAX) break;
      const phrase =
        pattern === PLACE_FIRST
          ? placeFirstPhrase(text, match, names)
          : phraseOf(text, match, names);
      if (phrase === undefined || taken.holds(phrase.from, phrase.placeFrom)) continue;
      taken.add(phrase.from, phrase.to);
      const before = prose.before(phrase.from);
      if (prose.isAside(phrase.from) || isBackground(before)) continue;
      if (isDenied(before) || isDeniedAfter(text.slice(phrase.to))) continue;
      found.push(...faultsOf(phrase, text.slice(phrase.from, phrase.to), grounds));
    }
  }
  return found;
}

/** "from Khazir, 30 km east of Mosul": the phrase says where that place is. */
const APPOSITION = new RegExp(
  String.raw`(?<!\p{L})(?:from|via|reach\w*|out of|из|через|от) (?:the ` +
    String.raw`)?\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)?, $`,
  'u',
);

/** Whether the clause so far speaks of where an aircraft is from or goes to. */
export function isBackground(before: string): boolean {
  if (APPOSITION.test(before)) return true;
  const close = before.slice(-BACKGROUND_CHARACTERS);
  const work = [...close.matchAll(WORK)].at(-1);
  return BACKGROUND.test(work === undefined ? close : close.slice(work.index + work[0].length));
}

type RelativePhrase = {
  readonly from: number;
  readonly placeFrom: number;
  readonly to: number;
  readonly places: readonly Place[];
  readonly others: readonly Place[];
  readonly namesakes: readonly Place[];
  readonly length: SaidLength | undefined;
  readonly direction: SaidDirection | undefined;
};

function phraseOf(text: string, match: RegExpExecArray, names: Names): RelativePhrase | undefined {
  const groups: Groups = match.groups ?? {};
  const first = lengthOf(groups, '');
  const direction = directionOf(groups);
  const magnetic =
    direction === undefined && (groups['bearing'] ?? groups['degrees']) !== undefined;
  if ((first === undefined && direction === undefined) || magnetic) return undefined;
  const placeFrom = match.index + match[0].length;
  const name = names.at(text.slice(placeFrom, placeFrom + 120));
  if (name === undefined || !isPoint(name)) return undefined;
  const nameTo = placeFrom + name.length;
  const rest = text.slice(nameTo, nameTo + 80);
  const isBearing = (groups['bearing'] ?? groups['degrees']) !== undefined;
  const after = first === undefined && isBearing ? LENGTH_AFTER.exec(rest) : null;
  const turn = direction === undefined ? DIRECTION_AFTER.exec(rest) : null;
  const to = nameTo + (after?.[0].length ?? turn?.[0].length ?? 0);
  return {
    from: match.index,
    placeFrom,
    to,
    places: name.places,
    others: name.others,
    namesakes: name.namesakes,
    length: first ?? (after === null ? undefined : lengthOf(after.groups ?? {}, '')),
    direction: direction ?? (turn === null ? undefined : directionOf(turn.groups ?? {})),
  };
}

function placeFirstPhrase(
  text: string,
  match: RegExpExecArray,
  names: Names,
): RelativePhrase | undefined {
  const placeFrom = match.index + match[0].length;
  const name = names.at(text.slice(placeFrom, placeFrom + 120));
  if (name === undefined || !isPoint(name)) return undefined;
  const nameTo = placeFrom + name.length;
  const after = ALL_AFTER.exec(text.slice(nameTo, nameTo + 80));
  if (after === null) return undefined;
  const groups = after.groups ?? {};
  const [length, direction] = [lengthOf(groups, ''), directionOf(groups)];
  if (length === undefined || direction === undefined) return undefined;
  const { places, others, namesakes } = name;
  return {
    from: match.index,
    placeFrom,
    to: nameTo + after[0].length,
    places,
    others,
    namesakes,
    length,
    direction,
  };
}

/** A place to measure from. "240 km off New Zealand" is measured from a coast: left alone. */
function isPoint({ isRegion, places, areas }: SaidName): boolean {
  return !isRegion && places.length > 0 && areas.every(({ kind }) => kind !== 'country');
}

function faultsOf(phrase: RelativePhrase, said: string, grounds: readonly Ground[]): Found[] {
  let least: Found[] | undefined;
  const all = (place: Place): Found[][] =>
    grounds.map((ground) => placeFaults(phrase, said, place, seenFrom(place.position, ground)));
  // Towns first: a bare name is the town's own, and the aerodrome's by courtesy.
  const isTown = ({ kind }: Place): boolean => kind === 'town';
  const places = [...phrase.places.filter(isTown), ...phrase.places.filter((p) => !isTown(p))];
  for (const place of places) {
    const each = all(place);
    if (each.some((faults) => faults.length === 0)) return [];
    // Nothing fits: report against the area that fits best, seen from the nearest place.
    least ??= each.reduce((best, faults) => (faults.length < best.length ? faults : best));
  }
  const isFree = (place: Place): boolean => all(place).some((faults) => faults.length === 0);
  // A direction alone fits one namesake in eight; a distance too fits the one that was meant.
  if (phrase.length !== undefined && phrase.namesakes.some(isFree)) return [];
  const fits = phrase.others.find(isFree);
  const found = least ?? [];
  return fits === undefined ? found : found.map((finding) => ({ ...finding, fits }));
}

function placeFaults(phrase: RelativePhrase, said: string, place: Place, seen: Seen): Found[] {
  const measured = {
    at: phrase.from,
    said,
    place,
    nearestMetres: seen.nearestMetres,
    farthestMetres: seen.farthestMetres,
    measuredBearingDegrees: seen.bearingDegrees,
  };
  const { length, direction } = phrase;
  const away = length === undefined ? undefined : lengthFault(length, place, seen);
  const hedged = length?.hedged === true;
  const turn = direction === undefined ? undefined : turnFault(direction, place, seen, hedged);
  return [
    ...(away === undefined ? [] : [{ code: 'distance-differs' as const, ...measured, ...away }]),
    ...(turn === undefined ? [] : [{ code: 'direction-differs' as const, ...measured, ...turn }]),
  ];
}

type LengthFault = Pick<
  DistanceFinding,
  'saidLeastMetres' | 'saidGreatestMetres' | 'bound' | 'differsMetres'
>;

function lengthFault(said: SaidLength, place: Place, seen: Seen): LengthFault | undefined {
  const { nearestMetres, farthestMetres } = seen;
  const [low, high] =
    said.bound === 'exact'
      ? [nearestMetres, farthestMetres]
      : said.bound === 'within'
        ? [farthestMetres, Infinity]
        : [0, nearestMetres];
  const times = said.hedged ? HEDGED_TIMES : 1;
  const outside = (metres: number): number => Math.max(0, low - metres, metres - high);
  const room = reachOf(place) + TOLERANCE_METRES - AERODROME_METRES;
  const fits = (metres: number): boolean =>
    outside(metres) <= times * Math.max(TOLERANCE_SHARE * metres, room);
  // "3 to 6 km" holds an area of 4 to 5 km, or gives its own ends.
  const holds = ({ least, greatest }: SaidLength['readings'][number]): boolean =>
    least < greatest && least <= low && high <= greatest && said.bound === 'exact';
  const isRight = (reading: SaidLength['readings'][number]): boolean =>
    holds(reading) || (fits(reading.least) && fits(reading.greatest));
  if (said.readings.some(isRight)) return undefined;
  const [first] = said.readings;
  if (first === undefined) return undefined;
  const { least, greatest } = first;
  return {
    saidLeastMetres: least,
    saidGreatestMetres: greatest,
    bound: said.bound,
    differsMetres: Math.max(outside(least), outside(greatest)),
  };
}

function turnFault(
  said: SaidDirection,
  place: Place,
  seen: Seen,
  hedged: boolean,
): Pick<DirectionFinding, 'saidBearingDegrees' | 'differsDegrees'> | undefined {
  const reach = reachOf(place);
  // From inside an area, or from its edge, it lies in every direction.
  if (seen.nearestMetres <= reach && place.kind === 'town') return undefined;
  if (seen.nearestMetres === 0) return undefined;
  const turn = turnBetween(seen.bearingDegrees, said.degrees);
  const differsDegrees = Math.max(0, turn - seen.rightDegrees, seen.leftDegrees - turn);
  const share = Math.min(1, reach / seen.nearestMetres);
  const room = (Math.asin(share) * 180) / Math.PI + (hedged ? HEDGED_DEGREES : 0);
  if (differsDegrees <= said.halfWidth + room) return undefined;
  return { saidBearingDegrees: said.degrees, differsDegrees };
}

function reachOf({ kind, extentMetres }: Place): number {
  return Math.max(kind === 'town' ? TOWN_METRES : AERODROME_METRES, extentMetres ?? 0);
}
