// Read-back: what this floor understood, in its own rendering, before it leaves to be compared.
import { renderVolumes, volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import type { ReadBack, RenderedVolume } from '@parley/protocol';
import { useState } from 'react';
import { usePartyName, usePositionForm } from '../floor/hooks.ts';
import { HoldButton } from '../keys/hold-button.tsx';
import { MiniMap } from '../map/mini-map.tsx';
import { FloorDialog } from '../shell/floor-dialog.tsx';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName } from '../words/object-words.ts';
import { FLOOR_FORMS, formName } from '../words/position-forms.ts';
import { useSay } from './say-button.tsx';

/** The dialog in which a seat confirms or disputes what it reads. */
export function ReadBackDialog(props: { readonly object: LineObject; readonly close: () => void }) {
  const { object, close } = props;
  const { form, setForm } = usePositionForm();
  const { send, busy, refusal } = useSay();
  const nameOf = usePartyName();
  const [words, setWords] = useState('');
  const volumes = volumesOf(object.body);
  const rendered = renderVolumes(volumes, form);
  const say = async (officer: ReadBack['officer']): Promise<void> => {
    const text = words.trim();
    const said = text === '' ? {} : { words: { text, language: 'en' } };
    const body = { type: 'read-back' as const, ref: object.ref, form, volumes: rendered, officer };
    if (await send({ ...body, ...said })) close();
  };
  const author = nameOf(object.author);
  return (
    <FloorDialog title={`Read back ${objectName(object)} of ${author}`} close={close} size={680}>
      <p>
        This leaves to {author}, whose node compares it with what was sent. Does it agree with what
        you understand and with your own map?
      </p>
      <label>
        Written as{' '}
        <select
          data-autofocus
          className="pill"
          value={form}
          onChange={(event) =>
            setForm(FLOOR_FORMS.find((one) => one === event.target.value) ?? 'MGRS')
          }
        >
          {FLOOR_FORMS.map((one) => (
            <option key={one} value={one}>
              {formName(one)}
            </option>
          ))}
        </select>
      </label>
      <div className="read-back">
        <div className="mini-slot">
          <MiniMap outlines={volumes.map(({ outline }) => outline)} tone="theirs" />
        </div>
        <div>
          {rendered.map((volume, at) => (
            <Rendering key={volume.points.join(' ')} volume={volume} number={at + 1} />
          ))}
        </div>
      </div>
      <label className="field">
        What differs, if anything (your words, sent as they are)
        <input value={words} maxLength={400} onChange={(event) => setWords(event.target.value)} />
      </label>
      <div className="button-row">
        <HoldButton
          layer="dialog"
          className="asked"
          disabled={busy}
          onHeld={() => void say('confirms')}
        >
          We confirm
        </HoldButton>
        <HoldButton layer="dialog" disabled={busy} onHeld={() => void say('disputes')}>
          We dispute it
        </HoldButton>
      </div>
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </FloorDialog>
  );
}

function Rendering({
  volume,
  number,
}: {
  readonly volume: RenderedVolume;
  readonly number: number;
}) {
  return (
    <dl className="facts" aria-label={`Volume ${number}`}>
      <dt>{volume.points.length === 1 ? 'Centre' : 'Corners'}</dt>
      <dd className="points">
        {volume.points.map((point, at) => (
          <Fixed key={at}>{point}</Fixed>
        ))}
      </dd>
      {volume.extentCentimetres !== undefined && (
        <>
          <dt>{volume.points.length === 1 ? 'Radius' : 'Half-width'}</dt>
          <dd>
            <Fixed>{distanceText(volume.extentCentimetres)}</Fixed>
          </dd>
        </>
      )}
      <dt>Height</dt>
      <dd>
        <Fixed>{volume.lower}</Fixed> – <Fixed>{volume.upper}</Fixed>
      </dd>
      <dt>When</dt>
      <dd>
        <Fixed>{volume.start}</Fixed> – <Fixed>{volume.end}</Fixed>
      </dd>
    </dl>
  );
}
