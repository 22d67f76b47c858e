// The alarm's sound, made in the browser. Browsers stay silent until somebody has pressed
// something, so the alarm is tested once on each page, and until then the page says that it is off.
import { useEffect } from 'react';
import { cell } from '../floor/cell.ts';
import { useCell, useTicked } from '../floor/hooks.ts';
import { alarmBurst, BURST_EVERY_MS, FUNDAMENTAL_HZ, HARMONICS } from './alarm-burst.ts';

/** 'off': this page cannot sound yet, or no longer. */
export type SoundState = 'off' | 'ready';
export const SILENCE_MS = 60_000;

const state = cell<SoundState>('off');
/** Until when the sound is silenced, by performance.now(); 0 when it is not. */
const silencedUntil = cell(0);
let audio: AudioContext | undefined;

/** Whether this page can sound. */
export function useSoundState(): SoundState {
  return useCell(state);
}

/** For how many seconds more the sound is silenced; 0 when it is not. */
export function useSilencedSeconds(): number {
  return useTicked(silencedSeconds);
}

/** Plays one burst, from a press of a button: from then on the page may sound. */
export async function testAlarm(): Promise<void> {
  audio ??= newAudio();
  await audio.resume();
  follow(audio);
  playBurst(audio);
}

/** Silences the sound, never the screen, for SILENCE_MS. */
export function silence(): void {
  silencedUntil.set(performance.now() + SILENCE_MS);
}

/** Sounds the alarm for as long as `active`; a new alarm is not silenced by an old silence. */
export function useAlarm(active: boolean, alarm: string): void {
  const ready = useCell(state) === 'ready';
  useEffect(() => {
    silencedUntil.set(0);
  }, [alarm]);
  useEffect(() => {
    if (!active || !ready || audio === undefined) return undefined;
    const context = audio;
    const sound = (): void => {
      if (performance.now() >= silencedUntil.get()) playBurst(context);
    };
    sound();
    const timer = setInterval(sound, BURST_EVERY_MS);
    return () => clearInterval(timer);
  }, [active, ready, alarm]);
}

function silencedSeconds(): number {
  return Math.max(0, Math.ceil((silencedUntil.get() - performance.now()) / 1_000));
}

function newAudio(): AudioContext {
  const context = new AudioContext();
  context.addEventListener('statechange', () => follow(context));
  return context;
}

function follow(context: AudioContext): void {
  state.set(context.state === 'running' ? 'ready' : 'off');
}

function playBurst(context: AudioContext): void {
  const wave = context.createPeriodicWave(
    new Float32Array(HARMONICS.length + 1),
    new Float32Array([0, ...HARMONICS]),
  );
  const startSeconds = context.currentTime + 0.02;
  for (const pulse of alarmBurst()) {
    const from = startSeconds + pulse.startMs / 1_000;
    playPulse(context, wave, from, from + pulse.durationMs / 1_000);
  }
}

function playPulse(context: AudioContext, wave: PeriodicWave, from: number, to: number): void {
  const EDGE_SECONDS = 0.015;
  const tone = context.createOscillator();
  const loudness = context.createGain();
  tone.setPeriodicWave(wave);
  tone.frequency.value = FUNDAMENTAL_HZ;
  loudness.gain.setValueAtTime(0, from);
  loudness.gain.linearRampToValueAtTime(0.6, from + EDGE_SECONDS);
  loudness.gain.setValueAtTime(0.6, to - EDGE_SECONDS);
  loudness.gain.linearRampToValueAtTime(0, to);
  tone.connect(loudness).connect(context.destination);
  tone.start(from);
  tone.stop(to);
}
