// Identifiers, numbers with units, grids and times: one typeface, one direction in every language.
import type { ReactNode } from 'react';

/** A bidi isolate in the fixed-width face, so that neighbouring scripts cannot reorder it. */
export function Fixed(props: { readonly children: ReactNode; readonly className?: string }) {
  const className = props.className === undefined ? 'fixed' : `fixed ${props.className}`;
  return (
    <bdi dir="ltr" className={className}>
      {props.children}
    </bdi>
  );
}
