// parley warn: an urgent warning, released by one officer, at once.
import { elapsed } from '@parley/engine';
import { outlinePlaceText, writeBand, writeInstant } from '@parley/geo';
import { objectIdOf, refuse } from '@parley/protocol';
import type { Body, ObjectId, Outcome, Warning } from '@parley/protocol';
import type { Picture } from '@parley/engine';
import { bodyOf, namedIn } from '../form/body-form.ts';
import { DONE, whenOk, wrongUsage } from '../command.ts';
import type { Command, Ending, Given, Terminal } from '../command.ts';
import type { View } from '../seat/view.ts';
import { withView } from '../seat/with-view.ts';
import { AREA_OPTIONS, AREA_USAGE, statusOf, volumesGiven, wordsGiven } from '../volume-options.ts';

const WAIT_DEFAULT_SECONDS = '600';

export const WARN: Command = {
  name: 'warn',
  usage:
    '--hazard CODE --at-risk CODE --request CODE (--about ID | the area)\n' +
    '  [--words TEXT] [--call-back "ROLE, NUMBER"] [--wait [--wait-seconds N]]\n' +
    '  [--exercise | --test]\n' +
    `  the area: ${AREA_USAGE}\n` +
    '  [--lower H] [--upper H] [--start TIME] [--end TIME]',
  summary: 'Warns the other party at once (FLASH): no draft, no second officer',
  details:
    'hazard: your-fire-is-striking, our-fire-about-to-enter, aircraft-endangered,\n' +
    '  forces-approaching, loss-of-control\n' +
    'at-risk: our-forces, your-forces, civilians, protected-object, civil-aircraft\n' +
    'request: cease-fire, hold, turn-away, leave-volume, identify, call-now\n' +
    'With --about and no area, the warning has the volumes of that notice. An area alone is\n' +
    'enough: unless stated, it reaches from SFC to UNL, from now, for an hour. It goes to the\n' +
    'watch, never to a person. --wait prints when a human of the other party has taken it, and\n' +
    'exits 1 if nobody has within the seconds given (default 600).',
  options: {
    ...AREA_OPTIONS,
    hazard: { type: 'string' },
    'at-risk': { type: 'string' },
    request: { type: 'string' },
    about: { type: 'string' },
    'call-back': { type: 'string' },
    wait: { type: 'boolean' },
    'wait-seconds': { type: 'string' },
    seat: { type: 'string' },
  },
  words: [0, 0],
  run: async (given, terminal) => {
    for (const option of ['hazard', 'at-risk', 'request']) {
      if (given.text(option) === undefined) return wrongUsage(`--${option} is missing`);
    }
    if (given.text('about') === undefined && volumesGiven(given) === undefined) {
      return wrongUsage('it needs --about ID, or an area');
    }
    const seconds = Number(given.text('wait-seconds') ?? WAIT_DEFAULT_SECONDS);
    if (!(seconds > 0)) return wrongUsage('--wait-seconds must be a number above 0');
    return withView(given, async (view) =>
      whenOk(warningOf(given, view.picture, view.nowMs()), async (body) => {
        const sentMs = performance.now();
        const said = await view.client.call('say', {}, { body });
        return whenOk(said, async ({ ref }) => {
          const id = objectIdOf(ref);
          terminal.out(`Warned as ${id}; it is on record and on its way to every seat.`);
          if (body.type === 'warning') terminal.out(extentLine(body));
          return given.has('wait') ? untilTaken(view, id, sentMs, seconds, terminal) : DONE;
        });
      }),
    );
  },
};

/** How long a warning lasts whose end was not stated. */
const LASTS_MS = 3_600_000;

function warningOf(given: Given, picture: Picture, nowMs: number): Outcome<Body> {
  const about = given.text('about');
  const object = about === undefined ? undefined : picture.objects.get(about as ObjectId);
  // Seconds count: what is not stated is taken as widely as it can be, and shown as sent.
  const whole = { lower: 'SFC', upper: 'UNL', start: at(nowMs), end: at(nowMs + LASTS_MS) };
  const own = volumesGiven(given)?.map((volume) => ({ ...whole, ...volume }));
  const theirs = object?.body.type === 'notice' ? object.body.volumes : undefined;
  if (own === undefined && theirs === undefined) {
    const right = 'a notice of the line, such as coalition/12';
    return refuse('unknown-reference', 'about', `"${about}" is no notice on this line`, right);
  }
  const [role, number] = (given.text('call-back') ?? '').split(/,\s*/);
  const callBack = role === '' || number === undefined ? {} : { callBack: { role, number } };
  const form = {
    type: 'warning',
    status: statusOf(given),
    hazard: given.text('hazard'),
    atRisk: given.text('at-risk'),
    request: given.text('request'),
    volumes: own ?? theirs,
    ...callBack,
    ...wordsGiven(given),
    ...(about === undefined ? {} : { about }),
  };
  return bodyOf(form, namedIn(picture), picture);
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

function extentLine({ volumes }: Warning): string {
  const [first] = volumes;
  if (first === undefined) throw new Error('a warning has a volume');
  const { band, outline, window } = first;
  const { text } = outlinePlaceText(outline);
  const times = `${writeInstant(window.startMs)} to ${writeInstant(window.endMs)}`;
  const more = volumes.length === 1 ? '' : `, and ${volumes.length - 1} more`;
  return `Where: ${text}, ${writeBand(band)}, ${times}${more}`;
}

async function untilTaken(
  view: View,
  id: ObjectId,
  sentMs: number,
  seconds: number,
  { out, err }: Terminal,
): Promise<Ending> {
  let told = 'sent';
  const taken = await view.until(() => {
    const ladders = [...(view.picture.objects.get(id)?.ladders ?? [])];
    for (const [party, { received, read }] of ladders) {
      const state = read === undefined ? 'received' : 'taken';
      if (received === undefined || told === state) continue;
      told = state;
      const by = read === undefined ? `the node of ${party}` : `${read.seat} of ${party}`;
      const word = read === undefined ? 'RECEIVED' : 'READ';
      out(`${word} by ${by}, ${Math.round(performance.now() - sentMs)} ms after it was sent.`);
    }
    return ladders.some(([, { read }]) => read !== undefined) || undefined;
  }, seconds * 1_000);
  if (taken === true) return DONE;
  err(
    `parley warn: nobody has taken ${id} after ${elapsed(seconds * 1_000)}. Use another way too.`,
  );
  return { code: 1 };
}
