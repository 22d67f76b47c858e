// One value of a message, by the form of its field: the same controls as the editor of a notice.
import { writeHeight, writeInstant, writePosition } from '@parley/geo';
import { HeightLimit, isPhraseCode, phrase, PositionE7 } from '@parley/protocol';
import { useClock, useFloor } from '../floor/hooks.ts';
import { distanceText } from '../words/distance-text.ts';
import { durationText } from '../words/time-text.ts';
import { ChoiceField, TextField, WordsField } from './field.tsx';
import { PointsField } from './points-field.tsx';
import { readingOf } from './said-body.ts';
import type { FieldProps } from './said-fields.tsx';
import { groupIn, listIn, textIn, typedVolume, volumeIn } from './said-form.ts';
import { labelOf } from './said-label.ts';
import { referencesFor } from './said-references.ts';
import { VolumeFields } from './volume-fields.tsx';

/** The control of a field that is neither list nor group; of a list of codes, its boxes. */
export function LeafField(props: FieldProps) {
  const { form, name, path, change } = props;
  const { session } = useFloor();
  const label = labelOf(name);
  const text = textIn(props.value);
  const choose = (value: string): void => change(value, '');
  switch (form.kind) {
    case 'code': {
      const choices = form.codes.map((code) => [code, codeText(form.prefix, code)] as const);
      return <ChoiceField label={label} value={text} choices={choices} change={choose} />;
    }
    case 'list':
      return <CodeBoxes {...props} />;
    case 'flag':
      return <ChoiceField label={label} value={text} choices={YES_NO} change={choose} />;
    case 'party': {
      const members = session.members.map((member) => [member.party, member.name] as const);
      return <Chosen label={label} value={text} choices={members} choose={choose} />;
    }
    case 'reference':
      return <ReferenceField {...props} />;
    case 'words': {
      const { text: words, language } = groupIn(props.value);
      return (
        <WordsField
          label={label}
          words={textIn(words)}
          language={textIn(language)}
          change={({ words: typed, language: tag }, field) => {
            const next = { text: typed ?? textIn(words), language: tag ?? textIn(language) };
            change(next, `${path} ${field}`);
          }}
        />
      );
    }
    case 'volume':
    case 'outline':
      return <VolumeField {...props} />;
    case 'label':
    case 'text':
    case 'language':
    case 'hash':
      return (
        <TextField
          label={label}
          value={text}
          hint={form.kind === 'hash' ? 'SHA-256, 64 hexadecimal digits' : ''}
          free={form.kind === 'label' || form.kind === 'text'}
          change={(value) => change(value, path)}
        />
      );
    default:
      return <ReadField {...props} />;
  }
}

const YES_NO = [
  ['no', 'No'],
  ['yes', 'Yes'],
] as const;

function Chosen(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly choose: (value: string) => void;
}) {
  const choices = [['', 'Choose one'], ...props.choices] as const;
  return (
    <ChoiceField label={props.label} value={props.value} choices={choices} change={props.choose} />
  );
}

function ReferenceField({ name, value, change, whole }: FieldProps) {
  const { picture, session } = useFloor();
  const offered = referencesFor(picture, session.party, whole, name);
  const text = textIn(value);
  // What was named when the draft was begun stays named, whatever has become of it since.
  const known = text === '' || offered.some(([ref]) => ref === text);
  const choices = known ? offered : [[text, text.split(' ')[0] ?? text] as const, ...offered];
  const label = labelOf(name);
  return <Chosen label={label} value={text} choices={choices} choose={(ref) => change(ref, '')} />;
}

/** A text that is read: the time, number, height or position that it was taken for. */
function ReadField(props: FieldProps) {
  const { form, name, path, change, whole } = props;
  const now = useClock();
  const text = textIn(props.value);
  const label = labelOf(name);
  if (form.kind === 'number' && name === 'volume') {
    const volumes = listIn(whole.values['volumes']);
    const choices = volumes.map((_, at) => [String(at), `Volume ${at + 1}`] as const);
    const choose = (value: string): void => change(value, '');
    return <Chosen label={label} value={text} choices={choices} choose={choose} />;
  }
  const reading = readingOf(form, name, text, now());
  // "13:55Z" means today's only now: past midnight it would mean another day, so it is spelt out.
  const settle = (): void => {
    const clock = form.kind === 'time' && /^\s*\d{2}:?\d{2}\s*Z\s*$/i.test(text);
    if (clock && reading.ok) change(writeInstant(Number(reading.value)), '');
  };
  return (
    <TextField
      label={label}
      value={text}
      hint={hintOf(props)}
      reading={reading}
      taken={(value) => takenText(props, value)}
      change={(value) => change(value, path)}
      settle={settle}
    />
  );
}

function hintOf({ form, name }: FieldProps): string {
  switch (form.kind) {
    case 'time':
      return '13:55Z, 171355ZSEP16 or RFC 3339';
    case 'duration':
      return '45 s, 30 min, 2 h or 3 d';
    case 'height':
      return 'FL180, 5500 m AMSL, SFC';
    case 'position':
      return '37S FV 01874 02931, in any form';
    case 'number':
      if (name.endsWith('Centimetres')) return '5 km, 800 m or 3 NM';
      return `${form.minimum} to ${form.maximum}`;
    default:
      return '';
  }
}

function takenText({ form, name }: FieldProps, value: unknown): string {
  switch (form.kind) {
    case 'time':
      return writeInstant(Number(value));
    case 'duration':
      return durationText(Number(value));
    case 'height': {
      const height = HeightLimit.safeParse(value);
      return height.success ? writeHeight(height.data) : '';
    }
    case 'position': {
      const position = PositionE7.safeParse(value);
      return position.success ? writePosition(position.data, 'MGRS') : '';
    }
    default:
      return name.endsWith('Centimetres') ? distanceText(Number(value)) : String(value);
  }
}

function VolumeField({ form, path, value, change, view }: FieldProps) {
  const volume = volumeIn(value);
  const replace = (next: typeof volume, field: string): void =>
    change(typedVolume(next, 0), field === '' ? '' : `${path} ${field}`);
  if (form.kind === 'outline') return <PointsField volume={volume} change={replace} />;
  const at = /^volumes\[(\d+)\]$/.exec(path)?.[1];
  const place = at === undefined ? undefined : view.places[Number(at)];
  return (
    <section className="draft-volume" aria-label="Volume">
      <VolumeFields volume={volume} change={replace} place={place} />
    </section>
  );
}

function CodeBoxes({ form, name, value, change }: FieldProps) {
  if (form.kind !== 'list' || form.item.kind !== 'code') return undefined;
  const { prefix, codes } = form.item;
  const chosen = listIn(value).map(textIn);
  return (
    <fieldset className="said-group said-boxes">
      <legend>{labelOf(name)}</legend>
      {codes.map((code) => (
        <label key={code}>
          <input
            type="checkbox"
            checked={chosen.includes(code)}
            onChange={({ target }) => {
              const others = chosen.filter((one) => one !== code);
              change(target.checked ? [...others, code] : others, '');
            }}
          />{' '}
          {codeText(prefix, code)}
        </label>
      ))}
    </fieldset>
  );
}

function codeText(prefix: string, code: string): string {
  const phraseCode = `${prefix}.${code}`;
  return isPhraseCode(phraseCode) ? phrase(phraseCode) : code;
}
