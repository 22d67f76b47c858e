import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parley } from './terminal.ts';

const COMMANDS = (
  'init pair serve seat invite offices review watch notice draft fields phrases drafts release ' +
  'warn say arrangement findings handover export proof evidence verify audit keys witness ' +
  'report replay convert check-text conflicts'
).split(' ');

test('parley alone, parley help and parley --help list every command', async () => {
  for (const args of [[], ['help'], ['--help'], ['-h']]) {
    const { code, out, err } = await parley(...args);
    assert.equal(code, 0);
    assert.equal(err, '');
    for (const name of COMMANDS) assert.match(out, new RegExp(`^  ${name} +\\S`, 'm'));
  }
});

test('parley help COMMAND and parley COMMAND --help say how each command is used', async () => {
  for (const name of COMMANDS) {
    const help = await parley('help', name);
    assert.equal(help.code, 0);
    assert.match(help.out, new RegExp(`^parley ${name}( |$)`, 'm'));
    assert.deepEqual(await parley(name, '--help'), help);
  }
});

test('an unknown command is wrong usage and is named', async () => {
  for (const args of [['frobnicate'], ['help', 'frobnicate'], ['frobnicate', '--help']]) {
    assert.deepEqual(await parley(...args), {
      code: 2,
      out: '',
      err: 'parley: there is no command "frobnicate"; "parley help" lists them.',
    });
  }
});

const WRONG: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
  [['init'], /^parley init: --party is missing, for example --party coalition$/m],
  [['init', '--party', 'a1'], /^parley init: --name is missing/m],
  [['init', '--party', 'a1', '--name', 'A'], /^parley init: --link is missing/m],
  [['init', 'word'], /^parley init: "word" is one word too many$/m],
  [['init', '--parti', 'x'], /^parley init: Unknown option '--parti'/m],
  [['init', '--party'], /^parley init: Option '--party <value>' argument missing/m],
  [['pair'], /^parley pair: it needs a word more$/m],
  [['serve', '--floor-port', '70000'], /--floor-port: "70000" is no port; a port is 0 to 65535/],
  [['serve', '--link-port', 'x'], /--link-port: "x" is no port/],
  [['serve', '--seat-links', 'watch,chief'], /--seat-links: "chief" is no role$/m],
  [['serve', '--clock-start', 'noon'], /--clock-start: At character 1: found "noon"/],
  [
    ['serve', '--clock-start', '2016-09-17T12:00:00Z', '--clock-rate', '1'],
    /--clock-anchor, --clock-rate: both must be numbers from 0/,
  ],
  [['seat'], /^parley seat: it needs a word more$/m],
  [['seat', 'http://127.0.0.1:1/enrol#x'], /^parley seat: --name is missing/m],
  [['watch', 'word'], /"word" is one word too many/],
  [['watch', '--take'], /Unknown option '--take'/],
  [['notice'], /it needs a FILE, or --title and the other options/],
  [['drafts', 'word'], /one word too many/],
  [['arrangement', 'burn'], /"burn" is none of show, compare, check, propose, counter/],
  [['arrangement', 'compare', '1'], /compare takes 2 more words, not 1/],
  [['arrangement', 'show', '--format', 'pdf'], /--format: "pdf" is none of text, markdown/],
  [['phrases', '--language', 'de'], /--language: "de" is none of en, ru, ar, he, tr$/m],
  [['phrases', '--language', 'tr,'], /--language: "" is none of en/],
  [['release'], /it needs a word more/],
  [['warn'], /--hazard is missing/],
  [
    ['warn', '--hazard', 'x', '--at-risk', 'y', '--request', 'z'],
    /it needs --about ID, or an area/,
  ],
  [
    'warn --hazard x --at-risk y --request z --about a/1 --wait-seconds soon'.split(' '),
    /--wait-seconds must be a number above 0/,
  ],
  [['say'], /it needs a word more/],
  [['export'], /it needs a word more/],
  [['proof'], /it needs a word more/],
  [['verify'], /it needs a word more/],
  [['verify', 'a', 'b'], /"b" is one word too many/],
  [['replay'], /it needs a word more/],
];

for (const [args, sentence] of WRONG) {
  test(`parley ${args.join(' ')} is wrong usage`, async () => {
    const { code, out, err } = await parley(...args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, sentence);
    assert.match(err, new RegExp(`^Usage: parley ${args[0]}`, 'm'));
    assert.doesNotMatch(err, /^ +at /m);
  });
}

const REFUSED: readonly (readonly [args: readonly string[], sentence: string])[] = [
  [
    ['watch', '--seat', '/nowhere/seat.json'],
    'parley watch: /nowhere/seat.json: there is no seat in this file; right would be a seat ' +
      'taken with parley seat LINK.',
  ],
  [
    ['seat', 'http://127.0.0.1:1/', '--name', 'Watch 1'],
    'parley seat: link: "http://127.0.0.1:1/" is no one-time link; right would be a one-time link such as http://127.0.0.1:8440/enrol#....',
  ],
  [
    ['seat', 'https://127.0.0.1:1/enrol#t', '--name', 'Watch 1', '--pin', 'ab'],
    'parley seat: pin: "ab"; right would be 64 lower-case hexadecimal digits.',
  ],
  [
    ['serve', '--folder', '/nowhere/node'],
    'parley serve: folder: /nowhere/node holds no node; right would be a folder made by ' +
      'parley init.',
  ],
  [
    ['pair', '/nowhere/card.json'],
    'parley pair: /nowhere/card.json: it does not exist; right would be a file that can be read.',
  ],
  [
    ['verify', '/nowhere/record'],
    'parley verify: /nowhere/record: it does not exist; right would be a file that can be read.',
  ],
  [
    ['say', 'nod', 'coalition/1'],
    'parley say: step: "nod" is no step; right would be one of read, read-back, position, ' +
      'warning-answer, answer, response, counter-statement, disseminated, progress, ' +
      'confirmation, onward-receipt, cancel, removal, line-check, line-check-answer.',
  ],
  [
    ['proof', 'coalition'],
    'parley proof: entry: "coalition" names no entry; right would be PARTY/INDEX, such as ' +
      'coalition/12.',
  ],
];

for (const [args, sentence] of REFUSED) {
  test(`parley ${args.join(' ')} is refused in one sentence`, async () => {
    assert.deepEqual(await parley(...args), { code: 1, out: '', err: sentence });
  });
}

test('a floor that does not answer is told in one sentence', async () => {
  const { code, err } = await parley('seat', 'http://127.0.0.1:1/enrol#t', '--name', 'Watch 1');
  assert.equal(code, 1);
  assert.match(err, /^parley seat: the node at http:\/\/127\.0\.0\.1:1 does not answer \(/);
});
