// What an urgent message asks for, in its own words: a warning names it; an accident says that it
// was not meant; a call for help says for whom.
import { phrase } from '@parley/protocol';
import { useNow } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';
import type { UrgentObject } from '../words/urgent.ts';

/** The sentence under the title of the screen. */
export function UrgentAsked({ object }: { readonly object: UrgentObject }) {
  const nowMs = useNow(0.2);
  const { body } = object;
  switch (body.type) {
    case 'warning':
      return (
        <>
          Asked of you: <b>{phrase(`request.${body.request}`)}</b>
        </>
      );
    case 'accident':
      return (
        <>
          <b>An accident, not intended.</b> It left their control at{' '}
          <Fixed>{instantText(body.leftControlMs, nowMs)}</Fixed>.
        </>
      );
    case 'search-and-rescue':
      return (
        <>
          <b>Help is asked for.</b>
          {body.persons !== undefined && ` Persons: ${body.persons}.`}
          {body.hazards !== undefined && body.hazards.length > 0 && (
            <> Hazards: {body.hazards.map((code) => phrase(`rescue-hazard.${code}`)).join(', ')}.</>
          )}
          {body.corridor !== undefined && body.corridor.length > 0 && ' A corridor is asked for.'}
        </>
      );
  }
}
