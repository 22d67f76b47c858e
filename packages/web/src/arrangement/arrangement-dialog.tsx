// The arrangement in force as a document, the other versions that were signed or proposed, what
// changes from one to the other, and what this side says to them. All of it goes by drafts.
import './arrangement.css';
import { arrangementDocument, arrangementText, signingState } from '@parley/engine';
import type { LineObject, SigningState } from '@parley/engine';
import { objectIdOf } from '@parley/protocol';
import type { Body } from '@parley/protocol';
import { useEffect, useState } from 'react';
import { useFloor, usePartyName } from '../floor/hooks.ts';
import { FloorDialog } from '../shell/floor-dialog.tsx';
import { Clauses, Comparison } from './clauses.tsx';
import { ProposalEditor, readArrangementText } from './proposal-editor.tsx';
import { useKeptText } from './kept-text.ts';
import type { KeptText } from './kept-text.ts';
import { useKeptDraft } from './use-kept-draft.ts';

const STATES: Readonly<Record<SigningState['state'], string>> = {
  'in-force': 'in force',
  former: 'no longer in force',
  open: 'not yet signed by all',
  lapsed: 'lapsed',
};

/** The dialog of the arrangement. */
export function ArrangementDialog({ close }: { readonly close: () => void }) {
  const { picture } = useFloor();
  const versions = signingState(picture);
  const [chosen, setChosen] = useState<string>();
  const [kept, keep] = useUnreleasedText(versions);
  const first =
    versions.find(({ arrangement }) => arrangement.version === kept?.from) ??
    versions.find(({ state }) => state === 'in-force') ??
    versions[0];
  const shown = versions.find((one) => nameOf(one) === chosen) ?? first;
  const isOneOfSeveral = ({ state, arrangement: { version } }: SigningState): boolean =>
    state !== 'in-force' &&
    versions.filter(({ arrangement }) => arrangement.version === version).length > 1;
  const partyName = usePartyName();
  const originOf = ({ proposals, signed }: SigningState): string => {
    const proposers = proposals.flatMap((id) => picture.objects.get(id)?.author ?? []);
    const parties = proposers.length > 0 ? proposers : signed.map(({ party }) => party);
    return [...new Set(parties)].map(partyName).join(' and ');
  };
  return (
    <FloorDialog title="Arrangement" close={close} size={760}>
      {shown === undefined && <p>No version was signed or proposed yet.</p>}
      <fieldset className="arrangement-versions" aria-label="Versions">
        {versions.map((one) => (
          <button
            key={nameOf(one)}
            type="button"
            className="button"
            aria-pressed={one === shown}
            onClick={() => setChosen(nameOf(one))}
          >
            Version {one.arrangement.version}
            {isOneOfSeveral(one) && ` of ${originOf(one)}`}, {STATES[one.state]}
          </button>
        ))}
      </fieldset>
      {shown !== undefined && (
        <Version key={nameOf(shown)} signing={shown} kept={kept} keep={keep} />
      )}
    </FloorDialog>
  );
}

// Two texts of one number are told apart by who signed and proposed them.
function nameOf({ arrangement, proposals, signed }: SigningState): string {
  const entries = [...proposals, ...signed.map(({ ref }) => objectIdOf(ref))];
  return `${arrangement.version} ${entries.toSorted()[0] ?? ''}`;
}

/** The kept text, dropped once a proposal of ours says the same. */
function useUnreleasedText(versions: readonly SigningState[]): ReturnType<typeof useKeptText> {
  const { picture, session } = useFloor();
  const [kept, keep] = useKeptText();
  const read = kept === undefined ? undefined : readArrangementText(kept.text);
  const said = read?.ok === true ? arrangementText(read.value) : undefined;
  const released = versions.some(
    ({ arrangement, proposals }) =>
      arrangementText(arrangement) === said &&
      proposals.some((id) => picture.objects.get(id)?.author === session.party),
  );
  useEffect(() => {
    if (released) keep(undefined);
  }, [released, keep]);
  return [released ? undefined : kept, keep];
}

function Version(props: {
  readonly signing: SigningState;
  readonly kept: KeptText | undefined;
  readonly keep: (kept: KeptText | undefined) => void;
}) {
  const { signing, kept, keep } = props;
  const { picture, session } = useFloor();
  const { arrangement } = signing;
  const from = arrangement.version;
  const text = kept?.from === from ? kept.text : undefined;
  const document = arrangementDocument({ arrangement, members: session.members, signing });
  const inForce = picture.arrangement;
  const proposals = signing.proposals.flatMap((id) => picture.objects.get(id) ?? []);
  const theirs = proposals.find(({ author }) => author !== session.party);
  return (
    <article>
      <h2 dir="auto">{document.title}</h2>
      <p>
        Between {document.parties}. Version {document.version}. {document.standing}
      </p>
      <ul>
        {document.signatures.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Acts signing={signing} theirs={theirs} edit={() => keep({ from, text: text ?? '' })} />
      {text !== undefined && (
        <ProposalEditor
          from={arrangement}
          inPlaceOf={theirs?.ref}
          text={text}
          setText={(next) => keep({ from, text: next })}
          discard={() => keep(undefined)}
        />
      )}
      {inForce !== undefined && signing.state !== 'in-force' && (
        <Comparison before={inForce} after={arrangement} />
      )}
      <Clauses arrangement={arrangement} />
    </article>
  );
}

function Acts(props: {
  readonly signing: SigningState;
  readonly theirs: LineObject | undefined;
  readonly edit: () => void;
}) {
  const { signing, theirs, edit } = props;
  const { session } = useFloor();
  const { keep, told } = useKeptDraft();
  const mayStillSign = signing.state === 'open' && signing.missing.includes(session.party);
  return (
    <>
      <div className="arrangement-actions">
        {mayStillSign && (
          <button type="button" className="button asked" onClick={() => keep(signing.arrangement)}>
            Sign
          </button>
        )}
        {theirs !== undefined && <Answers proposal={theirs} keep={keep} />}
        <button type="button" className="button" onClick={edit}>
          {theirs === undefined ? 'Propose changes' : 'Propose another instead'}
        </button>
      </div>
      {told !== undefined && <output>{told}</output>}
    </>
  );
}

function Answers(props: { readonly proposal: LineObject; readonly keep: (body: Body) => void }) {
  const { proposal, keep } = props;
  const { picture, session } = useFloor();
  const { ref, id, ladders } = proposal;
  const said = ladders.get(session.party)?.responded?.statement.result;
  if (said === 'agreed' || said === 'denied') return undefined;
  const counter = picture.byAuthor.get(session.party)?.findLast(({ body, state }) => {
    if (state !== 'in-force' || body.type !== 'proposal') return false;
    return body.alternativeTo !== undefined && objectIdOf(body.alternativeTo) === id;
  });
  const respond = (result: 'agreed' | 'denied') => () => keep({ type: 'response', ref, result });
  return (
    <>
      <button type="button" className="button" onClick={respond('agreed')}>
        Agree
      </button>
      <button type="button" className="button" onClick={respond('denied')}>
        Deny
      </button>
      {counter !== undefined && said !== 'alternative' && (
        <button
          type="button"
          className="button"
          onClick={() =>
            keep({ type: 'response', ref, result: 'alternative', alternative: counter.ref })
          }
        >
          Answer with our alternative
        </button>
      )}
    </>
  );
}
