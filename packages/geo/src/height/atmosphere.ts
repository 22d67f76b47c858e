// The standard atmosphere, between pressure and geopotential height: what every altimeter is built
// to. It says nothing about the air of any day.

/** A layer from its base up: geopotential metres, kelvin, kelvin per metre, hectopascals. */
type Layer = {
  readonly baseMetres: number;
  readonly baseKelvin: number;
  readonly lapse: number;
  readonly baseHectopascals: number;
};

/** ICAO Doc 7488/3, section 2.1: standard gravity, and the gas constant of dry air, SI units. */
const GRAVITY = 9.80665;
const GAS_CONSTANT = 287.05287;
const SEA_HECTOPASCALS = 1013.25;
const SEA_KELVIN = 288.15;
/** ICAO Doc 7488/3, table D: where each layer begins, and its gradient of temperature. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, -0.0065],
  [11_000, 0],
  [20_000, 0.001],
  [32_000, 0.0028],
  [47_000, 0],
  [51_000, -0.0028],
  [71_000, -0.002],
];
/** What the tables cover, geopotential metres. */
export const ISA_METRES_MIN = -5000;
export const ISA_METRES_MAX = 80_000;

/**
 * The pressure in hPa at a geopotential height in metres, by ICAO Doc 7488/3, section 2.3 (formulas
 * for gradients of zero and not of zero). From -5,000 to 80,000 m; NaN beyond.
 */
export function isaPressureHectopascals(metres: number): number {
  if (!(metres >= ISA_METRES_MIN && metres <= ISA_METRES_MAX)) return NaN;
  const layer = LAYERS.findLast(({ baseMetres }) => metres >= baseMetres) ?? SEA_LAYER;
  return pressureIn(layer, metres);
}

/**
 * The pressure altitude: the geopotential height in metres at which the standard atmosphere has
 * this pressure in hPa. The inverse of `isaPressureHectopascals`; NaN where that has no such value.
 */
export function isaHeightMetres(hectopascals: number): number {
  if (!(hectopascals >= LEAST_HECTOPASCALS && hectopascals <= GREATEST_HECTOPASCALS)) return NaN;
  const layer = LAYERS.findLast(({ baseHectopascals }) => hectopascals <= baseHectopascals);
  const { baseMetres, baseKelvin, lapse, baseHectopascals } = layer ?? SEA_LAYER;
  const share = hectopascals / baseHectopascals;
  if (lapse === 0) return baseMetres - ((GAS_CONSTANT * baseKelvin) / GRAVITY) * Math.log(share);
  return baseMetres + (baseKelvin / lapse) * (share ** ((-GAS_CONSTANT * lapse) / GRAVITY) - 1);
}

function pressureIn(layer: Layer, metres: number): number {
  const { baseMetres, baseKelvin, lapse, baseHectopascals } = layer;
  const rise = metres - baseMetres;
  if (lapse === 0) {
    return baseHectopascals * Math.exp((-GRAVITY * rise) / (GAS_CONSTANT * baseKelvin));
  }
  return (
    baseHectopascals * (1 + (lapse * rise) / baseKelvin) ** (-GRAVITY / (GAS_CONSTANT * lapse))
  );
}

const SEA_LAYER: Layer = {
  baseMetres: 0,
  baseKelvin: SEA_KELVIN,
  lapse: -0.0065,
  baseHectopascals: SEA_HECTOPASCALS,
};

/** Each layer begins where the one beneath ends. */
const LAYERS: readonly Layer[] = STEPS.reduce<Layer[]>((layers, [baseMetres, lapse]) => {
  const beneath = layers.at(-1) ?? SEA_LAYER;
  const baseKelvin = beneath.baseKelvin + beneath.lapse * (baseMetres - beneath.baseMetres);
  const baseHectopascals = pressureIn(beneath, baseMetres);
  return [...layers, { baseMetres, baseKelvin, lapse, baseHectopascals }];
}, []);
const LEAST_HECTOPASCALS = isaPressureHectopascals(ISA_METRES_MAX);
const GREATEST_HECTOPASCALS = isaPressureHectopascals(ISA_METRES_MIN);
