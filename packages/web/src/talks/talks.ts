// The talks on one page, from the picture alone: what is offered and who considers it, what is
// asked and unanswered, what each side declares, says and has met over, how far the memorandum is.
import type { LineObject, Picture } from '@parley/engine';
import { factsOf, isPhraseCode, phrase, Words } from '@parley/protocol';
import type { Body, Draft, PartyId } from '@parley/protocol';
import { intentionsOf, placesOf } from './declared.ts';
import type { DeclaredPlace, Intentions } from './declared.ts';
import { memorandumOf } from './memorandum.ts';
import type { Memorandum } from './memorandum.ts';
import { offersOf } from './offers.ts';
import type { Offer } from './offers.ts';
import { questionsOf } from './questions.ts';
import type { Asked } from './questions.ts';
import { contactsOf, statementsOf } from './statements.ts';
import type { Met, Said } from './statements.ts';

export type Talks = {
  /** When the first thing was said or signed on the line; undefined on a line without a word. */
  readonly sinceMs: number | undefined;
  readonly offers: readonly Offer[];
  readonly questions: readonly Asked[];
  readonly places: readonly DeclaredPlace[];
  readonly intentions: readonly Intentions[];
  readonly statements: readonly Said[];
  readonly contacts: readonly Met[];
  readonly memorandum: Memorandum;
};

/** Whose words are shown, and what they must hold; the memorandum is shown whole. */
export type TalksFilter = { readonly party: PartyId | 'all'; readonly text: string };

export const UNFILTERED: TalksFilter = { party: 'all', text: '' };

/** Everything since the first day of the line that passes the filter. `drafts` are this node's. */
export function talksOf(args: {
  readonly picture: Picture;
  readonly drafts: readonly Draft[];
  readonly filter: TalksFilter;
  readonly nowMs: number;
}): Talks {
  const { picture, filter, nowMs } = args;
  const all = picture.objects;
  const told = [...all.values()].toSorted(
    (a, b) => a.releasedMs - b.releasedMs || (a.id < b.id ? -1 : 1),
  );
  const shown = told.filter((object) => passes(object, filter));
  return {
    sinceMs: firstMs(picture, told),
    offers: offersOf(shown, nowMs),
    questions: questionsOf(shown, nowMs),
    places: placesOf(shown, nowMs),
    intentions: intentionsOf(shown, picture.members),
    statements: statementsOf(shown, all),
    contacts: contactsOf(shown, all, nowMs),
    memorandum: memorandumOf(picture, args.drafts),
  };
}

function firstMs(picture: Picture, told: readonly LineObject[]): number | undefined {
  const signed = [...picture.signers.values()].flatMap(({ by }) =>
    [...by.values()].map(({ atMs }) => atMs),
  );
  const times = [...signed, ...told.slice(0, 1).map(({ releasedMs }) => releasedMs)];
  return times.length === 0 ? undefined : Math.min(...times);
}

function passes({ author, body }: LineObject, { party, text }: TalksFilter): boolean {
  if (party !== 'all' && author !== party) return false;
  const wanted = text.trim().toLocaleLowerCase();
  return wanted === '' || searchable(body).toLocaleLowerCase().includes(wanted);
}

/** Every word that a reader sees of a body: its codes as phrases, its own words as they are. */
function searchable(body: Body): string {
  return factsOf(body)
    .map(({ form, value }) => {
      if (form.kind === 'words') return Words.safeParse(value).data?.text ?? '';
      if (form.kind === 'code') {
        const code = `${form.prefix}.${String(value)}`;
        return isPhraseCode(code) ? phrase(code) : '';
      }
      return typeof value === 'string' ? value : '';
    })
    .join('\n');
}
