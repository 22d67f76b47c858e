// The checks that need no test runner: format, lint, types. Each runs over the whole repository and
// prints what it finds; `node test/stages.ts lint` runs one of them alone.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type StageName = 'format' | 'lint' | 'types';

export const ROOT = join(import.meta.dirname, '..');
export const STAGE_NAMES: readonly StageName[] = ['format', 'lint', 'types'];

type Command = readonly [tool: string, ...words: string[]];

/** Runs the stage named; true if it found nothing. Its words go to the standard streams. */
export function runStage(stage: StageName): boolean {
  let sound = true;
  for (const [tool, ...words] of commandsOf(stage)) {
    const file = join(ROOT, 'node_modules', '.bin', tool);
    const outcome = spawnSync(file, words, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
    if (outcome.error !== undefined)
      console.error(`${tool} did not start: ${outcome.error.message}`);
    sound &&= outcome.status === 0;
  }
  return sound;
}

function commandsOf(stage: StageName): Command[] {
  if (stage === 'format') return [['oxfmt', '--check']];
  if (stage === 'lint') return [['oxlint', '--type-aware', '--deny-warnings']];
  const projects = ['tsconfig.json', 'packages/web/tsconfig.json'];
  const present = projects.filter((project) => existsSync(join(ROOT, project)));
  return present.map((project): Command => ['tsc', '-p', project]);
}

if (import.meta.main) {
  const wanted = STAGE_NAMES.find((stage) => stage === process.argv[2]);
  if (wanted === undefined) {
    console.error(`Name one of: ${STAGE_NAMES.join(', ')}.`);
    process.exitCode = 1;
  } else if (!runStage(wanted)) {
    process.exitCode = 1;
  }
}
