// What a volume may have beside shape, band and window, from the properties of a GeoJSON Feature:
//   heightUncertaintyMetres: 50
//   repeats: {"everyHours": 24, "times": 5}
//   buffer: {"lateralMetres": 500, "belowMetres": 0, "aboveMetres": 300, "beforeMinutes": 10,
//            "afterMinutes": 0}
// Of a buffer, what is left out is 0.
import type { Buffer, Volume } from '@parley/conflict';
import type { Findings } from './format-fault.ts';
import { isMissing, isObject, shown } from './json-value.ts';
import type { JsonObject } from './json-value.ts';
import { readMetres, readNumber } from './read-fields.ts';

export type Extras = {
  readonly band: Pick<Volume['band'], 'uncertaintyCentimetres'>;
  readonly window: Pick<Volume['window'], 'repeats'>;
  readonly volume: Pick<Volume, 'buffer'>;
};

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const BUFFER_FIELDS = [
  'lateralMetres',
  'belowMetres',
  'aboveMetres',
  'beforeMinutes',
  'afterMinutes',
] as const;

/** Reads them; ranges are checked with the volume. */
export function readExtras(properties: JsonObject, findings: Findings): Extras {
  const uncertainty = properties['heightUncertaintyMetres'];
  const centimetres = isMissing(uncertainty)
    ? undefined
    : readMetres(uncertainty, 'heightUncertaintyMetres', findings);
  const repeats = readRepeats(properties['repeats'], findings);
  const buffer = readBuffer(properties['buffer'], findings);
  return {
    band: centimetres === undefined ? {} : { uncertaintyCentimetres: centimetres },
    window: repeats === undefined ? {} : { repeats },
    volume: buffer === undefined ? {} : { buffer },
  };
}

function readRepeats(stated: unknown, findings: Findings): Volume['window']['repeats'] {
  if (isMissing(stated)) return undefined;
  if (!isObject(stated)) {
    const right = '{"everyHours": 24, "times": 5}';
    return findings.refuse('repeats', `is ${shown(stated)}`, right);
  }
  refuseUnknown(stated, 'repeats', ['everyHours', 'times'], findings);
  const hours = readNumber(stated['everyHours'], 'repeats.everyHours', 'hours', findings);
  const times = readNumber(stated['times'], 'repeats.times', 'windows in all', findings);
  if (hours === undefined || times === undefined) return undefined;
  return { everyMs: Math.round(hours * HOUR_MS), times };
}

function readBuffer(stated: unknown, findings: Findings): Buffer | undefined {
  if (isMissing(stated)) return undefined;
  if (!isObject(stated)) {
    const right = `an object with any of ${BUFFER_FIELDS.join(', ')}`;
    return findings.refuse('buffer', `is ${shown(stated)}`, right);
  }
  refuseUnknown(stated, 'buffer', BUFFER_FIELDS, findings);
  const [lateral, below, above, before, after] = BUFFER_FIELDS.map((name) => {
    if (isMissing(stated[name])) return 0;
    const unit = name.endsWith('Metres') ? 'metres' : 'minutes';
    return readNumber(stated[name], `buffer.${name}`, unit, findings) ?? 0;
  });
  return {
    lateralCentimetres: Math.round(100 * (lateral ?? 0)),
    belowCentimetres: Math.round(100 * (below ?? 0)),
    aboveCentimetres: Math.round(100 * (above ?? 0)),
    beforeMs: Math.round(MINUTE_MS * (before ?? 0)),
    afterMs: Math.round(MINUTE_MS * (after ?? 0)),
  };
}

/** A misspelt margin must not be taken for none. */
function refuseUnknown(
  stated: JsonObject,
  field: string,
  known: readonly string[],
  findings: Findings,
): void {
  for (const name of Object.keys(stated)) {
    if (!known.includes(name)) {
      findings.refuse(`${field}.${name}`, 'is not known', `one of ${known.join(', ')}`);
    }
  }
}
