// Signed notes, byte for byte as C2SP signed-note has them: a text, a blank line, signature lines.
// The text of a note means nothing until verifyNote has found a known key's signature under it.

import { fromBase64, toBase64 } from './base64.ts';
import { joinBytes, toUtf8 } from './bytes.ts';
import { cosignatureTime, cosignedMessage, timestampBytes } from './cosigned-message.ts';
import { isKeyName } from './key.ts';
import type { SignerKey, VerifierKey } from './key.ts';
import { noteCharactersMax, noteSignaturesMax, signatureBytesMax } from './limits.ts';
import { isMlDsaSignatureOf } from './ml-dsa.ts';
import { assert, checked, refused } from './reading.ts';
import type { Checked } from './reading.ts';
import { isSignatureOf } from './signature.ts';

/** One signature line: `line` without its newline, `signature` without the four bytes of key id. */
export type NoteSignature = {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
  readonly line: string;
};

/** `text` ends in a newline, which is part of what is signed. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

const linePrefix = '\u2014 ';

/**
 * The note of a text, signed by one Ed25519 (0x01) key. The text ends in a newline and has no other
 * control characters; anything else, or a key of another type, is a bug of the caller and throws.
 */
export function signNote(text: string, key: SignerKey): string {
  assert(key.type === 'ed25519', `a ${key.type} key does not sign notes`);
  assert(isNoteText(text), 'the text of a note is UTF-8 and ends in a newline');
  return `${text}\n${signatureLine(key, key.sign(toUtf8(text)))}\n`;
}

/** The signature line of a key, without its newline: em dash, name, base64(key id || signature). */
export function signatureLine(key: VerifierKey, signature: Uint8Array): string {
  const id = new Uint8Array(4);
  new DataView(id.buffer).setUint32(0, key.id);
  return `${linePrefix}${key.name} ${toBase64(joinBytes(id, signature))}`;
}

/**
 * Reads a note without believing it. Refuses: oversize, malformed-note (also for base64 with
 * more than one spelling, which other readers may let pass).
 */
export function readNote(note: string): Checked<Note> {
  if (note.length > noteCharactersMax) {
    return refused('oversize', `A note has at most ${noteCharactersMax} characters.`);
  }
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  if (split < 0 || !note.endsWith('\n') || !isNoteText(text) || !isNoteText(note)) {
    return refused(
      'malformed-note',
      'A note is UTF-8 text, a blank line and signature lines, without control characters.',
    );
  }
  const lines = note.slice(split + 2).split('\n');
  lines.pop();
  if (lines.length === 0) return refused('malformed-note', 'The note has no signature line.');
  if (lines.length > noteSignaturesMax) {
    return refused('oversize', `A note has at most ${noteSignaturesMax} signatures.`);
  }
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = readSignatureLine(line);
    if (signature === undefined) {
      return refused(
        'malformed-note',
        'A signature line is an em dash, a key name and base64 of key id and signature.',
      );
    }
    signatures.push(signature);
  }
  return checked({ text, signatures });
}

/**
 * Verifies a note: signatures of unknown keys are ignored, every signature of a known key must
 * hold, and at least one known key must have signed (signed-note, "Signatures"). `verified` has
 * each such key once, in the order of `keys`. Refuses: as readNote, wrongly-signed, not-signed.
 */
export function verifyNote(
  note: string,
  keys: readonly VerifierKey[],
): Checked<{ text: string; verified: VerifierKey[] }> {
  const read = readNote(note);
  if (!read.ok) return read;
  const { text, signatures } = read.value;
  const verified = new Set<VerifierKey>();
  for (const signature of signatures) {
    for (const key of keys) {
      if (!isBy(signature, key)) continue;
      if (!signatureHolds(key, text, signature.signature)) {
        return refused('wrongly-signed', `The signature of ${key.name} does not fit the text.`);
      }
      verified.add(key);
    }
  }
  if (verified.size === 0) {
    return refused('not-signed', 'The note has no signature of a key that is known here.');
  }
  return checked({ text, verified: keys.filter((key) => verified.has(key)) });
}

/** Whether a signature line claims to be by this key: name and key id together identify it. */
export function isBy(signature: NoteSignature, key: VerifierKey): boolean {
  return signature.name === key.name && signature.keyId === key.id;
}

/** Reads one line (without newline), or gives undefined. */
export function readSignatureLine(line: string): NoteSignature | undefined {
  if (!line.startsWith(linePrefix)) return undefined;
  const [name = '', base64 = '', ...rest] = line.slice(linePrefix.length).split(' ');
  if (!isKeyName(name) || rest.length > 0) return undefined;
  const bytes = fromBase64(base64);
  if (bytes === undefined || bytes.length < 5 || bytes.length > signatureBytesMax) return undefined;
  const keyId = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { name, keyId, signature: bytes.slice(4), line };
}

/** Whether a signature (without key id) by this key holds for a text, by the key's type. */
function signatureHolds(key: VerifierKey, text: string, signature: Uint8Array): boolean {
  if (key.type === 'ed25519') return isSignatureOf(signature, toUtf8(text), key.publicKey);
  const timeSeconds = cosignatureTime(signature);
  const message = timeSeconds === undefined ? undefined : cosignedMessage(key, timeSeconds, text);
  if (message === undefined) return false;
  const holds = key.type === 'cosignature-ml-dsa-44' ? isMlDsaSignatureOf : isSignatureOf;
  return holds(signature.subarray(timestampBytes), message, key.publicKey);
}

/** Ends in a newline, is well-formed, and has no control character below U+0020 but newlines. */
function isNoteText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- the control characters are what is refused
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/u.test(text);
}
