// Free text as its author wrote it: verbatim, with its language, never translated here.
import type { Words } from '@parley/protocol';

/** The words with their language tag. */
export function OriginalWords({ words }: { readonly words: Words }) {
  return (
    <figure className="original">
      <figcaption className="quiet">
        Original words <bdi className="fixed">{words.language}</bdi>
      </figcaption>
      <blockquote lang={words.language} dir="auto">
        {words.text}
      </blockquote>
    </figure>
  );
}
