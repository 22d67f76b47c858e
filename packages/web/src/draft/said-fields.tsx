// The editor of any message: each field of its schema by its form, in the schema's order. What is
// optional stands behind a button until it is wanted.
import type { Field, FieldForm, Refusal } from '@parley/protocol';
import { useClock } from '../floor/hooks.ts';
import { blankOf, groupIn, listIn, sayableOf } from './said-form.ts';
import type { SaidForm, Typed, TypedGroup } from './said-form.ts';
import { labelOf } from './said-label.ts';
import { LeafField } from './said-leaf.tsx';
import type { DraftView } from './use-draft-check.ts';

/** What every field is told: the whole form, what it ran into, where it stands. */
export type FieldProps = {
  readonly form: FieldForm;
  readonly name: string;
  readonly path: string;
  readonly value: Typed | undefined;
  readonly change: (value: Typed, field: string) => void;
  readonly whole: SaidForm;
  readonly view: DraftView;
};

/** The fields of `form`. */
export function SaidFields(props: {
  readonly form: SaidForm;
  readonly change: (form: SaidForm, field: string) => void;
  readonly view: DraftView;
}) {
  const { form, change, view } = props;
  const said = sayableOf(form.type, form.variant);
  if (said === undefined) return undefined;
  return (
    <GroupFields
      fields={said.fields}
      values={form.values}
      path=""
      whole={form}
      view={view}
      change={(values, field) => change({ ...form, values }, field)}
    />
  );
}

function GroupFields(props: {
  readonly fields: readonly Field[];
  readonly values: TypedGroup;
  readonly path: string;
  readonly whole: SaidForm;
  readonly view: DraftView;
  readonly change: (values: TypedGroup, field: string) => void;
}) {
  const { fields, values, path, whole, view, change } = props;
  const asked = fields.filter(({ form }) => form.kind !== 'fixed');
  const shown = asked.filter(({ name, optional }) => !optional || values[name] !== undefined);
  const more = asked.filter((field) => !shown.includes(field));
  return (
    <>
      {shown.map(({ name, form, optional }) => (
        <div key={name} className={isWide(form) ? 'said-field' : 'said-field said-short'}>
          <AnyField
            form={form}
            name={name}
            path={path === '' ? name : `${path}.${name}`}
            value={values[name]}
            whole={whole}
            view={view}
            change={(value, field) => change({ ...values, [name]: value }, field)}
          />
          {optional && (
            <button
              type="button"
              className="draft-link said-without"
              onClick={() => change(without(values, name), '')}
            >
              Without {labelOf(name).toLowerCase()}
            </button>
          )}
        </div>
      ))}
      {more.length > 0 && <AddField more={more} values={values} change={change} />}
    </>
  );
}

function AddField(props: {
  readonly more: readonly Field[];
  readonly values: TypedGroup;
  readonly change: (values: TypedGroup, field: string) => void;
}) {
  const now = useClock();
  return (
    <div className="said-more">
      {props.more.map(({ name, form }) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => props.change({ ...props.values, [name]: blankOf(form, now()) }, '')}
        >
          + {labelOf(name)}
        </button>
      ))}
    </div>
  );
}

/** One field of any form, and why it is refused. */
function AnyField(props: FieldProps) {
  const { form, name, path, value, change, whole, view } = props;
  const refused = <Refused refusal={view.refusal} path={path} inner={isLeaf(form)} />;
  if (form.kind === 'list') return <ListField {...props} item={form.item} />;
  if (form.kind !== 'group') {
    return (
      <>
        <LeafField {...props} />
        {refused}
      </>
    );
  }
  return (
    <fieldset className="said-group">
      <legend>{labelOf(name)}</legend>
      <GroupFields
        fields={form.fields}
        values={groupIn(value)}
        path={path}
        whole={whole}
        view={view}
        change={change}
      />
      {refused}
    </fieldset>
  );
}

function ListField(props: FieldProps & { readonly item: FieldForm }) {
  const { item, name, path, value, change, view } = props;
  const now = useClock();
  const items = listIn(value);
  const label = labelOf(name);
  if (item.kind === 'code') return <LeafField {...props} />;
  const add = (): void => change([...items, blankOf(item, now())], '');
  return (
    <fieldset className="said-group" aria-label={label}>
      <legend>{label}</legend>
      {items.map((one, at) => (
        <div key={at} className="said-item">
          <AnyField
            {...props}
            form={item}
            path={`${path}[${at}]`}
            value={one}
            change={(next, field) => change(items.with(at, next), field)}
          />
          <button
            type="button"
            className="draft-link said-without"
            onClick={() => change(items.toSpliced(at, 1), '')}
          >
            Remove{items.length > 1 && ` ${at + 1}`}
          </button>
        </div>
      ))}
      <button type="button" className="button draft-add" onClick={add}>
        + {label}
      </button>
      <Refused refusal={view.refusal} path={path} inner={false} />
    </fieldset>
  );
}

function Refused(props: {
  readonly refusal: Refusal | undefined;
  readonly path: string;
  readonly inner: boolean;
}) {
  const { refusal, path, inner } = props;
  if (refusal === undefined) return undefined;
  const { field, fault, right } = refusal;
  const within = inner && (field.startsWith(`${path}.`) || field.startsWith(`${path}[`));
  if (field !== path && !within) return undefined;
  return (
    <span className="draft-refused">
      {fault}. {right !== '' && `Right would be: ${right}.`}
    </span>
  );
}

function without(values: TypedGroup, name: string): TypedGroup {
  return Object.fromEntries(Object.entries(values).filter(([other]) => other !== name));
}

function isLeaf(form: FieldForm): boolean {
  return form.kind !== 'list' && form.kind !== 'group';
}

const SHORT: ReadonlySet<FieldForm['kind']> = new Set(['code', 'flag', 'number', 'party']);

function isWide(form: FieldForm): boolean {
  return !SHORT.has(form.kind);
}
