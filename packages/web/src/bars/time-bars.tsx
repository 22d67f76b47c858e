// The time bars: everything that passes the filter, in swim lanes, under one line that is now.
import './bars.css';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useFloor, useNow, useSelection, useShown } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { minuteText } from '../words/time-text.ts';
import { lanesOf } from './lanes.ts';
import type { Lane } from './lanes.ts';
import { LaneBars, BAR_PIXELS } from './lane-bars.tsx';
import { lineWord, withState } from './line-spans.ts';
import type { LineSpan } from './line-spans.ts';
import { pixelsAt, stretchOver, ticksOf } from './time-axis.ts';
import type { Stretch } from './time-axis.ts';
import { useStretch, useWheelZoom } from './use-stretch.ts';

const HEAD_PIXELS = 26;
const ROW_PIXELS = BAR_PIXELS + 5;

/** Swim lanes of all that passes the filter. Drag or wheel to move and zoom; arrows go from bar to bar. */
export function TimeBars() {
  const nowMs = useNow(1);
  const { ref, width } = useElementSize<HTMLDivElement>();
  const lanes = useLanes(nowMs);
  const { stretch, follows, moves } = useStretch(nowMs, width);
  const field = useRef<HTMLDivElement>(null);
  useWheelZoom(field, moves);
  const fieldRef = useMergedRef(ref, field);
  const showAll = (): void => moves.show(stretchOver(lanes.flatMap(spansOf), nowMs));
  const tops = topsOf(lanes);
  const height = Math.max(tops.at(-1) ?? 0, HEAD_PIXELS);
  return (
    <div className="bars">
      <ul className="bars-names" aria-hidden="true">
        {lanes.map(({ name }, at) => (
          <li key={name} style={{ height: heightOf(tops, at) }}>
            {name}
          </li>
        ))}
      </ul>
      <div className="bars-tools">
        <button type="button" className="button" aria-pressed={follows} onClick={moves.follow}>
          Now
        </button>
        <button type="button" className="button" onClick={showAll}>
          All
        </button>
      </div>
      <div className="bars-field" ref={fieldRef} onPointerDown={moves.drag}>
        {width > 0 && (
          <svg width={width} height={height} role="group" aria-label="Time bars">
            <Axis stretch={stretch} width={width} height={height} nowMs={nowMs} />
            {lanes.map((lane, at) => (
              <LaneLine key={lane.name} width={width} y={tops[at + 1] ?? 0} />
            ))}
            <LaneBars
              lanes={lanes}
              tops={tops}
              rowPixels={ROW_PIXELS}
              stretch={stretch}
              width={width}
              moves={moves}
            />
            <NowLine stretch={stretch} width={width} height={height} nowMs={nowMs} />
          </svg>
        )}
      </div>
    </div>
  );
}

function useLanes(nowMs: number): Lane[] {
  const floor = useFloor();
  const shown = useShown();
  const { session, connection, peers } = floor;
  const [line, setLine] = useState<readonly LineSpan[]>([]);
  const word = lineWord({ connection, peers });
  useEffect(() => {
    setLine((spans) => withState(spans, word, nowMs));
  }, [word, nowMs]);
  // Half a minute is fine enough for what dims by itself.
  const dimMs = Math.floor(nowMs / 30_000) * 30_000;
  const { party: own, members } = session;
  const objects = useMemo(() => {
    const others = members.filter(({ party }) => party !== own);
    return lanesOf({ shown, own, others, line: [], nowMs: dimMs }).slice(0, -1);
  }, [shown, own, members, dimMs]);
  const lineLane = lanesOf({ shown: EMPTY, own, others: [], line, nowMs }).at(-1);
  return lineLane === undefined ? objects : [...objects, lineLane];
}

const EMPTY = { objects: [], conflicts: [] };

function Axis(props: {
  readonly stretch: Stretch;
  readonly width: number;
  readonly height: number;
  readonly nowMs: number;
}) {
  const { stretch, width, height } = props;
  return ticksOf(stretch, width).map(({ atMs, label, day }) => {
    const x = Math.round(pixelsAt(stretch, width, atMs)) + 0.5;
    return (
      <g key={atMs} className={day ? 'bars-tick day' : 'bars-tick'}>
        <line x1={x} x2={x} y1={HEAD_PIXELS - 6} y2={height} />
        <text x={x + 4} y={16}>
          {label}
        </text>
      </g>
    );
  });
}

function LaneLine({ width, y }: { readonly width: number; readonly y: number }) {
  return <line className="bars-lane" x1={0} x2={width} y1={y - 0.5} y2={y - 0.5} />;
}

function NowLine(props: {
  readonly stretch: Stretch;
  readonly width: number;
  readonly height: number;
  readonly nowMs: number;
}) {
  const { stretch, width, height, nowMs } = props;
  const x = Math.round(pixelsAt(stretch, width, nowMs));
  if (x < 0 || x > width) return undefined;
  const left = Math.min(Math.max(0, x - 45), width - 90);
  return (
    <g className="bars-now">
      <line x1={x} x2={x} y1={4} y2={height} />
      <foreignObject x={left} y={3} width={90} height={20}>
        <span className="bars-now-word">
          NOW <Fixed>{minuteText(nowMs, nowMs)}</Fixed>
        </span>
      </foreignObject>
    </g>
  );
}

/** The upper edge of each lane, and after them the lower edge of the last. */
function topsOf(lanes: readonly Lane[]): number[] {
  const tops = [HEAD_PIXELS];
  for (const { rows } of lanes) tops.push((tops.at(-1) ?? 0) + rows.length * ROW_PIXELS);
  return tops;
}

function heightOf(tops: readonly number[], at: number): number {
  return (tops[at + 1] ?? 0) - (tops[at] ?? 0);
}

function spansOf({ name, rows }: Lane): readonly { startMs: number; endMs: number }[] {
  return name === 'Line' ? [] : rows.flat();
}
