// What alarms this page: a warning nobody took, then its own blindness, through which no warning
// could come. It sounds, and it stands in the tab's title for a page that lies behind another.
import type { Task } from '@parley/engine';
import { useEffect } from 'react';
import { useFloor } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import { useAlarm } from './alarm-sound.ts';

/** Sounds the alarm and keeps the tab's title. `untaken` names the warning that nobody took. */
export function usePageAlarm(untaken: string | undefined): void {
  const { connection, session } = useFloor();
  const blind = connection.state === 'blind';
  const ours = useOpenSteps().tasks.filter(({ party }) => party === session.party);
  // Each level that an unread FLASH climbs is an alarm of its own: no old silence holds for it.
  const climbed = ours.filter(isUnreadFlash).map(({ id, level }) => `${id} ${level}`);
  const alarm = [untaken ?? '', ...climbed, blind ? 'blind' : ''].join(' ').trim();
  useAlarm(alarm !== '', alarm);
  const open = ours.length;
  const title = titleOf(untaken !== undefined, blind, open, session.seat.name);
  useEffect(() => {
    document.title = title;
  }, [title]);
}

function isUnreadFlash({ precedence, step, level }: Task): boolean {
  return precedence === 'FLASH' && level > 0 && (step === 'take' || step === 'read');
}

function titleOf(flash: boolean, blind: boolean, open: number, seat: string): string {
  if (flash) return 'FLASH · Parley';
  if (blind) return 'BLIND · Parley';
  return open === 0 ? `${seat} · Parley` : `(${open}) ${seat} · Parley`;
}
