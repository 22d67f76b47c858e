// The facts of any message, from the fields of its schema: each by its label, in the reader's own
// conventions. What a type is shown by is decided here once, for all of them.
import { volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { writeHeight, writePosition } from '@parley/geo';
import {
  factsOf,
  HeightLimit,
  isPhraseCode,
  objectIdOf,
  phrase,
  PositionE7,
  Ref,
  Words,
} from '@parley/protocol';
import type { Body, Fact } from '@parley/protocol';
import type { ReactNode } from 'react';
import { useNow, usePartyName, usePositionForm } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText } from '../words/time-text.ts';
import { OriginalWords } from './original-words.tsx';
import { VolumeFacts } from './volume-facts.tsx';

/** Volumes first, as every object shows them; then each field by its label. */
export function BodyFacts(props: { readonly object: LineObject; readonly body: Body }) {
  const { object, body } = props;
  const volumes = volumesOf(body);
  const facts = factsOf(body).filter(({ name }) => name !== 'volumes' && name !== 'status');
  return (
    <>
      {volumes.map((volume, at) => (
        <VolumeFacts
          key={`${object.id} ${at}`}
          volume={volume}
          name={volumes.length === 1 ? '' : `Volume ${at + 1}`}
        />
      ))}
      <dl className="facts">
        {facts.map((fact, at) => (
          <FactRow key={`${fact.name} ${at}`} fact={fact} />
        ))}
      </dl>
    </>
  );
}

function FactRow({ fact }: { readonly fact: Fact }) {
  const code = `field.${fact.name}`;
  return (
    <>
      <dt style={{ paddingInlineStart: `${fact.depth * 0.75}rem` }}>
        {isPhraseCode(code) ? phrase(code) : fact.name}
      </dt>
      <dd>
        <FactValue fact={fact} />
      </dd>
    </>
  );
}

function FactValue({ fact }: { readonly fact: Fact }): ReactNode {
  const { form, value } = fact;
  const nowMs = useNow(0.2);
  const nameOf = usePartyName();
  const { form: positionForm } = usePositionForm();
  switch (form.kind) {
    case 'heading':
      return undefined;
    case 'code': {
      const code = `${form.prefix}.${String(value)}`;
      return isPhraseCode(code) ? phrase(code) : String(value);
    }
    case 'words': {
      const words = Words.safeParse(value);
      return words.success && <OriginalWords words={words.data} />;
    }
    case 'time':
      return <Fixed>{instantText(Number(value), nowMs)}</Fixed>;
    case 'duration':
      return durationText(Number(value));
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'reference': {
      const ref = Ref.safeParse(value);
      return ref.success && <Fixed>{objectIdOf(ref.data)}</Fixed>;
    }
    case 'party':
      return nameOf(String(value) as Parameters<typeof nameOf>[0]);
    case 'height': {
      const height = HeightLimit.safeParse(value);
      return height.success && <Fixed>{writeHeight(height.data)}</Fixed>;
    }
    case 'position': {
      const position = PositionE7.safeParse(value);
      return position.success && <Fixed>{writePosition(position.data, positionForm)}</Fixed>;
    }
    case 'hash':
      return <Fixed>{String(value).slice(0, 16)}</Fixed>;
    case 'volume':
    case 'outline':
      return 'on the map';
    default:
      return <bdi>{String(value)}</bdi>;
  }
}
