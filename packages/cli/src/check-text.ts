// `parley check-text`: words about a place against a geometry, before either goes anywhere.
import { parseArgs } from 'node:util';
import { builtInWorld, findingsOf, geometryFindings, sentenceOf } from '@parley/geo';
import type { Finding, Outline, World } from '@parley/geo';
import type { Volume } from '@parley/conflict';
import { faultSentence, readVolumes } from '@parley/formats';
import type { Feature } from '@parley/formats';
import { readText } from './file-text.ts';
import { gazetteerIn } from './gazetteer-file.ts';

const USAGE = `usage: parley check-text "TEXT" --geometry FILE [--gazetteer FILE] [--language en|ru]
                       [--json]

Prints every phrase of TEXT, English or Russian, that does not fit the volumes in FILE (GeoJSON or
ASTM F3548): places, distances, directions, regions, heights, times, positions; and what the volumes
themselves contradict, such as a corner far off. What was read, what was measured, and by how much
they differ.

  --gazetteer  names of your own, laid on top of those that come with Parley (JSON)
  --language   of the sentences that are printed; English otherwise
  --json       one JSON object a finding, and nothing else

Exits with 0 when there is no finding, 1 when there is one, 2 when the command or the file is
wrong.`;

/** Runs the command; `out` and `err` take lines. Resolves to the exit status. */
export async function checkText(
  args: readonly string[],
  out: (line: string) => void,
  err: (line: string) => void,
): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    out(USAGE);
    return 0;
  }
  const options = readOptions(args);
  if (typeof options === 'string') return wrong(options, err);
  const text = readText(options.file);
  if (!text.ok) return wrong(`${options.file} cannot be read: ${text.refusal.fault}.`, err);
  const read = readVolumes(text.value);
  for (const fault of read.faults) err(`${options.file}: ${faultSentence(fault)}`);
  if (read.faults.length > 0) return 2;
  if (read.features.length === 0) return wrong(`${options.file} holds no volume.`, err);
  const gazetteer = gazetteerIn(options.gazetteer);
  if (!gazetteer.ok) return wrong(gazetteer.sentence, err);
  const world = { ...builtInWorld, gazetteer: gazetteer.value };
  const findings = contradictions(options.words, read.features, world);
  for (const finding of findings) {
    const sentence = sentenceOf(finding, options.language);
    out(options.json ? JSON.stringify(finding) : `${finding.code}: ${sentence}`);
  }
  if (!options.json && findings.length === 0) out('No finding.');
  return findings.length === 0 ? 0 : 1;
}

function wrong(fault: string, err: (line: string) => void): number {
  err(fault);
  err('Try: parley check-text --help');
  return 2;
}

type Options = {
  readonly words: string;
  readonly file: string;
  readonly gazetteer: string | undefined;
  readonly language: 'en' | 'ru';
  readonly json: boolean;
};

function readOptions(args: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        geometry: { type: 'string' },
        gazetteer: { type: 'string' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const words = positionals.join(' ').trim();
    if (words === '') return 'There is no text to check.';
    if (values.geometry === undefined) return 'A file of volumes is needed: --geometry FILE.';
    const { geometry: file, gazetteer, language, json } = values;
    if (language !== 'en' && language !== 'ru') return 'The --language is en or ru.';
    return { words, file, gazetteer, language, json };
  } catch (error) {
    // parseArgs refuses unknown options by throwing a sentence.
    if (!(error instanceof TypeError)) throw error;
    return error.message;
  }
}

function contradictions(words: string, features: readonly Feature[], world: World): Finding[] {
  const volumes = features.flatMap((feature) => feature.volumes.map(roughly));
  return [...findingsOf(words, volumes, world), ...geometryFindings(volumes)];
}

/** Words are held against an ellipse as against the circle that holds it. */
function roughly(volume: Volume): Volume & { readonly outline: Outline } {
  const { outline } = volume;
  if (outline.kind !== 'ellipse') return { ...volume, outline };
  const { centre, semiMajorCentimetres: radiusCentimetres } = outline;
  return { ...volume, outline: { kind: 'circle', centre, radiusCentimetres } };
}
