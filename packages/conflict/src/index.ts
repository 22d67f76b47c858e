export type { Minima, Volume } from './volume.ts';
