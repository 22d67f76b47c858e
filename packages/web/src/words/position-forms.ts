// The forms that a seat may read positions in, in the order of the keys 1 to 6.
import type { WrittenForm } from '@parley/geo';

export const FLOOR_FORMS = ['MGRS', 'DD', 'DM', 'DMS', 'UTM', 'SK42'] as const;

const NAMES: Readonly<Record<(typeof FLOOR_FORMS)[number], string>> = {
  MGRS: 'MGRS',
  DD: 'Degrees',
  DM: 'Degrees, minutes',
  DMS: 'Degrees, minutes, seconds',
  UTM: 'UTM',
  SK42: 'SK-42 (X north, Y east)',
};

/** What a form is called on the floor. */
export function formName(form: WrittenForm): string {
  const known = FLOOR_FORMS.find((one) => one === form);
  return known === undefined ? form : NAMES[known];
}

/** The form after this one, for a click on a position. */
export function nextForm(form: WrittenForm): WrittenForm {
  const at = FLOOR_FORMS.findIndex((one) => one === form);
  return FLOOR_FORMS[(at + 1) % FLOOR_FORMS.length] ?? 'MGRS';
}
