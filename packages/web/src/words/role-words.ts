// What a role is called on the screens, and what an invitation for it is called.
import type { SeatRole } from '@parley/protocol';

const NAMES: Readonly<Record<SeatRole, string>> = {
  drafter: 'Drafter',
  watch: 'Watch',
  releaser: 'Releaser',
  commander: 'Commander',
  legal: 'Legal',
  auditor: 'Auditor',
  administrator: 'Administrator',
};

const SEATS: Readonly<Record<SeatRole, string>> = {
  drafter: 'a drafter',
  watch: 'a watch seat',
  releaser: 'a releaser',
  commander: 'a commander',
  legal: 'a legal seat',
  auditor: 'an auditor',
  administrator: 'an administrator',
};

/** "Releaser". */
export function roleName(role: SeatRole): string {
  return NAMES[role];
}

/** "a releaser". */
export function seatOfRole(role: SeatRole): string {
  return SEATS[role];
}
