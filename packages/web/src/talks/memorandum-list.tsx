// The arrangement's versions: drafted, proposed, amended, agreed to, signed by whom and since when.
import { phrase } from '@parley/protocol';
import { usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { minuteText } from '../words/time-text.ts';
import type { Memorandum, VersionRow } from './memorandum.ts';
import { ScopeLines } from './offer-list.tsx';
import { listed, Name, TalkSection } from './talk-row.tsx';
import type { Take } from './talk-row.tsx';

const STAGES: Readonly<Record<VersionRow['stage'], string>> = {
  proposed: 'Proposed',
  amended: 'Amended',
  agreed: 'Agreed to, not signed',
  signed: 'Not signed by all',
  'in-force': 'In force',
  former: 'No longer in force',
  lapsed: 'Lapsed',
};
const SETTLED: ReadonlySet<VersionRow['stage']> = new Set(['in-force', 'former', 'lapsed']);

/** The section of the arrangement; `openArrangement` shows its dialog. */
export function MemorandumList(props: {
  readonly memorandum: Memorandum;
  readonly take: Take;
  readonly openArrangement: () => void;
  readonly nowMs: number;
}) {
  const { versions, drafts } = props.memorandum;
  return (
    <TalkSection
      title={phrase('type.arrangement')}
      count={versions.length + drafts.length}
      empty="No version was signed or proposed yet."
    >
      <ul>
        {drafts.map(({ draft, version, act }) => (
          <li key={draft.id} className="talk-row ours">
            <p>
              Draft {act === 'sign' ? 'of our signature under' : 'of a proposal of'} version{' '}
              {version}, by <bdi>{draft.drafter}</bdi>: only on this node.
            </p>
          </li>
        ))}
        {versions.map((row) => (
          <VersionItem key={keyOf(row)} row={row} take={props.take} nowMs={props.nowMs} />
        ))}
      </ul>
      <button type="button" className="button" onClick={props.openArrangement}>
        Read, compare, sign <kbd className="key">M</kbd>
      </button>
    </TalkSection>
  );
}

function VersionItem(props: {
  readonly row: VersionRow;
  readonly take: Take;
  readonly nowMs: number;
}) {
  const { row, take, nowMs } = props;
  const nameOf = usePartyName();
  const { signing, stage, proposals, clausesChanged, inForceSinceMs } = row;
  const { arrangement, signed, missing } = signing;
  return (
    <li className={SETTLED.has(stage) ? 'talk-row' : 'talk-row open'}>
      <p className="talk-head">
        <b>Version {arrangement.version}</b>
        <span dir="auto">{arrangement.title}</span>
        <b className={toneOf(stage)}>{STAGES[stage]}</b>
        {inForceSinceMs !== undefined && (
          <Fixed className="quiet">{minuteText(inForceSinceMs, nowMs)}</Fixed>
        )}
      </p>
      {proposals.map((object) => (
        <p key={object.id}>
          {isAmendment(object.body) ? 'In place of another text, by' : 'Proposed by'}{' '}
          {nameOf(object.author)}{' '}
          <button type="button" className="link" onClick={() => take(object.id)}>
            <Name object={object} />
          </button>{' '}
          <Fixed className="quiet">{minuteText(object.releasedMs, nowMs)}</Fixed>
        </p>
      ))}
      {signed.map(({ party, seat, atMs }) => (
        <p key={party}>
          <span aria-hidden="true" className="talk-done">
            ✓{' '}
          </span>
          Signed by {nameOf(party)}, {seat}{' '}
          <Fixed className="quiet">{minuteText(atMs, nowMs)}</Fixed>
        </p>
      ))}
      {missing.length > 0 && <p>Not signed by {listed(missing.map(nameOf))}</p>}
      {clausesChanged !== undefined && (
        <p className="quiet">
          {clausesChanged === 1 ? '1 clause differs' : `${clausesChanged} clauses differ`} from what
          is in force
        </p>
      )}
      {arrangement.subjects !== undefined && stage !== 'former' && stage !== 'lapsed' && (
        <ScopeLines scope={arrangement.subjects} />
      )}
    </li>
  );
}

function toneOf(stage: VersionRow['stage']): string {
  if (stage === 'in-force') return 'talk-done';
  return SETTLED.has(stage) ? 'quiet' : 'talk-waits';
}

function isAmendment(body: VersionRow['proposals'][number]['body']): boolean {
  return body.type === 'proposal' && body.alternativeTo !== undefined;
}

function keyOf({ signing }: VersionRow): string {
  const entries = [...signing.proposals, ...signing.signed.map(({ party }) => party)];
  return `${signing.arrangement.version} ${entries.join(' ')}`;
}
