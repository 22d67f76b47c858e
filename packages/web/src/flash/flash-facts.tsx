// What a warning says, at a glance: the place on a small map and in words, heights, times, words.
import { writeBand, writePosition, centreOf } from '@parley/geo';
import { usePositionForm } from '../floor/hooks.ts';
import { MiniMap } from '../map/mini-map.tsx';
import { Fixed } from '../words/fixed.tsx';
import { placeOf } from '../words/object-words.ts';
import { windowText } from '../words/time-text.ts';
import type { UrgentObject } from '../words/urgent.ts';

/** The facts of a warning on its own screen. */
export function FlashFacts({ warning }: { readonly warning: UrgentObject }) {
  const { form } = usePositionForm();
  const { volumes, words, callBack } = warning.body;
  const first = volumes[0];
  if (first === undefined) return undefined;
  const { band, outline, window } = first;
  return (
    <div className="flash-facts">
      <div className="flash-map">
        <MiniMap outlines={volumes.map((volume) => volume.outline)} tone="danger" />
      </div>
      <div>
        <p className="flash-place">{placeOf(warning)?.text}</p>
        <dl className="facts">
          <dt>Centre</dt>
          <dd className="points">
            <Fixed>{writePosition(centreOf(outline), form)}</Fixed>
            <Fixed>{writePosition(centreOf(outline), form === 'MGRS' ? 'DD' : 'MGRS')}</Fixed>
          </dd>
          <dt>Height</dt>
          <dd>
            <Fixed>{writeBand(band)}</Fixed>
          </dd>
          <dt>When</dt>
          <dd>
            <Fixed>{windowText(window.startMs, window.endMs)}</Fixed>
          </dd>
          {callBack !== undefined && (
            <>
              <dt>Call back</dt>
              <dd>
                {callBack.role} <Fixed>{callBack.number}</Fixed>
              </dd>
            </>
          )}
        </dl>
        {words !== undefined && (
          <blockquote lang={words.language} dir="auto">
            {words.text}
          </blockquote>
        )}
      </div>
    </div>
  );
}
