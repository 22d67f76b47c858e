// A titled part of the left column.
import type { ReactNode } from 'react';

/** A titled part of the column with its count. */
export function Group(props: {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={props.title}>
      <h2 className="section-head">
        {props.title} <span>{props.count}</span>
      </h2>
      {props.children}
    </section>
  );
}
