// The facts of a message that has no panel of its own: its volumes as every object shows them, then
// each of its fields.
import { volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import type { Body } from '@parley/protocol';
import { FactList } from './fact-list.tsx';
import { VolumeFacts } from './volume-facts.tsx';

/** What the head of the panel says already. */
const IN_HEAD: ReadonlySet<string> = new Set(['volumes', 'status', 'precedence', 'title']);

/** Volumes first; then each field by its label. */
export function BodyFacts(props: { readonly object: LineObject; readonly body: Body }) {
  return (
    <>
      <Volumes object={props.object} />
      <FactList body={props.body} skip={IN_HEAD} />
    </>
  );
}

/** Where, how high and when, for each volume of an object. */
export function Volumes({ object }: { readonly object: LineObject }) {
  const volumes = volumesOf(object.body);
  return volumes.map((volume, at) => (
    <VolumeFacts
      key={`${object.id} ${at}`}
      volume={volume}
      name={volumes.length === 1 ? '' : `Volume ${at + 1}`}
    />
  ));
}
