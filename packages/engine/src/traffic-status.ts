// Whether a message is real, a drill or a test. A step says no status of its own: it has that of
// the object it is about, so that no reply in a drill can be taken for the real thing.
import { objectIdOf } from '@parley/protocol';
import type { Body, TrafficStatus } from '@parley/protocol';
import type { Picture } from './picture.ts';

/**
 * The status of a body: its own, or that of what it is about. `actual` for what is about the line
 * itself (line checks, receipts, arrangements, zones), and where its object is not known yet.
 */
export function trafficStatus(picture: Picture, body: Body): TrafficStatus {
  if ('status' in body) return body.status;
  if (!('ref' in body)) return 'actual';
  const id = objectIdOf(body.ref);
  const meant = picture.objects.get(id);
  if (meant !== undefined) return trafficStatus(picture, meant.body);
  const onward = picture.onward.get(id);
  return onward === undefined ? 'actual' : trafficStatus(picture, onward.statement);
}

/** What stands before everything that is shown of a message: "EXERCISE ", "TEST " or nothing. */
export function exerciseMark(picture: Picture, body: Body): '' | 'EXERCISE ' | 'TEST ' {
  const status = trafficStatus(picture, body);
  return status === 'actual' ? '' : status === 'exercise' ? 'EXERCISE ' : 'TEST ';
}
