// One volume of a notice: outline, limits, window. Everything as text, each with what it was taken
// for beside it.
import { readHeight, writeDateTimeGroup, writeHeight, writeInstant } from '@parley/geo';
import type { PlaceText } from '@parley/geo';
import { useClock } from '../floor/hooks.ts';
import type { VolumeForm } from './draft-form.ts';
import { TextField } from './field.tsx';
import { PointsField } from './points-field.tsx';
import { readTime } from './read-field.ts';

type Change = (volume: VolumeForm, field: string) => void;

const MINUTE_MS = 60_000;
const QUICK_MINUTES = [15, 30, 60] as const;
const TIME_HINT = '13:55Z, 171355ZSEP16 or RFC 3339';

/** The fields of one volume, and the words about its place that both sides will read. */
export function VolumeFields(props: {
  readonly volume: VolumeForm;
  readonly change: Change;
  readonly place: PlaceText | undefined;
}) {
  const { volume, change, place } = props;
  const height = (field: 'lower' | 'upper', hint: string) => (
    <TextField
      label={field === 'lower' ? 'From height' : 'To height'}
      value={volume[field]}
      hint={hint}
      reading={readHeight(volume[field])}
      taken={writeHeight}
      change={(value) => change({ ...volume, [field]: value }, field)}
    />
  );
  return (
    <>
      <PointsField volume={volume} change={change} />
      {place !== undefined && (
        <p className="draft-place">
          <span className="quiet">Both sides will read:</span> {place.text}
        </p>
      )}
      <div className="draft-pair">
        {height('lower', 'FL180, 5500 m AMSL, SFC')}
        {height('upper', 'FL240, UNL')}
      </div>
      <TimeField volume={volume} change={change} field="start" />
      <TimeField volume={volume} change={change} field="end" />
    </>
  );
}

function TimeField(props: {
  readonly volume: VolumeForm;
  readonly change: Change;
  readonly field: 'start' | 'end';
}) {
  const { volume, change, field } = props;
  const now = useClock();
  const text = volume[field];
  const reading = readTime(text, now());
  const set = (ms: number): void => change({ ...volume, [field]: writeInstant(ms) }, '');
  // "13:55Z" means today's only now: past midnight it would mean another day, so it is spelt out.
  const settle = (): void => {
    if (reading.ok && /^\s*\d{2}:?\d{2}\s*Z\s*$/i.test(text)) set(reading.value);
  };
  const later = (minutes: number): void => {
    const start = readTime(volume.start, now());
    const fromMs = field === 'end' && start.ok ? start.value : onMinute(now());
    set(fromMs + minutes * MINUTE_MS);
  };
  return (
    <TextField
      label={field === 'start' ? 'Starts' : 'Ends'}
      value={text}
      hint={TIME_HINT}
      reading={reading}
      taken={(ms) => takenText(ms, text)}
      change={(value) => change({ ...volume, [field]: value }, field)}
      settle={settle}
    >
      <div className="draft-quick">
        {QUICK_MINUTES.map((minutes) => (
          <button key={minutes} type="button" className="button" onClick={() => later(minutes)}>
            +{minutes} min
          </button>
        ))}
        <span className="quiet">{field === 'start' ? 'from now' : 'after its start'}</span>
      </div>
    </TextField>
  );
}

function takenText(ms: number, text: string): string {
  const instant = writeInstant(ms);
  const group = writeDateTimeGroup(ms);
  return text.trim() === instant ? group : `${instant} · ${group}`;
}

function onMinute(ms: number): number {
  return Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
}
