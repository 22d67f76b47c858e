// Begins a draft about an object from its panel, with what is known filled in.
import type { BodyType, Ref } from '@parley/protocol';
import type { ReactNode } from 'react';
import { writeForm } from '../draft/kept-form.ts';
import { saidForm, sayableOf, typedRef } from '../draft/said-form.ts';
import type { TypedGroup } from '../draft/said-form.ts';
import { useActions, useClock, useFloor } from '../floor/hooks.ts';

/** A button that begins a draft of `type` about `about`. */
export function DraftButton(props: {
  readonly type: BodyType;
  readonly about: Ref;
  readonly known?: TypedGroup;
  readonly asked?: boolean;
  readonly children: ReactNode;
}) {
  const { newDraft } = useActions();
  const { session } = useFloor();
  const now = useClock();
  const begin = (): void => {
    const said = sayableOf(props.type, '');
    if (said === undefined) return;
    const known = { ref: typedRef(props.about), ...props.known };
    void newDraft(writeForm(saidForm(said, now(), session.replay, known)));
  };
  return (
    <button
      type="button"
      className={props.asked === true ? 'button asked' : 'button'}
      onClick={begin}
    >
      {props.children}
    </button>
  );
}
