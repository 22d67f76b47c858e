// A distance as people say it: its metres, or both when a mile may be one of two, and how much its
// last digit leaves open.

export type SaidDistance = {
  /** Metres; two when the unit can be a statute or a nautical mile. */
  readonly options: readonly number[];
  /** Half of the last digit stated, as a share of the distance. */
  readonly halfDigitShare: number;
};

type Read =
  | { readonly ok: true; readonly value: SaidDistance }
  | { readonly ok: false; readonly expected: string };

const METRES_MAX = 1_000_000;
/** The international nautical mile and the statute mile (1959), metres. */
const [NAUTICAL, STATUTE] = [1852, 1609.344];
/** "About 9 km" may be this much more or less. */
const ABOUT_SHARE = 0.1;
const UNITS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^n|^морск/i, [NAUTICAL]],
  [/^statute/i, [STATUTE]],
  [/^mi|^мил/i, [NAUTICAL, STATUTE]],
  [/^k|^к|كم|^ק|^כ/i, [1000]],
  [/^/, [1]],
];
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen twenty';

/** Undefined for a word that is no number. Refused: a comma of thousands or decimals, no end. */
export function saidDistance(number: string, unit: string, about: boolean): Read | undefined {
  const word = NUMBERS.split(' ').indexOf(number.toLowerCase());
  const digits = /^\d/.test(number) ? number : String(word);
  if (digits === '-1') return undefined;
  const factors = (UNITS.find(([pattern]) => pattern.test(unit)) ?? UNITS[4])?.[1] ?? [1];
  if (/^\d{1,3},\d{3}$/.test(digits)) {
    return {
      ok: false,
      expected: 'a decimal point or no comma: this may be decimals or thousands',
    };
  }
  const value = Number(digits.replace(',', '.'));
  const options = factors.map((factor) => value * factor);
  if (options.some((metres) => metres > METRES_MAX)) {
    return { ok: false, expected: `a distance of at most ${METRES_MAX / 1000} km` };
  }
  if (!(value > 0)) return { ok: false, expected: 'a distance above 0' };
  const decimals = /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0;
  const share = 10 ** -decimals / 2 / value;
  return { ok: true, value: { options, halfDigitShare: about ? share + ABOUT_SHARE : share } };
}
