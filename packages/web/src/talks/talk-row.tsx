// One thing of the talks in a section: whose, what, its name and time, and what there is to say.
import { exerciseMark } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import type { ObjectId } from '@parley/protocol';
import type { ReactNode } from 'react';
import { useFloor, usePartyName, useSideOf } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName } from '../words/object-words.ts';
import { durationText, minuteText } from '../words/time-text.ts';

/** Takes an object in hand and puts the talks aside. */
export type Take = (id: ObjectId) => void;

/** A section with its count, and what it says while it is empty. */
export function TalkSection(props: {
  readonly title: string;
  readonly count: number;
  readonly empty: string;
  readonly children: ReactNode;
}) {
  const { title, count } = props;
  return (
    <section className="talk-section" aria-label={title}>
      <h3 className="section-head">
        {title} <span>{count}</span>
      </h3>
      {count === 0 ? <p className="quiet">{props.empty}</p> : props.children}
    </section>
  );
}

/** A row: its author's colour and edge, its title as a link, its name and when it was told. */
export function TalkRow(props: {
  readonly object: LineObject;
  readonly title: ReactNode;
  readonly take: Take;
  readonly nowMs: number;
  readonly open?: boolean;
  readonly children?: ReactNode;
}) {
  const { object, take } = props;
  const nameOf = usePartyName();
  const side = useSideOf()(object);
  const open = props.open === true ? ' open' : '';
  return (
    <li className={`talk-row ${side}${open}`}>
      <p className="talk-head">
        <b className="talk-party">{nameOf(object.author)}</b>
        <button type="button" className="talk-take" onClick={() => take(object.id)}>
          <span dir="auto">{props.title}</span> <Name object={object} />
        </button>
        <Fixed className="quiet talk-when">{minuteText(object.releasedMs, props.nowMs)}</Fixed>
      </p>
      {props.children}
    </li>
  );
}

/** "EXERCISE P-6": the name of an object with the mark of a drill before it. */
export function Name({ object }: { readonly object: LineObject }) {
  const mark = exerciseMark(useFloor().picture, object.body);
  return (
    <Fixed className="talk-name">
      {mark}
      {objectName(object)}
    </Fixed>
  );
}

/** "since 15 Sep 19:30Z (2 d 4 h)". */
export function Since({ ms, nowMs }: { readonly ms: number; readonly nowMs: number }) {
  return (
    <>
      since <Fixed>{minuteText(ms, nowMs)}</Fixed> ({durationText(nowMs - ms)})
    </>
  );
}

/** When an answer is due; for how long it is overdue. */
export function Due(props: {
  readonly dueMs: number;
  readonly overdue: boolean;
  readonly nowMs: number;
}) {
  const { dueMs, overdue, nowMs } = props;
  if (overdue) return <b className="talk-late">overdue {durationText(nowMs - dueMs)}</b>;
  return (
    <>
      due <Fixed>{minuteText(dueMs, nowMs)}</Fixed>
    </>
  );
}

/** "A, B and C". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
