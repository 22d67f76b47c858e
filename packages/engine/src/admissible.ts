// Whether a body may stand on a record at this point: references, ownership, kinds, geometry.
// The same test for our own commands (refused) and for a peer's entries (kept, marked unusable).
import { accept, refuse, URGENT_WORDS_MAX } from '@parley/protocol';
import type { Body, Outcome, PartyId, SeenHead } from '@parley/protocol';
import { notSuspended } from './channel.ts';
import { fitting } from './fitting.ts';
import type { Picture } from './picture.ts';
import { usableReferences } from './references.ts';
import { precedenceOfBody } from './tasks.ts';
import { usableVolumes } from './volumes.ts';

/**
 * Accepts `body` by `author` on the line as `picture` shows it, or refuses naming the field. `seen`
 * are the heads that the body's entry names; a body that is no entry yet has none, and its author
 * sees the whole picture. Nothing that an entry has not seen decides whether it can be used: so the
 * answer is the same in whatever causal order the records arrive.
 */
export function admissible(
  picture: Picture,
  author: PartyId,
  body: Body,
  seen?: readonly SeenHead[],
): Outcome<Body> {
  const references = usableReferences(picture, author, body, seen);
  if (!references.ok) return references;
  const volumes = usableVolumes(body);
  if (!volumes.ok) return volumes;
  const brief = briefEnough(body);
  if (!brief.ok) return brief;
  const addressed = membersAddressed(picture, author, body);
  if (!addressed.ok) return addressed;
  const fits = fitting(picture, author, body);
  if (!fits.ok) return fits;
  return notSuspended(picture, author, body, seen);
}

function briefEnough(body: Body): Outcome<Body> {
  const precedence = precedenceOfBody(body);
  if (precedence !== 'FLASH' && precedence !== 'IMMEDIATE') return accept(body);
  const text = 'words' in body ? (body.words?.text ?? '') : '';
  const count = text.split(/\s+/u).filter((word) => word !== '').length;
  if (count <= URGENT_WORDS_MAX) return accept(body);
  const right = `at most ${URGENT_WORDS_MAX} words`;
  return refuse('too-long-for-precedence', 'words.text', `it has ${count} words`, right);
}

function membersAddressed(picture: Picture, author: PartyId, body: Body): Outcome<unknown> {
  if (!('addressees' in body) || body.addressees === undefined) return accept(body);
  const { action, info } = body.addressees;
  const named = new Set<PartyId>();
  for (const [field, parties] of Object.entries({ action, info })) {
    for (const [at, party] of parties.entries()) {
      const place = `addressees.${field}[${at}]`;
      if (!picture.members.includes(party)) {
        const right = picture.members.join(', ');
        return refuse('unknown-party', place, `"${party}" is no member`, right);
      }
      if (party === author) {
        return refuse('not-to-self', place, `${author} addresses itself`, 'another member');
      }
      if (named.has(party)) {
        return refuse('malformed', place, `${party} is named twice`, 'each party once');
      }
      named.add(party);
    }
  }
  return accept(body);
}
