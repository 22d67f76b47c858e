// The options that describe a volume, the same for notices and warnings.
import type { Given, Options } from './command.ts';

export const AREA_OPTIONS = {
  area: { type: 'string' },
  circle: { type: 'string' },
  radius: { type: 'string' },
  corridor: { type: 'string' },
  'half-width': { type: 'string' },
  lower: { type: 'string' },
  upper: { type: 'string' },
  start: { type: 'string' },
  end: { type: 'string' },
  words: { type: 'string' },
  language: { type: 'string' },
  exercise: { type: 'boolean' },
  test: { type: 'boolean' },
} as const satisfies Options;

export const AREA_USAGE =
  '(--area "POS; POS; POS" | --circle POS --radius 3km | --corridor "POS; POS" --half-width 2km)';

/** The volume given by options, in the readable form; undefined when no outline was given. */
export function volumesGiven(given: Given): Record<string, string>[] | undefined {
  const volume: Record<string, string> = {};
  for (const option of ['area', 'circle', 'radius', 'corridor', 'half-width'] as const) {
    const text = given.text(option);
    if (text !== undefined) volume[option === 'half-width' ? 'halfWidth' : option] = text;
  }
  for (const option of ['lower', 'upper', 'start', 'end'] as const) {
    const text = given.text(option);
    if (text !== undefined) volume[option] = text;
  }
  return Object.keys(volume).length === 0 ? undefined : [volume];
}

/** Whether the traffic is real, an exercise or a test. */
export function statusOf(given: Given): 'actual' | 'exercise' | 'test' {
  if (given.has('exercise')) return 'exercise';
  return given.has('test') ? 'test' : 'actual';
}

/** The free text given, with its language (English unless --language says otherwise). */
export function wordsGiven(given: Given): { readonly words?: object } {
  const text = given.text('words');
  return text === undefined ? {} : { words: { text, language: given.text('language') ?? 'en' } };
}
