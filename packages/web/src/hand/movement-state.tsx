// How a movement stands: whether those who would act have it, and how far it has got.
import { isCoordinated } from '@parley/engine';
import type { LineObject } from '@parley/engine';
import { useNow } from '../floor/hooks.ts';
import { Coded } from '../words/coded.tsx';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** Coordinated or not, and each stage that its author stated, the newest last. */
export function MovementState({ object }: { readonly object: LineObject }) {
  const nowMs = useNow(0.2);
  const coordinated = isCoordinated(object);
  return (
    <section aria-label="Movement">
      <p className={coordinated ? 'movement-state' : 'movement-state finding'}>
        {coordinated ? (
          <>
            <b>Coordinated.</b> The executing level of all who must act has it.
          </>
        ) : (
          <>
            <b>Not coordinated.</b> It was not stated that the executing level has it.
          </>
        )}
      </p>
      {object.progress.length > 0 && (
        <ul className="plain-list" aria-label="Progress">
          {object.progress.map(({ ref, statement }) => (
            <li key={ref.index}>
              <Fixed>{instantText(statement.atMs, nowMs)}</Fixed>{' '}
              <b>
                <Coded code={`progress.${statement.state}`} />
              </b>
              {statement.leg !== undefined && `, leg ${statement.leg + 1}`}
              {statement.etaMs !== undefined && (
                <>
                  , arrival <Fixed>{instantText(statement.etaMs, nowMs)}</Fixed>
                </>
              )}
              {statement.words !== undefined && (
                <q dir="auto" lang={statement.words.language}>
                  {statement.words.text}
                </q>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
