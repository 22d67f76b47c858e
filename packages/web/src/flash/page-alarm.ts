// What alarms this page: a warning nobody took, then its own blindness, through which no warning
// could come. It sounds, and it stands in the tab's title for a page that lies behind another.
import { useEffect } from 'react';
import { useFloor } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import { useAlarm } from './alarm-sound.ts';

/** Sounds the alarm and keeps the tab's title. `untaken` names the warning that nobody took. */
export function usePageAlarm(untaken: string | undefined): void {
  const { connection, session } = useFloor();
  const blind = connection.state === 'blind';
  const alarm = untaken ?? (blind ? 'blind' : '');
  useAlarm(alarm !== '', alarm);
  const open = useOpenSteps().tasks.filter(({ party }) => party === session.party).length;
  const title = titleOf(untaken !== undefined, blind, open, session.seat.name);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function titleOf(flash: boolean, blind: boolean, open: number, seat: string): string {
  if (flash) return 'FLASH · Parley';
  if (blind) return 'BLIND · Parley';
  return open === 0 ? `${seat} · Parley` : `(${open}) ${seat} · Parley`;
}
