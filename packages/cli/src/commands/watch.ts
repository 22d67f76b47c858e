// parley watch: the floor on a terminal. A warning rings and shows its clock until it is taken.
import { elapsed, NUMBERED, openTasks } from '@parley/engine';
import type { Recorded } from '@parley/engine';
import type { FloorHealth } from '@parley/protocol';
import { DONE } from '../command.ts';
import type { Command, Ending, Terminal } from '../command.ts';
import { entryLine, healthLine, taskLine } from '../entry-lines.ts';
import { onKey } from '../keys.ts';
import type { View } from '../seat/view.ts';
import { withView } from '../seat/with-view.ts';

const BELL = '\u0007';
const CLOCK_EVERY_MS = 5_000;

export const WATCH: Command = {
  name: 'watch',
  usage: '[--numbers] [--json] [--seat FILE]',
  summary: 'Shows everything on the line as it comes, and what must be answered',
  details:
    'Prints the record so far, then each entry, each change of the line, and each task that\n' +
    'becomes due. A FLASH warning rings the bell and shows its clock until a human takes it:\n' +
    'on a terminal, the key a takes the oldest one. Nothing is ever taken by itself. With\n' +
    '--numbers the number of each coded statement stands behind it, to be read out loud; with\n' +
    '--json each line is one JSON object. Stop with Ctrl-C.',
  options: { json: { type: 'boolean' }, numbers: { type: 'boolean' }, seat: { type: 'string' } },
  words: [0, 0],
  run: async (given, terminal) =>
    withView(given, async (view) =>
      given.has('json') ? watchJson(view, terminal) : watch(view, terminal, given.has('numbers')),
    ),
};

async function watch(view: View, terminal: Terminal, numbered: boolean): Promise<Ending> {
  const { out } = terminal;
  const line = (recorded: Recorded): string =>
    entryLine(recorded, view.picture, numbered ? NUMBERED : undefined);
  const { party, seat } = view.session;
  out(`${seat.name} (${seat.role}) of ${party} on ${view.session.line}.`);
  const told = new Map<string, string>();
  const tellHealth = (peers: readonly FloorHealth[]): void => {
    for (const health of peers) {
      const key = `${health.state} ${health.staffed} ${health.clockDisputed} ${health.trouble}`;
      if (told.get(health.party) !== key) out(healthLine(health));
      told.set(health.party, key);
    }
  };
  const tellTasks = (): void => {
    for (const task of openTasks(view.picture, view.nowMs())) {
      const key = task.overdue ? 'overdue' : 'open';
      if (task.party !== party || told.get(task.id) === key) continue;
      told.set(task.id, key);
      out(taskLine(task, view.picture, view.nowMs()));
    }
  };
  tellHealth(view.health());
  for (const recorded of view.recorded()) out(line(recorded));
  tellTasks();
  view.events.on('entries', (recorded) => {
    for (const one of recorded) {
      const ring = one.entry.body.type === 'warning' && one.entry.party !== party ? BELL : '';
      out(`${ring}${line(one)}`);
    }
    tellTasks();
  });
  view.events.on('health', tellHealth);
  view.events.on('blind', (blind) => {
    out(blind ? 'BLIND: our own node does not answer.' : 'Our own node answers again.');
  });
  const ringing = setInterval(() => {
    tellTasks();
    const oldest = untaken(view)[0];
    if (oldest === undefined) return;
    const waits = elapsed(view.nowMs() - oldest.sinceMs);
    const hint = process.stdin.isTTY ? '; press a to take it' : '';
    out(`${BELL}WARNING ${oldest.object} not taken for ${waits}${hint}.`);
  }, CLOCK_EVERY_MS);
  const restore = onKey(terminal.stop, (key) => {
    if (key === 'a') void takeOldest(view, terminal);
  });
  await stopped(terminal.stop);
  clearInterval(ringing);
  restore();
  return DONE;
}

async function watchJson(view: View, { out, stop }: Terminal): Promise<Ending> {
  const tell = (recorded: readonly Recorded[], live: boolean): void => {
    for (const { entry, ref } of recorded) out(JSON.stringify({ kind: 'entry', live, ref, entry }));
  };
  tell(view.recorded(), false);
  out(JSON.stringify({ kind: 'caught-up', nowMs: view.nowMs() }));
  view.events.on('entries', tell);
  const tellHealth = (peers: readonly FloorHealth[]): void => {
    out(JSON.stringify({ kind: 'health', peers }));
  };
  tellHealth(view.health());
  view.events.on('health', tellHealth);
  view.events.on('blind', (blind) => {
    out(JSON.stringify({ kind: 'blind', blind }));
  });
  await stopped(stop);
  return DONE;
}

function untaken(view: View): ReturnType<typeof openTasks> {
  const tasks = openTasks(view.picture, view.nowMs());
  return tasks.filter(({ step, party }) => step === 'take' && party === view.session.party);
}

async function takeOldest(view: View, { out }: Terminal): Promise<void> {
  const object = view.picture.objects.get(untaken(view)[0]?.object ?? '/0');
  if (object === undefined) {
    out('No warning waits to be taken.');
    return;
  }
  const body = { type: 'read', ref: object.ref } as const;
  const said = await view.client.call('say', {}, { body }).catch(() => undefined);
  if (said === undefined) out(`NOT TAKEN: our node did not answer. ${object.id} still waits.`);
  else if (!said.ok) out(`NOT TAKEN: ${said.refusal.fault}.`);
}

async function stopped(stop: AbortSignal): Promise<void> {
  if (stop.aborted) return;
  await new Promise((resolve) => {
    stop.addEventListener('abort', resolve);
  });
}
