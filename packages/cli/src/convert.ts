// `parley convert`: one position in every form known, with what each form can hold, and in words.
// A refused position is never printed as something else.
import { placeText, positionTexts, readPosition, writePosition } from '@parley/geo';
import type { PlaceText, Position, PositionReading, PositionText } from '@parley/geo';

type Print = (line: string) => void;

const USAGE = [
  'usage: parley convert POSITION [--zone N] [--json]',
  '',
  'Prints a position in every form known. Degrees are WGS-84 unless a datum is named:',
  '  parley convert "35.3359, 40.1408"',
  '  parley convert "35°20\'09.2\\"N 040°08\'26.9\\"E"',
  '  parley convert 35 20.15N 40 8.45E',
  '  parley convert 37S FV 0412 0287      (the centre of the square)',
  '',
  '  parley convert X 3912555 Y 7603825   (SK-42 Gauss-Krueger: X north, Y east)',
  '  parley convert UTM 37N 603674 3910891',
  '',
  '--zone N is the zone of SK-42 eastings that are written without one, 1 to 60.',
  '--json prints one JSON object: read, position, forms, accuracy, place.',
  'Exit: 0 read, 1 refused, 2 wrong usage.',
];

/**
 * Runs the command. `args`: what follows `convert`; words that are not options are joined by
 * spaces, and a word that begins with a minus and a digit is part of the position.
 * Returns the exit code: 0 when read, 1 when refused, 2 on wrong usage.
 */
export async function convert(args: readonly string[], out: Print, err: Print): Promise<number> {
  const zoneAt = args.indexOf('--zone');
  const zone = zoneAt < 0 ? undefined : Number(args[zoneAt + 1]);
  const rest = zoneAt < 0 ? args : args.toSpliced(zoneAt, 2);
  const optionsEnd = rest.includes('--') ? rest.indexOf('--') : rest.length;
  const options = rest.slice(0, optionsEnd).filter(isOption);
  const words = rest.filter((arg, i) => i !== optionsEnd && (i > optionsEnd || !isOption(arg)));
  if (options.some((option) => option === '--help' || option === '-h')) {
    for (const line of USAGE) out(line);
    return 0;
  }
  const fault = usageFault(options, words, zone);
  if (fault !== undefined) {
    err(fault);
    for (const line of USAGE) err(line);
    return 2;
  }
  const json = options.includes('--json');
  const reading = readPosition(words.join(' '), zone === undefined ? {} : { sk42Zone: zone });
  if (!reading.ok) {
    err(reading.refusal.sentence);
    for (const line of (reading.refusal.candidates ?? []).map(candidateLine)) err(line);
    if (json) out(JSON.stringify({ refusal: reading.refusal }));
    return 1;
  }
  const { position } = reading.value;
  const texts = positionTexts(position);
  const place = placeText(position);
  if (json) out(JSON.stringify(asJson(reading.value, texts, place)));
  else for (const line of asLines(reading.value, texts, place)) out(line);
  return 0;
}

function usageFault(
  options: readonly string[],
  words: readonly string[],
  zone: number | undefined,
): string | undefined {
  const unknown = options.find((option) => option !== '--json');
  if (unknown !== undefined) return `There is no option ${unknown}.`;
  if (zone !== undefined && !(Number.isInteger(zone) && zone >= 1 && zone <= 60)) {
    return '--zone takes a whole number of 1 to 60.';
  }
  return words.length === 0 ? 'There is no position.' : undefined;
}

/** One way in which an ambiguous text can be read. */
function candidateLine({ position, form, transformation }: PositionReading): string {
  return `It can be ${writePosition(position, 'DD')}, as ${form}: ${transformation}.`;
}

/** An option begins with a minus and a letter or another minus: "-35.3" and "-" are positions. */
function isOption(arg: string): boolean {
  return /^-(?:-|[a-z])/i.test(arg);
}

function asLines(
  { form, precisionMetres, cell, transformation, accuracyMetres, asEntered }: PositionReading,
  texts: readonly PositionText[],
  place: PlaceText,
): string[] {
  const formWidth = Math.max('Place'.length, ...texts.map((each) => each.form.length));
  const textWidth = Math.max(...texts.map((each) => each.text.length));
  const noteWidth = Math.max(...texts.map((each) => each.transformation.length));
  const title = (name: string): string => name.padEnd(formWidth);
  const within = accuracyMetres === 0 ? '' : `, within ${metres(accuracyMetres)}`;
  const stated = cell !== undefined || form === 'MGRS' ? 'centre of a square of' : 'stated to';
  return [
    `${title('Read')}  ${asEntered.trim()}  as ${form}, ${stated} ${metres(precisionMetres)}`,
    `${title('On')}  ${transformation}${within}`,
    ...texts.map((each) => {
      const note = each.transformation.padEnd(noteWidth);
      const text = each.text.padEnd(textWidth);
      return `${title(each.form)}  ${text}  ${note}  within ${metres(each.accuracyMetres)}`;
    }),
    `${title('Place')}  ${place.text}`,
  ];
}

function metres(value: number): string {
  return value >= 1000 ? `${value / 1000} km` : `${value} m`;
}

function asJson(
  { position, cell, ...read }: PositionReading,
  texts: readonly PositionText[],
  { place, distanceMetres, bearingDegrees, text }: PlaceText,
): object {
  return {
    read: { ...read, ...(cell !== undefined && { cell }) },
    position: { ...position, ...degreesOf(position) },
    forms: Object.fromEntries(texts.map((each) => [each.form, each.text])),
    accuracy: Object.fromEntries(
      texts.map(({ form: name, transformation, accuracyMetres }) => [
        name,
        { transformation, accuracyMetres },
      ]),
    ),
    place: {
      text,
      code: place.code,
      name: place.name,
      country: place.country,
      position: { ...place.position, ...degreesOf(place.position) },
      distanceMetres,
      bearingDegrees,
    },
  };
}

function degreesOf({ latE7, lonE7 }: Position): { readonly lat: number; readonly lon: number } {
  return { lat: latE7 / 1e7, lon: lonE7 / 1e7 };
}
