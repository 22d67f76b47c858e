// What the memory of the machine can do: a load that waits for the one before it, loads that do
// not, and a stream. Every figure of an index is a number of these.

export type MemoryFloor = {
  readonly dependentNanoseconds: number;
  readonly independentNanoseconds: number;
  readonly streamGigabytesPerSecond: number;
};

const LINE_WORDS = 16;

/** Measures over a working set of `bytes`, each loop once before to have it compiled. */
export function memoryFloor(bytes: number): MemoryFloor {
  const words = new Int32Array(bytes / 4);
  const lines = Math.floor(words.length / LINE_WORDS);
  linkInOneCycle(words, lines);
  const [dependent, independent, stream] = [follow, jump, sumUp].map((loop) => {
    loop(words, lines);
    const startMs = performance.now();
    loop(words, lines);
    return performance.now() - startMs;
  });
  return {
    dependentNanoseconds: ((dependent ?? NaN) * 1e6) / STEPS,
    independentNanoseconds: ((independent ?? NaN) * 1e6) / STEPS,
    streamGigabytesPerSecond: bytes / 1e6 / (stream ?? NaN),
  };
}

const STEPS = 2_000_000;

function follow(words: Int32Array): number {
  let at = 0;
  for (let i = 0; i < STEPS; i++) at = words[at * LINE_WORDS] ?? 0;
  return at;
}

function jump(words: Int32Array, lines: number): number {
  let [sum, state] = [0, 1];
  for (let i = 0; i < STEPS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    sum = (sum + (words[(state % lines) * LINE_WORDS] ?? 0)) | 0;
  }
  return sum;
}

function sumUp(words: Int32Array): number {
  let sum = 0;
  for (let i = 0; i < words.length; i++) sum = (sum + (words[i] ?? 0)) | 0;
  return sum;
}

/** Sattolo's shuffle: each line names the next of one cycle through all of them. */
function linkInOneCycle(words: Int32Array, lines: number): void {
  const next = Int32Array.from({ length: lines }, (_, i) => i);
  let state = 12345;
  for (let i = lines - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % i;
    const held = next[i] ?? 0;
    next[i] = next[j] ?? 0;
    next[j] = held;
  }
  for (let i = 0; i < lines; i++) words[i * LINE_WORDS] = next[i] ?? 0;
}
