// A small still map for the FLASH screen and the read-back: the areas, the nearest place, north and
// a scale. Drawn as SVG, so that it is there even where WebGL is not.
import './mini-map.css';
import type { Outline } from '@parley/geo';
import { useId, useMemo } from 'react';
import { distanceText } from '../words/distance-text.ts';
import { miniChart } from './mini-chart.ts';

const SIZE = { width: 320, height: 220 };

/** The outlines, north up. `label` says what they are to those who cannot see it. */
export function MiniMap(props: {
  readonly outlines: readonly Outline[];
  readonly tone?: 'ours' | 'theirs' | 'danger';
  readonly label?: string;
}) {
  const { outlines, tone = 'danger', label = 'Where it is' } = props;
  const hatch = useId();
  const chart = useMemo(() => miniChart(outlines, SIZE), [outlines]);
  if (chart === undefined) return undefined;
  const { paths, place, scale } = chart;
  const { name, code } = place.name;
  return (
    <figure
      className={`mini-map ${tone}`}
      aria-label={`${label}, near ${name}${code === '' ? '' : ` ${code}`}`}
    >
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true">
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse">
          <path className="mini-hatch" d="M-1 8L8 -1M-1 1L1 -1M6 8L8 6" />
        </pattern>
        <MiniGrid />
        {paths.map((path, at) => (
          <g key={at}>
            <path d={path} className="mini-area" />
            {tone === 'danger' && <path d={path} fill={`url(#${hatch})`} />}
          </g>
        ))}
        <circle className="mini-place" cx={place.at.x} cy={place.at.y} r="3.5" />
        <text className="mini-word" x={place.at.x + 7} y={place.at.y + 4}>
          {code === '' ? name : code}
        </text>
        <g className="mini-frame">
          <path d="M304 34V12M299 18L304 11L309 18" />
          <text x="304" y="46" textAnchor="middle">
            N
          </text>
          <path d={`M12 204v5h${scale.pixels.toFixed(1)}v-5`} />
          <text x="12" y="198">
            {distanceText(scale.metres * 100)}
          </text>
        </g>
      </svg>
    </figure>
  );
}

function MiniGrid() {
  const columns = Array.from({ length: 7 }, (_, at) => (at + 1) * 40);
  const rows = Array.from({ length: 5 }, (_, at) => (at + 0.75) * 40);
  const lines = [
    ...columns.map((x) => `M${x} 0V${SIZE.height}`),
    ...rows.map((y) => `M0 ${y}H${SIZE.width}`),
  ];
  return <path className="mini-grid" d={lines.join('')} />;
}
