/** A window of time, integer milliseconds UTC since 1970-01-01, `startMs` included, `endMs` not. */
export type TimeWindow = { readonly startMs: number; readonly endMs: number };
