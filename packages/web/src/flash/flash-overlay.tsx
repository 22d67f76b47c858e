// A warning, an accident or a call for help takes the whole screen until a seat takes it, and then
// asks what was done. Nothing behind it changes. A key that was meant for a field does not take it:
// it arms after a moment.
import './flash.css';
import { FocusTrap } from '@mantine/core';
import { phrase } from '@parley/protocol';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import { useSay } from '../hand/say-button.tsx';
import { WARNING_ANSWERS } from '../hand/warning-hand.tsx';
import { useKeys } from '../keys/keys.ts';
import { Escalation } from '../tasks/escalation.tsx';
import { clockText, durationText, instantText } from '../words/time-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName, objectTitle } from '../words/object-words.ts';
import { isUrgent } from '../words/urgent.ts';
import type { UrgentObject } from '../words/urgent.ts';
import { FlashFacts } from './flash-facts.tsx';
import { SoundWords } from './sound-bar.tsx';
import { untakenUrgent } from './untaken.ts';
import { UrgentAsked } from './urgent-words.tsx';

/** Keys do nothing for this long after a warning has come up: somebody may be typing. */
const ARMED_AFTER_MS = 700;

export type FlashState = {
  readonly untaken: readonly UrgentObject[];
  /** The warning on the screen: the longest untaken, or one that this seat took just now. */
  readonly shown: UrgentObject | undefined;
  readonly take: (warning: UrgentObject) => void;
  readonly putAside: () => void;
};

/** Which warning holds the screen. */
export function useFlash(): FlashState {
  const { picture, revision, session, caughtUp } = useFloor();
  const [takenHere, setTakenHere] = useState<string>();
  const untaken = useMemo(
    () => (caughtUp && revision >= 0 ? untakenUrgent(picture, session.party) : []),
    [picture, revision, session.party, caughtUp],
  );
  const taken = [...picture.objects.values()].find(({ id }) => id === takenHere);
  const asksMore = taken?.ladders.get(session.party)?.complied === undefined;
  const answering = taken !== undefined && isUrgent(taken) && asksMore ? taken : undefined;
  return {
    untaken,
    shown: untaken[0] ?? answering,
    take: ({ id }) => setTakenHere(id),
    putAside: () => setTakenHere(undefined),
  };
}

/** The screen of the warning that holds it; nothing while there is none. */
export function FlashOverlay({ flash }: { readonly flash: FlashState }) {
  const { untaken, shown } = flash;
  const sounding = untaken[0];
  return (
    <>
      <p className="only-heard" aria-live="assertive">
        {sounding !== undefined && `FLASH. ${objectTitle(sounding)}. Press A to take it.`}
      </p>
      {shown !== undefined && <FlashScreen key={shown.id} flash={flash} warning={shown} />}
    </>
  );
}

function FlashScreen(props: { readonly flash: FlashState; readonly warning: UrgentObject }) {
  const { flash, warning } = props;
  const { session } = useFloor();
  const taken = warning.ladders.get(session.party)?.read !== undefined;
  useFocusKept();
  return (
    <FocusTrap active>
      <div
        className={taken ? 'flash-screen taken' : 'flash-screen'}
        role="alertdialog"
        aria-modal="true"
        aria-labelledby="flash-title"
      >
        <FlashHead warning={warning} waiting={flash.untaken.length} />
        <h2 id="flash-title" tabIndex={-1} data-autofocus>
          {objectTitle(warning)}
        </h2>
        <p className="flash-asked">
          <UrgentAsked object={warning} />
        </p>
        <FlashLevel warning={warning} />
        <FlashFacts warning={warning} />
        {taken ? (
          <AnswerKeys warning={warning} putAside={flash.putAside} />
        ) : (
          <TakeKey warning={warning} take={flash.take} />
        )}
      </div>
    </FocusTrap>
  );
}

/** Once it has climbed above the watch: the level, and who is called there. */
function FlashLevel({ warning }: { readonly warning: UrgentObject }) {
  const { session } = useFloor();
  const { tasks } = useOpenSteps();
  const task = tasks.find(({ object, party }) => object === warning.id && party === session.party);
  return <p className="flash-level">{task !== undefined && <Escalation task={task} />}</p>;
}

function FlashHead(props: { readonly warning: UrgentObject; readonly waiting: number }) {
  const { warning, waiting } = props;
  const nowMs = useNow(4);
  const nameOf = usePartyName();
  const { session } = useFloor();
  const read = warning.ladders.get(session.party)?.read;
  const exercise = warning.body.status !== 'actual';
  return (
    <header className="flash-head">
      <svg width="44" height="44" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">
        <polygon points="3.5,0.5 8.5,0.5 11.5,3.5 11.5,8.5 8.5,11.5 3.5,11.5 0.5,8.5 0.5,3.5" />
      </svg>
      <div>
        <p className="flash-word">
          {exercise && <span className="exercise">{warning.body.status.toUpperCase()}</span>} FLASH
        </p>
        <p>
          From {nameOf(warning.author)}, {warning.releasedBy} · <Fixed>{objectName(warning)}</Fixed>
          {waiting > 1 && <b> · one of {waiting} not taken</b>}
        </p>
      </div>
      <div className="flash-clock" role="timer">
        {read === undefined ? (
          <Fixed>{clockText(nowMs - warning.releasedMs)}</Fixed>
        ) : (
          <>
            taken by <bdi>{read.seat}</bdi> after {durationText(read.atMs - warning.releasedMs)}
          </>
        )}
        <p>
          sent <Fixed>{instantText(warning.releasedMs, nowMs)}</Fixed>
        </p>
      </div>
    </header>
  );
}

function TakeKey(props: {
  readonly warning: UrgentObject;
  readonly take: (warning: UrgentObject) => void;
}) {
  const { warning } = props;
  const { send, busy, refusal } = useSay();
  const armed = useArmed();
  const take = async (): Promise<void> => {
    if (!armed || busy) return;
    if (await send({ type: 'read', ref: warning.ref })) props.take(warning);
  };
  useKeys({ KeyA: () => void take() }, 'dialog');
  return (
    <FlashFoot refusal={refusal}>
      <button
        type="button"
        className="button flash-take"
        disabled={!armed || busy}
        onClick={() => void take()}
      >
        Take it <kbd className="key">A</kbd>
      </button>
      <p>Taking it says that a human of this floor has it. It is not agreement.</p>
      <SoundWords />
    </FlashFoot>
  );
}

function AnswerKeys(props: { readonly warning: UrgentObject; readonly putAside: () => void }) {
  const { warning, putAside } = props;
  const { send, refusal } = useSay();
  const armed = useArmed();
  const answer = (at: number): void => {
    const result = WARNING_ANSWERS[at];
    if (!armed || result === undefined) return;
    void send({ type: 'warning-answer', ref: warning.ref, result });
  };
  useKeys(
    {
      Digit1: () => answer(0),
      Digit2: () => answer(1),
      Digit3: () => answer(2),
      Digit4: () => answer(3),
      Escape: putAside,
    },
    'dialog',
  );
  return (
    <FlashFoot refusal={refusal}>
      {WARNING_ANSWERS.map((result, at) => (
        <button
          key={result}
          type="button"
          className="button"
          disabled={!armed}
          onClick={() => answer(at)}
        >
          {phrase(`warning-answer.${result}`)} <kbd className="key">{at + 1}</kbd>
        </button>
      ))}
      <button type="button" className="button" onClick={putAside}>
        Later, it stays under “Answer now” <kbd className="key">Esc</kbd>
      </button>
    </FlashFoot>
  );
}

function FlashFoot(props: { readonly refusal: string | undefined; readonly children: ReactNode }) {
  return (
    <footer className="flash-foot">
      {props.children}
      {props.refusal !== undefined && <p className="refusal">{props.refusal}</p>}
    </footer>
  );
}

// Whoever was typing goes on where the warning interrupted.
function useFocusKept(): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement) setTimeout(() => before.focus());
    };
  }, []);
}

function useArmed(): boolean {
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return armed;
}
