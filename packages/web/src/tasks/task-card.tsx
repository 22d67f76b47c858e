// One open step: precedence, what is asked, of what, where, and the clock that runs.
import { exerciseMark, precedenceOf } from '@parley/engine';
import type { LineObject, Task } from '@parley/engine';
import type { ReactNode } from 'react';
import { useFloor, usePartyName, useSelection } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName, objectTitle, placeOf } from '../words/object-words.ts';
import { PrecedenceTag } from '../words/precedence-tag.tsx';
import { Escalation } from './escalation.tsx';
import type { CardClock } from './task-words.ts';
import { taskClock, taskWords, waitAsked, waitWords } from './task-words.ts';

type Props = { readonly task: Task; readonly nowMs: number };

/** A step of ours. */
export function TaskCard({ task, nowMs }: Props) {
  const object = useFloor().picture.objects.get(task.object);
  const nameOf = usePartyName();
  if (object === undefined) return undefined;
  const { asked, what } = taskWords(task, object);
  const place = placeOf(object)?.text;
  return (
    <Card object={object} clock={taskClock(task, nowMs)} asked={asked}>
      <span className="card-what">{what}</span>
      <span className="quiet">{place ?? `from ${nameOf(object.author)}`}</span>
      <Escalation task={task} />
    </Card>
  );
}

/** A step of theirs that we wait for. */
export function WaitCard({ task, nowMs }: Props) {
  const object = useFloor().picture.objects.get(task.object);
  const nameOf = usePartyName();
  if (object === undefined) return undefined;
  return (
    <Card
      object={object}
      clock={taskClock(task, nowMs)}
      asked={waitAsked(task, nameOf(task.party))}
      waiting
    >
      <span className="card-what">{objectTitle(object)}</span>
      <span className="quiet">{waitWords(task, object, nowMs)}</span>
      <Escalation task={task} />
    </Card>
  );
}

function Card(props: {
  readonly object: LineObject;
  readonly clock: CardClock;
  readonly asked: string;
  readonly waiting?: boolean;
  readonly children: ReactNode;
}) {
  const { object, clock } = props;
  const { selection, selectObject } = useSelection();
  const precedence = precedenceOf(object);
  const mark = exerciseMark(useFloor().picture, object.body).trim();
  const inHand = selection.kind === 'object' && selection.id === object.id;
  const flash = precedence === 'FLASH' && props.waiting !== true;
  const classes = ['card', flash ? 'flash' : '', props.waiting === true ? 'waiting' : ''];
  return (
    <button
      type="button"
      className={classes.join(' ')}
      style={{ borderInlineStartColor: `var(--${precedence.toLowerCase()})` }}
      aria-pressed={inHand}
      onClick={() => selectObject(object.id)}
    >
      <span className="card-head">
        {mark !== '' && <span className="exercise">{mark}</span>}
        <PrecedenceTag precedence={precedence} />
        <Fixed className="quiet card-name">{objectName(object)}</Fixed>
      </span>
      <span className="card-asked">
        <b>{props.asked}</b>
        <Fixed className={clock.late ? 'card-clock late' : 'card-clock'}>{clock.text}</Fixed>
      </span>
      {props.children}
    </button>
  );
}
