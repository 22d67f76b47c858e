// The page that checks evidence: files in, sentences out, all in the browser and nothing beyond it.
import { checkEvidence, trustedKeys } from '@parley/evidence';
import type { Findings } from '@parley/evidence';
import { accept, Card, refuse } from '@parley/protocol';
import type { Outcome } from '@parley/protocol';
import './verifier.css';

const CARD_BYTES_MAX = 65_536;
// What the ledger takes of an exported record; more is not even read.
const FILE_BYTES_MAX = 268_435_456;

const [file, cards, entry] = ['file', 'cards', 'entry'].map(input);
const answer = document.querySelector('#answer');
let turn = 0;

for (const field of [file, cards, entry]) field?.addEventListener('change', () => void check());

function input(id: string): HTMLInputElement | undefined {
  const found = document.querySelector(`#${id}`);
  return found instanceof HTMLInputElement ? found : undefined;
}

/** Checks what is chosen now. Of two checks that overlap, the answer of the later stays. */
async function check(): Promise<void> {
  turn += 1;
  const mine = turn;
  const chosen = file?.files?.[0];
  if (chosen === undefined) return;
  show([element('p', `Checking ${chosen.name} ...`)]);
  const outcome = await findingsOf(chosen, [...(cards?.files ?? [])], entry?.files?.[0]);
  if (mine !== turn) return;
  if (outcome.ok) return show(told(chosen.name, outcome.value));
  const { field, fault, right } = outcome.refusal;
  show([element('p', `${field}: ${fault}; right would be ${right}.`)]);
}

async function findingsOf(
  chosen: File,
  cardFiles: readonly File[],
  entryFile: File | undefined,
): Promise<Outcome<Findings>> {
  const read: Card[] = [];
  for (const cardFile of cardFiles) {
    const card = await readCard(cardFile);
    if (!card.ok) return card;
    read.push(card.value);
  }
  const trusted = trustedKeys(read, []);
  if (!trusted.ok) return trusted;
  const text = await readText(chosen, FILE_BYTES_MAX);
  if (!text.ok) return text;
  const bytes = entryFile && (await readText(entryFile, FILE_BYTES_MAX));
  if (bytes?.ok === false) return bytes;
  return checkEvidence(text.value, trusted.value, bytes?.value);
}

async function readCard(cardFile: File): Promise<Outcome<Card>> {
  const text = await readText(cardFile, CARD_BYTES_MAX);
  if (!text.ok) return text;
  const card = Card.safeParse(jsonOf(text.value));
  if (card.success) return accept(card.data);
  return refuse('malformed', cardFile.name, 'it is not a card', 'the card.json of a party');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The exact text, or a refusal: a byte that is not UTF-8 must not be mended by the reading. */
async function readText(chosen: File, bytesMax: number): Promise<Outcome<string>> {
  if (chosen.size > bytesMax) {
    const fault = `it has ${chosen.size} bytes`;
    return refuse('oversize', chosen.name, fault, `at most ${bytesMax} bytes`);
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return accept(decoder.decode(await chosen.arrayBuffer()));
  } catch {
    return refuse('malformed', chosen.name, 'it cannot be read as UTF-8', 'a text file');
  }
}

function told(name: string, { kind, valid, fault, proves, relies, warnings }: Findings): Element[] {
  const verdict = element('p', valid ? 'VALID' : `NOT VALID: ${fault}`);
  verdict.className = 'verdict';
  verdict.dataset['valid'] = String(valid);
  const keys = list(relies);
  keys.className = 'keys';
  const parts = [element('h2', name), element('p', `This is ${kind}.`), verdict];
  if (!valid) return parts;
  return [
    ...parts,
    element('h3', 'It proves'),
    list(proves),
    element('h3', 'It relies on'),
    keys,
    element('h3', 'Mind'),
    list(warnings),
  ];
}

function list(sentences: readonly string[]): HTMLElement {
  const items = element('ul', '');
  items.append(...sentences.map((sentence) => element('li', sentence)));
  return items;
}

function element(name: 'h2' | 'h3' | 'li' | 'p' | 'ul', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function show(parts: readonly Element[]): void {
  answer?.replaceChildren(...parts);
}
