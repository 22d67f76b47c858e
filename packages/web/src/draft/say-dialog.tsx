// Everything else that can be said on the line, by group: each begins a draft of its own.
import { SAYABLE } from '@parley/protocol';
import type { Sayable } from '@parley/protocol';
import { useActions, useClock, useFloor } from '../floor/hooks.ts';
import { FloorDialog } from '../shell/floor-dialog.tsx';
import { emptyNoticeForm, questionForm } from './draft-form.ts';
import type { DraftForm } from './draft-form.ts';
import { writeForm } from './kept-form.ts';
import { saidForm, saidName } from './said-form.ts';

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['At once, by one officer', ['accident', 'search-and-rescue', 'confirmation', 'progress']],
  ['Notices', ['notice', 'removal']],
  ['Talks and agreement', ['proposal', 'response', 'zone', 'question']],
  ['What is held', ['declaration', 'statement', 'contact']],
  ['Incidents', ['incident', 'counter-statement']],
  ['The channel, and who was told', ['channel-state', 'disseminated']],
  ['Third parties', ['onward-release', 'onward-receipt']],
];

/** The chooser. */
export function SayDialog({ close }: { readonly close: () => void }) {
  const { newDraft } = useActions();
  const { session } = useFloor();
  const now = useClock();
  const begin = (said: Sayable): void => {
    void newDraft(writeForm(firstForm(said, now(), session.replay)));
    close();
  };
  return (
    <FloorDialog title="Say something else" close={close} size={640}>
      {GROUPS.map(([name, types]) => (
        <section key={name} aria-label={name} className="say-group">
          <h3 className="section-head">{name}</h3>
          <div className="say-choices">
            {types.flatMap(sayables).map((said) => (
              <button
                key={`${said.type} ${said.variant?.value}`}
                type="button"
                className="button"
                onClick={() => begin(said)}
              >
                {saidName(said.type, said.variant?.value ?? '')}
              </button>
            ))}
          </div>
        </section>
      ))}
      <p className="quiet">
        A warning goes by W. A version of the arrangement is proposed from the line itself.
      </p>
    </FloorDialog>
  );
}

// A version of the arrangement is written where the one in force is shown.
function sayables(type: string): Sayable[] {
  return SAYABLE.filter(
    (said) => said.type === type && !(type === 'proposal' && said.variant?.value === 'arrangement'),
  );
}

function firstForm(said: Sayable, nowMs: number, replay: boolean): DraftForm {
  if (said.variant?.value === 'air-activity') return emptyNoticeForm(nowMs, replay);
  if (said.type === 'question') {
    return questionForm(undefined, replay ? 'exercise' : 'actual', nowMs);
  }
  return saidForm(said, nowMs, replay);
}
