// The volumes that a body speaks of, and whether they can be used.
import { volumeFaults } from '@parley/conflict';
import { accept, refuse, WINDOW_MS_MAX } from '@parley/protocol';
import type { Body, Notice, Outcome, WireVolume } from '@parley/protocol';

/** The volumes that a body is about; none for kinds that have none. */
export function volumesOf(body: Body): readonly WireVolume[] {
  // A read-back has renderings under the same name.
  if (body.type === 'read-back' || !('volumes' in body)) return [];
  return body.volumes ?? [];
}

/** Where something may come down is as little to be shared as where it is fired. */
export function takenVolumes(notice: Notice): readonly WireVolume[] {
  if (notice.kind !== 'exercise') return notice.volumes;
  return [...notice.volumes, ...(notice.impactVolumes ?? [])];
}

/** Accepts when every volume of a body is fit for comparison. Refuses naming the field. */
export function usableVolumes(body: Body): Outcome<Body> {
  if (!('volumes' in body || 'impactVolumes' in body || 'corridor' in body)) return accept(body);
  for (const [field, volumes] of everyVolume(body)) {
    for (const [at, volume] of volumes.entries()) {
      const usable = usableVolume(volume, `${field}[${at}]`);
      if (!usable.ok) return usable;
    }
  }
  return accept(body);
}

/** Each field of volumes that a body has, with its volumes. */
export function everyVolume(body: Body): [string, readonly WireVolume[]][] {
  const found: [string, readonly WireVolume[]][] = [['volumes', volumesOf(body)]];
  if ('impactVolumes' in body) found.push(['impactVolumes', body.impactVolumes ?? []]);
  if (body.type === 'search-and-rescue') found.push(['corridor', body.corridor ?? []]);
  return found;
}

function usableVolume(volume: WireVolume, field: string): Outcome<WireVolume> {
  const fault = volumeFaults(volume)[0];
  if (fault !== undefined) {
    return refuse('geometry', `${field}.${fault.field}`, fault.fault, fault.right);
  }
  const { startMs, endMs } = volume.window;
  if (endMs - startMs > WINDOW_MS_MAX) {
    const days = Math.round((endMs - startMs) / 86_400_000);
    return refuse('out-of-limit', `${field}.window`, `it lasts ${days} days`, 'at most 366 days');
  }
  return accept(volume);
}
