// The assertion for values that the code around has made sure of, and the compiler cannot know of.

/** The value itself; throws when it is undefined, which is a fault of this package. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a value that must be present is missing');
  return value;
}
