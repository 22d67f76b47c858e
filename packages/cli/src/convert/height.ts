// One height in every reference that it can honestly be given in, each with what was done and how
// far it may be off. Where the pressure is not known the readout is a wide one, and says so.
import { heightTexts, readHeight, writeHeight, writePosition } from '@parley/geo';
import type { Options } from './options.ts';
import type { Printed } from './printed.ts';

/** The height at a place, in every reference; or why it is refused. */
export function convertHeight({ text, at, qnhDecihectopascals }: Options): Printed {
  const reading = readHeight(text);
  if (!reading.ok) {
    return { ok: false, lines: [reading.refusal.sentence], json: { refusal: reading.refusal } };
  }
  if (at === undefined) {
    const sentence = 'The sea and the ground differ from place to place: --at POSITION is missing.';
    return { ok: false, lines: [sentence], json: { read: reading.value, missing: '--at' } };
  }
  const known = qnhDecihectopascals === undefined ? {} : { qnhDecihectopascals };
  const forms = heightTexts(reading.value, [at], known);
  const width = Math.max(0, ...forms.map((form) => form.text.length));
  const lines = [
    `Read  ${text.trim()}  as ${writeHeight(reading.value)}`,
    `At    ${writePosition(at, 'DD')}`,
    ...forms.map((form) => {
      const within = form.accuracyMetres < 0.01 ? 'exact' : `± ${metres(form.accuracyMetres)}`;
      return `${form.text.padEnd(width)}  ${within.padEnd(7)}  ${form.transformation}`;
    }),
  ];
  return { ok: true, lines, json: { read: reading.value, forms } };
}

function metres(value: number): string {
  return `${value < 10 ? Number(value.toFixed(1)) : Math.round(value)} m`;
}
