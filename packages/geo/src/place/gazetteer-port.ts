// What a gazetteer is to the rest of geo: names in, places out; a position in, places near it out.
import type { Position } from '../position/position.ts';
import type { Language } from '../words/language.ts';

export type PlaceKind = 'aerodrome' | 'town' | 'site';

/** A named place. Names and positions are those of its source, and claim nothing of their own. */
export type Place = {
  readonly kind: PlaceKind;
  /** Unique within its gazetteer. */
  readonly id: string;
  /** ICAO code of an aerodrome; the empty string for a place without one. */
  readonly code: string;
  /** IATA code of an aerodrome; found in capitals only, because many are also words. */
  readonly iata?: string;
  /** The English name; of an aerodrome with its kind, "Deir ez-Zor Airport". */
  readonly name: string;
  /** The name in other languages, of an aerodrome without its kind: "Дейр-эз-Зор". */
  readonly names?: Readonly<Partial<Record<Language, string>>>;
  readonly aliases?: readonly string[];
  /** The names of the town that an aerodrome serves, where its own name does not say it. */
  readonly serves?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region?: string;
  readonly position: Position;
  /** How far from its point the name still reaches, with the uncertainty of the point. */
  readonly extentMetres?: number;
  /** Inhabitants of a town, to two figures; 0 or nothing where its source has none. */
  readonly population?: number;
  /** Where name and position are from. */
  readonly source?: string;
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
  /**
   * Best first, at most 20, all of one score; and the town of an aerodrome so found, or the other
   * way round, when its own spelling had to be forgiven: the two are taken for one another. A word
   * such as "airport", in any of the languages, says that no town is meant. `kind`: only of it.
   */
  readonly find: (name: string, kind?: PlaceKind) => readonly PlaceMatch[];
  /** Nearest first by geodesic distance, at most 50. `kind`: only places of it. */
  readonly near: (position: Position, withinMetres: number, kind?: PlaceKind) => readonly Place[];
};
