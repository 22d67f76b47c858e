// Limits on what is read.

/** Length of a text, UTF-16 units: 64 Mi. */
export const TEXT_LENGTH_MAX = 64 * 1024 * 1024;
/** Features in one text. */
export const FEATURES_MAX = 200_000;
/** Volumes of one feature. */
export const VOLUMES_MAX = 1000;
/** Vertices of one ring or line. */
export { VERTICES_MAX } from '@parley/conflict';
/** Length of an id or the name of a party. */
export const NAME_LENGTH_MAX = 200;
