// A page that cannot sound says so until its alarm was tested: a step of every watch's start.
import './flash.css';
import { useKeys } from '../keys/keys.ts';
import { silence, testAlarm, useSilencedSeconds, useSoundState } from './alarm-sound.ts';

/** The bar under the top bar; nothing once the alarm was tested. */
export function SoundBar() {
  const state = useSoundState();
  useKeys({ F8: silence }, 'dialog');
  if (state === 'ready') return undefined;
  return (
    <section className="sound-bar" aria-label="Alarm sound">
      <span>
        <b>Sound is off on this page.</b> A FLASH would show, but not sound.
      </span>
      <button type="button" className="button" onClick={() => void testAlarm()}>
        Press to test the alarm
      </button>
    </section>
  );
}

/** Whether the alarm sounds now, in words. */
export function SoundWords() {
  const state = useSoundState();
  const leftSeconds = useSilencedSeconds();
  if (state === 'off') {
    return (
      <button type="button" className="button" onClick={() => void testAlarm()}>
        Sound is off on this page. Turn it on
      </button>
    );
  }
  if (leftSeconds > 0) return <span>Sound silenced for {leftSeconds} s more.</span>;
  return (
    <button type="button" className="button" onClick={silence}>
      Sounding. Silence for 60 s <kbd className="key">F8</kbd>
    </button>
  );
}
