// The left column: what needs an answer now, in the order of the watch, and nothing above it. Then
// conflicts, what we wait for, and drafts that wait for their release.
import './tasks.css';
import { useFloor } from '../floor/hooks.ts';
import { useOpenSteps } from '../floor/open-steps.ts';
import type { Dialog } from '../shell/floor-page.tsx';
import { ConflictCard } from './conflict-card.tsx';
import { DraftCards, NewDraftButton } from './draft-cards.tsx';
import { Group } from './group.tsx';
import { TaskCard, WaitCard } from './task-card.tsx';

/** The column; `open` shows the page's warning dialog. */
export function TaskColumn({ open }: { readonly open: (dialog: Dialog) => void }) {
  const { picture, session } = useFloor();
  const { tasks, nowMs } = useOpenSteps();
  const ours = tasks.filter(({ party }) => party === session.party);
  const theirs = tasks.filter(({ party, object }) => {
    const author = picture.objects.get(object)?.author;
    return party !== session.party && author === session.party;
  });
  const conflicts = [...picture.conflicts.values()];
  return (
    <section className="task-column" aria-label="What needs an answer">
      <div className="task-scroll">
        <Group title="Answer now" count={ours.length}>
          {ours.map((task) => (
            <TaskCard key={task.id} task={task} nowMs={nowMs} />
          ))}
          {ours.length === 0 && <NothingAsked anything={picture.objects.size > 0} />}
        </Group>
        {conflicts.length > 0 && (
          <Group title="Conflicts" count={conflicts.length}>
            {conflicts.map((conflict) => (
              <ConflictCard key={conflict.id} conflict={conflict} nowMs={nowMs} />
            ))}
          </Group>
        )}
        {theirs.length > 0 && (
          <Group title="We wait for" count={theirs.length}>
            {theirs.map((task) => (
              <WaitCard key={task.id} task={task} nowMs={nowMs} />
            ))}
          </Group>
        )}
        <DraftCards />
      </div>
      <div className="task-make">
        <NewDraftButton />
        <button type="button" className="button" onClick={() => open('say')}>
          Say more <kbd className="key">S</kbd>
        </button>
        <button type="button" className="button grave" onClick={() => open('warn')}>
          Warn <kbd className="key">W</kbd>
        </button>
      </div>
    </section>
  );
}

function NothingAsked({ anything }: { readonly anything: boolean }) {
  if (anything) return <p className="quiet task-empty">Nothing of ours is open.</p>;
  return (
    <div className="quiet task-empty">
      <p>Nothing was said on this line yet.</p>
      <p>What the other side sends and what it waits for comes here, the nearest deadline first.</p>
      <p>Begin with a notice of your own: press D. Another seat releases it.</p>
    </div>
  );
}
