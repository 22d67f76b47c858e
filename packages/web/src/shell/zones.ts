// The time zones of the two local clocks. The line does not carry a party's zone, so each browser
// keeps its own choice; Zulu is what the line speaks.
import { cell } from '../floor/cell.ts';
import type { Cell } from '../floor/cell.ts';

/** IANA names; '' shows no clock. */
export const ourZone = kept('parley.our-zone', Intl.DateTimeFormat().resolvedOptions().timeZone);
export const theirZone = kept('parley.their-zone', '');

export const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');

/** "16:57" of an instant in a zone, with the date when it is another day there than in UTC. */
export function zoneTime(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    day: 'numeric',
    month: 'short',
    hourCycle: 'h23',
    numberingSystem: 'latn',
  }).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  const sameDay = Number(part('day')) === new Date(ms).getUTCDate();
  return sameDay ? time : `${part('day')} ${part('month')} ${time}`;
}

/** "Damascus" of "Asia/Damascus". */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function kept(name: string, otherwise: string): Cell<string> {
  const zone = cell(usable(localStorage.getItem(name)) ?? otherwise);
  zone.subscribe(() => localStorage.setItem(name, zone.get()));
  return zone;
}

function usable(zone: string | null): string | undefined {
  if (zone === null) return undefined;
  if (zone === '') return '';
  return Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC' ? zone : undefined;
}
