// The process around the command line: streams, signals, exit code.
import { text } from 'node:stream/consumers';
import { cli } from './cli.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopping.abort();
  });
}
// A reader such as `head` that has enough is no fault of ours.
process.stdout.on('error', (fault) => {
  if ('code' in fault && fault.code === 'EPIPE') process.exit(0);
  throw fault;
});
process.exitCode = await cli(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  readInput: async () => text(process.stdin),
  stop: stopping.signal,
});
