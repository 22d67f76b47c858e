// Evidence as files: an entry's proof and its exact bytes, or the author's whole record, to be
// checked by anybody with `parley verify`, without this node.
import type { LineObject } from '@parley/engine';
import { useState } from 'react';
import { useActions, useEntryText } from '../floor/hooks.ts';
import type { Reply } from '../floor/hooks.ts';
import { download } from '../floor/download.ts';
import { useKeys } from '../keys/keys.ts';

/** The buttons that save evidence of an object. */
export function Evidence({ object }: { readonly object: LineObject }) {
  const { entryProof, exportRecord } = useActions();
  const [refusal, setRefusal] = useState<string>();
  const { author, ref } = object;
  const save = async (asked: Promise<Reply<string>>, name: string): Promise<void> => {
    const reply = await asked;
    setRefusal(reply.ok ? undefined : reply.sentence);
    if (reply.ok) download(name, reply.value);
  };
  const saveProof = (): void => void save(entryProof(ref), `${author}-${ref.index}.proof`);
  const text = useEntryText()(object.id);
  const saveRecord = (): void => void save(exportRecord(author), `${author}.record`);
  useKeys({ KeyF: saveProof });
  return (
    <section aria-label="Evidence">
      <h3 className="section-head">Evidence</h3>
      <div className="button-row">
        <button type="button" className="button" onClick={saveProof}>
          Proof of this entry <kbd className="key">F</kbd>
        </button>
        {text !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => download(`${author}-${ref.index}.entry.json`, text)}
          >
            Its exact bytes
          </button>
        )}
        <button type="button" className="button" onClick={saveRecord}>
          Whole record
        </button>
      </div>
      {refusal !== undefined && <p className="refusal">{refusal}</p>}
    </section>
  );
}
