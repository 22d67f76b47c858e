// Bodies for tests of what is said beside notices of air activity: one of each kind. Fictional.
import type {
  Accident,
  Body,
  ChannelState,
  Contact,
  Declaration,
  Incident,
  OnwardRelease,
  Proposal,
  Ref,
  SearchAndRescue,
  Statement,
  Zone,
} from '@parley/protocol';
import { HOUR, MINUTE, T0, volume } from './bodies.ts';

const PRIORITY = { precedence: 'PRIORITY', status: 'exercise' } as const;
const CALL_BACK = { role: 'Watch', number: '300 100' };
const WORDS = { text: 'As agreed on the telephone.', language: 'en' };

type NoticeOf<K> = Extract<Body, { type: 'notice'; kind: K }>;

/** From the depot to the clinic, in one leg from T0 + 1 h to T0 + 2 h. */
export function movement(changes: Partial<NoticeOf<'movement'>> = {}): NoticeOf<'movement'> {
  return {
    type: 'notice',
    kind: 'movement',
    ...PRIORITY,
    asked: 'note',
    title: 'Convoy LINDEN',
    volumes: [volume()],
    by: 'humanitarian',
    legs: [leg(HOUR, 2 * HOUR)],
    vehicles: 3,
    vehicleKind: 'Lorry',
    identification: { plates: ['AB 123'], roofMarking: true, night: 'lights' },
    contact: { role: 'Convoy leader', number: '300 200', languages: ['en', 'ar'] },
    ...changes,
  };
}

/** A leg by its times counted from T0. */
export function leg(
  departs: number,
  arrives: number,
  within = 0,
): NoticeOf<'movement'>['legs'][number] {
  const times = { etdMs: T0 + departs, etaMs: T0 + arrives };
  return { from: 'Depot', to: 'Clinic', ...times, volume: within };
}

export function protectedObject(
  changes: Partial<NoticeOf<'protected-object'>> = {},
): NoticeOf<'protected-object'> {
  return {
    type: 'notice',
    kind: 'protected-object',
    ...PRIORITY,
    asked: 'avoid',
    title: 'Clinic WILLOW',
    volumes: [volume()],
    category: 'medical',
    function: 'Clinic',
    precisionCentimetres: 5_000,
    verification: 'by-notifier',
    reviewMs: T0 + 48 * HOUR,
    exposure: 'footprint',
    ...changes,
  };
}

export function exercise(changes: Partial<NoticeOf<'exercise'>> = {}): NoticeOf<'exercise'> {
  return {
    type: 'notice',
    kind: 'exercise',
    ...PRIORITY,
    asked: 'avoid',
    title: 'Firing ALDER',
    volumes: [volume()],
    form: 'firing',
    designation: 'ALDER',
    purpose: 'training',
    commandLevel: 'local',
    liveFire: true,
    ...changes,
  };
}

export function airDefence(
  changes: Partial<NoticeOf<'air-defence'>> = {},
): NoticeOf<'air-defence'> {
  return {
    type: 'notice',
    kind: 'air-defence',
    ...PRIORITY,
    asked: 'avoid',
    title: 'Air defence over the valley',
    volumes: [volume()],
    state: 'active',
    reason: 'exercise',
    civilAviation: {
      firs: ['OSTT'],
      reason: 'air-defence',
      lower: { kind: 'surface' },
      upper: { kind: 'unlimited' },
      unit: 'Centre',
    },
    ...changes,
  };
}

export function accident(changes: Partial<Accident> = {}): Accident {
  return {
    type: 'accident',
    status: 'exercise',
    what: 'unmanned-aircraft',
    unintended: true,
    leftControlMs: T0 - MINUTE,
    volumes: [volume()],
    callBack: CALL_BACK,
    ...changes,
  };
}

export function rescue(changes: Partial<SearchAndRescue> = {}): SearchAndRescue {
  return {
    type: 'search-and-rescue',
    status: 'exercise',
    emergency: 'aircraft-down',
    persons: 2,
    volumes: [volume()],
    callBack: CALL_BACK,
    ...changes,
  };
}

type Absence = Extract<Declaration, { matter: 'absence' }>;

/** None of ours there, for five hours from T0. */
export function declaration(changes: Partial<Absence> = {}): Absence {
  return {
    type: 'declaration',
    matter: 'absence',
    ...PRIORITY,
    title: 'None of ours in the valley',
    basis: 'direct-knowledge',
    expiresMs: T0 + 5 * HOUR,
    reach: 'under-our-control',
    volumes: [volume()],
    ...changes,
  };
}

/** What is meant, in the short term; for five hours from T0. */
export function intentions(): Declaration {
  return {
    type: 'declaration',
    matter: 'intentions',
    ...PRIORITY,
    title: 'Intentions',
    basis: 'direct-knowledge',
    expiresMs: T0 + 5 * HOUR,
    horizons: [{ horizon: 'short-term', intention: WORDS }],
  };
}

type Talks = Extract<Proposal, { matter: 'talks' }>;

/** Talks are proposed; an answer is asked by T0 + 5 h. */
export function proposal(changes: Partial<Talks> = {}): Talks {
  return {
    type: 'proposal',
    matter: 'talks',
    ...PRIORITY,
    title: 'Talks of the watch',
    answerByMs: T0 + 5 * HOUR,
    level: 'watch',
    ...changes,
  };
}

export function statement(changes: Partial<Statement> = {}): Statement {
  return {
    type: 'statement',
    ...PRIORITY,
    saidMs: T0,
    saidTo: 'minute',
    certainty: 'quoted',
    said: WORDS,
    source: { title: 'Morning briefing' },
    ...changes,
  };
}

export function contact(changes: Partial<Contact> = {}): Contact {
  return {
    type: 'contact',
    ...PRIORITY,
    form: 'call',
    state: 'planned',
    level: 'colonels',
    startMs: T0 + HOUR,
    participants: ['Watch'],
    subjects: ['The valley'],
    ...changes,
  };
}

/** An account is asked by T0 + 5 h. */
export function incident(changes: Partial<Incident> = {}): Incident {
  return {
    type: 'incident',
    ...PRIORITY,
    title: 'Overflight of the valley',
    clause: 'overhead',
    volumes: [volume()],
    account: WORDS,
    standing: 'open',
    answerByMs: T0 + 5 * HOUR,
    ...changes,
  };
}

export function account(ref: Ref, result: 'agrees' | 'investigating' = 'agrees'): Body {
  return { type: 'counter-statement', ref, result, account: WORDS };
}

export function channel(changes: Partial<ChannelState> = {}): ChannelState {
  return {
    type: 'channel-state',
    status: 'exercise',
    state: 'suspended',
    scope: ['notices'],
    reason: 'political-decision',
    ...changes,
  };
}

export function zone(version: number, changes: Partial<Zone> = {}): Zone {
  return {
    type: 'zone',
    name: 'The garrison',
    version,
    state: 'established',
    volumes: [volume()],
    rule: 'entry-by-notice',
    steps: [
      { withinCentimetres: 5_000_000, step: 'call' },
      { withinCentimetres: 2_000_000, step: 'warning' },
    ],
    ...changes,
  };
}

export function release(ref: Ref, changes: Partial<OnwardRelease> = {}): OnwardRelease {
  return {
    type: 'onward-release',
    ref,
    to: 'Centre',
    kind: 'air-traffic-control',
    sentMs: T0,
    by: 'telephone',
    ...changes,
  };
}

/** Leave to pass it on to the Centre, which is air traffic control. */
export const LEAVE = {
  to: 'Centre',
  kind: 'air-traffic-control',
  purpose: 'civil-traffic',
  mustAcknowledge: true,
} as const;
