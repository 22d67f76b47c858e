// The names that come with geo, as one world: its gazetteer and its atlas. A deployment that has
// names or borders of its own makes its own world.
import { builtInAtlas } from '../place/atlas.ts';
import { builtInPlaces } from '../place/built-in.ts';
import type { World } from './finding.ts';

/** The built-in gazetteer and atlas. */
export const builtInWorld: World = { gazetteer: builtInPlaces, atlas: builtInAtlas };
