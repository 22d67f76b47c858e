// The towns that come with geo: GeoNames (CC BY 4.0), reduced by tools/write-towns.mjs.
import table from './towns.json' with { type: 'json' };
import { gazetteerOf } from './gazetteer-of.ts';
import type { Gazetteer, Place } from './gazetteer-port.ts';

/** Towns of the world from 100,000 inhabitants, of the theatre down to the smallest listed. */
export const builtInTowns: Gazetteer = gazetteerOf(table.source, table.towns.map(townOf));

function townOf(line: string): Place {
  const [id = '', name = '', country = '', latE4, lonE4, aliases = ''] = line.split('|');
  const position = { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
  const known = aliases === '' ? [] : aliases.split(';');
  return { kind: 'town', id: `geonames:${id}`, code: '', name, aliases: known, country, position };
}
