import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pageFile } from '../src/page-files.ts';

test('a page that was not built is said so, and is found once it is', async (t) => {
  const root = mkdtempSync(join(tmpdir(), 'parley-page-'));
  t.after(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const folder = join(root, 'dist');
  const before = await pageFile(folder, '/');
  assert.equal(before.status, 404);
  assert.equal(await before.text(), 'The page was not built: npm run build.');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<title>Parley</title>');
  const after = await pageFile(folder, '/');
  assert.equal(after.status, 200);
  assert.equal(await after.text(), '<title>Parley</title>');
});
