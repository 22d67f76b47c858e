// Asks the person at the terminal for a secret; a program gives it as a line of standard input.
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

let lines: AsyncIterator<string> | undefined;

/** The secret, without its newline; undefined when standard input ends before it. */
export async function askSecret(question: string): Promise<string | undefined> {
  if (process.stdin.isTTY) return typed(question);
  lines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  const next = await lines.next();
  return next.done === true ? undefined : next.value;
}

async function typed(question: string): Promise<string | undefined> {
  process.stderr.write(question);
  // A terminal that readline drives echoes what readline writes: nothing.
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const reader = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  reader.once('line', resolve);
  reader.once('close', () => {
    resolve(undefined);
  });
  reader.once('SIGINT', () => {
    reader.close();
  });
  const secret = await promise;
  reader.close();
  process.stderr.write('\n');
  return secret;
}
