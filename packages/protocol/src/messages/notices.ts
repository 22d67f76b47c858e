import { z } from 'zod';
import { AirDefence } from './air-defence.ts';
import { Exercise } from './exercise.ts';
import { Movement } from './movement.ts';
import { AirActivity } from './notice.ts';
import { ProtectedObject } from './protected-object.ts';

/** A statement of activity in one or more volumes, of one of five kinds. */
export const Notice = z.discriminatedUnion('kind', [
  AirActivity,
  Movement,
  ProtectedObject,
  Exercise,
  AirDefence,
]);
export type Notice = z.infer<typeof Notice>;
export type NoticeKind = Notice['kind'];
