// One instant for each side to read, and one window: Zulu, date-time groups, and local in each zone
// that is asked for, as of the date meant.
import { instantTexts, readInstantAs, readWindow, writeInstant } from '@parley/geo';
import type { InstantReading, InstantText } from '@parley/geo';
import type { Options } from './options.ts';
import type { Printed } from './printed.ts';

/** The instant, or both ends of the window, in Zulu and in each zone; or why it is refused. */
export function convertTime({ text, zones }: Options): Printed {
  const reading = readInstantAs(text);
  if (reading.ok) {
    const { value } = reading;
    return inZones([value.ms], zones, [`Read  ${text.trim()}  as ${readAs(value)}`], value);
  }
  const window = readWindow(text);
  if (window.ok) {
    const { startMs, endMs } = window.value;
    return inZones([startMs, endMs], zones, [`Read  ${text.trim()}  as a window`], window.value);
  }
  const { refusal } = reading;
  const ways = (refusal.candidates ?? []).map((way) => `It can be ${writeInstant(way.ms)}.`);
  return { ok: false, lines: [refusal.sentence, ...ways], json: { refusal } };
}

function inZones(
  instants: readonly number[],
  zones: readonly string[],
  lines: readonly string[],
  read: object,
): Printed {
  const written = instants.map((ms) => instantTexts(ms, zones));
  const refused = written.find((each) => !each.ok);
  if (refused?.ok === false) {
    const { refusal } = refused;
    return { ok: false, lines: [`--in: ${refusal.sentence}`], json: { read, refusal } };
  }
  const forms = written.flatMap((each): InstantText[][] => (each.ok ? [each.value] : []));
  const texts = forms.flatMap((each, at) => [
    ...(forms.length > 1 ? [at === 0 ? 'From' : 'To'] : []),
    ...each.map(({ text }) => `${forms.length > 1 ? '  ' : ''}${text}`),
  ]);
  return { ok: true, lines: [...lines, ...texts], json: { read, forms } };
}

function readAs({ form, zone, precisionMs }: InstantReading): string {
  const unit = precisionMs >= 60_000 ? 'minute' : precisionMs >= 1000 ? 'second' : 'millisecond';
  return `${form}, zone ${zone}, stated to the ${unit}`;
}
