// The open steps of all parties, worked out once a second for every part that shows one.
import { openTasks, watchOrder } from '@parley/engine';
import type { Picture, Task } from '@parley/engine';
import { useFloor, useNow } from './hooks.ts';

type Kept = { readonly revision: number; readonly nowMs: number; readonly tasks: readonly Task[] };
const kept = new WeakMap<Picture, Kept>();

/** Every open step now, in the order of the watch, and the time that this was worked out for. */
export function useOpenSteps(): { readonly tasks: readonly Task[]; readonly nowMs: number } {
  const { picture, revision } = useFloor();
  const nowMs = useNow(1);
  return { tasks: tasksAt(picture, revision, nowMs), nowMs };
}

function tasksAt(picture: Picture, revision: number, nowMs: number): readonly Task[] {
  const last = kept.get(picture);
  if (last !== undefined && last.revision === revision && last.nowMs === nowMs) return last.tasks;
  const tasks = watchOrder(picture, openTasks(picture, nowMs));
  kept.set(picture, { revision, nowMs, tasks });
  return tasks;
}
