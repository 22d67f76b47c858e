// The one entry: the words of a notice against its volumes. A phrase that is not understood is left
// alone, and so is one that fits in any of its readings.
import { civilFromDays, DAY_MS } from '../time/calendar.ts';
import { altitudeFindings } from './altitude-findings.ts';
import type { Described, TextFinding, Unworded, World } from './finding.ts';
import { namesIn } from './names.ts';
import { partFindings } from './part-findings.ts';
import { placeFindings } from './place-findings.ts';
import { positionFindings } from './position-findings.ts';
import { proseOf } from './prose.ts';
import { relativeFindings } from './relative-findings.ts';
import { groundOf } from './seen.ts';
import { sentenceOf } from './sentence.ts';
import { takenNone } from './taken.ts';
import { timeFindings } from './time-findings.ts';

const VOLUMES_MAX = 100;
const FINDINGS_MAX = 50;
const YEARS_MAX = 250;

/**
 * What `words` (English or Russian) say that `volumes` contradict, in the order of the words:
 * distances and directions from named places, named places, parts of countries, countries and
 * regions, heights, dates and times, positions and grids. Names are those of `world`. Reads the
 * first 10,000 characters and 100 volumes; gives at most 50 findings. Empty without a volume.
 *
 * Rules: a distance may lie outside of the area's own range by 10 % or 500 m (from a town 1,500 m),
 * whichever is more, twice that when it was said as "about"; a compass word within half its sector
 * of the area's bearings, a bearing in degrees within 5, and what the size of the place leaves open
 * besides; "near" means 60 km, "over" 30 km, "in" a country 25 km; a part of a country within 67.5
 * degrees of its direction, "central" within 0.75 of its half width; heights within their
 * rounding, compared only where references allow it
 * for certain; times within 5 minutes; a position within its digits and 25 m.
 */
export function findingsOf(
  words: string,
  volumes: readonly Described[],
  world: World,
): readonly TextFinding[] {
  if (volumes.length === 0 || words.trim() === '') return [];
  const described = volumes.slice(0, VOLUMES_MAX);
  const prose = proseOf(words, yearsOf(described));
  const grounds = described.map(({ outline }) => groundOf(outline));
  const names = namesIn(world.gazetteer, world.atlas, grounds);
  const taken = takenNone();
  const found: Found[] = [
    ...positionFindings(prose, grounds, taken),
    ...relativeFindings(prose, names, grounds, taken),
    ...partFindings(prose, names, world.atlas, grounds, taken),
    ...placeFindings(prose, names, world.atlas, grounds, taken),
    ...altitudeFindings(prose, described, grounds, taken),
    ...timeFindings(prose, described, taken),
  ];
  return found
    .sort((a, b) => a.at - b.at)
    .slice(0, FINDINGS_MAX)
    .map((finding) => ({ ...finding, sentence: sentenceOf(finding, 'en') }));
}

type Found = Unworded<TextFinding>;

/** The years of the windows, a day more at either end for clocks away from Greenwich. */
function yearsOf(volumes: readonly Described[]): ReadonlySet<number> {
  const years = new Set<number>();
  for (const { window } of volumes) {
    const first = yearOf(window.startMs - DAY_MS);
    const last = yearOf(window.endMs + DAY_MS);
    for (let year = first; year <= Math.min(last, first + YEARS_MAX); year += 1) years.add(year);
  }
  return years;
}

function yearOf(ms: number): number {
  return civilFromDays(Math.floor(ms / DAY_MS)).year;
}
