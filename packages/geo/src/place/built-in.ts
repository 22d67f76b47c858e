// The places that come with geo: the world's towns and aerodromes, and military airfields of the
// theatre that lists of codes leave out. Loads synchronously, in a browser too.
import airports from './airports.json' with { type: 'json' };
import namesakes from './namesakes.json' with { type: 'json' };
import theatre from './theatre-aerodromes.json' with { type: 'json' };
import towns from './towns.json' with { type: 'json' };
import { gazetteerFrom, joined } from './gazetteer-of.ts';
import type { Gazetteer, Place } from './gazetteer-port.ts';
import { LANGUAGES } from '../words/language.ts';
import type { Language } from '../words/language.ts';

type Names = Readonly<Partial<Record<Language, string>>>;

/** Made at the first question: 28,000 places take a tenth of a second, and most pages ask none. */
let madeTowns: readonly Place[] | undefined;
const townList = (): readonly Place[] => (madeTowns ??= towns.towns.map(townOf));

/** Towns of the world from 100,000 inhabitants, of the theatre down to the smallest listed. */
export const builtInTowns: Gazetteer = gazetteerFrom(towns.source, townList);

/** Aerodromes of the world with an ICAO code, and the theatre's military ones without. */
export const builtInAerodromes: Gazetteer = gazetteerFrom(
  `${airports.source}; ${theatre.source}`,
  aerodromes,
);

/** The aerodromes and the towns in one; what a deployment lays its own names on top of. */
export const builtInPlaces: Gazetteer = joined(
  `${builtInAerodromes.title}; ${builtInTowns.title}`,
  builtInAerodromes,
  builtInTowns,
  new Set(),
);

function townOf(line: string): Place {
  const [id = '', name = '', country = '', latE4, lonE4, hundreds, listed = ''] = line.split('|');
  const names: Partial<Record<Language, string>> = {};
  const aliases: string[] = [];
  for (const alias of listed === '' ? [] : listed.split(';')) {
    const language = LANGUAGES.find((each) => alias.startsWith(`${each}=`));
    if (language === undefined) aliases.push(alias);
    else names[language] = alias.slice(language.length + 1);
  }
  return {
    kind: 'town',
    id: `geonames:${id}`,
    code: '',
    name,
    names,
    aliases,
    country,
    position: positionOfE4(latE4, lonE4),
    population: Number(hundreds) * 100,
    source: 'GeoNames',
  };
}

function aerodromes(): readonly Place[] {
  const named = new Map(theatre.names.map((line) => [line.slice(0, 4), line.split('|')]));
  const towned = new Map(townList().map((town) => [town.id, town]));
  const namedAfter: Readonly<Record<string, string>> = namesakes.namesakes;
  const serving: Readonly<Record<string, string>> = namesakes.serving;
  const coded = airports.airports.map((line): Place => {
    const [code = '', iata = '', name = '', country = '', latE4, lonE4, city = ''] =
      line.split('|');
    const town = towned.get(`geonames:${namedAfter[code]}`);
    const served = towned.get(`geonames:${serving[code]}`);
    const [, ...own] = named.get(code) ?? [];
    return {
      kind: 'aerodrome',
      id: `icao:${code}`,
      code,
      ...(iata !== '' && { iata }),
      name,
      names: { ...town?.names, ...namesOf(own) },
      aliases: [...aliasesOf(own[4]), ...(town?.aliases ?? [])],
      ...(city !== '' && { serves: [city, ...Object.values(served?.names ?? {})] }),
      country,
      position: positionOfE4(latE4, lonE4),
      source: airports.source,
    };
  });
  return [...coded, ...theatre.aerodromes.map(fieldOf)];
}

/** A military airfield without an ICAO code. */
function fieldOf(line: string): Place {
  const [id, country = '', latE4, lonE4, extent, source, name = '', ...own] = line.split('|');
  return {
    kind: 'aerodrome',
    id: `field:${id}`,
    code: '',
    name,
    country,
    names: namesOf(own),
    aliases: aliasesOf(own[4]),
    position: positionOfE4(latE4, lonE4),
    extentMetres: Number(extent),
    source: source === 'O' ? 'OurAirports' : 'public encyclopaedic knowledge',
  };
}

/** Fields in the order ru, ar, he, tr; an empty one is unknown. */
function namesOf([ru = '', ar = '', he = '', tr = '']: readonly string[]): Names {
  return Object.fromEntries(Object.entries({ ru, ar, he, tr }).filter(([, name]) => name !== ''));
}

function aliasesOf(field = ''): readonly string[] {
  return field === '' ? [] : field.split(';');
}

function positionOfE4(latE4: string | undefined, lonE4: string | undefined): Place['position'] {
  return { latE7: Number(latE4) * 1000, lonE7: Number(lonE4) * 1000 };
}
