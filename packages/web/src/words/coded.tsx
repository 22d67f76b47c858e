// A coded statement with its number, which an officer reads out loud to somebody who has the same
// phrase book in another language.
import { phrase, phraseNumber } from '@parley/protocol';
import type { PhraseCode } from '@parley/protocol';
import { Fixed } from './fixed.tsx';

/** What a code says, and its number. */
export function Coded({ code }: { readonly code: PhraseCode }) {
  return (
    <>
      {phrase(code)} <PhraseNumbers codes={[code]} />
    </>
  );
}

/** The numbers of what was said before: "#1 #6". */
export function PhraseNumbers({ codes }: { readonly codes: readonly PhraseCode[] }) {
  return (
    <Fixed className="phrase-number">
      {codes.map((code) => `#${phraseNumber(code)}`).join(' ')}
    </Fixed>
  );
}
