// The outline of a volume: drawn on the map, or pasted in any form. Each line says what it was
// taken for, or names the character that is at fault.
import { writePosition } from '@parley/geo';
import type { Outline, PositionReading } from '@parley/geo';
import { useEffect, useId, useRef } from 'react';
import { usePositionForm } from '../floor/hooks.ts';
import { drawRequest } from '../map/drawing.ts';
import type { Drawn, DrawRequest } from '../map/drawing.ts';
import { useTheatre } from '../map/middle.ts';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { Candidates, metresText } from '../words/read-as.tsx';
import type { VolumeForm } from './draft-form.ts';
import { TextField } from './field.tsx';
import { pointLines } from './point-lines.ts';
import type { PointLine } from './point-lines.ts';
import { readExtent } from './read-field.ts';

type Change = (volume: VolumeForm, field: string) => void;

const SHAPES: readonly (readonly [Outline['kind'], string, string])[] = [
  ['polygon', 'Area', 'Corners, one a line, in any form'],
  ['circle', 'Circle', 'Centre, in any form'],
  ['corridor', 'Corridor', 'Positions along the middle line, in any form'],
];
const EXTENT_LABELS = { polygon: '', circle: 'Radius', corridor: 'Half-width' } as const;

/** The shape of a volume and its points. */
export function PointsField({
  volume,
  change,
}: {
  readonly volume: VolumeForm;
  readonly change: Change;
}) {
  const id = useId();
  const draw = useDraw(volume, change);
  const lines = pointLines(volume.points, useTheatre());
  const label = SHAPES.find(([shape]) => shape === volume.shape)?.[2];
  return (
    <div className="draft-field">
      <div className="draft-label-row">
        <fieldset className="draft-shapes" aria-label="Shape">
          {SHAPES.map(([shape, word]) => (
            <button
              key={shape}
              type="button"
              className="button"
              aria-pressed={volume.shape === shape}
              onClick={() => change({ ...volume, shape }, '')}
            >
              {word}
            </button>
          ))}
        </fieldset>
        <button type="button" className="button" onClick={draw}>
          Draw on the map
        </button>
      </div>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(8, Math.max(3, lines.length + 1))}
        className="fixed"
        spellCheck={false}
        value={volume.points}
        placeholder={'35.2521 N 40.1483 E\n37S FV 0412 0287\n35°20\'09"N 040°08\'27"E'}
        onChange={(event) =>
          change({ ...volume, points: event.target.value, drawn: false }, 'points')
        }
      />
      {lines.length > 0 && (
        <Readings
          lines={lines}
          drawn={volume.drawn}
          choose={(text, chosen) =>
            change({ ...volume, points: volume.points.replace(text, chosen) }, '')
          }
        />
      )}
      {volume.shape !== 'polygon' && (
        <TextField
          label={EXTENT_LABELS[volume.shape]}
          value={volume.extent}
          hint="5 km, 800 m or 3 NM"
          reading={readExtent(volume.extent)}
          taken={(centimetres) => distanceText(centimetres)}
          change={(extent) => change({ ...volume, extent }, 'extent')}
        />
      )}
    </div>
  );
}

function Readings(props: {
  readonly lines: readonly PointLine[];
  readonly drawn: boolean;
  readonly choose: (text: string, chosen: string) => void;
}) {
  const { lines, drawn, choose } = props;
  const { form } = usePositionForm();
  return (
    <ol className="draft-readings" aria-label="Positions as they were read">
      {lines.map(({ text, reading }, at) => (
        <li key={at} className={reading.ok ? undefined : 'draft-refused'}>
          {reading.ok ? (
            <>
              <span className="draft-form-tag">{reading.value.form}</span>
              <Fixed>{writePosition(reading.value.position, form)}</Fixed>
              {!drawn && (
                <span className="quiet" title={reading.value.transformation}>
                  ± {metresText(statedMetres(reading.value))}
                </span>
              )}
            </>
          ) : (
            <>
              <Fixed>{text}</Fixed> {reading.refusal.sentence}
              <Candidates
                refusal={reading.refusal}
                choose={({ position }) => choose(text, writePosition(position, 'DD'))}
              />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What was stated and what its datum adds: a square of 1 m on SK-42 is not known to 1 m. */
function statedMetres({ precisionMetres, accuracyMetres }: PositionReading): number {
  return Math.max(precisionMetres, accuracyMetres);
}

/** Asks the map for the shape; what is drawn goes into the volume as it is by then. */
function useDraw(volume: VolumeForm, change: Change): () => void {
  const newest = useRef({ volume, change });
  useEffect(() => {
    newest.current = { volume, change };
  });
  const asked = useRef<DrawRequest>(undefined);
  useEffect(
    () => () => {
      // The editor is left: nobody would take what is drawn.
      if (drawRequest.get() === asked.current) drawRequest.set(undefined);
    },
    [],
  );
  return () => {
    asked.current = { shape: volume.shape, done: (drawn) => put(newest.current, drawn) };
    drawRequest.set(asked.current);
  };
}

function put(
  { volume, change }: { readonly volume: VolumeForm; readonly change: Change },
  drawn: Drawn | undefined,
): void {
  if (drawn === undefined) return;
  const points = drawn.points.map((point) => writePosition(point, 'DD')).join('\n');
  const radius = drawn.radiusMetres;
  const extent = radius === undefined ? volume.extent : `${Math.max(1, Math.round(radius))} m`;
  change({ ...volume, points, extent, drawn: true }, '');
}
