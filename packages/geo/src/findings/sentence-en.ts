// The English sentences of findings.
import { EARTH_CEILING_CENTIMETRES } from '../height/altitude-interval.ts';
import { writeBand } from '../height/height.ts';
import type { Area } from '../place/area-port.ts';
import type { Place } from '../place/gazetteer-port.ts';
import { writePosition } from '../position/write-position.ts';
import { writeInstant } from '../time/time.ts';
import type { AltitudeFinding, Finding, ShapeFinding, Slip, Unworded } from './finding.ts';
import { bearingText, compassPoint, kilometresText, rangeText, spanText } from './figures.ts';

const POINTS =
  'north north-north-east north-east east-north-east east east-south-east south-east ' +
  'south-south-east south south-south-west south-west west-south-west west west-north-west ' +
  'north-west north-north-west';
const SLIPS: Readonly<Record<Slip, string>> = {
  'SK42-as-WGS84': 'SK-42 degrees had been taken for WGS-84',
  'WGS84-as-SK42': 'WGS-84 degrees had been taken for SK-42',
  'PZ90-as-WGS84': 'PZ-90.11 degrees had been taken for WGS-84',
  'WGS84-as-PZ90': 'WGS-84 degrees had been taken for PZ-90.11',
  axes: 'latitude and longitude had been exchanged',
  hemisphere: 'the wrong hemisphere had been written',
};
const UNIT = 'km';

/** See `sentenceOf`. */
export function englishSentence(finding: Finding | Unworded<Finding>): string {
  switch (finding.code) {
    case 'distance-differs': {
      const off = `${kilometresText(finding.differsMetres, UNIT)} off`;
      return `${said(finding.said)} ${lies(finding, finding.place)}: ${off}.${fits(finding.fits)}`;
    }
    case 'direction-differs': {
      const off = `${Math.round(finding.differsDegrees)} degrees off`;
      return `${said(finding.said)} ${lies(finding, finding.place)}: ${off}.${fits(finding.fits)}`;
    }
    case 'place-differs': {
      const far = kilometresText(finding.nearestMetres, UNIT);
      const reach = kilometresText(finding.allowedMetres, UNIT);
      return (
        `${said(finding.said)} The nearest point of the area is ${far} from ` +
        `${nameOf(finding.named)}; up to ${reach} would fit.`
      );
    }
    case 'part-differs': {
      const lie =
        finding.saidBearingDegrees === undefined
          ? `in its ${pointOf(finding.measuredBearingDegrees)}, not near its middle`
          : `in its ${pointOf(finding.measuredBearingDegrees)}, ` +
            `${Math.round(finding.differsDegrees)} degrees from that direction`;
      return (
        `${said(finding.said)} Seen from the middle of ${nameOf(finding.area)}, the ` +
        `area lies ${lie}.`
      );
    }
    case 'altitude-differs':
      return altitudeSentence(finding);
    case 'time-differs': {
      const { startMs, endMs } = finding.window;
      const window = `${writeInstant(startMs)} to ${writeInstant(endMs)}`;
      return (
        `${said(finding.said)} Read as ${finding.saidTime}; the window is ${window}: ` +
        `${spanText(finding.differsMs, 'd h min')} off.`
      );
    }
    case 'position-outside':
    case 'datum-slip':
    case 'axes-swapped': {
      const off = kilometresText(finding.differsMetres, UNIT);
      const where =
        finding.code === 'datum-slip'
          ? `It lies ${off} from a corner or the centre of the area`
          : `It lies ${off} outside the area, which is on bearing ` +
            `${bearingText(finding.measuredBearingDegrees)} degrees from it`;
      const asIf = finding.slip === undefined ? '' : `, as if ${SLIPS[finding.slip]}`;
      return `The text gives the position "${finding.said}". ${where}${asIf}.`;
    }
    default:
      return shapeSentence(finding);
  }
}

function shapeSentence(finding: ShapeFinding | Unworded<ShapeFinding>): string {
  const { volume, vertex = 0, other = 0, position, slip, bands } = finding;
  const far = kilometresText(finding.differsMetres, UNIT);
  const asIf = slip === undefined ? '' : `, as if ${SLIPS[slip]}`;
  const at = position === undefined ? '' : `, ${writePosition(position, 'DD')},`;
  switch (finding.code) {
    case 'vertex-far-off':
    case 'vertex-swapped':
      return (
        `Corner ${vertex + 1} of volume ${volume + 1}${at} lies ${far} from the nearest other ` +
        `corner${asIf}. The others lie within ${kilometresText(finding.othersMetres ?? 0, UNIT)} ` +
        'of one another.'
      );
    case 'volume-swapped':
      return `Volume ${volume + 1} lies ${far} from the nearest other volume, ${other + 1}${asIf}.`;
    case 'volume-shifted':
      return `Volume ${volume + 1} lies ${far} off volume ${other + 1}, corner for corner${asIf}.`;
    case 'bands-disagree': {
      const both = (bands ?? []).map(writeBand).join(' and ');
      return (
        `Volumes ${other + 1} and ${volume + 1} have one outline and the bands ${both}: ` +
        `the ${finding.limit ?? 'upper'} limits differ by ${Math.floor(finding.differsMetres)} m.`
      );
    }
  }
}

function altitudeSentence(finding: AltitudeFinding | Unworded<AltitudeFinding>): string {
  const { limit, differsMetres } = finding;
  const band = `The band is ${writeBand(finding.band)}`;
  if (differsMetres * 100 >= EARTH_CEILING_CENTIMETRES) {
    return `${said(finding.said)} ${band}: the ${limit} limit differs.`;
  }
  const feet = Math.round(differsMetres / 0.3048);
  return (
    `${said(finding.said)} ${band}: the ${limit} limit differs by ` +
    `${Math.round(differsMetres)} m (${feet} ft).`
  );
}

function said(words: string): string {
  return `The text says "${words}".`;
}

function lies(
  seen: {
    readonly nearestMetres: number;
    readonly farthestMetres: number;
    readonly measuredBearingDegrees: number;
  },
  place: Place,
): string {
  if (seen.nearestMetres === 0) {
    return (
      `The area holds ${nameOf(place)} and reaches ` +
      `${kilometresText(seen.farthestMetres, UNIT)} from it`
    );
  }
  const range = rangeText(seen.nearestMetres, seen.farthestMetres, 'km', ' to ');
  return (
    `The area lies ${range} from ${nameOf(place)}, bearing ` +
    `${bearingText(seen.measuredBearingDegrees)} degrees`
  );
}

function fits(place: Place | undefined): string {
  return place === undefined ? '' : ` It would be right from ${nameOf(place)}.`;
}

function nameOf(named: Place | Area): string {
  if (!('code' in named)) return named.name;
  if (named.kind === 'town') return `the town ${named.name}`;
  const name = named.name.replace(
    /(?: International)? (?:Airport|Airfield|Air ?base|Aerodrome|Airstrip|Heliport)$/i,
    (words) => words.toLowerCase(),
  );
  return named.code === '' ? name : `${name} ${named.code}`;
}

function pointOf(degrees: number): string {
  return POINTS.split(' ')[compassPoint(degrees)] ?? '';
}
