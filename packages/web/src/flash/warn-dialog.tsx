// Warning the other side: any seat, alone, in seconds. What will leave, and to whom, stands above
// the button that must be held.
import { readPosition, writePosition } from '@parley/geo';
import { phrase, objectIdOf, Warning } from '@parley/protocol';
import { volumesOf } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { useState } from 'react';
import { useActions, useClock, useFloor, usePartyName, useSelection } from '../floor/hooks.ts';
import { useTheatre } from '../map/middle.ts';
import { FloorDialog } from '../shell/floor-dialog.tsx';
import { objectName } from '../words/object-words.ts';
import { Candidates, ReadAs } from '../words/read-as.tsx';
import { WarnPreview } from './warn-preview.tsx';
import type { WarningForm, WarningPlace } from './warning-form.ts';

const SHAPE = Warning.shape;
const MINUTES = [15, 30, 60, 120];

/** The dialog that sends a FLASH warning. */
export function WarnDialog({ close }: { readonly close: () => void }) {
  const { session, picture } = useFloor();
  const { selection, selectObject } = useSelection();
  const { say } = useActions();
  const now = useClock();
  const nameOf = usePartyName();
  const inHand = selection.kind === 'object' ? picture.objects.get(selection.id) : undefined;
  const [form, setForm] = useState<WarningForm>(() => firstForm(inHand, session.replay));
  const [refusal, setRefusal] = useState<string>();
  const change = (part: Partial<WarningForm>): void => setForm({ ...form, ...part });
  const others = session.members.filter(({ party }) => party !== session.party);
  const send = async (body: Warning): Promise<void> => {
    const reply = await say(body);
    if (!reply.ok) return setRefusal(reply.sentence);
    selectObject(objectIdOf(reply.value.ref));
    close();
  };
  return (
    <FloorDialog title="FLASH warning" close={close} size={640}>
      <p className="quiet">
        Addressed to the watch of {others.map(({ party }) => nameOf(party)).join(', ')}. One officer
        may send it alone; it holds every screen there until somebody takes it.
      </p>
      <CodedFields form={form} change={change} />
      <PlaceFields form={form} change={change} inHand={inHand} />
      <label className="field">
        Words, if any (sent as they are, at most 200)
        <input
          value={form.words}
          maxLength={1_200}
          onChange={(event) => change({ words: event.target.value })}
        />
      </label>
      <WarnPreview form={form} nowMs={now()} send={(body) => void send(body)} />
      {refusal !== undefined && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
    </FloorDialog>
  );
}

type FieldsProps = {
  readonly form: WarningForm;
  readonly change: (part: Partial<WarningForm>) => void;
};

function CodedFields({ form, change }: FieldsProps) {
  return (
    <div className="warn-fields">
      <Choice
        first
        label="What"
        value={form.hazard}
        options={SHAPE.hazard.options}
        words={(code) => phrase(`hazard.${code}`, { atRisk: '…' })}
        choose={(hazard) => change({ hazard })}
      />
      <Choice
        label="At risk"
        value={form.atRisk}
        options={SHAPE.atRisk.options}
        words={(code) => phrase(`at-risk.${code}`)}
        choose={(atRisk) => change({ atRisk })}
      />
      <Choice
        label="Asked of them"
        value={form.request}
        options={SHAPE.request.options}
        words={(code) => phrase(`request.${code}`)}
        choose={(request) => change({ request })}
      />
      <Choice
        label="Traffic"
        value={form.status}
        options={SHAPE.status.options}
        words={(code) => code}
        choose={(status) => change({ status })}
      />
    </div>
  );
}

function PlaceFields(props: FieldsProps & { readonly inHand: LineObject | undefined }) {
  const { form, change, inHand } = props;
  const theatre = useTheatre();
  const offered = inHand === undefined ? undefined : placeInHand(inHand);
  const circle: WarningPlace =
    form.place.kind === 'circle' ? form.place : { kind: 'circle', position: '', radiusKm: '3' };
  const reading = readPosition(circle.position, theatre);
  const move = (position: string): void => change({ place: { ...circle, position } });
  return (
    <fieldset className="warn-place">
      <legend>Where</legend>
      {offered !== undefined && inHand !== undefined && (
        <label>
          <input
            type="radio"
            name="warn-place"
            checked={form.place.kind === 'in-hand'}
            onChange={() => change({ place: offered })}
          />{' '}
          The volumes of {objectName(inHand)}, which is in hand
        </label>
      )}
      <div className="warn-circle">
        <label className="field">
          Position, in any form
          <input
            className="fixed"
            value={circle.position}
            placeholder="37S FV 01874 02931"
            onChange={(event) => move(event.target.value)}
          />
        </label>
        <label className="field">
          Radius, km
          <input
            className="fixed"
            inputMode="decimal"
            value={circle.radiusKm}
            onChange={(event) => change({ place: { ...circle, radiusKm: event.target.value } })}
          />
        </label>
        <label className="field">
          For
          <select
            value={form.minutes}
            onChange={(event) => change({ minutes: Number(event.target.value) })}
          >
            {MINUTES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes} min from now
              </option>
            ))}
          </select>
        </label>
      </div>
      {circle.position.trim() !== '' && reading.ok && <ReadAs reading={reading.value} />}
      {!reading.ok && (
        <Candidates
          refusal={reading.refusal}
          choose={({ position }) => move(writePosition(position, 'DD'))}
        />
      )}
    </fieldset>
  );
}

function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly words: (code: T) => string;
  readonly choose: (code: T) => void;
  readonly first?: boolean;
}) {
  const { options, value } = props;
  return (
    <label className="field">
      {props.label}
      <select
        data-autofocus={props.first === true ? '' : undefined}
        value={value}
        onChange={(event) =>
          props.choose(options.find((one) => one === event.target.value) ?? value)
        }
      >
        {options.map((code) => (
          <option key={code} value={code}>
            {props.words(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

function placeInHand(object: LineObject): WarningPlace | undefined {
  const volumes = volumesOf(object.body);
  return volumes.length === 0
    ? undefined
    : { kind: 'in-hand', about: object.ref, volumes: [...volumes] };
}

// The traffic is as real as what it is about: an exercise is never answered by an actual warning.
function firstForm(inHand: LineObject | undefined, replay: boolean): WarningForm {
  const place = inHand === undefined ? undefined : placeInHand(inHand);
  const usual = replay ? 'exercise' : 'actual';
  const status = inHand !== undefined && 'status' in inHand.body ? inHand.body.status : usual;
  return {
    status,
    hazard: 'your-fire-is-striking',
    atRisk: 'our-forces',
    request: 'cease-fire',
    place: place ?? { kind: 'circle', position: '', radiusKm: '3' },
    minutes: 30,
    words: '',
  };
}
