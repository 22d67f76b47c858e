// One position in every form known, with what each form can hold, and in words.
import { placeText, positionTexts, readPosition, writePosition } from '@parley/geo';
import type { PlaceText, Position, PositionReading, PositionText } from '@parley/geo';
import type { Options } from './options.ts';
import type { Printed } from './printed.ts';

/** The position that the text states, in every form; or its refusal, with every way to read it. */
export function convertPosition({ text, zone, places }: Options): Printed {
  const reading = readPosition(text, { places, ...(zone !== undefined && { sk42Zone: zone }) });
  if (!reading.ok) {
    const { refusal } = reading;
    const ways = (refusal.candidates ?? []).map(candidateLine);
    return { ok: false, lines: [refusal.sentence, ...ways], json: { refusal } };
  }
  const { position } = reading.value;
  const texts = positionTexts(position);
  const place = placeText(position, places);
  return {
    ok: true,
    lines: asLines(reading.value, texts, place),
    json: asJson(reading.value, texts, place),
  };
}

/** One way in which an ambiguous text can be read. */
function candidateLine({ position, form, transformation }: PositionReading): string {
  return `It can be ${writePosition(position, 'DD')}, as ${form}: ${transformation}.`;
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
