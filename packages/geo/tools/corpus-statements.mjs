// The statements of the corpus: each is put rightly, and once more with one slip of a kind that
// people make. RULES.md beside the corpus says which slips there are and when they contradict.
import { AERODROMES, COUNTRIES, OPPOSITE, TOWNS } from './corpus-places.mjs';
import { from, grid, sk42 } from './corpus-oracles.mjs';

const point = (azimuth) => Math.round(azimuth / 45) % 8;
export const positionOf = (place) =>
  typeof place[1] === 'string' ? [place[2], place[3]] : [place[1], place[2]];
export const isTown = (place) => typeof place[1] !== 'string';

function lengthText(value, unit, words, pick) {
  const number = words.number(value);
  const name = unit === 'km' ? pick(words.km) : pick(words.nm);
  return `${number} ${name}`;
}

/** Metres as a number of the unit; halves below 10, whole numbers above. */
function inUnit(metres, unit) {
  const value = metres / (unit === 'km' ? 1000 : 1852);
  return value < 10 ? Math.round(value * 2) / 2 : Math.round(value);
}

function placeText(place, words, pick) {
  return isTown(place) ? words.town(place, pick) : words.aerodrome(place, pick);
}

/** "12 km south-west of X": slips of the distance, the direction or the place. */
export function relative(scene, words, { pick, next }, slip) {
  const { anchor, azimuth, metres, radius } = scene;
  const unit = next() < 0.7 ? 'km' : 'nm';
  const value = inUnit(metres, unit);
  const hedge = next() < 0.3 ? `${pick(words.hedges)} ` : '';
  const way = pick(['toward', 'toward', 'toward', 'toward', 'bearing', 'away']);
  const put = (metresSaid, azimuthSaid, place) => {
    const length = hedge + lengthText(inUnit(metresSaid, unit), unit, words, (list) => list[0]);
    const name = placeText(place, words, pick);
    if (way === 'away' && slip !== 'direction') return words.away(length, name, pick);
    if (way === 'bearing')
      return words.bearing(String(Math.round(azimuthSaid) % 360).padStart(3, '0'), length, name);
    return words.relative(length, words.toward(point(azimuthSaid), pick), name, pick);
  };
  const right = put(metres, azimuth, anchor);
  const codes = ['distance-differs', 'direction-differs'];
  if (slip === 'distance') {
    const wrong = pick(
      [1.852, 2, 1 / 1.852, 0.5, 3].filter((times) => far(times * metres, metres, radius)),
    );
    return { right, wrong: put(wrong * metres, azimuth, anchor), codes: ['distance-differs'] };
  }
  if (slip === 'direction') {
    const turn = pick([180, 90, 270, 180]);
    return {
      right,
      wrong: put(metres, (azimuth + turn) % 360, anchor),
      codes: ['direction-differs'],
    };
  }
  if (slip === 'reference') {
    const others = [...TOWNS, ...AERODROMES].filter((place) =>
      contradicts(scene, place, value, unit),
    );
    return {
      right,
      wrong: others.length === 0 ? undefined : put(metres, azimuth, pick(others)),
      codes,
    };
  }
  return { right, codes };
}

function far(said, metres, radius) {
  const off = Math.abs(said - metres) - radius;
  return off > 0.5 * said * 0.9 || off > Math.max(6000, 0.28 * said);
}

/** Whether from this place the area lies at another distance altogether. */
function contradicts({ centre, anchor, metres, radius }, place) {
  const [, apart] = from(positionOf(anchor), positionOf(place));
  if (apart < 60_000 || apart > 350_000) return false;
  const [, own] = from(positionOf(place), centre);
  return Math.abs(own - metres) - radius > Math.max(20_000, 0.5 * metres);
}

/** "near X", "over X". */
export function near({ anchor, centre, metres }, words, { pick }, slip) {
  const put = (place) =>
    (metres < 10_000 ? pick([words.near, words.over]) : words.near)(place, pick);
  const right = put(anchor);
  if (slip !== 'near') return { right };
  const others = TOWNS.filter((place) => {
    const [, apart] = from(positionOf(place), centre);
    return apart > 150_000 && apart < 450_000;
  });
  return {
    right,
    wrong: others.length === 0 ? undefined : words.near(pick(others), pick),
    codes: ['place-differs'],
  };
}

/** "in northern Syria". */
export function part({ anchor }, words, { pick }, slip) {
  const [, , , land, parts] = anchor;
  const names = parts.split(' ');
  const right = words.part(pick(names), land, pick, COUNTRIES);
  if (slip !== 'part') return { right };
  const other = OPPOSITE[names[0]];
  const wrong = other === undefined ? undefined : words.part(other, land, pick, COUNTRIES);
  return { right, wrong, codes: ['part-differs'] };
}

/** "in Homs Governorate". */
export function region({ anchor, centre }, words, { pick }, slip) {
  const right = words.region(anchor, pick);
  if (slip !== 'region') return { right };
  const others = TOWNS.filter((place) => {
    if (place[3] !== anchor[3] || place[5] === anchor[5] || place[6] === '' || place[5] === 'Homs')
      return false;
    return from(positionOf(place), centre)[1] > 220_000;
  });
  return {
    right,
    wrong: others.length === 0 ? undefined : words.region(pick(others), pick),
    codes: ['place-differs'],
  };
}

/** "in Syria": another country counts as wrong where no town of it is near by hand. */
export function country({ anchor }, words, { pick }, slip) {
  const own = anchor[3];
  const right = words.country(own, pick, COUNTRIES);
  const others = {
    Syria: ['Ukraine', 'Libya', 'Afghanistan'],
    Iraq: ['Ukraine', 'Libya', 'Cyprus'],
  }[own] ?? ['Iraq', 'Cyprus'];
  const wrong = words.country(pick(others), pick, COUNTRIES);
  return slip === 'country' ? { right, wrong, codes: ['place-differs'] } : { right };
}

/** "between FL180 and FL240", "up to 5500 m". */
export function altitude({ heights: { unit, low, high } }, words, { pick }, slip) {
  const [off, share] = [pick([40, -40, 60]), pick([3.2808, 0.3048, 0.5])];
  const put = (top, bottom) => {
    if (unit === 'FL' && low === 0) return words.under(words.level(top), pick);
    if (unit === 'FL') return words.levels(bottom, top, pick);
    const name = unit === 'm' ? pick(words.metres) : pick(words.feet);
    return low === 0
      ? words.under(`${top} ${name} ${words.sea}`, pick)
      : words.heights(bottom, top, name, pick);
  };
  const right = put(high, low);
  if (slip !== 'altitude') return { right };
  const codes = ['altitude-differs'];
  if (unit === 'FL')
    return { right, wrong: low === 0 ? put(high + off) : put(high + off, low + off), codes };
  const rounded = (value) => Math.round((value * share) / 100) * 100;
  return { right, wrong: put(rounded(high), rounded(low)), codes };
}

/** "from 0900 to 1200Z on 17 September 2016". */
export function time({ startMs, endMs, zone }, words, { pick }, slip) {
  const hours = zone === 'Z' ? 0 : 3;
  const clock = (ms) => new Date(ms + hours * 3_600_000).toISOString().slice(11, 16);
  const put = (shift, dayShift, yearShift) => {
    const day = new Date(startMs + hours * 3_600_000 + dayShift * 86_400_000);
    const date = words.date(
      day.getUTCDate(),
      day.getUTCMonth(),
      day.getUTCFullYear() + yearShift,
      words.months,
      pick,
    );
    const times = words.times(
      clock(startMs + shift * 3_600_000),
      clock(endMs + shift * 3_600_000),
      zone,
      pick,
    );
    return pick([`${times}, ${date}`, `${date}, ${times}`, `${times} ${date}`]);
  };
  const right = put(0, 0, 0);
  if (slip === 'clock')
    return { right, wrong: put(pick([12, 6, -6, -3]), 0, 0), codes: ['time-differs'] };
  if (slip === 'date') {
    const days = pick([3, -4, 7, 10, -10]);
    return { right, wrong: put(0, days, 0), codes: ['time-differs'] };
  }
  return { right };
}

function angle(value, [plus, minus], style) {
  const [size, letter] = [Math.abs(value), value < 0 ? minus : plus];
  if (style === 'decimal') return `${size.toFixed(4)}°${letter.length > 1 ? ` ${letter}` : letter}`;
  const unit = style === 'seconds' ? 3600 : 6000;
  const all = Math.round(size * unit);
  const degrees = Math.floor(all / unit);
  const rest = all - degrees * unit;
  const two = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(rest / (unit / 60));
  const tail = two(rest % (unit / 60));
  const text = style === 'seconds' ? `${two(minutes)}'${tail}"` : `${two(minutes)}.${tail}'`;
  return `${degrees}°${text}${letter.length > 1 ? ` ${letter}` : letter}`;
}

/** A written position of the centre or a corner. */
export function position({ centre, corners, radius }, words, { pick }, slip) {
  const style = pick(['decimal', 'seconds', 'minutes', ...(slip === 'datum' ? [] : ['grid'])]);
  const letters = words.letters;
  const put = ([lat, lon]) =>
    style === 'grid'
      ? grid([lat, lon])
      : `${angle(lat, letters[0], style)} ${angle(lon, letters[1], style)}`;
  const isCorner = corners !== undefined && (pick([true, false]) || slip === 'datum');
  const spot = isCorner ? pick(corners) : centre;
  const lead = isCorner ? words.corner : words.centred;
  const right = lead(put(spot), pick);
  const [lat, lon] = spot;
  if (slip === 'position') {
    const off = pick([0.5, 1, -1, 0.2 + radius / 90_000]);
    const wrong = pick([
      [lat + off, lon],
      [lat, lon + off],
    ]);
    return { right, wrong: lead(put(wrong), pick), codes: ['position-outside'] };
  }
  if (slip === 'swapped')
    return { right, wrong: lead(put([lon, lat]), pick), codes: ['axes-swapped'] };
  if (slip === 'datum') {
    return {
      right,
      wrong: isCorner ? lead(put(sk42(spot)), pick) : undefined,
      codes: ['datum-slip'],
    };
  }
  return { right };
}

/** Each statement by its name. */
export const STATEMENTS = { relative, near, part, region, country, altitude, time, position };
