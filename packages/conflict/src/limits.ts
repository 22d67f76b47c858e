// Limits on a volume's geometry. Within them every rule of this package holds.

/** Vertices of an area with its holes, or of a corridor's line. */
export const VERTICES_MAX = 1000;
/** Radius of a circle, half-axis of an ellipse, half-width of a corridor, a buffer: 500 km. */
export const WIDTH_CENTIMETRES_MAX = 50_000_000;
/** Straight distance between any two vertices, so the longest edge too: 2,000 km. */
export const EXTENT_METRES_MAX = 2_000_000;
/** Length of all edges together: 40,000 km. */
export const LENGTH_METRES_MAX = 40_000_000;
/** Heights, as in geo: -500 m to 100 km. */
export const HEIGHT_CENTIMETRES_MIN = -50_000;
export const HEIGHT_CENTIMETRES_MAX = 10_000_000;
/** Uncertainty of a limit, and what a buffer keeps below and above: 10 km. */
export const MARGIN_CENTIMETRES_MAX = 1_000_000;
/** What a buffer keeps before and after: a day. */
export const MARGIN_MS_MAX = 86_400_000;
/** How often a window comes, and how far apart: 400 times, 370 days. */
export const REPEATS_MAX = 400;
export const REPEAT_MS_MAX = 370 * 86_400_000;
