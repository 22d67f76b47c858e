// The one filter of map, bars and list, as chips on the map: kinds, parties, window, ended.
import type { LineObject } from '@parley/engine';
import { Checkbox, Popover } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFilter, useFloor, usePartyName } from '../floor/hooks.ts';
import type { Filter } from '../floor/floor-state.ts';
import { OBJECT_TYPES } from '../floor/shown.ts';

const KINDS: Readonly<Record<LineObject['body']['type'], string>> = {
  notice: 'Notices',
  warning: 'Warnings',
  accident: 'Accidents',
  'search-and-rescue': 'Search and rescue',
  question: 'Questions',
  declaration: 'Declarations',
  proposal: 'Proposals',
  statement: 'Statements',
  contact: 'Calls and meetings',
  incident: 'Incidents',
  'channel-state': 'States of the channel',
  'line-check': 'Line checks',
};
const KIND_LIST = OBJECT_TYPES;
const HOUR_MS = 3_600_000;
const WINDOWS: readonly (readonly [Filter['windowMs'], string])[] = [
  [HOUR_MS, '± 1 h'],
  [6 * HOUR_MS, '± 6 h'],
  [24 * HOUR_MS, '± 24 h'],
  ['all', 'All times'],
];

/** The chips; each opens its choices. */
export function FilterChips() {
  const { filter, setFilter } = useFilter();
  const { session } = useFloor();
  const nameOf = usePartyName();
  const members = session.members.map(({ party }) => party);
  const windowWord = WINDOWS.find(([ms]) => ms === filter.windowMs)?.[1] ?? '';
  const next = WINDOWS[(WINDOWS.findIndex(([ms]) => ms === filter.windowMs) + 1) % WINDOWS.length];
  return (
    <fieldset className="map-chips" aria-label="What is shown">
      <Chip label={chosenText(KIND_LIST, filter.kinds, (kind) => KINDS[kind], 'All kinds')}>
        {KIND_LIST.map((kind) => (
          <Checkbox
            key={kind}
            size="xs"
            label={KINDS[kind]}
            checked={filter.kinds.has(kind)}
            onChange={() => setFilter({ ...filter, kinds: toggled(filter.kinds, kind) })}
          />
        ))}
      </Chip>
      <Chip
        label={chosenText(
          members,
          filter.parties,
          nameOf,
          members.length === 2 ? 'Both parties' : 'All parties',
        )}
      >
        {members.map((party) => (
          <Checkbox
            key={party}
            size="xs"
            label={nameOf(party)}
            checked={filter.parties.has(party)}
            onChange={() => setFilter({ ...filter, parties: toggled(filter.parties, party) })}
          />
        ))}
      </Chip>
      <button
        type="button"
        className="map-chip"
        title="Times shown around now: press for the next"
        onClick={() => next && setFilter({ ...filter, windowMs: next[0] })}
      >
        {windowWord}
      </button>
      <button
        type="button"
        className="map-chip"
        title="What has ended: press for the next"
        onClick={() => setFilter({ ...filter, ended: ENDED[filter.ended].next })}
      >
        {ENDED[filter.ended].word}
      </button>
    </fieldset>
  );
}

const ENDED: Readonly<Record<Filter['ended'], { word: string; next: Filter['ended'] }>> = {
  'last-day': { word: 'Ended: last day', next: 'all' },
  all: { word: 'Ended: all', next: 'hidden' },
  hidden: { word: 'Ended: hidden', next: 'last-day' },
};

function Chip(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button type="button" className="map-chip">
          {props.label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="map-choices">{props.children}</Popover.Dropdown>
    </Popover>
  );
}

function chosenText<T>(
  all: readonly T[],
  chosen: ReadonlySet<T>,
  word: (one: T) => string,
  everything: string,
): string {
  const kept = all.filter((one) => chosen.has(one));
  if (kept.length === all.length) return everything;
  return kept.length === 0 ? 'Nothing' : kept.map(word).join(', ');
}

function toggled<T>(chosen: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return chosen.has(one) ? chosen.difference(new Set([one])) : chosen.union(new Set([one]));
}
