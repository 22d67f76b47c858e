// The bars themselves: one tab stop for all of them, arrows from bar to bar, Enter takes in hand.
import { useRef } from 'react';
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
const LABEL_PIXELS = 6;

type Placed = {
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Where the label begins inside of the bar; a bar too short for it has its label behind it. */
  readonly labelPixels: number | 'behind';
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
  const group = useRef<HTMLDivElement>(null);
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
    <div ref={group}>
      {bars.map((placed, at) => (
        <BarButton
          key={placed.bar.key}
          placed={placed}
          chosen={chosen(placed.bar)}
          tabIndex={at === stop ? 0 : -1}
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}

function BarButton(props: {
  readonly placed: Placed;
  readonly chosen: boolean;
  readonly tabIndex: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { selectObject } = useSelection();
  const { bar, x, y, width, labelPixels } = props.placed;
  const { object } = bar;
  const behind = labelPixels === 'behind';
  const states = [props.chosen && 'chosen', bar.ended && 'ended', bar.conflict && 'conflict'];
  const classes = ['bars-bar', bar.tone, behind && 'behind', ...states];
  const said = [bar.label, windowText(bar.startMs, bar.endMs), bar.conflict && 'in conflict'];
  const words = said.filter(Boolean).join(', ');
  return (
    <button
      type="button"
      tabIndex={props.tabIndex}
      title={words}
      aria-label={words}
      aria-pressed={props.chosen}
      className={classes.filter(Boolean).join(' ')}
      style={{ left: x, top: y, width, height: BAR_PIXELS }}
      onKeyDown={props.onKeyDown}
      onClick={object === undefined ? undefined : () => selectObject(object)}
    >
      <span style={behind ? undefined : { marginLeft: labelPixels }}>{bar.label}</span>
    </button>
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
        const inside = Math.max(0, -x) + LABEL_PIXELS;
        return [{ bar, x, y, width: end - x, labelPixels: outside ? 'behind' : inside }];
      });
    }),
  );
}

/** Whether the key was one of the bars' own. */
function moveByKey(event: KeyboardEvent, moves: Moves, group: HTMLElement | null): boolean {
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

function focusBeside(group: HTMLElement | null, by: number): boolean {
  const bars = [...(group?.querySelectorAll<HTMLElement>('.bars-bar') ?? [])];
  const at = bars.findIndex((bar) => bar === document.activeElement);
  bars[(at + by + bars.length) % bars.length]?.focus();
  return true;
}
