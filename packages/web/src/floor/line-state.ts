// The state of the line in words: what is known, since when, and what happens meanwhile.
import type { FloorHealth } from '@parley/protocol';
import { durationText, instantText } from '../words/time-text.ts';
import type { Connection } from './floor-state.ts';

/** What the whole top bar has to say when something is wrong. */
export type BarAlarm = {
  readonly kind: 'blind' | 'dead' | 'suspect' | 'never';
  readonly sentence: string;
};

/** The gravest thing wrong: this page blind, then a dead line, a suspect one, one never heard. */
export function barAlarm(
  connection: Connection,
  peers: readonly FloorHealth[],
  nameOf: (party: FloorHealth['party']) => string,
  nowMs: number,
): BarAlarm | undefined {
  if (connection.state === 'blind') return blindAlarm(connection.sinceMs, nowMs);
  const dead = peers.find(({ state }) => state === 'dead');
  if (dead !== undefined) return deadAlarm(dead, nameOf(dead.party), nowMs);
  const suspect = peers.find(({ state }) => state === 'suspect');
  if (suspect !== undefined) {
    const since = sinceText(suspect.sinceMs, nowMs);
    const sentence = `Line to ${nameOf(suspect.party)} suspect: no heartbeat ${since}.`;
    return { kind: 'suspect', sentence };
  }
  const never = peers.find(({ state }) => state === 'never');
  if (never === undefined) return undefined;
  const why = troubleText(never.trouble);
  const sentence = `${nameOf(never.party)} was never heard on this line yet.${why} ${WAITS}`;
  return { kind: 'never', sentence };
}

/** The clock of a peer against ours: "Clock +0.12 s", or that it is disputed. */
export function clockOffsetText({ clockOffsetMs, clockDisputed }: FloorHealth): string {
  if (clockOffsetMs === undefined) return 'Clock not measured';
  const sign = clockOffsetMs < 0 ? '−' : '+';
  const seconds = `${sign}${(Math.abs(clockOffsetMs) / 1_000).toFixed(2)} s`;
  return clockDisputed ? `Clock disputed ${seconds}` : `Clock ${seconds}`;
}

const WAITS = 'What is said now waits on this node and leaves when the line is there.';

function blindAlarm(sinceMs: number, nowMs: number): BarAlarm {
  const since = sinceText(sinceMs, nowMs);
  const sentence =
    `Blind: this page does not hear its own node ${since}. ` +
    'What it shows is of that time. It keeps trying.';
  return { kind: 'blind', sentence };
}

function deadAlarm({ sinceMs, trouble }: FloorHealth, name: string, nowMs: number): BarAlarm {
  const since = sinceText(sinceMs, nowMs);
  const sentence = `Line to ${name} dead: no heartbeat ${since}.${troubleText(trouble)} ${WAITS}`;
  return { kind: 'dead', sentence };
}

function sinceText(sinceMs: number | undefined, nowMs: number): string {
  if (sinceMs === undefined) return 'yet';
  return `since ${instantText(sinceMs, nowMs)} (${durationText(nowMs - sinceMs)})`;
}

function troubleText(trouble: string): string {
  if (trouble === '') return '';
  const capital = trouble.charAt(0).toUpperCase() + trouble.slice(1);
  return ` ${capital}${/[.?]$/.test(capital) ? '' : '.'}`;
}
