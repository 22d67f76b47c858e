// The second verifier, in Go with x/mod: it gives the same answer as ours on every file, word for
// word but for what a message says, which it shows as the JSON that was signed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { forkEvidenceText, signCheckpoint } from '@parley/ledger';
import { checkEvidence, makeEvidence, trustedKeys } from '../src/index.ts';
import type { Statement } from '../src/index.ts';
import { buildGo, isSkipped } from '../../ledger/test/go-program.ts';
import { falseClaims } from './false-claims.ts';
import { answeredLine, Author, coalition, KEYS, recordsOf, russia } from './line.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-go-verifier-'));
const program = join(folder, 'verify');
const VKEYS = [KEYS.coalition, KEYS.russia].flatMap(({ record, witness }) => [
  record.vkey,
  witness.vkey,
]);
const of = { party: coalition, index: 2 };
const line = answeredLine();
const records = recordsOf(line);

before(() => buildGo(join(import.meta.dirname, '..', 'go'), program));
after(() => rmSync(folder, { recursive: true }));

/** What Go prints of each text, a list of lines each, under these trusted keys. */
function askGo(texts: readonly (string | Uint8Array)[], vkeys = VKEYS): string[][] {
  const paths = texts.map((text, at) => {
    const path = join(folder, `${at}.evidence`);
    writeFileSync(path, text);
    return path;
  });
  const keys = vkeys.flatMap((vkey) => ['-key', vkey]);
  const asked = spawnSync(program, [...keys, ...paths], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  assert.ok(asked.status === 0 || asked.status === 1, asked.stderr);
  const answers = asked.stdout.split(/^(?=This is )/mu).map((told) => told.trimEnd().split('\n'));
  assert.equal(answers.length, texts.length);
  assert.equal(
    asked.status === 0,
    answers.every(([, verdict]) => verdict === 'VALID.'),
  );
  return answers;
}

/** What we say of a text, in the same form, without what only we say: our warnings. */
function ask(text: string, vkeys = VKEYS): string[] {
  const trusted = trustedKeys([], vkeys);
  assert.ok(trusted.ok);
  const findings = checkEvidence(text, trusted.value, undefined);
  if (!findings.ok) return ['This is nothing known here.', 'NOT VALID'];
  const { kind, valid, proves, relies } = findings.value;
  return [
    `This is ${kind}.`,
    valid ? 'VALID.' : 'NOT VALID',
    ...proves.map((sentence) => `It proves: ${sentence}`),
    ...relies.map((sentence) => `It relies on: ${sentence}`),
  ];
}

const STATEMENTS: readonly Statement[] = [
  { statement: 'said', of },
  { statement: 'received', of, by: russia },
  { statement: 'timed', of, by: russia },
  { statement: 'timed', of: { party: coalition, index: 0 }, by: russia },
  { statement: 'answered', of, by: russia },
];

function made(claim: Statement): string {
  const text = makeEvidence(claim, records);
  assert.ok(text.ok);
  return text.value;
}

/** The words of a message are ours, its JSON is Go's: what stands before them is compared. */
function beforeTheWords(told: string): string {
  return told.replace(/^(It proves: .+? (?:of its record|by its own clock): ).*$/u, '$1');
}

const exported = [
  line.coalition.exported(KEYS.russia.witness, 490),
  line.russia.exported(KEYS.coalition.witness, 491),
];

function fork(): string {
  const other = new Author(coalition, KEYS.coalition.record);
  for (let at = 0; at < 3; at += 1) other.say({ type: 'line-check' }, at, undefined);
  const [smaller, larger] = [other, line.coalition].map(({ tree }) => {
    const head = { origin: KEYS.coalition.record.name, size: tree.size, rootHash: tree.root() };
    return signCheckpoint(head, KEYS.coalition.record);
  });
  const { tree } = line.coalition;
  const prefixRoot = tree.root(3);
  const proof = tree.consistencyProof(3);
  return forkEvidenceText({ smaller: smaller ?? '', larger: larger ?? '', prefixRoot, proof });
}

test('Go and we say the same of every statement, record and fork', (t) => {
  if (isSkipped(t)) return;
  const texts = [...STATEMENTS.map(made), ...exported, fork()];
  const answers = askGo(texts);
  for (const [at, text] of texts.entries()) {
    const answer = answers[at] ?? [];
    assert.equal(answer[1], 'VALID.', answer.join('\n'));
    assert.deepEqual(answer.map(beforeTheWords), ask(text).map(beforeTheWords));
  }
  const said = /said, as entry 2 of its record: (?<json>.+)$/mu.exec(answers[0]?.join('\n') ?? '');
  const bytes = line.coalition.bytes[2];
  assert.ok(bytes !== undefined);
  assert.equal(said?.groups?.['json'], new TextDecoder().decode(bytes));
});

test('without a key, Go and we name the same keys that only the file names', (t) => {
  if (isSkipped(t)) return;
  const texts = [...STATEMENTS.map(made), ...exported];
  for (const [at, answer] of askGo(texts, []).entries()) {
    assert.deepEqual(answer.map(beforeTheWords), ask(texts[at] ?? '', []).map(beforeTheWords));
    assert.match(answer.at(-1) ?? '', /, which only the file itself names\.$/u);
  }
});

test('Go and we refuse the same false claims, and keys of strangers', (t) => {
  if (isSkipped(t)) return;
  const texts = falseClaims(line).map(({ text }) => text);
  for (const [kind, verdict] of askGo(texts)) {
    assert.match(kind ?? '', /^This is evidence: /u);
    assert.match(verdict ?? '', /^NOT VALID: /u);
  }
  const stranger = [KEYS.russia.witness.vkey];
  for (const [at, answer] of askGo([...STATEMENTS.map(made), ...exported], stranger).entries()) {
    assert.match(answer[1] ?? '', /^NOT VALID: its key .+ is not one of those/u, `file ${at}`);
  }
});

test('a record with a second signature: ours judges it, Go says that it does not', (t) => {
  if (isSkipped(t)) return;
  const { record, recordMlDsa } = KEYS.coalition;
  const text = line.coalition.exported(KEYS.russia.witness, 490, recordMlDsa);
  const [go = []] = askGo([text]);
  const ours = ask(text);
  const twice = `${record.name} signed that head with ML-DSA-44 too, which holds where Ed25519 may`;
  assert.ok(ours.some((told) => told.startsWith(`It proves: ${twice}`)));
  const judged = go.filter((told) => !told.startsWith('Not judged here: '));
  const isSecond = (told: string): boolean => told.startsWith(`It proves: ${twice}`);
  assert.deepEqual(
    judged,
    ours.filter((told) => !isSecond(told)),
  );
  assert.equal(go.at(-1), `Not judged here: the signature of ${record.name} with ML-DSA-44.`);
  assert.match(ours.join('\n'), /, ML-DSA-44 with SHA-256 [0-9a-f]{64}, which/u);
  const at = text.lastIndexOf('\u2014 coalition') + 1_000;
  const altered = `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`;
  assert.match(ask(altered)[1] ?? '', /^NOT VALID/u);
  // The same key at the place of another: neither takes it for the witness that it names.
  assert.equal(ask(line.coalition.exported(KEYS.russia.witness, 490))[1], 'VALID.');
});

test('Go refuses every byte that is changed, dropped or doubled, as we do', (t) => {
  if (isSkipped(t)) return;
  const texts = [made({ statement: 'timed', of, by: russia }), exported[0] ?? '', fork()];
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    const altered = [...bytes.keys()].flatMap((at) => [
      bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 8))),
      Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 1)]),
      Uint8Array.from([...bytes.subarray(0, at + 1), ...bytes.subarray(at)]),
    ]);
    const passed = askGo(altered).flatMap(([, verdict], at) => (verdict === 'VALID.' ? [at] : []));
    assert.deepEqual(passed, []);
  }
});
