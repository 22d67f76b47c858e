// What a gazetteer is to the rest of geo: names in, places out; a position in, places near it out.
import type { Position } from '../position/position.ts';
import type { Language } from '../words/language.ts';

export type Place = {
  readonly kind: 'aerodrome' | 'town' | 'site';
  /** Unique within its gazetteer. */
  readonly id: string;
  /** ICAO code of an aerodrome; the empty string for a place without one. */
  readonly code: string;
  /** The English name. */
  readonly name: string;
  readonly names?: Readonly<Partial<Record<Language, string>>>;
  readonly aliases?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string;
  readonly position: Position;
  /** How far from its point the name still reaches. */
  readonly extentMetres?: number;
};

export type PlaceMatch = {
  readonly place: Place;
  /** 1 for a name, alias or code after folding; lower for a forgiven spelling. */
  readonly score: number;
  /** The name, alias or code that matched. */
  readonly matched: string;
};

export type Gazetteer = {
  /** Names the tables and their versions. */
  readonly title: string;
  /** Best first, at most 20. */
  readonly find: (name: string) => readonly PlaceMatch[];
  /** Nearest first by geodesic distance, at most 50. */
  readonly near: (position: Position, withinMetres: number) => readonly Place[];
};
