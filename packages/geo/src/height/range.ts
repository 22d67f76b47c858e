// Ranges of metres: what a height may be, when its meaning leaves some of it open.

/** Least and greatest, metres; the least is not above the greatest. */
export type Range = readonly [least: number, greatest: number];

/** Every sum of a value of the one and a value of the other. */
export function plus(a: Range, b: Range): Range {
  return [a[0] + b[0], a[1] + b[1]];
}

/** Every difference between a value of the one and a value of the other. */
export function minus(a: Range, b: Range): Range {
  return [a[0] - b[1], a[1] - b[0]];
}

/** As much more on both sides. */
export function widened(range: Range, byMetres: number): Range {
  return [range[0] - byMetres, range[1] + byMetres];
}
