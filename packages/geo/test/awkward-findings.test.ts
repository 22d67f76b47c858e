// Right texts by hand, with all that real ones have in them besides the area: nothing is found.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { builtInWorld } from '../src/findings/built-in-world.ts';
import type { Described } from '../src/findings/finding.ts';
import { findingsOf } from '../src/findings/findings-of.ts';
import type { HeightBound } from '../src/index.ts';
import { at } from './oracle.ts';

function paragraphs(name: string): string[] {
  const text = readFileSync(join(import.meta.dirname, 'corpus', name), 'utf8');
  return text.trimEnd().split('\n\n').slice(1);
}

const PARAGRAPHS = paragraphs('awkward.txt');
const SLIP = /\{([a-z -]+):([^}]+)\}/;

function bound(text: string): HeightBound {
  if (text === 'SFC') return { kind: 'surface' };
  if (text === 'UNL') return { kind: 'unlimited' };
  if (text.startsWith('FL')) {
    const centimetres = Number(text.slice(2)) * 3048;
    return { kind: 'height', centimetres, unit: 'FL', reference: 'STD' };
  }
  const centimetres = Number(text.replace('mAMSL', '')) * 100;
  return { kind: 'height', centimetres, unit: 'm', reference: 'AMSL' };
}

function volume(line: string): Described {
  const [lat, lon, metres, lower = '', upper = '', start = '', end = ''] = line.slice(2).split(' ');
  return {
    outline: {
      kind: 'circle',
      centre: at(Number(lat), Number(lon)),
      radiusCentimetres: Number(metres) * 100,
    },
    band: { lower: bound(lower), upper: bound(upper) },
    window: { startMs: Date.parse(start), endMs: Date.parse(end) },
  };
}

test('there are forty awkward texts and more', () => {
  assert.ok(PARAGRAPHS.filter((each) => !each.startsWith('@')).length >= 40);
});

let described: Described | undefined;
for (const paragraph of PARAGRAPHS) {
  if (paragraph.startsWith('@')) {
    described = volume(paragraph);
    continue;
  }
  const volumes = described === undefined ? [] : [described];
  test(`nothing is found in "${paragraph.slice(0, 60)}"`, () => {
    const found = findingsOf(paragraph, volumes, builtInWorld);
    assert.deepEqual(
      found.map(({ sentence }) => sentence),
      [],
    );
  });
}

for (const paragraph of paragraphs('awkward-wrong.txt')) {
  if (paragraph.startsWith('@')) {
    described = volume(paragraph);
    continue;
  }
  const volumes = described === undefined ? [] : [described];
  const [, codes = '', said = ''] = SLIP.exec(paragraph) ?? [];
  test(`what is wrong in "${said}" is found, and nothing else`, () => {
    const text = paragraph.replace(SLIP, said);
    const from = text.indexOf(said);
    const found = findingsOf(text, volumes, builtInWorld);
    assert.ok(found.length > 0, 'nothing is found');
    for (const finding of found) {
      assert.ok(codes.split(' ').includes(finding.code), finding.sentence);
      assert.ok('at' in finding && finding.at < from + said.length, finding.sentence);
      assert.ok(finding.at + finding.said.length > from, finding.sentence);
    }
  });
}
