// The places that a command knows: those that come with geo, and a deployment's own on top of them.
import { builtInPlaces, readGazetteer } from '@parley/geo';
import type { Gazetteer } from '@parley/geo';
import { readText } from './file-text.ts';

export type GazetteerFile =
  | { readonly ok: true; readonly value: Gazetteer }
  | { readonly ok: false; readonly sentence: string };

/** The gazetteer of a file over the built-in one; the built-in one alone without a file. */
export function gazetteerIn(file: string | undefined): GazetteerFile {
  if (file === undefined) return { ok: true, value: builtInPlaces };
  const text = readText(file);
  if (!text.ok) return { ok: false, sentence: `${file} cannot be read: ${text.refusal.fault}.` };
  const read = readGazetteer(text.value, builtInPlaces);
  return read.ok ? read : { ok: false, sentence: `${file}: ${read.refusal.sentence}` };
}
