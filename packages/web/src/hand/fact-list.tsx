// The facts of any message, from the fields of its schema: each by its label, in the reader's own
// conventions. What a type is shown by is decided here once, for all of them.
import { writeHeight, writePosition } from '@parley/geo';
import {
  factsOf,
  HeightLimit,
  isPhraseCode,
  objectIdOf,
  OutlineShape,
  PositionE7,
  Ref,
  WireVolume,
  Words,
} from '@parley/protocol';
import type { Body, Fact, PartyId } from '@parley/protocol';
import { centreOf } from '@parley/geo';
import { useFloor, useNow, usePartyName, usePositionForm } from '../floor/hooks.ts';
import { labelOf } from '../draft/said-label.ts';
import { Coded } from '../words/coded.tsx';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText, windowText } from '../words/time-text.ts';
import { ObjectLink } from './object-link.tsx';
import { OriginalWords } from './original-words.tsx';

/** Each fact but those of the fields in `skip`; a list of several values stands in one row. */
export function FactList(props: { readonly body: Body; readonly skip: ReadonlySet<string> }) {
  const facts = factsOf(props.body).filter(({ name, depth }) => depth > 0 || !props.skip.has(name));
  if (facts.length === 0) return undefined;
  return (
    <dl className="facts">
      {rowsOf(facts).map((row, at) => (
        <FactRow key={`${row[0]?.name} ${at}`} row={row} />
      ))}
    </dl>
  );
}

/** Neighbours of one name and depth are the items of one list. */
function rowsOf(facts: readonly Fact[]): Fact[][] {
  const rows: Fact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1)?.[0];
    const goesOn =
      last?.name === fact.name && last.depth === fact.depth && fact.form.kind !== 'heading';
    if (goesOn) rows.at(-1)?.push(fact);
    else rows.push([fact]);
  }
  return rows;
}

function FactRow({ row }: { readonly row: readonly Fact[] }) {
  const [first] = row;
  if (first === undefined) return undefined;
  const heading = first.form.kind === 'heading';
  return (
    <>
      <dt
        className={heading ? 'facts-name' : undefined}
        style={{ paddingInlineStart: `${first.depth * 0.75}rem` }}
      >
        {labelOf(first.name)}
      </dt>
      {!heading && (
        <dd>
          {row.map((fact, at) => (
            // The items of a list have no other name than their place in it.
            <span key={at}>
              <FactValue fact={fact} />
              {at < row.length - 1 && ', '}
            </span>
          ))}
        </dd>
      )}
    </>
  );
}

function FactValue({ fact: { form, name, value } }: { readonly fact: Fact }) {
  const nowMs = useNow(0.2);
  const nameOf = usePartyName();
  switch (form.kind) {
    case 'heading':
      return undefined;
    case 'code': {
      const code = `${form.prefix}.${String(value)}`;
      return isPhraseCode(code) ? <Coded code={code} /> : String(value);
    }
    case 'words': {
      const words = Words.safeParse(value);
      return words.success && <OriginalWords words={words.data} />;
    }
    case 'time':
      return <Fixed>{instantText(Number(value), nowMs)}</Fixed>;
    case 'duration':
      return durationText(Number(value));
    case 'number':
      if (name === 'volume') return `Volume ${Number(value) + 1}`;
      if (name.endsWith('Centimetres')) return distanceText(Number(value));
      return <Fixed>{String(value)}</Fixed>;
    case 'flag':
      return value === true ? 'yes' : 'no';
    case 'reference':
      return <Reference value={value} />;
    case 'party':
      return nameOf(value as PartyId);
    case 'hash':
      return <Fixed>{String(value).slice(0, 16)}</Fixed>;
    case 'height':
    case 'position':
    case 'volume':
    case 'outline':
      return <Place form={form.kind} value={value} />;
    default:
      return <bdi>{String(value)}</bdi>;
  }
}

function Reference({ value }: { readonly value: unknown }) {
  const { picture } = useFloor();
  const ref = Ref.safeParse(value);
  if (!ref.success) return undefined;
  const id = objectIdOf(ref.data);
  const onward = picture.onward.get(id);
  if (onward !== undefined) return `what was passed on to ${onward.statement.to} (${id})`;
  return <ObjectLink about={ref.data} />;
}

function Place({ form, value }: { readonly form: string; readonly value: unknown }) {
  const { form: positionForm } = usePositionForm();
  switch (form) {
    case 'height': {
      const height = HeightLimit.safeParse(value);
      return height.success && <Fixed>{writeHeight(height.data)}</Fixed>;
    }
    case 'position': {
      const position = PositionE7.safeParse(value);
      return position.success && <Fixed>{writePosition(position.data, positionForm)}</Fixed>;
    }
    case 'outline': {
      const outline = OutlineShape.safeParse(value);
      if (!outline.success) return undefined;
      return <Fixed>{writePosition(centreOf(outline.data), positionForm)}</Fixed>;
    }
    default: {
      const volume = WireVolume.safeParse(value);
      if (!volume.success) return undefined;
      const { outline, window } = volume.data;
      const centre = writePosition(centreOf(outline), positionForm);
      return (
        <>
          around <Fixed>{centre}</Fixed>, <Fixed>{windowText(window.startMs, window.endMs)}</Fixed>
        </>
      );
    }
  }
}
