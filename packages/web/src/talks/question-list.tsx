// What was asked and of whom; what is unanswered stands first, the oldest above all.
import { phrase } from '@parley/protocol';
import { usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { questionText } from '../words/object-words.ts';
import { durationText, minuteText } from '../words/time-text.ts';
import type { Asked } from './questions.ts';
import { Due, TalkRow, TalkSection } from './talk-row.tsx';
import type { Take } from './talk-row.tsx';

/** The section of questions. */
export function QuestionList(props: {
  readonly questions: readonly Asked[];
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { questions, take, nowMs } = props;
  return (
    <TalkSection title="Asked" count={questions.length} empty="No question was asked.">
      <ul>
        {questions.map((asked) => (
          <TalkRow
            key={`${asked.object.id} ${asked.of}`}
            object={asked.object}
            title={questionText(asked.body)}
            take={take}
            nowMs={nowMs}
            open={asked.open}
          >
            <AskedState asked={asked} nowMs={nowMs} />
          </TalkRow>
        ))}
      </ul>
    </TalkSection>
  );
}

function AskedState({ asked, nowMs }: { readonly asked: Asked; readonly nowMs: number }) {
  const nameOf = usePartyName();
  const { object, of, open, read, result, resultMs, dueMs, overdue } = asked;
  const said = resultMs === undefined ? '' : minuteText(resultMs, nowMs);
  if (!open && result !== 'silent') {
    return (
      <p>
        {nameOf(of)}: <b className="talk-done">{phrase(`answer.${result}`)}</b>{' '}
        <Fixed>{said}</Fixed>, after{' '}
        {durationText(Math.max(0, (resultMs ?? nowMs) - object.releasedMs))}
      </p>
    );
  }
  return (
    <p>
      {nameOf(of)}:{' '}
      <b className="talk-waits">unanswered {durationText(nowMs - object.releasedMs)}</b>
      {result === 'silent' ? `, ${read ? 'read' : 'not read yet'}` : ''}
      {result === 'promised' && (
        <>
          , {phrase('answer.promised').toLowerCase()} <Fixed>{said}</Fixed>
        </>
      )}
      {', '}
      <Due dueMs={dueMs} overdue={overdue} nowMs={nowMs} />
    </p>
  );
}
