// The bars themselves: one tab stop for all of them, arrows from bar to bar, Enter takes in hand.
import { useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useSelection } from '../floor/hooks.ts';
import { windowText } from '../words/time-text.ts';
import type { Bar, Lane } from './lanes.ts';
import { pixelsAt } from './time-axis.ts';
import type { Stretch } from './time-axis.ts';
import type { Moves } from './use-stretch.ts';

export const BAR_PIXELS = 19;
const WIDTH_PIXELS_MIN = 4;
/** A letter of a label is about this wide; good enough to tell whether it fits. */
const LETTER_PIXELS = 6.4;

type Placed = {
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Where the label begins: in the bar, or after a bar that is too short for it. */
  readonly labelX: number;
  readonly outside: boolean;
};

/** All bars of all lanes, those outside of the stretch left out. */
export function LaneBars(props: {
  readonly lanes: readonly Lane[];
  readonly tops: readonly number[];
  readonly rowPixels: number;
  readonly stretch: Stretch;
  readonly width: number;
  readonly moves: Moves;
}) {
  const hatch = useId();
  const group = useRef<SVGGElement>(null);
  const { selection } = useSelection();
  const bars = placedBars(props);
  const chosen = (bar: Bar): boolean =>
    selection.kind === 'object'
      ? bar.object === selection.id
      : selection.kind === 'conflict' &&
        bar.object !== undefined &&
        selection.id.split(' ').includes(bar.object);
  const stop = Math.max(
    0,
    bars.findIndex(({ bar }) => chosen(bar)),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!moveByKey(event, props.moves, group.current)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <g ref={group} onKeyDown={onKeyDown}>
      <pattern id={hatch} width="8" height="8" patternUnits="userSpaceOnUse">
        <path className="bars-hatch" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
      </pattern>
      {bars.map((placed, at) => (
        <BarShape
          key={placed.bar.key}
          placed={placed}
          chosen={chosen(placed.bar)}
          hatch={hatch}
          tabIndex={at === stop ? 0 : -1}
        />
      ))}
    </g>
  );
}

function BarShape(props: {
  readonly placed: Placed;
  readonly chosen: boolean;
  readonly hatch: string;
  readonly tabIndex: number;
}) {
  const { selectObject } = useSelection();
  const { bar, x, y, width, labelX, outside } = props.placed;
  const take = (): void => {
    if (bar.object !== undefined) selectObject(bar.object);
  };
  const states = [props.chosen && 'chosen', bar.ended && 'ended', bar.conflict && 'conflict'];
  const said = [bar.label, windowText(bar.startMs, bar.endMs), bar.conflict && 'in conflict'];
  const box = { x, y, width, height: BAR_PIXELS, rx: 2 };
  return (
    <g
      role="button"
      tabIndex={props.tabIndex}
      aria-label={said.filter(Boolean).join(', ')}
      aria-pressed={props.chosen}
      className={['bars-bar', bar.tone, ...states].filter(Boolean).join(' ')}
      onClick={take}
      onKeyDown={(event) => {
        if (event.code !== 'Enter' && event.code !== 'Space') return;
        event.preventDefault();
        take();
      }}
    >
      <title>{said.filter(Boolean).join(', ')}</title>
      <rect {...box} className="bars-ground" />
      {outside && <rect {...box} width={labelX - x + labelPixelsOf(bar)} className="bars-reach" />}
      {bar.conflict && <rect {...box} fill={`url(#${props.hatch})`} />}
      <rect {...box} className="bars-edge" />
      {outside ? (
        <text x={labelX} y={y + 13.5} className="outside" aria-hidden="true">
          {bar.label}
        </text>
      ) : (
        <svg x={x} y={y} width={width} height={BAR_PIXELS} aria-hidden="true">
          <text x={labelX - x} y={13.5}>
            {bar.label}
          </text>
        </svg>
      )}
    </g>
  );
}

function labelPixelsOf({ label }: Bar): number {
  return label.length * LETTER_PIXELS;
}

function placedBars(props: Parameters<typeof LaneBars>[0]): Placed[] {
  const { stretch, width } = props;
  return props.lanes.flatMap(({ rows }, lane) =>
    rows.flatMap((row, at) => {
      const y = (props.tops[lane] ?? 0) + at * props.rowPixels + 2;
      return row.flatMap((bar, order) => {
        const x = pixelsAt(stretch, width, bar.startMs);
        const end = Math.max(x + WIDTH_PIXELS_MIN, pixelsAt(stretch, width, bar.endMs));
        if (end < 0 || x > width) return [];
        const next = row[order + 1];
        const room = (next ? pixelsAt(stretch, width, next.startMs) : width) - end;
        const labelPixels = labelPixelsOf(bar) + 10;
        const outside = labelPixels > end - Math.max(0, x) && labelPixels <= room;
        const labelX = outside ? end + 6 : Math.max(x, 0) + 6;
        return [{ bar, x, y, width: end - x, labelX, outside }];
      });
    }),
  );
}

/** Whether the key was one of the bars' own. */
function moveByKey(event: KeyboardEvent, moves: Moves, group: SVGGElement | null): boolean {
  switch (event.code) {
    case 'ArrowLeft':
    case 'ArrowUp':
      return focusBeside(group, -1);
    case 'ArrowRight':
    case 'ArrowDown':
      return focusBeside(group, 1);
    case 'PageUp':
      moves.pan(-0.5);
      return true;
    case 'PageDown':
      moves.pan(0.5);
      return true;
    case 'Equal':
    case 'NumpadAdd':
      moves.zoom(0.6);
      return true;
    case 'Minus':
    case 'NumpadSubtract':
      moves.zoom(1 / 0.6);
      return true;
    case 'Home':
      moves.follow();
      return true;
    default:
      return false;
  }
}

function focusBeside(group: SVGGElement | null, by: number): boolean {
  const bars = [...(group?.querySelectorAll<SVGGElement>('.bars-bar') ?? [])];
  const at = bars.findIndex((bar) => bar === document.activeElement);
  bars[(at + by + bars.length) % bars.length]?.focus();
  return true;
}
