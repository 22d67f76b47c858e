export { EVENT_LENGTH_MAX, eventReader, responseEvents, writeEvent } from './event-stream.ts';
export type { StreamEvent } from './event-stream.ts';
export { floorClient } from './floor-client.ts';
export type { AnswerOf, Fetch, FloorClient, RequestOf } from './floor-client.ts';
