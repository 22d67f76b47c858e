// Base64 of RFC 4648 section 4, with exactly one text for each byte string: padding is required,
// unused bits are zero, white space is refused. So a flipped bit in the text never goes unnoticed.

/** The base64 text of bytes. */
export function toBase64(bytes: Uint8Array): string {
  return bytes.toBase64();
}

/** The bytes of a base64 text, or undefined when it is not the one text toBase64 would write. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    // The platform's decoder skips white space; comparing with the re-encoding does not.
    return bytes.toBase64() === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** A SHA-256 hash in base64, or undefined when it is not the one text of 32 bytes. */
export function hashFromBase64(text: string): Uint8Array | undefined {
  const hash = fromBase64(text);
  return hash?.length === 32 ? hash : undefined;
}
