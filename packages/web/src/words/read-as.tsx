// What a text was taken for: the form, the datum, how exactly it was stated; and where it can be
// meant in several ways, every way as a button. The page never chooses.
import { positionTexts, writePosition } from '@parley/geo';
import type { PositionReading, PositionRefusal } from '@parley/geo';
import { usePositionForm } from '../floor/hooks.ts';
import { distanceText } from './distance-text.ts';
import { Fixed } from './fixed.tsx';
import { formName } from './position-forms.ts';

const NAMES: Readonly<Partial<Record<PositionReading['form'], string>>> = {
  UPS: 'UPS',
  PLACE: 'a distance from a place',
  PLUS: 'Plus code',
  GEO: 'geo: URI',
  ICAO: 'degrees, packed',
  SK42_DMS: 'degrees on SK-42',
  PZ90_DMS: 'degrees on PZ-90.11',
};

/** "UTM, a square of 1 m, WGS-84 as stated": one line under a field. */
export function ReadAs({ reading }: { readonly reading: PositionReading }) {
  const { form, precisionMetres, cell, transformation, accuracyMetres } = reading;
  const name = NAMES[form] ?? (form === 'PLACE' || form === 'UPS' ? form : formName(form));
  const stated = cell === undefined ? 'stated to' : 'a cell of';
  const within = accuracyMetres === 0 ? '' : `, within ${metresText(accuracyMetres)}`;
  return (
    <span className="quiet">
      {name}, {stated} {metresText(precisionMetres)}; {transformation}
      {within}
    </span>
  );
}

/** The ways in which a refused text can be read; a press takes one, written so that it is clear. */
export function Candidates(props: {
  readonly refusal: PositionRefusal;
  readonly choose: (reading: PositionReading) => void;
}) {
  const { form } = usePositionForm();
  const { candidates = [] } = props.refusal;
  if (candidates.length === 0) return undefined;
  return (
    <ul className="read-candidates" aria-label="It can be">
      {candidates.map((candidate) => (
        <li key={`${candidate.form} ${candidate.position.latE7} ${candidate.position.lonE7}`}>
          <button type="button" className="button" onClick={() => props.choose(candidate)}>
            <Fixed>{writePosition(candidate.position, form)}</Fixed>
          </button>{' '}
          <ReadAs reading={candidate} />
        </li>
      ))}
    </ul>
  );
}

/** The position in every form that geo writes, each with its accuracy; a press copies it. */
export function AllForms(props: {
  readonly reading: PositionReading;
  readonly copy: (text: string) => void;
}) {
  return (
    <ul className="read-forms" aria-label="In every form">
      {positionTexts(props.reading.position).map(
        ({ form, text, transformation, accuracyMetres }) => (
          <li key={form}>
            <span className="quiet">{form.replace('_DMS', '°')}</span>
            <button
              type="button"
              className="link"
              title={`${transformation}. Press to copy.`}
              onClick={() => props.copy(text)}
            >
              <Fixed>{text}</Fixed>
            </button>
            <Fixed className="quiet">± {metresText(accuracyMetres)}</Fixed>
          </li>
        ),
      )}
    </ul>
  );
}

/** "0.01 m", "0.7 m", "22 m", "6.6 km": two digits are enough for an accuracy. */
export function metresText(metres: number): string {
  if (metres >= 1) return distanceText(Math.round(Number(metres.toPrecision(2)) * 100));
  return `${Number(metres.toPrecision(1))} m`;
}
