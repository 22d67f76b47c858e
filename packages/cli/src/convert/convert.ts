// `parley convert`: one value in every form known, each with its transformation and accuracy. A
// value that is refused is never printed as something else.
import { convertBearing } from './bearing.ts';
import { convertHeight } from './height.ts';
import { optionsOf } from './options.ts';
import type { Kind, Options } from './options.ts';
import { convertPosition } from './position.ts';
import type { Printed } from './printed.ts';
import { convertTime } from './time.ts';

type Print = (line: string) => void;

const USAGE = [
  'usage: parley convert POSITION [--zone N] [--json]',
  '       parley convert --height HEIGHT --at POSITION [--qnh HPA] [--json]',
  '       parley convert --time TIME [--in ZONE,...] [--json]',
  '       parley convert --bearing BEARING --at POSITION --when TIME [--json]',
  '',
  'Prints a position in every form known. Degrees are WGS-84 unless a datum is named:',
  '  parley convert "35.3359, 40.1408"',
  '  parley convert "35°20\'09.2\\"N 040°08\'26.9\\"E"',
  '  parley convert 35 20.15N 40 8.45E',
  '  parley convert 37S FV 0412 0287      (the centre of the square)',
  '  parley convert X 3912555 Y 7603825   (SK-42 Gauss-Krueger: X north, Y east)',
  '  parley convert UTM 37N 603674 3910891',
  '  parley convert 9 km south of Deir ez-Zor airport',
  '--zone N is the zone of SK-42 eastings that are written without one, 1 to 60.',
  '',
  'With --height, a height in every reference that it can be given in:',
  '  parley convert --height "FL180" --at "35.3359, 40.1408" --qnh 1008',
  '',
  'With --time, an instant or a window in Zulu and by the clocks of zones, as of the date meant:',
  '  parley convert --time "17 сентября 2016 16:55 МСК" --in Asia/Damascus,Europe/Istanbul',
  '',
  'With --bearing, a bearing from true, magnetic and grid north, in degrees and mils:',
  '  parley convert --bearing "216 magnetic" --at "35.3359, 40.1408" --when 2016-09-17T13:55:00Z',
  '',
  '--gazetteer FILE lays names of your own on top of those that come with Parley (JSON).',
  '--json prints one JSON object; for a position: read, position, forms, accuracy, place.',
  'Exit: 0 read, 1 refused, 2 wrong usage.',
];

const CONVERT: Readonly<Record<Kind, (options: Options) => Printed>> = {
  position: convertPosition,
  height: convertHeight,
  time: convertTime,
  bearing: convertBearing,
};

/**
 * Runs the command. `args`: what follows `convert`; words that are not options are joined by
 * spaces, and a word that begins with a minus and a digit is part of the text.
 * Returns the exit code: 0 when read, 1 when refused, 2 on wrong usage.
 */
export async function convert(args: readonly string[], out: Print, err: Print): Promise<number> {
  const ended = args.includes('--') ? args.indexOf('--') : args.length;
  if (args.slice(0, ended).some((arg) => arg === '--help' || arg === '-h')) {
    for (const line of USAGE) out(line);
    return 0;
  }
  const options = optionsOf(args);
  if (typeof options === 'string') {
    for (const line of [options, ...USAGE]) err(line);
    return 2;
  }
  const printed = CONVERT[options.kind](options);
  if (!printed.ok) for (const line of printed.lines) err(line);
  if (options.json) out(JSON.stringify(printed.json));
  else if (printed.ok) for (const line of printed.lines) out(line);
  return printed.ok ? 0 : 1;
}
