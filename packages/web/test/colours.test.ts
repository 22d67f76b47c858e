// Contrast of every mode, computed from the style sheet by WCAG 2.2's own formula (SC 1.4.3).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const css = readFileSync(join(import.meta.dirname, '..', 'src', 'theme', 'colours.css'), 'utf8');
const MODES = ['night', 'day', 'red-night'] as const;
const GROUNDS = ['page', 'panel', 'raised'] as const;

test('the formula gives the ratios of the standard: black on white 21, white on white 1', () => {
  assert.equal(contrast('#000000', '#ffffff'), 21);
  assert.equal(contrast('#ffffff', '#ffffff'), 1);
  assert.equal(contrast('#767676', '#ffffff').toFixed(2), '4.54');
});

for (const mode of MODES) {
  test(`${mode}: words have 4.5 to 1 and clocks 7 to 1 on every ground`, () => {
    const colour = coloursOf(mode);
    for (const ground of [...GROUNDS, 'danger-ground', 'amber-ground']) {
      const on = colour(ground);
      least(contrast(colour('text'), on), 7, `text on ${ground}`);
      least(contrast(colour('quiet'), on), 4.5, `quiet on ${ground}`);
    }
    for (const name of ['ours', 'theirs', 'protected', 'danger', 'amber', 'alive']) {
      least(contrast(colour(name), colour('panel')), 4.5, `${name} on panel`);
    }
    least(contrast(colour('act-text'), colour('act')), mode === 'red-night' ? 4.5 : 5, 'action');
    for (const name of ['flash', 'immediate', 'priority', 'routine']) {
      least(contrast(colour('tag-text'), colour(name)), 4.5, `tag ${name}`);
    }
    least(contrast(colour('late'), colour('raised')), 7, 'a late clock on a card');
    least(contrast(colour('late'), colour('danger-ground')), 7, 'a late clock on a FLASH card');
  });
}

test('red-night has no light but red: little green, less blue', () => {
  const block = blockOf('red-night');
  for (const [, hex] of block.matchAll(/#([0-9a-f]{6})\b/g)) {
    const [red, green, blue] = channels(`#${hex ?? ''}`);
    assert.ok(green <= red * 0.65 && blue <= red * 0.5, `#${hex} is not red`);
  }
});

function coloursOf(mode: string): (name: string) => string {
  const own = blockOf(mode);
  return (name) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(own)?.[1];
    if (found === undefined) throw new Error(`${mode} has no --${name}`);
    return found;
  };
}

function blockOf(mode: string): string {
  const head = mode === 'night' ? ':root {' : `:root[data-mode='${mode}'] {`;
  const from = css.indexOf(head);
  assert.notEqual(from, -1);
  return css.slice(from, css.indexOf('}', from));
}

function least(found: number, wanted: number, what: string): void {
  assert.ok(found >= wanted, `${what}: ${found.toFixed(2)} of ${wanted}`);
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(hex: string): [number, number, number] {
  const at = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}
