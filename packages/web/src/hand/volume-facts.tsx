// Where, how high and when: the place in words made from the geometry, then the exact rendering.
import { renderVolumes } from '@parley/engine';
import { centreOf, heightIn, outlinePlaceText, writeBand, writePosition } from '@parley/geo';
import type { AltitudeBand, HeightBound } from '@parley/geo';
import type { WireVolume } from '@parley/protocol';
import { useMemo, useState } from 'react';
import { useNow, usePositionForm } from '../floor/hooks.ts';
import { datumText } from '../map/band-text.ts';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { formName, nextForm } from '../words/position-forms.ts';
import { durationText, windowText } from '../words/time-text.ts';
import { OtherConventions } from './other-conventions.tsx';

const POINTS_SHOWN = 6;

/** The facts of one volume. `name` stands above it when a notice has several. */
export function VolumeFacts(props: { readonly volume: WireVolume; readonly name: string }) {
  const { outline, band, window } = props.volume;
  const place = useMemo(() => outlinePlaceText(outline), [outline]);
  return (
    <dl className="facts" aria-label={props.name === '' ? 'Volume' : props.name}>
      {props.name !== '' && <dt className="facts-name">{props.name}</dt>}
      <dt>Where</dt>
      <dd>
        {place.text}
        <OutlinePoints volume={props.volume} />
      </dd>
      <dt>Height</dt>
      <dd>
        <Fixed>{writeBand(band)}</Fixed> <span className="quiet">{metresText(band)}</span>
      </dd>
      <dt>When</dt>
      <dd>
        <Fixed>{windowText(window.startMs, window.endMs)}</Fixed>{' '}
        <span className="quiet">
          <When startMs={window.startMs} endMs={window.endMs} />
        </span>
        <OtherConventions volume={props.volume} />
      </dd>
    </dl>
  );
}

/** The points of an outline in this seat's form; a click goes to the next form. */
export function OutlinePoints({ volume }: { readonly volume: WireVolume }) {
  const { form, setForm } = usePositionForm();
  const [all, setAll] = useState(false);
  const rendered = renderVolumes([volume], form)[0];
  if (rendered === undefined) return undefined;
  const { points, extentCentimetres } = rendered;
  const shown = all ? points : points.slice(0, POINTS_SHOWN);
  return (
    <>
      <button
        type="button"
        className="positions"
        title={`${formName(form)}. Click for ${formName(nextForm(form))}`}
        onClick={() => setForm(nextForm(form))}
      >
        {shown.map((point, at) => (
          // Corners have no other name than their place in the ring.
          <Fixed key={at}>{point}</Fixed>
        ))}
      </button>
      {shown.length < points.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          all {points.length} points
        </button>
      )}
      <span className="quiet">
        {shapeText(volume, extentCentimetres)}, {form} on WGS-84; centre{' '}
        <Fixed>{writePosition(centreOf(volume.outline), form === 'MGRS' ? 'DD' : 'MGRS')}</Fixed>
      </span>
    </>
  );
}

function shapeText({ outline }: WireVolume, extentCentimetres: number | undefined): string {
  if (extentCentimetres === undefined) return 'area with these corners';
  const extent = distanceText(extentCentimetres);
  return outline.kind === 'circle' ? `circle of ${extent} radius` : `corridor, ${extent} each side`;
}

// A number that was converted says from what: metres of the same reference, beside the stated unit.
function metresText({ lower, upper }: AltitudeBand): string {
  const converted = [lower, upper].map(metresOf);
  if (converted.every((text) => text === undefined)) return '';
  const words = converted.map(
    (text, at) => text ?? (at === 0 ? boundWord(lower) : boundWord(upper)),
  );
  return `(${words.join(' – ')}, converted)`;
}

function metresOf(bound: HeightBound): string | undefined {
  if (bound.kind !== 'height' || bound.unit === 'm') return undefined;
  return `${Math.round(heightIn(bound, 'm'))} m ${datumText(bound)}`;
}

function boundWord(bound: HeightBound): string {
  if (bound.kind === 'height') return `${Math.round(heightIn(bound, 'm'))} m ${datumText(bound)}`;
  return bound.kind;
}

function When({ startMs, endMs }: { readonly startMs: number; readonly endMs: number }) {
  const nowMs = useNow(1);
  if (nowMs < startMs) return `starts in ${durationText(startMs - nowMs)}`;
  if (nowMs < endMs) return `now, ${durationText(endMs - nowMs)} left`;
  return `over since ${durationText(nowMs - endMs)}`;
}
