// The floor: what needs an answer, the map with its bars or list, the thing in hand, and over all
// of it a FLASH warning for as long as nobody has taken it.
import './floor-page.css';
import { useState } from 'react';
import { ArrangementDialog } from '../arrangement/arrangement-dialog.tsx';
import { TimeBars } from '../bars/time-bars.tsx';
import { emptyNoticeForm } from '../draft/draft-form.ts';
import { SayDialog } from '../draft/say-dialog.tsx';
import { FlashOverlay, useFlash } from '../flash/flash-overlay.tsx';
import { usePageAlarm } from '../flash/page-alarm.ts';
import { SoundBar } from '../flash/sound-bar.tsx';
import { WarnDialog } from '../flash/warn-dialog.tsx';
import { useActions, useClock, useFloor, usePositionForm, useSelection } from '../floor/hooks.ts';
import { fragmentOf } from '../floor/view.ts';
import { HandPanel } from '../hand/hand-panel.tsx';
import { useKeys } from '../keys/keys.ts';
import { ObjectList } from '../list/object-list.tsx';
import { MapPane } from '../map/map-pane.tsx';
import { TalksDialog } from '../talks/talks-dialog.tsx';
import { TaskColumn } from '../tasks/task-column.tsx';
import { useNextTask } from '../tasks/next-task.ts';
import { BottomBar } from './bottom-bar.tsx';
import { ChannelStrip } from './channel-strip.tsx';
import { FaultStrip } from './fault-strip.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { LineDialog } from './line-dialog.tsx';
import { SeatDialog } from './seat-dialog.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { TopBar } from './top-bar.tsx';

export type Dialog = 'help' | 'seat' | 'line' | 'warn' | 'arrangement' | 'say' | 'talks';

/** The whole floor of one seat. */
export function FloorPage() {
  const [dialog, setDialog] = useState<Dialog>();
  const [lower, setLower] = useState<'bars' | 'list'>('bars');
  const close = (): void => setDialog(undefined);
  const toggleLower = (): void => setLower((shown) => (shown === 'bars' ? 'list' : 'bars'));
  const flash = useFlash();
  const { selection } = useSelection();
  const handKey = fragmentOf(selection);
  usePageAlarm(flash.untaken[0]?.id);
  usePageKeys(setDialog, toggleLower);
  return (
    <>
      <div className="floor" inert={flash.shown !== undefined}>
        <TopBar open={setDialog} />
        <div className="floor-strips">
          <FaultStrip />
          <ChannelStrip />
          <SoundBar />
        </div>
        <TaskColumn open={setDialog} />
        <main className="floor-middle" aria-label="Map and time">
          <PanelBoundary name="The map">
            <MapPane />
          </PanelBoundary>
          <section className="floor-lower" aria-label={lower === 'bars' ? 'Time bars' : 'List'}>
            <button type="button" className="floor-switch button" onClick={toggleLower}>
              {lower === 'bars' ? 'List' : 'Bars'} <kbd className="key">L</kbd>
            </button>
            <PanelBoundary key={lower} name={lower === 'bars' ? 'The time bars' : 'The list'}>
              {lower === 'bars' ? <TimeBars /> : <ObjectList />}
            </PanelBoundary>
          </section>
        </main>
        <PanelBoundary key={handKey} name="What is in hand">
          <HandPanel />
        </PanelBoundary>
        <BottomBar open={setDialog} />
        {dialog === 'help' && <HelpDialog close={close} />}
        {dialog === 'seat' && <SeatDialog close={close} />}
        {dialog === 'line' && <LineDialog close={close} />}
        {dialog === 'arrangement' && <ArrangementDialog close={close} />}
        {dialog === 'talks' && (
          <TalksDialog close={close} openArrangement={() => setDialog('arrangement')} />
        )}
        {dialog === 'warn' && <WarnDialog close={close} />}
        {dialog === 'say' && <SayDialog close={close} />}
      </div>
      <FlashOverlay flash={flash} />
    </>
  );
}

function usePageKeys(open: (dialog: Dialog) => void, toggleLower: () => void): void {
  const { select } = useSelection();
  const { newDraft } = useActions();
  const { setForm } = usePositionForm();
  const { session } = useFloor();
  const now = useClock();
  const nextTask = useNextTask(session.party);
  useKeys({
    KeyN: nextTask,
    KeyD: () => void newDraft(JSON.stringify(emptyNoticeForm(now(), session.replay))),
    KeyL: toggleLower,
    KeyW: () => open('warn'),
    KeyM: () => open('arrangement'),
    KeyS: () => open('say'),
    KeyT: () => open('talks'),
    '[Shift]+Slash': () => open('help'),
    Escape: () => select({ kind: 'none' }),
    Digit1: () => setForm('MGRS'),
    Digit2: () => setForm('DD'),
    Digit3: () => setForm('DM'),
    Digit4: () => setForm('DMS'),
    Digit5: () => setForm('UTM'),
    Digit6: () => setForm('SK42'),
  });
}
