// A conflict in hand: both sides, how near they come against what was agreed, when, and where.
import { minimaOf, volumesOf } from '@parley/engine';
import type { LineObject, PictureConflict } from '@parley/engine';
import { inverse, writeBand, writePosition } from '@parley/geo';
import { useFloor, useNow, usePartyName, usePositionForm, useSelection } from '../floor/hooks.ts';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName, objectTitle } from '../words/object-words.ts';
import { conflictClock } from '../tasks/task-words.ts';
import { durationText, windowText } from '../words/time-text.ts';

type Meeting = PictureConflict['meetings'][number];

/** The panel of a conflict. */
export function ConflictHand({ conflict }: { readonly conflict: PictureConflict }) {
  const { picture } = useFloor();
  const clock = conflictClock(conflict, useNow(1));
  const sides = [conflict.a, conflict.b].map((id) => picture.objects.get(id));
  return (
    <article className="hand-body" aria-labelledby="hand-title">
      <div className="hand-head">
        <span className="hatch" aria-hidden="true" />
        <b className="late-word">CONFLICT</b>
        <Fixed className="hand-state">{clock.text}</Fixed>
      </div>
      <h2 id="hand-title">Two notices nearer than agreed</h2>
      {sides.map((object) => object !== undefined && <Side key={object.id} object={object} />)}
      {conflict.meetings.map((meeting) => (
        <MeetingFacts key={`${meeting.volumeA} ${meeting.volumeB}`} meeting={meeting} />
      ))}
      <p className="quiet fixed-sentence">
        Neither notice gives way by itself. Ask, correct your own, or state a position on theirs.
      </p>
    </article>
  );
}

function Side({ object }: { readonly object: LineObject }) {
  const { session } = useFloor();
  const { selectObject } = useSelection();
  const nameOf = usePartyName();
  const volume = volumesOf(object.body)[0];
  const side = object.author === session.party ? 'ours' : 'theirs';
  return (
    <button type="button" className={`card side ${side}`} onClick={() => selectObject(object.id)}>
      <span className="card-head">
        <Fixed>{objectName(object)}</Fixed>
        <b>{nameOf(object.author)}</b>
      </span>
      <span dir="auto">{objectTitle(object)}</span>
      {volume !== undefined && (
        <span className="quiet">
          <Fixed>{writeBand(volume.band)}</Fixed>{' '}
          <Fixed>{windowText(volume.window.startMs, volume.window.endMs)}</Fixed>
        </span>
      )}
    </button>
  );
}

function MeetingFacts({ meeting }: { readonly meeting: Meeting }) {
  const { picture } = useFloor();
  const { form } = usePositionForm();
  const minima = minimaOf(picture);
  const { separation, window, nearest } = meeting.conflict;
  const apartMetres = inverse(nearest.a, nearest.b).distanceMetres;
  return (
    <dl className="facts">
      <dt>Lateral</dt>
      <dd>
        {apartText(separation.lateralCentimetres, 'they overlap on the ground')}{' '}
        <span className="quiet">(agreed {distanceText(minima.lateralCentimetres)})</span>
      </dd>
      <dt>Vertical</dt>
      <dd>
        {apartText(separation.verticalCentimetres, 'they overlap in height')}{' '}
        <span className="quiet">(agreed {distanceText(minima.verticalCentimetres)})</span>
      </dd>
      <dt>Time</dt>
      <dd>
        {separation.timeMs === 0 ? 'both active' : `${durationText(separation.timeMs)} apart`}{' '}
        <Fixed>{windowText(window.startMs, window.endMs)}</Fixed>
      </dd>
      <dt>{apartMetres < 1 ? 'At' : 'Nearest'}</dt>
      <dd className="points">
        <Fixed>{writePosition(nearest.a, form)}</Fixed>
        {apartMetres >= 1 && <Fixed>{writePosition(nearest.b, form)}</Fixed>}
      </dd>
    </dl>
  );
}

function apartText(centimetres: number, overlap: string): string {
  return centimetres === 0 ? overlap : `${distanceText(centimetres)} apart`;
}
