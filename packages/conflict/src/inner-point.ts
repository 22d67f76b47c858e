// A point well inside an area: the middle of the widest piece of a few lines laid across it.
import { chartAbout } from './chart.ts';
import type { ChartPoint } from './chart.ts';
import type { Vector } from './earth.ts';
import type { Footprint } from './footprint.ts';
import { pointOf, VOID } from './trace.ts';
import type { Trace } from './trace.ts';

/** Lines are laid at these parts of the area's height; odd parts, so as to miss its vertices. */
const LINES_AT = [0.511, 0.307, 0.713, 0.113, 0.891];

/** A point inside the area (not on its border), the same for every way of writing the area. */
export function innerPoint(area: Footprint): Vector {
  const { centre, trace } = area;
  const chart = chartAbout(centre);
  const border: ChartPoint[] = [];
  for (let i = 0; i <= trace.arcs; i++) border.push(chart.to(pointOf(trace, i)));
  const heights = border.map(([, y]) => y);
  const [low, high] = [heights.reduce(least), heights.reduce(most)];
  let best = { width: -1, x: 0, y: 0 };
  for (const part of LINES_AT) {
    const y = low + part * (high - low);
    const xs = crossingsAt(border, trace, y);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const [from, to] = [xs[k] ?? 0, xs[k + 1] ?? 0];
      if (to - from > best.width) best = { width: to - from, x: (from + to) / 2, y };
    }
  }
  return chart.from([best.x, best.y]);
}

function least(a: number, b: number): number {
  return Math.min(a, b);
}

function most(a: number, b: number): number {
  return Math.max(a, b);
}

function crossingsAt(border: readonly ChartPoint[], { ringOf }: Trace, y: number): number[] {
  const xs: number[] = [];
  for (let i = 0; i + 1 < border.length; i++) {
    if (ringOf[i] === VOID) continue;
    const [x1, y1] = border[i] ?? [0, 0];
    const [x2, y2] = border[i + 1] ?? [0, 0];
    if (y1 > y !== y2 > y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
  }
  return xs.toSorted((a, b) => a - b);
}
