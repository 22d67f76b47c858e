// The speed of geo's conversions beside the libraries that people would else take, on the same
// points in the same run, and in how many answers they differ. Below a minute.
import { percentile, printTable } from './figures.ts';
import type { Row } from './figures.ts';
import { contests, wrongShiftMetres } from './geo-peers.ts';
import type { Contest } from './geo-peers.ts';
import { readPosition, writePosition } from '../packages/geo/src/index.ts';
import type { Position, WrittenForm } from '../packages/geo/src/index.ts';

const POINTS = 10_000;
const ROUNDS = 9;
const FORMS = 'DD DM DMS ICAO MGRS UTM SK42 SK42_DMS PZ90_DMS GARS GEOREF PLUS GEO'.split(' ');

const ORIGIN: Position = { latE7: 0, lonE7: 0 };
/** Answers end up here, so that no compiler leaves a call out. */
let last: unknown;

const points = pointsOf(POINTS);
printTable(
  `Conversions of geo beside their peers: ${POINTS} points, median of ${ROUNDS} rounds`,
  contests(points).map(rowOf),
);
const [least, most] = wrongShiftMetres(points.slice(0, POINTS / 2));
console.log(
  `\nWarning: with +towgs84 as epsg.io prints it for EPSG:284zz, proj4 puts every point around ` +
    `Syria ${least.toFixed(1)} to ${most.toFixed(1)} m off: the rotations have the other sign.\n`,
);
printTable(
  'Every form written and read',
  FORMS.map((form) => formRow(form as WrittenForm)),
);

/** Half around Syria, half between 79 S and 83 N; the same ones in every run. */
function pointsOf(count: number): Position[] {
  let state = 20_250_321;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const e7 = (low: number, high: number): number => Math.round((low + (high - low) * next()) * 1e7);
  return Array.from({ length: count }, (_, i) =>
    i < count / 2
      ? { latE7: e7(30, 40), lonE7: e7(33, 45) }
      : { latE7: e7(-79, 83), lonE7: e7(-180, 180) },
  );
}

function rowOf(contest: Contest): Row {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who begins takes turns: the second finds the caches warm.
    if (round % 2 === 0) ours.push(nanoseconds(contest.ours));
    theirs.push(nanoseconds(contest.theirs));
    if (round % 2 === 1) ours.push(nanoseconds(contest.ours));
  }
  const differing = points.filter((_, i) =>
    contest.differs(contest.ours(i), contest.theirs(i), i),
  ).length;
  const [our, their] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
  return {
    conversion: contest.name,
    'geo, ns': Math.round(our),
    peer: contest.peer,
    'peer, ns': Math.round(their),
    'geo / peer': (our / their).toFixed(2),
    'answers that differ': `${differing} (${contest.within})`,
  };
}

function formRow(form: WrittenForm): Row {
  const texts = points.map((point) => writePosition(point, form));
  const rounds = Array.from({ length: ROUNDS });
  const write = rounds.map(() => nanoseconds((i) => writePosition(points[i] ?? ORIGIN, form)));
  const read = rounds.map(() => nanoseconds((i) => readPosition(texts[i] ?? '')));
  return {
    form,
    'written, ns': Math.round(percentile(write, 0.5)),
    'read, ns': Math.round(percentile(read, 0.5)),
  };
}

/** The time of one call over all points. */
function nanoseconds(convert: (i: number) => unknown): number {
  const startMs = performance.now();
  for (let i = 0; i < POINTS; i += 1) last = convert(i);
  const spentMs = performance.now() - startMs;
  if (last === undefined) throw new Error('a conversion gave nothing');
  return (spentMs * 1e6) / POINTS;
}
