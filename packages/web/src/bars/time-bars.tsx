// The time bars: everything that passes the filter, in swim lanes, under one line that is now.
import './bars.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useFloor, useNow, useShown } from '../floor/hooks.ts';
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

/** Swim lanes of all that passes the filter. Drag moves, wheel zooms, arrows go from bar to bar. */
export function TimeBars() {
  const nowMs = useNow(1);
  const field = useRef<HTMLDivElement>(null);
  const width = useWidth(field);
  const lanes = useLanes(nowMs);
  const { stretch, follows, moves } = useStretch(nowMs, width);
  useWheelZoom(field, moves);
  const showAll = (): void => moves.show(stretchOver(lanes.flatMap(spansOf), nowMs));
  const tops = topsOf(lanes);
  const height = tops.at(-1) ?? 0;
  return (
    <div className="bars">
      <div className="bars-head">
        <div className="bars-tools">
          <button type="button" className="button" aria-pressed={follows} onClick={moves.follow}>
            Now
          </button>
          <button type="button" className="button" onClick={showAll}>
            All
          </button>
        </div>
        <svg width={width} height={HEAD_PIXELS} aria-hidden="true">
          <TickLabels stretch={stretch} width={width} />
          <NowLabel stretch={stretch} width={width} nowMs={nowMs} />
        </svg>
      </div>
      <ul className="bars-names" aria-hidden="true">
        {lanes.map(({ name }, at) => (
          <li key={name} style={{ height: heightOf(tops, at) }}>
            {name}
          </li>
        ))}
      </ul>
      <div className="bars-field" ref={field} style={{ height }} onPointerDown={moves.drag}>
        {width > 0 && (
          <>
            <svg width={width} height={height} aria-hidden="true">
              <TickLines stretch={stretch} width={width} height={height} />
              {lanes.map((lane, at) => (
                <LaneLine key={lane.name} width={width} y={tops[at + 1] ?? 0} />
              ))}
            </svg>
            <LaneBars {...{ lanes, tops, stretch, width, moves }} rowPixels={ROW_PIXELS} />
            <NowLine stretch={stretch} width={width} height={height} nowMs={nowMs} />
          </>
        )}
      </div>
    </div>
  );
}

function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
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

type Field = { readonly stretch: Stretch; readonly width: number };

function TickLabels({ stretch, width }: Field) {
  return ticksOf(stretch, width).map(({ atMs, label, day }) => (
    <text
      key={atMs}
      className={day ? 'bars-tick day' : 'bars-tick'}
      x={Math.round(pixelsAt(stretch, width, atMs)) + 4}
      y={16}
    >
      {label}
    </text>
  ));
}

function TickLines({ stretch, width, height }: Field & { readonly height: number }) {
  return ticksOf(stretch, width).map(({ atMs, day }) => {
    const x = Math.round(pixelsAt(stretch, width, atMs)) + 0.5;
    return (
      <line
        key={atMs}
        className={day ? 'bars-tick day' : 'bars-tick'}
        {...{ x1: x, x2: x, y1: 0, y2: height }}
      />
    );
  });
}

function LaneLine({ width, y }: { readonly width: number; readonly y: number }) {
  return <line className="bars-lane" x1={0} x2={width} y1={y - 0.5} y2={y - 0.5} />;
}

const NOW_PIXELS = 90;

function NowLabel({ stretch, width, nowMs }: Field & { readonly nowMs: number }) {
  const x = pixelsAt(stretch, width, nowMs);
  if (x < 0 || x > width) return undefined;
  const left = Math.min(Math.max(0, x - NOW_PIXELS / 2), width - NOW_PIXELS);
  return (
    <foreignObject x={left} y={4} width={NOW_PIXELS} height={20}>
      <span className="bars-now-word">
        NOW <Fixed>{minuteText(nowMs, nowMs)}</Fixed>
      </span>
    </foreignObject>
  );
}

function NowLine(props: Field & { readonly height: number; readonly nowMs: number }) {
  const x = Math.round(pixelsAt(props.stretch, props.width, props.nowMs));
  if (x < 0 || x > props.width) return undefined;
  return <div className="bars-now" style={{ left: x - 1, height: props.height }} />;
}

/** The upper edge of each lane, and after them the lower edge of the last. */
function topsOf(lanes: readonly Lane[]): number[] {
  const tops = [0];
  for (const { rows } of lanes) tops.push((tops.at(-1) ?? 0) + rows.length * ROW_PIXELS);
  return tops;
}

function heightOf(tops: readonly number[], at: number): number {
  return (tops[at + 1] ?? 0) - (tops[at] ?? 0);
}

function spansOf({ name, rows }: Lane): readonly { startMs: number; endMs: number }[] {
  return name === 'Line' ? [] : rows.flat();
}
