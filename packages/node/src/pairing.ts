// init makes a node and its card; pair makes a line of cards that were exchanged in person.
import { createHash, randomBytes } from 'node:crypto';
import { canonicalBytes } from '@parley/ledger';
import {
  accept,
  Card,
  DEFAULT_ARRANGEMENT,
  faultOf,
  LineId,
  PartyId,
  refuse,
} from '@parley/protocol';
import type { Arrangement, Outcome } from '@parley/protocol';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { makeFolder, openFolder, writeCard, writeLineFile } from './data-folder.ts';
import type { LineFile } from './data-folder.ts';
import { memberOf } from './member.ts';
import type { FolderKey } from './sealed.ts';
import { freshSecrets, lineKeys, writeSecrets } from './secrets.ts';
import { Token, tokenPublicKey } from './token.ts';
import { makeTransportIdentity, pinOfPem } from './transport.ts';

/** Words that are compared aloud; 11 bits each. */
export const WORDS_COUNT = 6;

/**
 * Makes a node: keys, certificate, card. `link` is the https URL at which peers will reach it;
 * `key` seals its secrets, and a key file that does not exist is made. Refuses a bad party id, URL
 * or key, and a folder that holds a node already. Returns the card's path.
 */
export async function initNode(args: {
  readonly folder: string;
  readonly party: string;
  readonly name: string;
  readonly link: string;
  readonly key: FolderKey;
  /** Holds the key of the record; without one, the sealed secrets do. */
  readonly token?: Token | undefined;
  readonly nowMs: number;
}): Promise<Outcome<{ readonly cardPath: string; readonly card: Card }>> {
  const party = PartyId.safeParse(args.party);
  if (!party.success) {
    const { refusal } = { refusal: faultOf(party.error, args.party) };
    return { ok: false, refusal: { ...refusal, field: 'party' } };
  }
  const host = URL.canParse(args.link) ? new URL(args.link).hostname : 'invalid';
  const transport = await makeTransportIdentity(party.data, [host], args.nowMs);
  const token = args.token === undefined ? accept(undefined) : withPublicKey(args.token);
  if (!token.ok) return token;
  const secrets = freshSecrets(transport, token.value);
  const keys = lineKeys(secrets, `${party.data}/${randomBytes(4).toString('hex')}`);
  const card = Card.safeParse({
    parley: 'card',
    version: 1,
    party: party.data,
    name: args.name,
    recordKey: keys.record.vkey,
    recordMlDsaKey: keys.recordMlDsa.vkey,
    witnessKey: keys.witness.vkey,
    heartbeatKey: keys.heartbeat.vkey,
    transportPin: pinOfPem(transport.certificatePem),
    link: args.link,
  });
  if (!card.success) return { ok: false, refusal: faultOf(card.error, args) };
  const made = makeFolder(args.folder);
  if (!made.ok) return made;
  const sealed = await writeSecrets(args.folder, secrets, args.key, args.nowMs);
  if (!sealed.ok) return sealed;
  return accept({ cardPath: writeCard(args.folder, card.data), card: card.data });
}

function withPublicKey(token: Token): Outcome<Token & { readonly publicKey: string }> {
  const read = Token.safeParse(token);
  if (!read.success) return { ok: false, refusal: faultOf(read.error, token) };
  const publicKey = tokenPublicKey(token);
  return publicKey.ok ? accept({ ...token, publicKey: publicKey.value.toHex() }) : publicKey;
}

/** A card from a file's text. Refuses naming the field. */
export function readCard(text: string): Outcome<Card> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('malformed', '', 'the card is not JSON', 'a card.json made by parley init');
  }
  const card = Card.safeParse(value);
  if (!card.success) return { ok: false, refusal: faultOf(card.error, value) };
  const member = memberOf(card.data);
  return member.ok ? accept(card.data) : member;
}

/** The line of these cards, whoever computes it. Shape: line- and 16 hexadecimal digits. */
export function lineIdOf(cards: readonly Card[]): LineId {
  const keys = cards.map((card) => card.recordKey).toSorted();
  const digest = createHash('sha256').update(keys.join('\n')).digest('hex');
  return LineId.parse(`line-${digest.slice(0, 16)}`);
}

/** Six words over all cards whole: both sides read them aloud; a card that was swapped shows. */
export function pairingWords(cards: readonly Card[]): string[] {
  const texts = cards.map((card) => new TextDecoder().decode(canonicalBytes(card))).toSorted();
  const digest = createHash('sha256').update(texts.join('\n')).digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: WORDS_COUNT }, (_, at) => {
    const word = wordlist[Number.parseInt(bits.slice(at * 11, at * 11 + 11), 2)];
    if (word === undefined) throw new Error('the list has 2048 words');
    return word;
  });
}

/**
 * Pairs a node with the parties of these cards. Refuses two cards of one party, one's own card,
 * and a folder that is paired already with others.
 */
export function pairNode(
  folder: string,
  cards: readonly Card[],
  arrangement: Arrangement = DEFAULT_ARRANGEMENT,
): Outcome<{ readonly line: LineFile; readonly words: readonly string[] }> {
  const opened = openFolder(folder);
  if (!opened.ok) return opened;
  const others = cards.filter((card) => card.recordKey !== opened.value.card.recordKey);
  if (others.length === 0) {
    return refuse('not-to-self', 'card', 'only our own card was given', "the other party's card");
  }
  const all = [opened.value.card, ...others].toSorted((a, b) => (a.party < b.party ? -1 : 1));
  const twice = all.find((card, at) => all[at + 1]?.party === card.party);
  if (twice !== undefined) {
    return refuse('malformed', 'party', `two cards are of "${twice.party}"`, 'one card a party');
  }
  const line: LineFile = { line: lineIdOf(all), cards: all, arrangement };
  const before = opened.value.line;
  if (before !== undefined && before.line !== line.line) {
    const fault = `this node is paired on ${before.line}`;
    return refuse('already-said', 'line', fault, 'a new node (parley init) for a new line');
  }
  if (before === undefined) writeLineFile(folder, line);
  return accept({ line: before ?? line, words: pairingWords(all) });
}
