// The process around the command line: streams, signals, exit code.
import { enableCompileCache } from 'node:module';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

// Starts in half the time. The cache lies where the code lies, so whoever may change it could
// change the code as well; where it cannot be written, everything works without.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache', import.meta.url)));
const { cli } = await import('./cli.ts');
const { askSecret } = await import('./ask-secret.ts');

/**
 * Aborted by a signal to stop. Only a command that asks for it can put its affairs in order: the
 * others end at once, as any program does.
 */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping.abort();
    });
  }
  return stopping.signal;
}

let stop: AbortSignal | undefined;
// A reader such as `head` that has enough is no fault of ours.
process.stdout.on('error', (fault) => {
  if ('code' in fault && fault.code === 'EPIPE') process.exit(0);
  throw fault;
});
process.exitCode = await cli(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  readInput: async () => text(process.stdin),
  askSecret,
  get stop() {
    return (stop ??= stopSignal());
  },
});
