// The files in protocol/ are what the code says, and JSON Schema agrees on the vectors.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BODIES, contractFiles, REFUSALS, refusalsOf, ROUTES } from '../src/index.ts';
import type { RouteName } from '../src/index.ts';
import { invalidVectors, validVectors } from './vectors.ts';

const FOLDER = join(import.meta.dirname, '../../../protocol');

test('the checked-in schemas and OpenAPI are those that `npm run protocol` writes', () => {
  const files = contractFiles();
  for (const [path, text] of files) {
    const kept = readFileSync(join(FOLDER, path), 'utf8');
    assert(kept === text, `protocol/${path} is out of date: npm run protocol`);
  }
  const present = globSync('schemas/*.json', { cwd: FOLDER }).map((path) =>
    path.split('\\').join('/'),
  );
  const written = [...files.keys()].filter((path) => path.startsWith('schemas/'));
  assert.deepEqual(present.toSorted(), written.toSorted());
});

test('there is a schema for an entry, each kind of body, and what links exchange', () => {
  assert.deepEqual(
    [...contractFiles().keys()].map((path) => path.replace(/^schemas\/|\.json$/g, '')),
    [
      'entry',
      'arrangement',
      'zone',
      'notice',
      'progress',
      'removal',
      'cancel',
      'warning',
      'accident',
      'search-and-rescue',
      'warning-answer',
      'confirmation',
      'question',
      'answer',
      'declaration',
      'proposal',
      'response',
      'statement',
      'contact',
      'incident',
      'counter-statement',
      'channel-state',
      'line-check',
      'line-check-answer',
      'key-change',
      'received',
      'read',
      'read-back',
      'disseminated',
      'onward-release',
      'onward-receipt',
      'position',
      'card',
      'link-batch',
      'heartbeat',
      'openapi',
    ],
  );
});

test('limits of the protocol stand in the JSON Schemas', () => {
  const notice = JSON.parse(contractFiles().get('schemas/notice.json') ?? '') as {
    readonly $defs: Record<string, { readonly properties: Record<string, object> }>;
  };
  assert.deepEqual(notice.$defs['Position']?.properties['latE7'], {
    type: 'integer',
    minimum: -900_000_000,
    maximum: 900_000_000,
  });
  assert.deepEqual(notice.$defs['InstantMs'], {
    type: 'integer',
    minimum: 0,
    maximum: 7_258_118_400_000,
    description: 'Milliseconds UTC since 1970-01-01',
  });
});

// What JSON Schema cannot say, or this schema does not: it is checked by code, as SPEC.md has it.
const BEYOND_SCHEMA = [
  'a head of the author itself',
  'heads out of order',
  'two heads of one party',
  'more bytes than an entry may have',
];

test('an independent validator takes and refuses the vectors as the code does', (t) => {
  const validator = pythonValidator();
  if (validator === undefined) {
    t.skip('no JSON Schema validator is installed: apt-get install python3-jsonschema');
    return;
  }
  const shapes = invalidVectors().filter(
    ({ found, code, why }) =>
      found === 'entry' && code !== 'not-canonical' && !BEYOND_SCHEMA.includes(why),
  );
  assert(shapes.length > 35, 'the vectors were not found');
  const texts = [...validVectors(), ...shapes].map(({ text }) => text ?? '');
  const verdicts = validator(join(FOLDER, 'schemas/entry.json'), texts);
  const wrong = [...validVectors(), ...shapes].filter(
    (vector, at) => verdicts[at] !== !('code' in vector),
  );
  assert.deepEqual(
    wrong.map(({ why }) => why),
    [],
  );
});

test('every reference within the OpenAPI description leads to a schema', () => {
  const text = contractFiles().get('openapi.json') ?? '';
  const api = JSON.parse(text) as { components: { schemas: Record<string, unknown> } };
  const names = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map((match) => match[1] ?? '');
  assert(names.length > 20);
  const lost = names.filter((name) => {
    const component = /^#\/components\/schemas\/([\w-]+)$/.exec(name)?.[1];
    return component === undefined || api.components.schemas[component] === undefined;
  });
  assert.deepEqual(lost, []);
});

test('every route stands in the OpenAPI description with all that it may refuse', () => {
  const api = JSON.parse(contractFiles().get('openapi.json') ?? '') as {
    paths: Record<string, Record<string, { responses: Record<string, { content: object }> }>>;
  };
  for (const name of Object.keys(ROUTES) as RouteName[]) {
    const { path, method } = ROUTES[name];
    const responses = api.paths[path]?.[method.toLowerCase()]?.responses ?? {};
    const statuses = new Set(refusalsOf(name).map((code) => String(REFUSALS[code].status)));
    assert.deepEqual(
      Object.keys(responses).toSorted(),
      ['200', ...statuses].toSorted(),
      `${method} ${path}`,
    );
    for (const status of statuses) {
      assert.deepEqual(Object.keys(responses[status]?.content ?? {}), ['application/problem+json']);
    }
  }
});

test('a route that takes a body may refuse it as malformed or too large', () => {
  assert.deepEqual(refusalsOf('enrol'), [
    'link-used',
    'too-many',
    'malformed',
    'out-of-limit',
    'oversize',
    'wrong-origin',
    'storage-full',
    'storage-failed',
  ]);
  assert.deepEqual(refusalsOf('session'), ['not-signed-in', 'storage-failed']);
});

test('the specification names every refusal and every kind of body', () => {
  const text = readFileSync(join(FOLDER, 'SPEC.md'), 'utf8');
  const names = [...Object.keys(REFUSALS), ...Object.keys(BODIES)];
  assert.deepEqual(
    names.filter((name) => !text.includes(`\`${name}\``)),
    [],
  );
});

type Validator = (schemaPath: string, texts: readonly string[]) => boolean[];

const SCRIPT = `
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1], encoding='utf-8'))
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
texts = json.load(sys.stdin)
print(json.dumps([validator.is_valid(json.loads(text)) for text in texts]))
`;

function pythonValidator(): Validator | undefined {
  // Debian's package serves Debian's own interpreter; another one may come first on the path.
  const python = ['/usr/bin/python3', 'python3'].find(
    (name) => spawnSync(name, ['-c', 'from jsonschema import Draft202012Validator']).status === 0,
  );
  if (python === undefined) return undefined;
  return (schemaPath, texts) => {
    const input = JSON.stringify(texts);
    const done = spawnSync(python, ['-c', SCRIPT, schemaPath], { input, encoding: 'utf8' });
    assert.equal(done.status, 0, done.stderr);
    return JSON.parse(done.stdout) as boolean[];
  };
}
