// Text to features with volumes: GeoJSON and ASTM F3548, told apart by shape. What is wrong is
// refused by line, feature and field; everything else is still read.
import { volumeFaults } from '@parley/conflict';
import type { Volume } from '@parley/conflict';
import { Findings } from './format-fault.ts';
import type { FormatFault, FormatNote } from './format-fault.ts';
import { memberLines, readDocuments } from './json-lines.ts';
import type { JsonDocument } from './json-lines.ts';
import { isList, isObject, shown } from './json-value.ts';
import { FEATURES_MAX, TEXT_LENGTH_MAX } from './limits.ts';
import { looksLikeF3548, readF3548 } from './read-f3548.ts';
import { readGeoJsonFeature } from './read-geojson.ts';
import type { StatedFeature } from './read-geojson.ts';

/** One feature that was read whole. `party` is '' when not stated; `line` counts from 1. */
export type Feature = {
  id: string;
  party: string;
  volumes: Volume[];
  line: number;
};

export type VolumesRead = { features: Feature[]; faults: FormatFault[]; notes: FormatNote[] };

const KNOWN_SHAPES =
  'a GeoJSON Feature or FeatureCollection, an ASTM F3548 Volume4D, ' +
  'a list of them, or an object with volumes';

/**
 * Reads a text of GeoJSON (FeatureCollection, Feature, or one Feature a line) or ASTM F3548 JSON.
 * A feature with any fault is left out of `features`. Total: never throws, whatever the text.
 */
export function readVolumes(text: string): VolumesRead {
  if (text.length > TEXT_LENGTH_MAX) {
    return refusedText(1, `is ${text.length} characters long`, `at most ${TEXT_LENGTH_MAX}`);
  }
  const { documents, broken } = readDocuments(text);
  const members = documents.flatMap(membersOf);
  if (members.length > FEATURES_MAX) {
    return refusedText(1, `has ${members.length} features`, `at most ${FEATURES_MAX}`);
  }
  const read: VolumesRead = { features: [], faults: [], notes: [] };
  for (const { line, fault } of broken) {
    read.faults.push({ line, feature: '', field: '', fault, right: 'JSON, whole or one a line' });
  }
  const lineOfId = new Map<string, number>();
  for (const [i, member] of members.entries()) readMember(member, i + 1, lineOfId, read);
  read.faults.sort((a, b) => a.line - b.line);
  return read;
}

type Member = { readonly line: number; readonly value: unknown };

/** The features of a document, each with the line on which it begins. */
function membersOf({ value, line, text }: JsonDocument): Member[] {
  const place = (list: readonly unknown[], lines: readonly number[]): Member[] =>
    list.map((member, i) => ({ value: member, line: line - 1 + (lines[i] ?? 1) }));
  if (isList(value)) return place(value, memberLines(text));
  if (isObject(value) && value['type'] === 'FeatureCollection' && isList(value['features'])) {
    return place(value['features'], memberLines(text, 'features'));
  }
  return [{ value, line }];
}

function readMember(
  { value, line }: Member,
  place: number,
  lineOfId: Map<string, number>,
  read: VolumesRead,
): void {
  const findings = new Findings();
  const stated = readStated(value, place, findings);
  const feature = stated.id ?? `feature ${place}`;
  const earlier = lineOfId.get(feature);
  if (earlier !== undefined) {
    const fault = `${shown(feature)} is already the id of the feature on line ${earlier}`;
    findings.refuse('id', fault, 'an id that no other feature has');
  } else if (stated.id !== undefined) {
    lineOfId.set(stated.id, line);
  }
  for (const [i, volume] of stated.volumes.entries()) {
    const path = stated.volumes.length > 1 ? `volumes[${i}].` : '';
    for (const { field, fault, right } of volumeFaults(volume)) {
      findings.refuse(`${path}${field}`, fault, right);
    }
  }
  read.faults.push(...findings.faults.map((fault) => ({ line, feature, ...fault })));
  if (findings.faults.length > 0) return;
  const { id = feature, party, volumes } = stated;
  read.features.push({ id, party, volumes: [...volumes], line });
  read.notes.push(...findings.notes.map((note) => ({ line, feature: id, note })));
}

function readStated(value: unknown, place: number, findings: Findings): StatedFeature {
  if (isObject(value) && value['type'] === 'Feature') return readGeoJsonFeature(value, findings);
  if (looksLikeF3548(value)) {
    const stated = readF3548(value, findings);
    if (stated.id !== undefined) return stated;
    const id = `volume ${place}`;
    findings.notes.push(`has no id, and is called "${id}" by its place`);
    return { ...stated, id };
  }
  const type = isObject(value) && 'type' in value ? `has type ${shown(value['type'])}` : undefined;
  findings.refuse('', type ?? `is ${shown(value)}`, KNOWN_SHAPES);
  return { id: undefined, party: '', volumes: [] };
}

function refusedText(line: number, fault: string, right: string): VolumesRead {
  return { features: [], faults: [{ line, feature: '', field: '', fault, right }], notes: [] };
}
