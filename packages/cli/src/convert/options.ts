// The words after `parley convert`: what kind of value, its text, and what is known beside it.
// A word that begins with a minus and a digit belongs to the text: "-35.3, 40.1" is a position.
import { readInstant, readPosition } from '@parley/geo';
import type { Gazetteer, Position } from '@parley/geo';
import { gazetteerIn } from '../gazetteer-file.ts';

export type Kind = 'position' | 'height' | 'time' | 'bearing';

export type Options = {
  readonly kind: Kind;
  readonly text: string;
  readonly json: boolean;
  /** Zone of SK-42 eastings that are written without one. */
  readonly zone: number | undefined;
  /** Where a height or a bearing is. */
  readonly at: Position | undefined;
  /** When a bearing is taken: the magnetic field moves. */
  readonly whenMs: number | undefined;
  /** The QNH of the place, tenths of hPa. */
  readonly qnhDecihectopascals: number | undefined;
  /** Zones that a time is shown in; Moscow and Damascus unless others are named. */
  readonly zones: readonly string[];
  /** The places that positions are told from. */
  readonly places: Gazetteer;
};

const KINDS: readonly Kind[] = ['height', 'time', 'bearing'];
const VALUED = ['--zone', '--at', '--when', '--qnh', '--in', '--gazetteer'];
const QNH_RIGHT = '--qnh takes hectopascals of 850 to 1099.9, such as 1008 or 1013.2.';
const FLAGS = ['--json', ...KINDS.map((kind) => `--${kind}`)];

/** The options, or a sentence that says what is wrong with them. */
export function optionsOf(args: readonly string[]): Options | string {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const values = new Map<string, string>();
  const flags = new Set<string>();
  const words: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] ?? '';
    if (i === end) continue;
    if (i > end || !isOption(arg)) {
      words.push(arg);
      continue;
    }
    if (VALUED.includes(arg)) {
      const value = args[i + 1];
      if (value === undefined || i + 1 >= end) return `${arg} takes a value.`;
      values.set(arg, value);
      i += 1;
    } else if (FLAGS.includes(arg)) flags.add(arg);
    else return `There is no option ${arg}.`;
  }
  const kinds = KINDS.filter((kind) => flags.has(`--${kind}`));
  if (kinds.length > 1) return `--${kinds.join(' and --')} do not go together.`;
  const kind = kinds[0] ?? 'position';
  if (words.length === 0) return `There is no ${kind}.`;
  return known({ kind, text: words.join(' '), json: flags.has('--json') }, values);
}

function known(
  asked: Pick<Options, 'kind' | 'text' | 'json'>,
  values: ReadonlyMap<string, string>,
): Options | string {
  const zoneText = values.get('--zone');
  const zone = zoneText === undefined ? undefined : Number(zoneText);
  if (zone !== undefined && !(Number.isInteger(zone) && zone >= 1 && zone <= 60)) {
    return '--zone takes a whole number of 1 to 60.';
  }
  const gazetteer = gazetteerIn(values.get('--gazetteer'));
  if (!gazetteer.ok) return `--gazetteer: ${gazetteer.sentence}`;
  const places = gazetteer.value;
  const atText = values.get('--at');
  const at = atText === undefined ? undefined : readPosition(atText, { places });
  if (at?.ok === false) return `--at: ${at.refusal.sentence}`;
  const whenText = values.get('--when');
  const when = whenText === undefined ? undefined : readInstant(whenText);
  if (when?.ok === false) return `--when: ${when.refusal.sentence}`;
  const qnhText = values.get('--qnh');
  const qnh = qnhText === undefined ? undefined : Math.round(Number(qnhText) * 10);
  if (qnh !== undefined && !(qnh >= 8500 && qnh <= 10_999)) return QNH_RIGHT;
  const place = { at: at?.value.position, whenMs: when?.value, qnhDecihectopascals: qnh };
  const zones = (values.get('--in') ?? 'Moscow,Damascus').split(',').map((each) => each.trim());
  return { ...asked, zone, ...place, zones, places };
}

/** An option begins with a minus and a letter or another minus: "-35.3" and "-" are positions. */
function isOption(arg: string): boolean {
  return /^-(?:-|[a-z])/i.test(arg);
}
