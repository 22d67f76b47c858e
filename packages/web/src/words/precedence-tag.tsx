// Precedence by word, shape and colour: octagon, triangle, square, circle.
import type { Precedence } from '@parley/protocol';

const SHAPES: Readonly<Record<Precedence, string>> = {
  FLASH: '3.5,0.5 8.5,0.5 11.5,3.5 11.5,8.5 8.5,11.5 3.5,11.5 0.5,8.5 0.5,3.5',
  IMMEDIATE: '6,0.5 11.5,11 0.5,11',
  PRIORITY: '1,1 11,1 11,11 1,11',
  ROUTINE: '',
};

/** The tag of a precedence: its word on its colour, its shape before it. */
export function PrecedenceTag({ precedence }: { readonly precedence: Precedence }) {
  return (
    <span className="precedence-tag" style={{ background: `var(--${precedence.toLowerCase()})` }}>
      <PrecedenceShape precedence={precedence} />
      {precedence}
    </span>
  );
}

/** The shape alone, in the colour of the text around it. */
export function PrecedenceShape({ precedence }: { readonly precedence: Precedence }) {
  return (
    <svg width="9" height="9" viewBox="0 0 12 12" aria-hidden="true" fill="currentColor">
      {precedence === 'ROUTINE' ? (
        <circle cx="6" cy="6" r="5.5" />
      ) : (
        <polygon points={SHAPES[precedence]} />
      )}
    </svg>
  );
}
