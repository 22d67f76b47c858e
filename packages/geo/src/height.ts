/** The unit in which a height was stated. FL is hundreds of feet on standard pressure. */
export type HeightUnit = 'm' | 'ft' | 'FL';

/** HAE: above the WGS-84 ellipsoid. AMSL: above EGM96. AGL: above ground. STD: standard pressure. */
export type HeightReference = 'HAE' | 'AMSL' | 'AGL' | 'STD';

/**
 * A height as stated. `centimetres` is the value in centimetres, rounded to the nearest integer,
 * so that whole feet and flight levels come back exactly. The reference is never converted here.
 */
export type Height = {
  readonly kind: 'height';
  readonly centimetres: number;
  readonly unit: HeightUnit;
  readonly reference: HeightReference;
};

/** A limit of an altitude band: a height, the surface, or unlimited. Never "nil means unlimited". */
export type HeightBound = Height | { readonly kind: 'surface' } | { readonly kind: 'unlimited' };

/** Lower and upper limit, both inclusive. */
export type AltitudeBand = { readonly lower: HeightBound; readonly upper: HeightBound };
