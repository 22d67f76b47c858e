// A picture as plain sorted values: what two nodes that folded the same entries must agree on.
import type { Picture } from '../src/index.ts';

export function project(picture: Picture): object {
  const sorted = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
    [...items].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    line: picture.line,
    members: picture.members,
    arrangement: picture.arrangement,
    arrangements: [...picture.arrangements].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    objects: sorted(picture.objects.values()).map((object) => ({
      ...object,
      findings: object.findings,
      ladders: [...object.ladders].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    })),
    conflicts: sorted(picture.conflicts.values()).map(({ meetings, ...conflict }) => ({
      ...conflict,
      meetings: meetings.toSorted((a, b) => a.volumeA - b.volumeA || a.volumeB - b.volumeB),
    })),
    folded: [...picture.folded],
    zones: [...picture.zones].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    zonesSigned: [...picture.zonesSigned].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    channels: [...picture.channels],
    onward: [...picture.onward].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    leaves: [...picture.leaves],
    receivedUpTo: [...picture.receivedUpTo].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    unusable: picture.unusable
      .map((unusable) => ({ ...unusable, id: `${unusable.ref.party}/${unusable.ref.index}` }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  };
}
