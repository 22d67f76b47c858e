// What a draft runs into, as it is typed: words against geometry, others' notices, lead time, and
// what is still missing before it can be released.
import type { DraftCheck } from '@parley/engine';
import { lintSentence, minimaOf } from '@parley/engine';
import { REFUSALS } from '@parley/protocol';
import type { ObjectId, Refusal } from '@parley/protocol';
import { useFloor, useNow, usePartyName, useSelection } from '../floor/hooks.ts';
import { distanceText } from '../words/distance-text.ts';
import { Fixed } from '../words/fixed.tsx';
import { objectName, objectTitle } from '../words/object-words.ts';
import { durationText, windowText } from '../words/time-text.ts';
import { labelOf } from './said-label.ts';
import type { DraftView } from './use-draft-check.ts';

type Hit = DraftCheck['conflicts'][number];

/** The checks of a draft, most grave first. */
export function CheckView({ view }: { readonly view: DraftView }) {
  return (
    <div className="draft-checks" aria-live="polite">
      {view.lint.map((fault) => (
        <p key={`${fault.field} ${fault.quoted}`} className="draft-finding">
          <b>A line does not carry this.</b> <bdi>{lintSentence(fault)}</bdi>
        </p>
      ))}
      {[...new Set(view.findings.map(({ sentence }) => sentence))].map((sentence) => (
        <p key={sentence} className="draft-finding">
          <b>Text and geometry differ.</b> {sentence}
        </p>
      ))}
      {view.conflicts.length > 0 && (
        <section className="draft-conflicts" aria-label="Conflicts of this draft">
          <h3 className="section-head">
            Conflicts <span>{view.conflicts.length}</span>
          </h3>
          <ul>
            {view.conflicts.map((hit) => (
              <ConflictLine
                key={`${hit.id} ${hit.volumeIndex} ${hit.queryVolumeIndex}`}
                hit={hit}
              />
            ))}
          </ul>
        </section>
      )}
      {view.firstStartMs !== undefined && <LeadLine startMs={view.firstStartMs} />}
      {view.refusal !== undefined && view.refusal.code !== 'must-not-be-carried' && (
        <Missing refusal={view.refusal} several={view.places.length > 1} />
      )}
    </div>
  );
}

function ConflictLine({ hit }: { readonly hit: Hit }) {
  const { picture } = useFloor();
  const { selectObject } = useSelection();
  const nameOf = usePartyName();
  const object = picture.objects.get(hit.id as ObjectId);
  const { separation, window } = hit.conflict;
  const minima = minimaOf(picture);
  if (object === undefined) return undefined;
  return (
    <li>
      <button type="button" className="draft-link" onClick={() => selectObject(object.id)}>
        <Fixed>{objectName(object)}</Fixed> of {nameOf(object.author)}
      </button>{' '}
      <span dir="auto">{objectTitle(object)}</span>:{' '}
      {apart(separation.lateralCentimetres, minima.lateralCentimetres, 'on the ground')},{' '}
      {apart(separation.verticalCentimetres, minima.verticalCentimetres, 'in height')},{' '}
      <Fixed>{windowText(window.startMs, window.endMs)}</Fixed>
      {separation.timeMs > 0 && `, ${durationText(separation.timeMs)} apart`}
    </li>
  );
}

function apart(centimetres: number, agreed: number, where: string): string {
  if (centimetres === 0) return `overlaps ${where}`;
  return `${distanceText(centimetres)} of ${distanceText(agreed)} ${where}`;
}

function LeadLine({ startMs }: { readonly startMs: number }) {
  const { picture } = useFloor();
  const leadMs = startMs - useNow(1);
  const minimumMs = picture.arrangement?.minimumLeadMs ?? 0;
  const agreed = minimumMs > 0 && ` (agreed minimum ${durationText(minimumMs)})`;
  if (leadMs < 0) {
    return (
      <p className="draft-late">
        <b>LATE.</b> It begins {durationText(-leadMs)} before now{agreed}.
      </p>
    );
  }
  if (leadMs < minimumMs) {
    return (
      <p className="draft-late">
        <b>LATE.</b> Lead time would be {durationText(leadMs)}
        {agreed}. Both sides will see it marked late.
      </p>
    );
  }
  return (
    <p className="quiet">
      Lead time if released now: {durationText(leadMs)}
      {agreed}.
    </p>
  );
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'Title',
  lower: 'From height',
  upper: 'To height',
  start: 'Starts',
  end: 'Ends',
  extent: 'Radius or half-width',
  points: 'Positions',
  window: 'Times',
  band: 'Heights',
  outline: 'Outline',
  answerBy: 'Answer by',
  codes: 'What is asked',
  words: 'Words',
  notice: 'Which notice of ours',
};

function Missing({ refusal, several }: { readonly refusal: Refusal; readonly several: boolean }) {
  const { code, field, fault, right } = refusal;
  return (
    <p className="draft-missing" title={`${REFUSALS[code].sentence} ${field}`}>
      <b>Not ready. {fieldText(field, several)}:</b> {fault}.
      {right !== '' && ` Right would be: ${right}.`}
    </p>
  );
}

/** "volumes[1].points[3]" as "Positions, line 4, of volume 2"; the volume only among several. */
export function fieldText(field: string, several: boolean): string {
  const volume = /^volumes\[(\d+)\]\.?/.exec(field);
  const rest = field.slice(volume?.[0].length ?? 0);
  const name = rest.split(/[.[]/, 1)[0] ?? '';
  const line = /^points\[(\d+)\]/.exec(rest)?.[1];
  const words = FIELD_WORDS[name] ?? (name === '' ? 'the message' : labelOf(name));
  const ofLine = line === undefined ? '' : `, line ${Number(line) + 1}`;
  const ofVolume = volume === null || !several ? '' : `, of volume ${Number(volume[1]) + 1}`;
  return `${words}${ofLine}${ofVolume}`;
}
