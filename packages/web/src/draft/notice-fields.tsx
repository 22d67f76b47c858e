// The fields of a notice: what it is, its volumes, its words.
import { phrase, PRECEDENCE_ORDER, URGENT_WORDS_MAX, VOLUMES_MAX } from '@parley/protocol';
import type { PhraseCode } from '@parley/protocol';
import { useClock } from '../floor/hooks.ts';
import { emptyVolumeForm } from './draft-form.ts';
import type { NoticeForm, VolumeForm } from './draft-form.ts';
import { ChoiceField, TextField, WordsField } from './field.tsx';
import type { DraftView } from './use-draft-check.ts';
import { VolumeFields } from './volume-fields.tsx';

type Choices = readonly (readonly [string, string])[];
const coded = (group: string, codes: readonly string[]): Choices =>
  codes.map((code) => [code, phrase(`${group}.${code}` as PhraseCode)]);

const ACTIVITIES = coded('activity', [
  'transit',
  'orbit',
  'refuelling',
  'unmanned',
  'search-and-rescue',
  'other',
]);
const ASKED = coded('asked', ['avoid', 'note']);
const FIRMNESS = coded('firmness', ['planned', 'earmarked', 'active']);
const STATUS: Choices = [
  ['actual', 'ACTUAL'],
  ['exercise', 'EXERCISE'],
  ['test', 'TEST'],
];
/** Precedences that a seat chooses from, as words. */
export const PRECEDENCES: Choices = PRECEDENCE_ORDER.map((word) => [word, word]);

/** The editor of a notice. */
export function NoticeFields(props: {
  readonly form: NoticeForm;
  readonly change: (form: NoticeForm, field: string) => void;
  readonly view: DraftView;
}) {
  const { form, change } = props;
  const now = useClock();
  const set = (field: keyof NoticeForm) => (value: string) =>
    change({ ...form, [field]: value }, field);
  const urgent = form.precedence === 'FLASH' || form.precedence === 'IMMEDIATE';
  const addVolume = (): void => {
    const last = form.volumes.at(-1) ?? emptyVolumeForm(now());
    const volume = { ...last, points: '', drawn: false };
    change({ ...form, volumes: [...form.volumes, volume] }, '');
  };
  return (
    <>
      <TextField
        label="Title"
        value={form.title}
        hint="Orbit near Deir ez-Zor airport"
        free
        change={set('title')}
      />
      <div className="draft-pair">
        <ChoiceField
          label="Activity"
          value={form.activity}
          choices={ACTIVITIES}
          change={set('activity')}
        />
        <ChoiceField
          label="Asked of them"
          value={form.asked}
          choices={ASKED}
          change={set('asked')}
        />
        <ChoiceField
          label="Precedence"
          value={form.precedence}
          choices={PRECEDENCES}
          change={set('precedence')}
        />
        <ChoiceField
          label="Firmness"
          value={form.firmness}
          choices={FIRMNESS}
          change={set('firmness')}
        />
        <ChoiceField label="Status" value={form.status} choices={STATUS} change={set('status')} />
      </div>
      {form.volumes.map((volume, at) => (
        <VolumeSection key={at} {...props} volume={volume} at={at} />
      ))}
      {form.volumes.length < VOLUMES_MAX && (
        <button type="button" className="button draft-add" onClick={addVolume}>
          Add a volume
        </button>
      )}
      <WordsField
        words={form.words}
        language={form.language}
        change={(spoken, field) => change({ ...form, ...spoken }, field)}
        {...(urgent && { wordsMax: URGENT_WORDS_MAX })}
      />
    </>
  );
}

function VolumeSection(
  props: Parameters<typeof NoticeFields>[0] & {
    readonly volume: VolumeForm;
    readonly at: number;
  },
) {
  const { form, change, view, at } = props;
  const several = form.volumes.length > 1;
  const replace = (volume: VolumeForm, field: string): void => {
    const key = field === '' ? '' : `volumes ${at} ${field}`;
    change({ ...form, volumes: form.volumes.with(at, volume) }, key);
  };
  return (
    <section className="draft-volume" aria-label={several ? `Volume ${at + 1}` : 'Volume'}>
      {several && (
        <h3 className="section-head">
          Volume {at + 1}
          <button
            type="button"
            className="button"
            onClick={() => change({ ...form, volumes: form.volumes.toSpliced(at, 1) }, '')}
          >
            Remove
          </button>
        </h3>
      )}
      <VolumeFields volume={props.volume} change={replace} place={view.places[at]} />
    </section>
  );
}
