// The tables of places and areas take most of a second to be made. It is done once the page is
// quiet, so that the first words that somebody types are not held up by it.
import { builtInWorld } from '@parley/geo';

const STEPS: readonly (() => unknown)[] = [
  () => builtInWorld.gazetteer.near({ latE7: 0, lonE7: 0 }, 1),
  () => builtInWorld.atlas.at({ latE7: 0, lonE7: 0 }, 0),
  () => builtInWorld.atlas.find('Syria'),
  () => builtInWorld.gazetteer.find('Damascus'),
];
const QUIET_AFTER_MS = 3_000;

/** Makes the tables, a table at a time, when the browser has nothing else to do. */
export function warmNames(): void {
  const [...left] = STEPS;
  const next = (): void => {
    left.shift()?.();
    if (left.length > 0) whenIdle(next);
  };
  setTimeout(() => whenIdle(next), QUIET_AFTER_MS);
}

function whenIdle(run: () => void): void {
  // Safari has no idle callbacks.
  type Idle = { readonly requestIdleCallback?: (run: () => void) => void };
  const { requestIdleCallback } = globalThis as Idle;
  if (requestIdleCallback === undefined) setTimeout(run, 0);
  else requestIdleCallback(run);
}
