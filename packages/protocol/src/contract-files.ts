// The contract for readers without this code: JSON Schemas 2020-12 and an OpenAPI 3.1 description,
// made from the same schemas and the same route table that the node runs on.
import { z } from 'zod';
import { BODIES } from './body.ts';
import { Entry } from './entry.ts';
import { FLOOR_EVENTS } from './floor.ts';
import { Card, Heartbeat, LinkBatch } from './link.ts';
import { REFUSALS } from './refusals.ts';
import type { RefusalCode } from './refusals.ts';
import { refusalsOf, ROUTES } from './routes.ts';
import type { Route, RouteName } from './routes.ts';

type Json = { readonly [key: string]: unknown };

/** Path below the folder `protocol/` -> the file's text, which ends in a newline. */
export function contractFiles(): ReadonlyMap<string, string> {
  const schemas: [string, z.ZodType][] = [
    ['entry', Entry],
    ...Object.entries(BODIES),
    ['card', Card],
    ['link-batch', LinkBatch],
    ['heartbeat', Heartbeat],
  ];
  const files = schemas.map(([name, schema]): [string, string] => [
    `schemas/${name}.json`,
    textOf(withId(name, schema)),
  ]);
  return new Map([...files, ['openapi.json', textOf(openApi())]]);
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function withId(name: string, schema: z.ZodType): Json {
  const { $schema, ...rest } = jsonSchemaOf(schema);
  return { $schema, $id: `urn:parley:schema:${name}`, ...rest };
}

function jsonSchemaOf(schema: z.ZodType): Json {
  return { ...z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) };
}

function openApi(): Json {
  const components = new Map<string, unknown>([['Problem', PROBLEM]]);
  const paths: Record<string, Record<string, Json>> = {};
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const { path, method } = ROUTES[name];
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operation(name, components);
  }
  for (const [name, schema] of Object.entries(FLOOR_EVENTS)) {
    components.set(`FloorEvent-${name}`, component(schema, components));
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Parley: the floor of a node',
      version: '1',
      description:
        'What a node offers to the seats of its own party. The link between nodes is in SPEC.md.',
    },
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { seat: { type: 'apiKey', in: 'cookie', name: 'parley-seat' } },
    },
  };
}

function operation(name: RouteName, components: Map<string, unknown>): Json {
  const route: Route = ROUTES[name];
  const parameters = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, part]) => ({
    name: part,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const body = route.request === undefined ? undefined : component(route.request, components);
  return {
    operationId: name,
    summary: route.summary,
    ...(name === 'enrol' ? {} : { security: [{ seat: [] }] }),
    parameters: name === 'stream' ? [...parameters, ...STREAM_PARAMETERS] : parameters,
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { 200: answerOf(route, components), ...refusedResponses(name) },
  };
}

function answerOf({ response }: Route, components: Map<string, unknown>): Json {
  if (response === 'text') {
    const content = { 'text/plain': { schema: { type: 'string' } } };
    return { description: 'The text, as a file', content };
  }
  if (response === 'stream') {
    const description = 'Server-sent events; the data of event NAME is FloorEvent-NAME';
    return { description, content: { 'text/event-stream': { schema: { type: 'string' } } } };
  }
  const schema = component(response, components);
  return { description: 'Done', content: { 'application/json': { schema } } };
}

// One response a status; its description names the codes that share the status.
function refusedResponses(name: RouteName): Json {
  const byStatus = Map.groupBy(refusalsOf(name), (code) => REFUSALS[code].status);
  const sorted = [...byStatus].toSorted(([a], [b]) => a - b);
  return Object.fromEntries(sorted.map(([status, codes]) => [status, refusedResponse(codes)]));
}

function refusedResponse(codes: readonly RefusalCode[]): Json {
  const properties = { code: { enum: codes } };
  const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }, { properties }] };
  const description = codes.map((code) => `${code}: ${REFUSALS[code].sentence}`).join(' ');
  return { description, content: { 'application/problem+json': { schema } } };
}

// Named schemas move from each schema's own $defs into the components that all of them share.
function component(schema: z.ZodType, components: Map<string, unknown>): Json {
  const text = JSON.stringify(jsonSchemaOf(schema));
  const moved = JSON.parse(text.replaceAll('#/$defs/', '#/components/schemas/')) as Json;
  const { $schema: _, $defs, ...rest } = moved;
  for (const [name, def] of Object.entries($defs ?? {})) components.set(name, def);
  return rest;
}

const STREAM_PARAMETERS = [
  {
    name: 'after',
    in: 'query',
    required: false,
    description: 'The position after which to begin',
    schema: { type: 'integer', minimum: 0 },
  },
  {
    name: 'Last-Event-ID',
    in: 'header',
    required: false,
    description: 'The same, and stronger: what a browser sends when it reconnects',
    schema: { type: 'integer', minimum: 0 },
  },
];

const PROBLEM: Json = {
  type: 'object',
  description: 'A refusal as RFC 9457 problem details',
  required: ['type', 'title', 'status', 'detail', 'code', 'field', 'fault', 'right'],
  properties: {
    type: { type: 'string', description: 'urn:parley:refusal: and the code' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(REFUSALS) },
    field: { type: 'string', description: 'Path of the field; empty when the whole is meant' },
    fault: { type: 'string' },
    right: { type: 'string' },
  },
};
