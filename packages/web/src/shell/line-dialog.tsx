// The line itself: each peer's state, the arrangement in force, and the human line check.
import { refusalSentence } from '@parley/protocol';
import type { Arrangement, FloorHealth } from '@parley/protocol';
import { useState } from 'react';
import { clockOffsetText } from '../floor/line-state.ts';
import { useActions, useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { HoldButton } from '../keys/hold-button.tsx';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { durationText, instantText } from '../words/time-text.ts';
import { FloorDialog } from './floor-dialog.tsx';

const STATES: Readonly<Record<FloorHealth['state'], string>> = {
  never: 'never heard yet',
  alive: 'alive since',
  suspect: 'suspect, no heartbeat since',
  dead: 'dead, no heartbeat since',
};

/** The dialog behind the line's state. */
export function LineDialog({ close }: { readonly close: () => void }) {
  const { peers, picture, session } = useFloor();
  const { say } = useActions();
  const [said, setSaid] = useState<string>();
  const check = async (): Promise<void> => {
    const reply = await say({ type: 'line-check' });
    setSaid(reply.ok ? 'Asked. The answer comes under “We wait for”.' : reply.sentence);
  };
  return (
    <FloorDialog title="The line" close={close}>
      {peers.map((peer) => (
        <PeerState key={peer.party} peer={peer} />
      ))}
      <p className="quiet">
        Line <Fixed>{session.line}</Fixed>
      </p>
      <HoldButton layer="dialog" onHeld={() => void check()}>
        Ask whether a human is there
      </HoldButton>
      {said !== undefined && <output>{said}</output>}
      <h2 className="section-head">Arrangement</h2>
      {picture.arrangement === undefined ? (
        <p>
          None in force: not every member signed the same version. Until then only overlap counts as
          conflict.
        </p>
      ) : (
        <ArrangementFacts arrangement={picture.arrangement} />
      )}
      {picture.unusable.length > 0 && <Unusable />}
    </FloorDialog>
  );
}

function PeerState({ peer }: { readonly peer: FloorHealth }) {
  const nameOf = usePartyName();
  const nowMs = useNow(1);
  return (
    <p>
      <b>{nameOf(peer.party)}</b> {STATES[peer.state]}{' '}
      {peer.sinceMs !== undefined && <Fixed>{instantText(peer.sinceMs, nowMs)}</Fixed>}.{' '}
      {peer.staffed ? 'Their floor is staffed.' : 'Nobody is heard on their floor.'}{' '}
      {clockOffsetText(peer)}. {peer.trouble}
    </p>
  );
}

function ArrangementFacts({ arrangement }: { readonly arrangement: Arrangement }) {
  const { minima, minimumLeadMs, scope, version } = arrangement;
  return (
    <dl className="facts">
      <dt>Version</dt>
      <dd>
        <Fixed>{version}</Fixed>, signed by every member
      </dd>
      <dt>Scope</dt>
      <dd>{scope}</dd>
      <dt>Minima</dt>
      <dd>
        {distanceText(minima.lateralCentimetres)} lateral,{' '}
        {distanceText(minima.verticalCentimetres)} vertical, {durationText(minima.timeMs)}
      </dd>
      <dt>Lead time</dt>
      <dd>at least {durationText(minimumLeadMs)}</dd>
    </dl>
  );
}

function Unusable() {
  const { picture } = useFloor();
  const nameOf = usePartyName();
  return (
    <>
      <h2 className="section-head">Entries that cannot be used</h2>
      <ul>
        {picture.unusable.slice(-20).map(({ ref, refusal }) => (
          <li key={`${ref.party} ${ref.index}`}>
            <Fixed>{ref.index}</Fixed> of {nameOf(ref.party)}: {refusalSentence(refusal)}
          </li>
        ))}
      </ul>
    </>
  );
}
