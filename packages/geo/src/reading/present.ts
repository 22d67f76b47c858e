// The assertion for values that the code around has made sure of, and the compiler cannot know of.

/** The value itself; throws when there is none, which is a fault of this package. */
export function present<T>(value: T | null | undefined): T {
  if (value === undefined || value === null)
    throw new Error('a value that must be present is missing');
  return value;
}
