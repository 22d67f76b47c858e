// The clocks: Zulu first and largest, then the zones that this browser was told to show.
import { useCell, useNow } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { hms, longDateText } from '../words/time-text.ts';
import { ourZone, theirZone, zoneName, zoneTime } from './zones.ts';

/** Three clocks, all of the node's time. */
export function Clocks() {
  const nowMs = useNow(1);
  return (
    <div className="clocks">
      <div>
        <Fixed className="zulu">{hms(nowMs)}Z</Fixed>
        <span className="quiet">{longDateText(nowMs)} · Zulu</span>
      </div>
      <ZoneClock zone={useCell(ourZone)} nowMs={nowMs} whose="ours" />
      <ZoneClock zone={useCell(theirZone)} nowMs={nowMs} whose="theirs" />
    </div>
  );
}

function ZoneClock(props: {
  readonly zone: string;
  readonly nowMs: number;
  readonly whose: 'ours' | 'theirs';
}) {
  if (props.zone === '') return undefined;
  return (
    <div>
      <Fixed className="local">{zoneTime(props.nowMs, props.zone)}</Fixed>
      <span className="quiet">
        {zoneName(props.zone)} · {props.whose}
      </span>
    </div>
  );
}
