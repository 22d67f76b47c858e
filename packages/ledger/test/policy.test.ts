// Policies of C2SP tlog-policy: what is read, what is refused by its line, and which cosigners are
// enough.

import { test } from 'node:test';
import assert from 'node:assert/strict';
import { cosign, readPolicy, signerKey, verifyWithPolicy, withCosignature } from '../src/index.ts';
import type { SignerKey } from '../src/index.ts';
import { checkpointOver, codeOf, entriesOf, north, northAgain, valueOf } from './parties.ts';

const witnesses = ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'].map((name, at) => ({
  name,
  key: signerKey(`${name}.example/w`, 'cosignature-ed25519', new Uint8Array(32).fill(40 + at)),
}));
const lines = witnesses.map(({ name, key }) => `witness ${name} ${key.vkey}`);

// The two levels of groups of the specification's example.
const TWO_LEVELS = `log ${north.vkey}

${lines.slice(0, 3).join('\n')}
group X-witnesses 2 X1 X2 X3

${lines.slice(3).join('\n')}
  # either of them
group Y-witnesses\tany Y1 Y2 Y3

group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`;

function cosignedBy(names: readonly string[]): string {
  return witnesses
    .filter(({ name }) => names.includes(name))
    .reduce(
      (note, { key }) => withCosignature(note, cosign(note, key, 1_700_000_000)),
      checkpointOver(entriesOf(3)),
    );
}

test('two of three and one of three others are a quorum, and no fewer', () => {
  const policy = valueOf(readPolicy(TWO_LEVELS));
  assert.deepEqual(
    policy.witnesses.map(({ name }) => name),
    ['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'],
  );
  for (const [names, answer] of [
    [['X1', 'X3', 'Y2'], 'accepted'],
    [['X1', 'X2', 'X3', 'Y1', 'Y2', 'Y3'], 'accepted'],
    [['X1', 'X2', 'X3'], 'no-quorum'],
    [['X1', 'Y1', 'Y2', 'Y3'], 'no-quorum'],
    [[], 'no-quorum'],
  ] as const) {
    assert.equal(codeOf(verifyWithPolicy(cosignedBy(names), policy)), answer, names.join());
  }
  const { cosigned, size } = valueOf(verifyWithPolicy(cosignedBy(['X1', 'X3', 'Y2']), policy));
  assert.equal(size, 3);
  assert.deepEqual(
    cosigned.map(({ name }) => name),
    ['X1.example/w', 'X3.example/w', 'Y2.example/w'],
  );
});

test('a checkpoint of no log of the policy, or of another key of one, does not count', () => {
  const note = cosignedBy(['X1', 'X2', 'Y1']);
  const without = valueOf(readPolicy(TWO_LEVELS.replace(/^log .*$/mu, '')));
  assert.equal(codeOf(verifyWithPolicy(note, without)), 'not-this-record');
  const other = valueOf(readPolicy(TWO_LEVELS.replace(north.vkey, northAgain.vkey)));
  assert.equal(codeOf(verifyWithPolicy(note, other)), 'not-signed');
});

test('quorum none wants no witness', () => {
  const policy = valueOf(readPolicy(`log ${north.vkey} https://north.example\nquorum none`));
  assert.equal(policy.logs[0]?.url, 'https://north.example');
  assert.equal(codeOf(verifyWithPolicy(checkpointOver(entriesOf(1)), policy)), 'accepted');
});

test('a log and a witness with ML-DSA-44 keys', () => {
  const key = (name: string, fill: number): SignerKey =>
    signerKey(name, 'cosignature-ml-dsa-44', new Uint8Array(32).fill(fill));
  const [log, witness] = [key(north.name, 50), key('w.example', 51)];
  const text = `log ${log.vkey}\nwitness w ${witness.vkey} https://w.example\nquorum w\n`;
  const policy = valueOf(readPolicy(text));
  const note = checkpointOver(entriesOf(2));
  assert.equal(codeOf(verifyWithPolicy(note, policy)), 'not-signed');
  const signed = withCosignature(note, cosign(note, log, 0));
  assert.equal(codeOf(verifyWithPolicy(signed, policy)), 'no-quorum');
  const cosigned = withCosignature(signed, cosign(signed, witness, 7));
  assert.deepEqual(valueOf(verifyWithPolicy(cosigned, policy)).cosigned, [
    { name: 'w.example', timeSeconds: 7 },
  ]);
});

const [x1 = '', x2 = ''] = lines;
for (const [what, text, sentence] of [
  ['no quorum', x1, 'The policy has no quorum line.'],
  ['two quorums', 'quorum none\nquorum none', 'Line 2 of the policy: there is a quorum already.'],
  ['a quorum of nobody', 'quorum X1', 'Line 1 of the policy: a quorum is one name that is defined'],
  ['an unknown keyword', 'witnes X1', 'Line 1 of the policy: "witnes" is none of log, witness,'],
  [
    'a witness twice',
    `${x1}\n${x1.replace('X1 ', 'X9 ')}`,
    'Line 2 of the policy: this witness is',
  ],
  [
    'a name twice',
    `${x1}\n${x2.replace('X2 ', 'X1 ')}`,
    'Line 2 of the policy: the name X1 is taken',
  ],
  ['the name none', x1.replace('X1 ', 'none '), 'Line 1 of the policy: the name none is taken.'],
  [
    'a log with the key of a witness',
    x1.replace('witness X1', 'log'),
    'Line 1 of the policy: its key',
  ],
  [
    'a witness with the key of a log',
    `witness N ${north.vkey}`,
    'Line 1 of the policy: its key is',
  ],
  [
    'a log twice',
    `log ${north.vkey}\nlog ${north.vkey}`,
    'Line 2 of the policy: this log is there',
  ],
  ['a member that is not defined', `${x1}\ngroup g any X1 X2`, 'Line 2 of the policy: X2 is not'],
  [
    'a member twice',
    `${x1}\ngroup g any X1\ngroup h any X1`,
    'Line 3 of the policy: X1 is a member',
  ],
  ['an empty group', 'group g any', 'Line 1 of the policy: a group is a name, all, any or'],
  ['a threshold of 0', `${x1}\ngroup g 0 X1`, 'Line 2 of the policy: a group is a name, all, any'],
  [
    'a threshold above its members',
    `${x1}\ngroup g 2 X1`,
    'Line 2 of the policy: a group is a name',
  ],
  ['a key that is none', 'log north', 'Line 1 of the policy: a log is a verifier key and perhaps'],
  [
    'a carriage return',
    'quorum none\r\n',
    'A policy has no control characters but tab and newline.',
  ],
] as const) {
  test(`a policy with ${what} is refused`, () => {
    const read = readPolicy(text);
    assert.ok(!read.ok);
    assert.equal(read.refusal.code, 'malformed-policy');
    assert.ok(read.refusal.sentence.startsWith(sentence), read.refusal.sentence);
  });
}

test('a Kelvin sign is no K, and a policy beyond the limits is refused', () => {
  const kelvin = x1.replace('X1 ', '\u212a ');
  assert.equal(codeOf(readPolicy(`${kelvin}\nquorum K`)), 'malformed-policy');
  assert.equal(codeOf(readPolicy(`${kelvin}\nquorum \u212a`)), 'accepted');
  assert.equal(codeOf(readPolicy('\n'.repeat(5_000))), 'oversize');
});
