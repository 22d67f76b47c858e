// Parts of a country or a region: "northern Syria", "на севере Сирии", "the east of Ukraine",
// "central Iraq". The part is held against where the area lies in the extent of the whole.
import { foldName } from '../place/name-folding.ts';
import type { Area, AreaAtlas } from '../place/area-port.ts';
import { fullCircle, turnBetween } from '../shape/geodesic.ts';
import { COMPASS_WORD, compassOf } from './direction.ts';
import type { PartFinding, PlaceFinding, Unworded } from './finding.ts';
import { areasNamed } from './names.ts';
import type { Names } from './names.ts';
import { isDenied } from './denial.ts';
import { ofArea } from './place-findings.ts';
import type { Prose } from './prose.ts';
import { isBackground } from './relative-findings.ts';
import type { Ground } from './seen.ts';
import { metresToNearest } from './seen.ts';
import type { Taken } from './taken.ts';

/** A part of an area reaches this far to either side of its direction from the middle. */
const PART_HALF_WIDTH_DEGREES = 67.5;
/** Nearer to the middle than this, only the opposite half contradicts. */
const MIDDLE_SHARE = 0.27;
/** Homs and Hama are said to lie in central Syria; of its width they lie 0.7 from the middle. */
const CENTRAL_SHARE = 0.75;
const TOWN_METRES = 30_000;
const BOUNDARY_STEP = 25;
const PHRASES_MAX = 200;

const CENTRAL = 'central|cent(?:re|er) of|middle of|центральн\\p{L}+|центр(?:е|а|у|ом)?|в середине';
const PIECE =
  '(?:parts?|half|areas?|regions?|districts?|tip|sector|edge|corner|outskirts|' +
  'част\\p{L}+|район\\p{L}+|окраин\\p{L}+|половин\\p{L}+|областя?х?|территори\\p{L}+)';
const PART = new RegExp(
  `(?<![\\p{L}\\d])(?<the>the |на |в |над |по )?(?<part>${CENTRAL}|` +
    `${COMPASS_WORD})(?<piece>[- ]${PIECE})?` +
    '(?<of> of(?: the)?)? (?=\\p{L})',
  'giu',
);

/** What the parts of areas in `prose` contradict; and the areas that are elsewhere altogether. */
export function partFindings(
  prose: Prose,
  names: Names,
  atlas: AreaAtlas,
  grounds: readonly Ground[],
  taken: Taken,
): Unworded<PartFinding | PlaceFinding>[] {
  const { text } = prose;
  const found: Unworded<PartFinding | PlaceFinding>[] = [];
  let count = 0;
  for (const match of text.matchAll(PART)) {
    if ((count += 1) > PHRASES_MAX) break;
    const nameFrom = match.index + match[0].length;
    if (!isPart(match) || taken.holds(match.index, nameFrom + 1)) continue;
    const name = names.at(text.slice(nameFrom, nameFrom + 120));
    if (name === undefined || name.areas.length === 0) continue;
    const to = nameFrom + name.length;
    const word = match.groups?.['part'] ?? '';
    const from = match.index + match[0].toLowerCase().indexOf(word.toLowerCase());
    // "South Sudan" and "North Macedonia" are names of their own.
    if (isOwnName(atlas, text.slice(from, to))) continue;
    taken.add(match.index, to);
    const before = prose.before(match.index);
    if (prose.isAside(match.index) || isBackground(before) || isDenied(before)) continue;
    const isTown = name.places.some(
      ({ position }) => metresToNearest(position, grounds) < TOWN_METRES,
    );
    if (isTown && !name.areas.some(({ kind }) => kind === 'country')) continue;
    const said = { at: from, said: text.slice(from, to) };
    const each = name.areas.map((area) => faultOf(area, word, name.isRegion, atlas, grounds));
    if (each.includes(undefined)) continue;
    const [fault] = each;
    if (fault !== undefined) found.push({ ...said, ...fault });
  }
  return found;
}

/** "north of Homs" is a direction from it; "the north of Syria" is a part. */
function isPart(match: RegExpExecArray): boolean {
  const { the, part = '', piece, of } = match.groups ?? {};
  if (/^(?:cent(?:re|er)|middle) of$/i.test(part) || piece !== undefined) return true;
  if (of !== undefined) return the !== undefined;
  if (/^[NSEWСЮЗВ]{1,3}$/iu.test(part)) return false;
  // "северу Сирии" after "к" and "севернее Сирии" lie outside of it.
  return !/(?:ее|[гкд]у|западу|северу)$/iu.test(part);
}

function isOwnName(atlas: AreaAtlas, whole: string): boolean {
  const { folded } = foldName(whole);
  return areasNamed(atlas, whole).some(({ name, names = {}, aliases = [] }) =>
    [name, ...Object.values(names), ...aliases].some((each) => foldName(each).folded === folded),
  );
}

type Fault =
  | Omit<Unworded<PartFinding>, 'at' | 'said'>
  | Omit<Unworded<PlaceFinding>, 'at' | 'said'>;

function faultOf(
  area: Area,
  word: string,
  isRegion: boolean,
  atlas: AreaAtlas,
  grounds: readonly Ground[],
): Fault | undefined {
  const away = ofArea(area, isRegion, 0, atlas, grounds);
  if (away.differsMetres > 0) return { code: 'place-differs', ...away };
  const central = new RegExp(`^(?:${CENTRAL})$`, 'iu').test(word);
  const said = central ? undefined : compassOf(word)?.degrees;
  if (!central && said === undefined) return undefined;
  const points = grounds.flatMap(({ centre, boundary }) => [
    centre,
    ...boundary.filter((_, i) => i % BOUNDARY_STEP === 0),
  ]);
  const shares = points.map((point) => atlas.shareOf(area, point));
  const faults = shares.map(({ eastShare, northShare }) => {
    const measured = fullCircle((Math.atan2(eastShare, northShare) * 180) / Math.PI);
    const radius = Math.hypot(eastShare, northShare);
    const turn = said === undefined ? 0 : Math.abs(turnBetween(measured, said));
    const room = radius < MIDDLE_SHARE ? 90 : PART_HALF_WIDTH_DEGREES;
    const fits = said === undefined ? radius <= CENTRAL_SHARE : turn <= room;
    return { fits, measured, turn, eastShare, northShare };
  });
  const [first] = faults;
  if (first === undefined || faults.some(({ fits }) => fits)) return undefined;
  return {
    code: 'part-differs',
    area,
    saidBearingDegrees: said,
    eastShare: first.eastShare,
    northShare: first.northShare,
    measuredBearingDegrees: first.measured,
    differsDegrees: first.turn,
  };
}
