import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { pageFile } from '../src/page-files.ts';

test('a page that was not built is said so, and is found once it is', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'parley-page-'));
  t.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const folder = join(root, 'dist');
  const before = pageFile(folder, '/', '');
  assert.equal(before.status, 404);
  assert.equal(await before.text(), 'The page was not built: npm run build.');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<title>Parley</title>');
  const after = pageFile(folder, '/', '');
  assert.equal(after.status, 200);
  assert.equal(await after.text(), '<title>Parley</title>');
});

test('a page comes compressed to who accepts that, and is the same page', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-page-'));
  t.after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const text = '<title>Parley</title>'.repeat(100);
  writeFileSync(join(folder, 'index.html'), text);
  const plain = pageFile(folder, '/', 'br');
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.equal(await plain.text(), text);
  const packed = pageFile(folder, '/', 'gzip, br');
  assert.equal(packed.headers.get('content-encoding'), 'gzip');
  assert.equal(gunzipSync(await packed.bytes()).toString(), text);
});
