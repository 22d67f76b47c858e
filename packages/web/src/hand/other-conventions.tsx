// The limits and times of a volume in other conventions: each height in every reference that it can
// be given in (a range holds all that it may mean), each time by the clocks of both sides.
import { heightTexts, instantTexts, outlinePoints, writeHeight } from '@parley/geo';
import type { HeightBound } from '@parley/geo';
import type { WireVolume } from '@parley/protocol';
import { useMemo, useState } from 'react';
import { useCell } from '../floor/hooks.ts';
import { ourZone, theirZone } from '../shell/zones.ts';
import { Fixed } from '../words/fixed.tsx';

const EDGE_METRES = 20_000;

/** Opens to the readouts; nothing is computed before. */
export function OtherConventions({ volume }: { readonly volume: WireVolume }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="conventions" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>In other references and clocks</summary>
      {open && <Readouts volume={volume} />}
    </details>
  );
}

function Readouts({ volume }: { readonly volume: WireVolume }) {
  const { band, outline, window } = volume;
  // The geoid between them is in the margin that heightTexts adds for what they span.
  const around = useMemo(() => outlinePoints(outline, EDGE_METRES), [outline]);
  return (
    <>
      {([band.lower, band.upper] as const).map((bound, at) => (
        <HeightReadouts key={at} bound={bound} around={around} />
      ))}
      {([window.startMs, window.endMs] as const).map((ms, at) => (
        <InstantReadouts key={at} ms={ms} title={at === 0 ? 'Starts' : 'Ends'} />
      ))}
    </>
  );
}

function HeightReadouts(props: {
  readonly bound: HeightBound;
  readonly around: Parameters<typeof heightTexts>[1];
}) {
  const { bound, around } = props;
  const texts = useMemo(() => heightTexts(bound, around, {}), [bound, around]);
  if (bound.kind !== 'height' || texts.length === 0) return undefined;
  return (
    <ul className="read-forms" aria-label={`${writeHeight(bound)} in other references`}>
      {texts.map(({ text, transformation }) => (
        <li key={text} title={transformation}>
          <Fixed>{text}</Fixed>
        </li>
      ))}
    </ul>
  );
}

function InstantReadouts({ ms, title }: { readonly ms: number; readonly title: string }) {
  const ours = useCell(ourZone);
  const theirs = useCell(theirZone);
  const zones = [...new Set([ours, theirs])].filter((zone) => zone !== '' && zone !== 'UTC');
  const texts = instantTexts(ms, zones);
  if (!texts.ok) return undefined;
  return (
    <ul className="read-forms" aria-label={`${title} by each clock`}>
      {texts.value.map(({ text, form }) => (
        <li key={text}>
          <Fixed>{text}</Fixed>
          {form === 'ZULU' && <span className="quiet"> {title.toLowerCase()}</span>}
        </li>
      ))}
    </ul>
  );
}
