// Which parts of a text have been read already, so that no word is read as two things.

export type Taken = {
  readonly add: (from: number, to: number) => void;
  /** Whether anything of it has been read. */
  readonly holds: (from: number, to: number) => boolean;
};

/** An empty record. */
export function takenNone(): Taken {
  const spans: (readonly [number, number])[] = [];
  return {
    add: (from, to) => {
      spans.push([from, to]);
    },
    holds: (from, to) => spans.some(([start, end]) => from < end && start < to),
  };
}
