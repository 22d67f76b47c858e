// What the commands of a seat share: open the seat's view, do one thing with it, close it.
import { accept } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import { whenOk } from '../command.ts';
import type { Ending, Given } from '../command.ts';
import { clientOf, readSeat, seatPath } from './seat-file.ts';
import { openView } from './view.ts';
import type { View } from './view.ts';

/** Runs `next` with the view of the seat that the option or the environment names. */
export async function withView(
  given: Given,
  next: (view: View) => Ending | Promise<Ending>,
): Promise<Ending> {
  return whenOk(await viewOf(given.text('seat')), async (view) => {
    try {
      return await next(view);
    } finally {
      view.close();
    }
  });
}

async function viewOf(option: string | undefined): Promise<Outcome<View>> {
  const seat = readSeat(seatPath(option));
  if (!seat.ok) return seat;
  const view = await openView(clientOf(seat.value));
  return view.ok ? accept(view.value) : view;
}
