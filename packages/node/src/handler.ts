// What a handler of a route is given, and what it gives. Shapes come from the route table.
import type { AnswerOf, RequestOf } from '@parley/client';
import type { Outcome, RouteName } from '@parley/protocol';
import type { Floor } from './floor.ts';
import type { SeatRecord } from './store.ts';

/** What a handler is given: the path's parts, the validated request, and who asks. */
export type Asked<N extends RouteName> = {
  readonly parts: Readonly<Record<string, string>>;
  readonly request: RequestOf<N>;
  readonly seat: SeatRecord;
  readonly cookie: string | undefined;
  readonly lastEventId: string | undefined;
};

/** What it gives: the answer, or a stream, and a cookie to set where there is one. */
export type Given<N extends RouteName> = Outcome<{
  readonly answer: AnswerOf<N> | ReadableStream<Uint8Array>;
  readonly setCookie?: string;
}>;

export type Handlers = {
  readonly [N in RouteName]: (floor: Floor, asked: Asked<N>) => Given<N>;
};
