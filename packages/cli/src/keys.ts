// Single keys on a terminal; nothing happens where standard input is no terminal.

/** Calls `pressed` with each key until `stop`. Ctrl-C asks the process to stop, as ever. */
export function onKey(stop: AbortSignal, pressed: (key: string) => void): () => void {
  const { stdin } = process;
  if (!stdin.isTTY || stop.aborted) return () => undefined;
  const listen = (bytes: Buffer): void => {
    for (const key of bytes.toString('utf8')) {
      if (key === '\u0003') process.kill(process.pid, 'SIGINT');
      else pressed(key);
    }
  };
  stdin.setRawMode(true);
  stdin.on('data', listen);
  return () => {
    stdin.off('data', listen);
    stdin.setRawMode(false);
    stdin.pause();
  };
}
