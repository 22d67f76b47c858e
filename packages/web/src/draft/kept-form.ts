// Draft forms as text on the node, and back. What cannot be read back is told, never guessed.
import { Ref } from '@parley/protocol';
import {
  answerForm,
  cancelForm,
  emptyNoticeForm,
  emptyVolumeForm,
  questionForm,
} from './draft-form.ts';
import type { DraftForm, VolumeForm } from './draft-form.ts';
import { groupIn, sayableOf, typedOf } from './said-form.ts';
import type { SaidForm } from './said-form.ts';

/** The form as text. The inverse of `readForm`. */
export function writeForm(form: DraftForm): string {
  return JSON.stringify(form);
}

/** The form that `text` holds, or undefined when it holds none. Missing fields are empty. */
export function readForm(text: string): DraftForm | undefined {
  const kept = object(parsed(text));
  if (kept === undefined) return undefined;
  const blank = blankForm(kept);
  return blank === undefined ? undefined : { ...blank, ...textsLike(blank, kept) };
}

function blankForm(kept: Kept): DraftForm | undefined {
  switch (kept['kind']) {
    case 'notice': {
      const supersedes = refIn(kept['supersedes']);
      const volumes = list(kept['volumes']).map(readVolume);
      return { ...emptyNoticeForm(0), volumes, ...(supersedes && { supersedes }) };
    }
    case 'question': {
      const codes = list(kept['codes']).filter((code) => typeof code === 'string');
      return { ...questionForm(refIn(kept['about']), 'actual', 0), codes };
    }
    case 'answer': {
      const [ref, notice] = [refIn(kept['ref']), refIn(kept['notice'])];
      return ref && { ...answerForm(ref), ...(notice && { notice }) };
    }
    case 'cancel': {
      const ref = refIn(kept['ref']);
      return ref && cancelForm(ref);
    }
    case 'said':
      return saidIn(kept);
    default:
      return undefined;
  }
}

// A type or variant that this page does not know cannot be edited by it.
function saidIn(kept: Kept): SaidForm | undefined {
  const said = sayableOf(String(kept['type']), String(kept['variant']));
  if (said === undefined) return undefined;
  const { type, variant } = said;
  const values = groupIn(typedOf(kept['values']));
  return { kind: 'said', type, variant: variant?.value ?? '', values };
}

function readVolume(value: unknown): VolumeForm {
  const kept = object(value) ?? {};
  const shape = SHAPES.find((known) => known === kept['shape']) ?? 'polygon';
  const blank = { ...emptyVolumeForm(0), shape, drawn: kept['drawn'] === true };
  return { ...blank, ...textsLike(blank, kept), shape };
}

type Kept = { readonly [field: string]: unknown };
const SHAPES = ['polygon', 'circle', 'corridor'] as const;

/** Of what was kept, the texts that the blank has as texts too; all other fields are left out. */
function textsLike(blank: object, kept: Kept): Record<string, string> {
  const texts = Object.entries(blank).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(
    texts.flatMap(([field]) => {
      const value = kept[field];
      return typeof value === 'string' ? [[field, value]] : [];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is no JSON was not written by this editor: it holds no form.
    return undefined;
  }
}

function object(value: unknown): Kept | undefined {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? Object.fromEntries(Object.entries(value)) : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function refIn(value: unknown): Ref | undefined {
  const ref = Ref.safeParse(value);
  return ref.success ? ref.data : undefined;
}
