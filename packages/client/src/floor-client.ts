// A typed client of a node's floor, made from the route table. It brings no transport of its own.
import { accept, FLOOR_EVENTS, refuse, REFUSALS, ROUTES } from '@parley/protocol';
import type { FloorEvent, FloorEventName, Outcome, Refusal, RouteName } from '@parley/protocol';
import { responseEvents } from './event-stream.ts';

type Routes = typeof ROUTES;
type Parsed<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : undefined;

/** The JSON body of a route's request, and of its answer ('text' routes answer with a string). */
export type RequestOf<N extends RouteName> = Parsed<Routes[N]['request']>;
export type AnswerOf<N extends RouteName> = Routes[N]['response'] extends 'text' | 'stream'
  ? string
  : Parsed<Routes[N]['response']>;

/** Anything shaped like fetch: the browser's own, or one that carries cookies and certificates. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export type FloorClient = {
  readonly call: <N extends RouteName>(
    name: N,
    parts: Readonly<Record<string, string>>,
    request: RequestOf<N>,
  ) => Promise<Outcome<AnswerOf<N>>>;
  /** Floor events after `position`; the generator ends when the stream is cut. */
  readonly events: (
    after: number,
    signal: AbortSignal,
  ) => AsyncGenerator<{ readonly position: number | undefined; readonly event: FloorEvent }>;
};

/**
 * A client of the floor at `base` ('' for the page's own origin) for one seat. Network failures
 * reject; refusals of the node are values; an answer that breaks its schema throws (a bug).
 */
export function floorClient(args: {
  readonly fetch: Fetch;
  readonly base: string;
  readonly seat: string;
}): FloorClient {
  const urlOf = (name: RouteName, parts: Readonly<Record<string, string>>): string => {
    const all: Readonly<Record<string, string>> = { seat: args.seat, ...parts };
    const path = ROUTES[name].path.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
      encodeURIComponent(all[part] ?? ''),
    );
    return `${args.base}${path}`;
  };
  return {
    call: async (name, parts, request) => {
      const { method, response } = ROUTES[name];
      const answer = await args.fetch(urlOf(name, parts), {
        method,
        ...(request === undefined
          ? {}
          : { body: JSON.stringify(request), headers: { 'content-type': 'application/json' } }),
      });
      if (!answer.ok) return { ok: false, refusal: await refusalOf(answer) };
      const value = typeof response === 'string' ? await answer.text() : await answer.json();
      return accept((typeof response === 'string' ? value : response.parse(value)) as never);
    },
    events: async function* (after, signal) {
      const url = `${urlOf('stream', {})}?after=${after}`;
      const answer = await args.fetch(url, { method: 'GET', signal });
      if (!answer.ok || answer.body === null) return;
      for await (const { id, event, data } of responseEvents(answer.body)) {
        if (!isFloorEvent(event)) continue;
        const value = FLOOR_EVENTS[event].parse(JSON.parse(data));
        const position = id === undefined ? undefined : Number(id);
        yield { position, event: { name: event, value } as FloorEvent };
      }
    },
  };
}

function isFloorEvent(name: string): name is FloorEventName {
  return Object.hasOwn(FLOOR_EVENTS, name);
}

async function refusalOf(answer: Response): Promise<Refusal> {
  const text = await answer.text();
  try {
    const { code, field, fault, right } = JSON.parse(text) as Refusal;
    const whole = [code, field, fault, right].every((part) => typeof part === 'string');
    if (whole && Object.hasOwn(REFUSALS, code)) return { code, field, fault, right };
  } catch {
    // Not problem+json: something between us and the node answered.
  }
  const fault = `the answer was ${answer.status} ${text.slice(0, 100)}`;
  return refuse('malformed', '', fault, 'an answer of a Parley node').refusal;
}
