// Writes protocol/schemas/*.json, protocol/openapi.json and docs/phrase-book.md from the code:
// `npm run protocol`.
// A test of packages/protocol fails when what is checked in differs from what this would write.
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractFiles, phraseBook } from '../packages/protocol/src/index.ts';

const FOLDER = import.meta.dirname;

for (const old of globSync('schemas/*.json', { cwd: FOLDER })) rmSync(join(FOLDER, old));
mkdirSync(join(FOLDER, 'schemas'), { recursive: true });
for (const [path, text] of contractFiles()) {
  writeFileSync(join(FOLDER, path), text);
  console.log(`protocol/${path}`);
}
writeFileSync(join(FOLDER, '../docs/phrase-book.md'), phraseBook());
console.log('docs/phrase-book.md');
