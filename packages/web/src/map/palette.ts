// The floor's colours as the map needs them: read from the CSS variables of the mode in use.

const NAMES = [
  'water',
  'land',
  'coast',
  'line',
  'text',
  'quiet',
  'page',
  'ours',
  'theirs',
  'danger',
  'amber',
] as const;

export type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

/** The colours of the page's root as they are now. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const pairs = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return Object.fromEntries(pairs) as Palette;
}
