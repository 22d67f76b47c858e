// The Russian sentences of findings. Names stand in the nominative, after the word for their kind.
import { EARTH_CEILING_CENTIMETRES } from '../height/altitude-interval.ts';
import { writeBand } from '../height/height.ts';
import type { Area } from '../place/area-port.ts';
import type { Place } from '../place/gazetteer-port.ts';
import { writePosition } from '../position/write-position.ts';
import { writeInstant } from '../time/time.ts';
import type { AltitudeFinding, Finding, ShapeFinding, Slip, Unworded } from './finding.ts';
import { bearingText, compassPoint, kilometresText, rangeText, spanText } from './figures.ts';

const POINTS =
  'севере северо-северо-востоке северо-востоке востоко-северо-востоке востоке ' +
  'востоко-юго-востоке юго-востоке юго-юго-востоке юге юго-юго-западе юго-западе ' +
  'западо-юго-западе западе западо-северо-западе северо-западе северо-северо-западе';
const SLIPS: Readonly<Record<Slip, string>> = {
  'SK42-as-WGS84': 'градусы СК-42 приняты за WGS-84',
  'WGS84-as-SK42': 'градусы WGS-84 приняты за СК-42',
  'PZ90-as-WGS84': 'градусы ПЗ-90.11 приняты за WGS-84',
  'WGS84-as-PZ90': 'градусы WGS-84 приняты за ПЗ-90.11',
  axes: 'широта и долгота переставлены',
  hemisphere: 'указано не то полушарие',
};
const LIMITS = { lower: 'нижняя граница', upper: 'верхняя граница' } as const;
const UNIT = 'км';

/** See `sentenceOf`. */
export function russianSentence(finding: Finding | Unworded<Finding>): string {
  switch (finding.code) {
    case 'distance-differs': {
      const off = `расхождение ${km(finding.differsMetres)}`;
      return `${said(finding.said)} ${lies(finding, finding.place)}: ${off}.${fits(finding.fits)}`;
    }
    case 'direction-differs': {
      const off = `расхождение ${Math.round(finding.differsDegrees)}°`;
      return `${said(finding.said)} ${lies(finding, finding.place)}: ${off}.${fits(finding.fits)}`;
    }
    case 'place-differs':
      return (
        `${said(finding.said)} Ближайшая точка района — в ${km(finding.nearestMetres)} ` +
        `(${nameOf(finding.named)}); подошло бы до ${km(finding.allowedMetres)}.`
      );
    case 'part-differs': {
      const where = POINTS.split(' ')[compassPoint(finding.measuredBearingDegrees)] ?? '';
      const off =
        finding.saidBearingDegrees === undefined
          ? 'а не близ середины'
          : `расхождение ${Math.round(finding.differsDegrees)}°`;
      return (
        `${said(finding.said)} Если смотреть от середины (${nameOf(finding.area)}), район лежит ` +
        `на ${where}, ${off}.`
      );
    }
    case 'altitude-differs':
      return altitudeSentence(finding);
    case 'time-differs': {
      const { startMs, endMs } = finding.window;
      return (
        `${said(finding.said)} Прочитано как ${finding.saidTime}; окно с ` +
        `${writeInstant(startMs)} ` +
        `до ${writeInstant(endMs)}: расхождение ${spanText(finding.differsMs, 'сут ч мин')}.`
      );
    }
    case 'position-outside':
    case 'datum-slip':
    case 'axes-swapped': {
      const off = km(finding.differsMetres);
      const where =
        finding.code === 'datum-slip'
          ? `Это в ${off} от вершины или центра района`
          : `Это в ${off} от района, до него азимут ` +
            `${bearingText(finding.measuredBearingDegrees)}°`;
      const asIf = finding.slip === undefined ? '' : `, как если бы ${SLIPS[finding.slip]}`;
      return `В тексте указано положение «${finding.said}». ${where}${asIf}.`;
    }
    default:
      return shapeSentence(finding);
  }
}

function shapeSentence(finding: ShapeFinding | Unworded<ShapeFinding>): string {
  const { volume, vertex = 0, other = 0, position, slip, bands } = finding;
  const asIf = slip === undefined ? '' : `, как если бы ${SLIPS[slip]}`;
  const at = position === undefined ? '' : `, ${writePosition(position, 'DD')},`;
  switch (finding.code) {
    case 'vertex-far-off':
    case 'vertex-swapped':
      return (
        `Вершина ${vertex + 1} объёма ${volume + 1}${at} — в ${km(finding.differsMetres)} от ` +
        `ближайшей другой${asIf}. Остальные — в пределах ` +
        `${km(finding.othersMetres ?? 0)} друг от друга.`
      );
    case 'volume-swapped':
      return (
        `Объём ${volume + 1} — в ${km(finding.differsMetres)} от ближайшего другого, ` +
        `${other + 1}${asIf}.`
      );
    case 'volume-shifted':
      return (
        `Объём ${volume + 1} смещён на ${km(finding.differsMetres)} от объёма ${other + 1}, ` +
        `вершина за вершиной${asIf}.`
      );
    case 'bands-disagree': {
      const both = (bands ?? []).map(writeBand).join(' и ');
      return (
        `Объёмы ${other + 1} и ${volume + 1} имеют один контур и слои ${both}: ` +
        `${LIMITS[finding.limit ?? 'upper']} расходится на ${Math.floor(finding.differsMetres)} м.`
      );
    }
  }
}

function altitudeSentence(finding: AltitudeFinding | Unworded<AltitudeFinding>): string {
  const { limit, differsMetres } = finding;
  const band = `Слой: ${writeBand(finding.band)}`;
  if (differsMetres * 100 >= EARTH_CEILING_CENTIMETRES) {
    return `${said(finding.said)} ${band}; ${LIMITS[limit]} расходится.`;
  }
  return (
    `${said(finding.said)} ${band}; ${LIMITS[limit]} расходится на ` +
    `${Math.round(differsMetres)} м.`
  );
}

function said(words: string): string {
  return `В тексте: «${words}».`;
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
      `Точка отсчёта (${nameOf(place)}) внутри района, он тянется до ` +
      `${km(seen.farthestMetres)} от неё`
    );
  }
  const range = rangeText(seen.nearestMetres, seen.farthestMetres, UNIT, '–').replaceAll('.', ',');
  const bearing = bearingText(seen.measuredBearingDegrees);
  return `Район — в ${range} от точки отсчёта (${nameOf(place)}), азимут ${bearing}°`;
}

function fits(place: Place | undefined): string {
  return place === undefined ? '' : ` Верно, если считать от точки: ${nameOf(place)}.`;
}

function nameOf(named: Place | Area): string {
  const name = named.names?.ru ?? named.name;
  switch (named.kind) {
    case 'country':
    case 'region':
    case 'site':
      return name;
    case 'town':
      return `город ${name}`;
    case 'aerodrome':
      return named.code === '' ? `аэродром ${name}` : `аэродром ${name} ${named.code}`;
  }
}

function km(metres: number): string {
  return kilometresText(metres, UNIT).replace('.', ',').replace(/ m$/, ' м');
}
