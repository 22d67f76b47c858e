// The top bar: whether the line is alive, the clocks, the seat. When the line is dead or this page
// is blind, the whole bar says so in words.
import './top-bar.css';
import type { FloorHealth } from '@parley/protocol';
import { barAlarm, clockOffsetText } from '../floor/line-state.ts';
import { useFloor, useNow, usePartyName, useSelection } from '../floor/hooks.ts';
import { MODES, useMode } from '../theme/mode.ts';
import type { Mode } from '../theme/mode.ts';
import { Fixed } from '../words/fixed.tsx';
import { roleName } from '../words/role-words.ts';
import { minuteText } from '../words/time-text.ts';
import { Clocks } from './clocks.tsx';
import type { Dialog } from './floor-page.tsx';

const MODE_NAMES: Readonly<Record<Mode, string>> = {
  night: 'Night',
  day: 'Day',
  'red-night': 'Red night',
};

/** The bar; `open` shows one of the page's dialogs. */
export function TopBar({ open }: { readonly open: (dialog: Dialog) => void }) {
  const floor = useFloor();
  const nameOf = usePartyName();
  const alarm = barAlarm(floor.connection, floor.peers, nameOf, useNow(1));
  const { seat } = floor.session;
  return (
    <header className={`top-bar ${alarm?.kind ?? ''}`}>
      <h1 className="top-name">
        <span aria-hidden="true">◇ </span>Parley
      </h1>
      <output className="top-line">
        {alarm === undefined ? (
          floor.peers.map((peer) => (
            <PeerPills key={peer.party} peer={peer} name={nameOf(peer.party)} open={open} />
          ))
        ) : (
          <button type="button" className="top-alarm" onClick={() => open('line')}>
            {alarm.sentence}
          </button>
        )}
        {floor.connection.state === 'connecting' && <span className="pill">Connecting</span>}
      </output>
      <Clocks />
      <div className="top-seat">
        <Badges />
        <button type="button" className="pill" onClick={() => open('seat')}>
          {seat.name} · {roleName(seat.role)}
        </button>
        <ModePicker />
        <button type="button" className="pill" onClick={() => open('help')} aria-label="Help">
          <kbd>?</kbd>
        </button>
      </div>
    </header>
  );
}

function PeerPills(props: {
  readonly peer: FloorHealth;
  readonly name: string;
  readonly open: (dialog: Dialog) => void;
}) {
  const { peer, name, open } = props;
  const nowMs = useNow(0.2);
  const since = peer.sinceMs === undefined ? '' : minuteText(peer.sinceMs, nowMs);
  return (
    <>
      <button type="button" className="pill" onClick={() => open('line')}>
        <span className="dot alive" aria-hidden="true" />
        {name} alive{since !== '' && ' since '}
        {since !== '' && <Fixed>{since}</Fixed>}
      </button>
      <span className={`pill ${peer.staffed ? '' : 'amber'}`}>
        {peer.staffed ? 'Their floor staffed' : 'Their floor unstaffed'}
      </span>
      <span className={`pill ${peer.clockDisputed ? 'amber' : ''}`}>{clockOffsetText(peer)}</span>
    </>
  );
}

function Badges() {
  const { clockRate, picture, session } = useFloor();
  const { selection } = useSelection();
  const inHand = selection.kind === 'object' ? picture.objects.get(selection.id)?.body : undefined;
  const status = inHand !== undefined && 'status' in inHand ? inHand.status : 'actual';
  return (
    <>
      {status !== 'actual' && <span className="pill replay">{status.toUpperCase()}</span>}
      {session.replay && <span className="pill replay">{replayText(clockRate)}</span>}
    </>
  );
}

function replayText(clockRate: number): string {
  if (clockRate === 0) return 'REPLAY, CLOCK STANDS';
  return clockRate === 1 ? 'REPLAY' : `REPLAY ×${clockRate}`;
}

function ModePicker() {
  const { mode, setMode } = useMode();
  return (
    <select
      className="pill"
      aria-label="Colours"
      value={mode}
      onChange={(event) => setMode(MODES.find((one) => one === event.target.value) ?? 'night')}
    >
      {MODES.map((one) => (
        <option key={one} value={one}>
          {MODE_NAMES[one]}
        </option>
      ))}
    </select>
  );
}
