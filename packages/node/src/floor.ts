// What the floor's server works on: the line's runner, the seats, and what changed for the pages.
import type { EventEmitter } from 'node:events';
import type { LineRunner } from './line-runner.ts';
import type { Seats } from './seats.ts';

export type FloorEvents = { drafts: []; seats: []; alive: [] };

export type Floor = {
  readonly runner: LineRunner;
  readonly seats: Seats;
  readonly events: EventEmitter<FloorEvents>;
  /** Where pages reach this floor, without a path. */
  readonly origin: string;
};
