// `parley conflicts`: every conflicting pair in a file of volumes, or between two files.
import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { alternativesFor, explainConflict, joinConflicts, VolumeIndex } from '@parley/conflict';
import type { Bounds, Entered, Explanation, Hit, Minima, Volume } from '@parley/conflict';
import { faultSentence, readVolumes, TEXT_LENGTH_MAX } from '@parley/formats';
import type { VolumesRead } from '@parley/formats';
import { alternativesAsJson, alternativesAsLines } from './alternative-lines.ts';
import { explanationAsLines } from './explain-lines.ts';
import { hitAsJson, hitAsLine } from './conflict-lines.ts';

const USAGE = `usage: parley conflicts FILE [--against FILE] [--lateral M] [--vertical M] [--time S]
                        [--explain] [--alternatives [--hours H] [--feet F] [--km K] [--cut P]]
                        [--json]

Prints every pair of features in FILE that are in conflict: nearer than all the minima at once.
With --against, every pair of a feature in FILE and one in the other file. FILE may be - for
standard input. Reads GeoJSON (FeatureCollection, Feature, or one Feature a line) and ASTM F3548.

  --lateral M    least distance on the ground, metres (default 0: only overlaps)
  --vertical M   least vertical distance, metres (default 0)
  --time S       least time between, seconds (default 0)
  --explain      for each pair, the middle and size of what both hold, each time that both are
                 active, the heights, and what is lacking to the minima
  --alternatives for each feature of FILE in conflict, the smallest shift in time and altitude,
                 move and cut of the area that would free it of the others; by cost, where an
                 hour counts as much as 2,000 ft, 10 km, or a tenth of the area
  --hours H      shift it by at most H hours (default 24)
  --feet F       raise or lower it by at most F feet (default 10000)
  --km K         move it by at most K km (default 50)
  --cut P        cut away at most P per cent of its area (default 50)
  --json         one JSON object a line, and nothing else

The places of the first 1,000 pairs are told in words too; those after them by position alone.
Two features that state the same party are not in conflict with each other. Features that state
no party are compared with everything.

Exits with 0 when all was read, 1 when a feature was refused (see the error output), 2 when the
command or a file name is wrong.`;

/** Pairs whose places are told in words: nobody reads more, and words take longer than finding. */
const PLACES_IN_WORDS = 1_000;
/** Notes shown before the rest are only counted. */
const NOTES_SHOWN = 5;
/** Largest minimum that is accepted: 20,000 km, or a year in seconds and more. */
const MINIMUM_MAX = 40_000_000;

type Options = {
  readonly file: string;
  readonly against: string | undefined;
  readonly minima: Minima;
  /** How far alternatives may go; none are asked for when undefined. */
  readonly bounds: Bounds | undefined;
  readonly explain: boolean;
  readonly json: boolean;
};

/** Runs the command; `out` and `err` take lines. Resolves to the exit status. */
export async function conflicts(
  args: readonly string[],
  out: (line: string) => void,
  err: (line: string) => void,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    out(USAGE);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') {
    err(options);
    err('Try: parley conflicts --help');
    return 2;
  }
  const { file, against, minima, bounds, json } = options;
  const first = await readFeatures(file, err);
  if (first === undefined) return 2;
  const second = against === undefined ? first : await readFeatures(against, err);
  if (second === undefined) return 2;
  const volumeIn = volumesById(first.items, second.items);
  let pairs = 0;
  for (const { a, b, hits } of joinConflicts(first.items, second.items, minima)) {
    pairs += 1;
    const nearest = nearestHit(hits);
    const explained = options.explain ? explain(volumeIn(a, b, nearest), minima) : undefined;
    if (json) out(hitAsJson(a, b, nearest, explained));
    else {
      out(hitAsLine(a, b, nearest, hits.length, pairs <= PLACES_IN_WORDS));
      if (explained !== undefined) for (const line of explanationAsLines(explained)) out(line);
    }
  }
  if (bounds !== undefined) {
    printAlternatives(first.items, second.items, { minima, bounds }, json, out);
  }
  if (!json)
    out(summary(pairs, first.items.length, against === undefined ? 0 : second.items.length));
  return first.refused || second.refused ? 1 : 0;
}

function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        against: { type: 'string' },
        lateral: { type: 'string', default: '0' },
        vertical: { type: 'string', default: '0' },
        time: { type: 'string', default: '0' },
        alternatives: { type: 'boolean', default: false },
        hours: { type: 'string' },
        feet: { type: 'string' },
        km: { type: 'string' },
        cut: { type: 'string' },
        explain: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined) return 'A file of volumes is needed, or - for standard input.';
    if (more.length > 0) return `One file is compared at a time; also got ${more.join(', ')}.`;
    if (file === '-' && values.against === '-') return 'Only one file can be standard input.';
    const [lateral, vertical, time] = [values.lateral, values.vertical, values.time].map(minimumOf);
    if (lateral === undefined) return `--lateral ${values.lateral} is not a number of metres.`;
    if (vertical === undefined) return `--vertical ${values.vertical} is not a number of metres.`;
    if (time === undefined) return `--time ${values.time} is not a number of seconds.`;
    const minima = {
      lateralCentimetres: Math.round(lateral * 100),
      verticalCentimetres: Math.round(vertical * 100),
      timeMs: Math.round(time * 1000),
    };
    const bounds = readBounds(values);
    if (typeof bounds === 'string') return bounds;
    const { against, json } = values;
    return { file, against, minima, bounds, explain: values.explain, json };
  } catch (error) {
    // parseArgs refuses unknown options by throwing a sentence.
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

function readBounds(values: {
  readonly alternatives: boolean;
  readonly hours?: string;
  readonly feet?: string;
  readonly km?: string;
  readonly cut?: string;
}): Bounds | undefined | string {
  const { hours = '24', feet = '10000', km = '50', cut = '50' } = values;
  if (!values.alternatives) {
    const stray = (['hours', 'feet', 'km', 'cut'] as const).find((name) => values[name]);
    return stray === undefined ? undefined : `--${stray} says how far --alternatives may go.`;
  }
  const within = (text: string, most: number): number | undefined => {
    const value = minimumOf(text);
    return value === undefined || value > most ? undefined : value;
  };
  const [h, f, k] = [within(hours, 8760), within(feet, 100_000), within(km, 1000)];
  const c = within(cut, 99);
  if (h === undefined) return `--hours ${hours} is not a number of hours up to 8760.`;
  if (f === undefined) return `--feet ${feet} is not a number of feet up to 100000.`;
  if (k === undefined) return `--km ${km} is not a number of km up to 1000.`;
  if (c === undefined) return `--cut ${cut} is not a number of per cent up to 99.`;
  return {
    timeMs: Math.round(h * 3_600_000),
    altitudeCentimetres: Math.round(f * 30.48),
    lateralMetres: 1000 * k,
    cutShare: c / 100,
  };
}

type VolumePair = readonly [one: Volume, other: Volume];

/** Finds the two volumes of a hit by the ids of their features, which differ between files. */
function volumesById(
  first: readonly Entered[],
  second: readonly Entered[],
): (a: string, b: string, hit: Hit) => VolumePair {
  const [left, right] = [first, second].map((items) => new Map(items.map((one) => [one.id, one])));
  return (a, b, { queryVolumeIndex, volumeIndex }) => {
    const one = left?.get(a)?.volumes[queryVolumeIndex];
    const other = right?.get(b)?.volumes[volumeIndex];
    if (one === undefined || other === undefined) throw new Error('bug: a hit of no volumes');
    return [one, other];
  };
}

function explain([one, other]: VolumePair, minima: Minima): Explanation {
  const explained = explainConflict(one, other, minima);
  if (explained === undefined) throw new Error('bug: a hit is a conflict');
  return explained;
}

/** For each feature in conflict, what would free it of all others of other parties. */
function printAlternatives(
  first: readonly Entered[],
  second: readonly Entered[],
  asked: { readonly minima: Minima; readonly bounds: Bounds },
  json: boolean,
  out: (line: string) => void,
): void {
  const among = new VolumeIndex();
  among.load(second);
  for (const item of first) {
    const accept = (other: Entered): boolean =>
      other !== item && (item.owner === '' || item.owner !== other.owner);
    const found = alternativesFor({ ...asked, volumes: item.volumes, among, accept });
    if (found.conflicts === 0) continue;
    const lines = json ? [alternativesAsJson(item.id, found)] : alternativesAsLines(item.id, found);
    for (const line of lines) out(line);
  }
}

function minimumOf(text: string): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value <= MINIMUM_MAX ? value : undefined;
}

type FeaturesOfFile = { readonly items: readonly Entered[]; readonly refused: boolean };

async function readFeatures(
  file: string,
  err: (line: string) => void,
): Promise<FeaturesOfFile | undefined> {
  let read: VolumesRead;
  try {
    read = readVolumes(await readText(file));
  } catch (error) {
    // Whatever the file system refuses becomes a sentence; all else is a bug.
    if (!(error instanceof Error && 'code' in error)) throw error;
    err(`${file} cannot be read: ${error.message}`);
    return undefined;
  }
  for (const fault of read.faults) err(`${file}: ${faultSentence(fault)}`);
  for (const { line, feature, note } of read.notes.slice(0, NOTES_SHOWN)) {
    err(`${file}: line ${line}, ${feature}: note: ${note}`);
  }
  const unshown = read.notes.length - NOTES_SHOWN;
  if (unshown > 0) err(`${file}: note: and ${unshown} more notes of this kind`);
  const items = read.features.map(({ id, party, volumes }) => ({ id, owner: party, volumes }));
  return { items, refused: read.faults.length > 0 };
}

/** The whole text, or a little more than the most that `readVolumes` takes. */
async function readText(file: string): Promise<string> {
  const chunks: string[] = [];
  let length = 0;
  const decoder = new TextDecoder();
  const handle = file === '-' ? undefined : await open(file);
  const source = handle?.createReadStream() ?? process.stdin;
  for await (const chunk of source) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true });
    chunks.push(text);
    length += text.length;
    if (length > TEXT_LENGTH_MAX) break;
  }
  return chunks.join('') + decoder.decode();
}

/** The closest of the conflicts between the volumes of two features. */
function nearestHit(hits: readonly Hit[]): Hit {
  const [first, ...rest] = hits;
  if (first === undefined) throw new Error('bug: a joined pair has a conflict');
  return rest.reduce((best, hit) => (compareHits(hit, best) < 0 ? hit : best), first);
}

function compareHits(x: Hit, y: Hit): number {
  const [a, b] = [x.conflict, y.conflict];
  return (
    a.separation.lateralCentimetres - b.separation.lateralCentimetres ||
    a.separation.verticalCentimetres - b.separation.verticalCentimetres ||
    a.separation.timeMs - b.separation.timeMs ||
    a.window.startMs - b.window.startMs
  );
}

function summary(pairs: number, first: number, second: number): string {
  const features = count(first, 'feature');
  const among = second === 0 ? `among ${features}` : `between ${features} and ${second}`;
  return pairs === 0 ? `No conflicts ${among}.` : `${count(pairs, 'conflicting pair')} ${among}.`;
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
