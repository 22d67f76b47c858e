export { auditFolder } from './audit.ts';
export type { Audit } from './audit.ts';
export { replayClock, settableClock, systemClock } from './clock.ts';
export type { Clock, ClockSetting } from './clock.ts';
export { freePort } from './free-port.ts';
export { initNode, lineIdOf, pairingWords, pairNode, readCard } from './pairing.ts';
export { isLoopback, serveNode } from './serve.ts';
export type { RunningNode, ServeOptions } from './serve.ts';
export { StorageFailed } from './store.ts';
