// Why a server could not listen, as a refusal.
import { refuse } from '@parley/protocol';
import type { Refusal } from '@parley/protocol';

/** A port that is taken is the fault of the machine, not a bug; everything else is thrown on. */
export function listenRefusal(fault: unknown, right: string): Refusal {
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined;
  const port = fault instanceof Error && 'port' in fault ? String(fault.port) : '';
  if (code === 'EADDRINUSE') {
    return refuse('too-many', 'port', `port ${port} is taken`, right).refusal;
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') {
    const said = `nothing may listen at port ${port}`;
    return refuse('malformed', 'host', said, 'a host and port of this machine').refusal;
  }
  throw fault;
}
