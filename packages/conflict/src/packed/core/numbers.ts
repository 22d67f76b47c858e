// AssemblyScript's names for numbers. It has them built in, so the build leaves this import out.

/** A whole number of 32 bits. */
export type i32 = number;
export type f64 = number;
export type bool = boolean;
