// Flight levels in words against the bands of a notice, in English and Russian. A level that lies
// in any band is left alone, and so is any text about bands that are not in flight levels.
import { writeBand } from '../height/height.ts';
import type { AltitudeBand } from '../height/height.ts';

/** A flight level of the text that no band holds. */
export type LevelFinding = {
  readonly code: 'altitude-differs';
  /** As written, and where it begins in the text. */
  readonly said: string;
  readonly at: number;
  readonly saidCentimetres: number;
  /** To the nearest limit of the nearest band, metres on standard pressure. */
  readonly differsMetres: number;
  readonly sentence: string;
};

const CHARACTERS_MAX = 10_000;
const CENTIMETRES_PER_LEVEL = 3048;
/** "FL180", "FL 180", "flight level 180", "эшелон 180", "эшелоне полёта 180", "ЭП180". */
const NAME = String.raw`(?:FL ?|flight levels? |эшелон\p{L}* (?:пол[её]та )?|ЭП ?)`;
const SECOND = String.raw`(?: ?(?:-|–|to|and|до|и) ?)(?:FL ?)?(\d{2,3})`;
const LEVEL = new RegExp(
  String.raw`(?<![\p{L}\d])${NAME}(\d{2,3})(?:${SECOND})?(?![\d.,]*\d)`,
  'giu',
);

/**
 * The flight levels in `words` that lie in none of `bands`. Says nothing unless every limit that is
 * a height is a flight level: other references cannot be compared without a pressure.
 */
export function levelFindings(words: string, bands: readonly AltitudeBand[]): LevelFinding[] {
  const spans = bands.map(levelSpan);
  if (spans.length === 0 || spans.includes(undefined)) return [];
  const known = spans.filter((span) => span !== undefined);
  return [...words.slice(0, CHARACTERS_MAX).matchAll(LEVEL)].flatMap((found) => {
    const said = found[0].trim();
    const levels = [found[1], found[2]].filter((level) => level !== undefined).map(Number);
    return levels.flatMap((level) => {
      const centimetres = level * CENTIMETRES_PER_LEVEL;
      const gaps = known.map(({ low, high }) => Math.max(0, low - centimetres, centimetres - high));
      const gap = Math.min(...gaps);
      if (gap === 0) return [];
      const band = bands[gaps.indexOf(gap)];
      const name = `FL${String(level).padStart(3, '0')}`;
      const metres = gap / 100;
      const sentence =
        `The text says ${name}. The band is ${band === undefined ? '' : writeBand(band)}; ` +
        `${name} lies ${Math.round(metres / 0.3048)} ft outside of it.`;
      const code = 'altitude-differs' as const;
      const at = found.index;
      return [{ code, said, at, saidCentimetres: centimetres, differsMetres: metres, sentence }];
    });
  });
}

/** The band on standard pressure; the surface and unlimited stand below and above every level. */
function levelSpan({ lower, upper }: AltitudeBand): { low: number; high: number } | undefined {
  const bounds = [lower, upper].map((bound) =>
    bound.kind === 'height' && bound.reference !== 'STD' ? undefined : bound,
  );
  if (bounds.includes(undefined)) return undefined;
  if (lower.kind !== 'height' && upper.kind !== 'height') return undefined;
  return {
    low: lower.kind === 'height' ? lower.centimetres : -Infinity,
    high: upper.kind === 'height' ? upper.centimetres : Infinity,
  };
}
