// The floor's HTTP: the route table bound to its handlers, and the page's own files. Nothing else.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { problemOf, faultOf, refuse, REQUEST_BYTES_MAX, ROUTES } from '@parley/protocol';
import type { Outcome, Refusal, Route, RouteName } from '@parley/protocol';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { HANDLERS } from './floor-handlers.ts';
import type { Floor } from './floor.ts';
import { pageFile } from './page-files.ts';
import type { SeatRecord } from './store.ts';

export type NodeBindings = { incoming: IncomingMessage; outgoing: ServerResponse };

/** Sent with every answer: nothing is loaded from, shown in, or sent to any other origin. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' " +
    "'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'geolocation=(), camera=(), microphone=()',
};

/**
 * The floor's application. `broken` is called with a failure of the disk, or a bug: the node must
 * stop.
 * `pageFolder` holds the built page.
 */
export function floorApp(
  floor: Floor,
  pageFolder: string,
  broken: (error: Error) => void,
): Hono<{ Bindings: NodeBindings }> {
  const app = new Hono<{ Bindings: NodeBindings }>();
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.res.headers.set(name, value);
  });
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const { method, path } = ROUTES[name];
    app.on(method, path.replaceAll(/\{(\w+)\}/g, ':$1'), async (context) =>
      answer(floor, name, context),
    );
  }
  app.get('*', (context) =>
    pageFile(pageFolder, context.req.path, context.req.header('accept-encoding') ?? ''),
  );
  app.onError((error) => {
    // A failed disk or a bug: either way nothing more may be shown that may be false.
    broken(error);
    return refused(refuse('storage-failed', '', error.message, '').refusal);
  });
  app.notFound((context) => refused(noSuch(context.req.path)));
  return app;
}

async function answer(
  floor: Floor,
  name: RouteName,
  context: Context<{ Bindings: NodeBindings }>,
): Promise<Response> {
  const route: Route = ROUTES[name];
  const cookie = context.req.header('cookie');
  const sameOrigin = fromTheFloor(floor, context, route.method);
  if (!sameOrigin.ok) return refused(sameOrigin.refusal);
  const seat =
    name === 'enrol' ? undefined : floor.seats.signedIn(context.req.param('seat') ?? '', cookie);
  if (seat !== undefined && !seat.ok) return refused(seat.refusal);
  const request = await requestOf(context, route);
  if (!request.ok) return refused(request.refusal);
  const asked = {
    parts: { after: context.req.query('after') ?? '0', ...context.req.param() },
    request: request.value,
    seat: seat?.value ?? NOBODY,
    cookie,
    lastEventId: context.req.header('last-event-id'),
  };
  // The request was parsed by the route's own schema, so it is what its handler takes.
  const given = HANDLERS[name](floor, asked as never);
  if (!given.ok) return refused(given.refusal);
  const { answer: value, setCookie } = given.value;
  const headers = new Headers(setCookie === undefined ? {} : { 'set-cookie': setCookie });
  headers.set('cache-control', 'no-store');
  if (value instanceof ReadableStream) {
    headers.set('content-type', 'text/event-stream; charset=utf-8');
    return new Response(value, { headers });
  }
  if (typeof value === 'string') {
    headers.set('content-type', 'text/plain; charset=utf-8');
    return new Response(value, { headers });
  }
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(value), { headers });
}

// Enrolment has no seat yet; its handler does not look at one.
const NOBODY: SeatRecord = { id: '', name: 'nobody', role: 'watch' };

// SameSite=Strict cookies already stop other sites; this stops them by name, with a reason.
function fromTheFloor(
  floor: Floor,
  context: Context<{ Bindings: NodeBindings }>,
  method: Route['method'],
): Outcome<undefined> {
  const origin = context.req.header('origin');
  const host = context.req.header('host');
  const own = new URL(floor.origin);
  const isOwn = origin === undefined || origin === `${own.protocol}//${host}`;
  if (method === 'GET' || isOwn) return { ok: true, value: undefined };
  return refuse('wrong-origin', 'origin', `the page is of ${origin}`, floor.origin);
}

async function requestOf(
  context: Context<{ Bindings: NodeBindings }>,
  route: Route,
): Promise<Outcome<unknown>> {
  if (route.request === undefined) return { ok: true, value: undefined };
  const text = await textWithin(context.req.raw, REQUEST_BYTES_MAX);
  if (text === undefined) {
    return refuse('oversize', '', 'the request is too large', `at most ${REQUEST_BYTES_MAX} bytes`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('malformed', '', 'the request is not JSON', 'JSON');
  }
  const parsed = route.request.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, refusal: faultOf(parsed.error, value) };
}

/** The text of a request, or undefined once it has more bytes than allowed. */
async function textWithin(request: Request, bytesMax: number): Promise<string | undefined> {
  if (request.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > bytesMax) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function noSuch(path: string): Refusal {
  return refuse('not-found', 'path', `there is nothing at ${path.slice(0, 200)}`, 'a floor path')
    .refusal;
}

/** A refusal as application/problem+json. */
export function refused(refusal: Refusal): Response {
  const problem = problemOf(refusal);
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
