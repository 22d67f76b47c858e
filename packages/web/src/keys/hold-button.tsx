// A button that must be held for a second, by pointer or by key: for what leaves the node.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent as ReactKeyboardEvent, ReactNode } from 'react';
import { isMeant } from './keys.ts';
import type { KeyLayer } from './keys.ts';

export const HOLD_MS = 1_000;

/**
 * Calls `onHeld` once it was held for HOLD_MS by pointer, by Enter or Space on it, or by the key
 * of `code` anywhere on its layer. `keyName` is what the key is called on its cap.
 */
export function HoldButton(props: {
  readonly onHeld: () => void;
  readonly children: ReactNode;
  readonly code?: string;
  readonly keyName?: string;
  readonly layer?: KeyLayer;
  readonly className?: string;
  readonly disabled?: boolean;
}) {
  const { code, disabled = false, layer = 'page' } = props;
  const { holding, press, release } = useHold(props.onHeld, disabled);
  useHeldKey(code, layer, press, release);
  const byKey = (event: ReactKeyboardEvent, act: () => void): void => {
    if (event.code !== 'Enter' && event.code !== 'Space') return;
    event.preventDefault();
    if (!event.repeat) act();
  };
  return (
    <button
      type="button"
      className={`button ${props.className ?? ''}`}
      disabled={disabled}
      title="Hold for one second"
      onPointerDown={press}
      onPointerUp={release}
      onPointerLeave={release}
      onKeyDown={(event) => byKey(event, press)}
      onKeyUp={(event) => byKey(event, release)}
      onBlur={release}
    >
      {holding && <span className="held" aria-hidden="true" />}
      {props.children}
      {props.keyName !== undefined && <kbd className="key">{props.keyName}</kbd>}
      <span className="hold-word">hold</span>
    </button>
  );
}

function useHold(onHeld: () => void, disabled: boolean) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const newest = useRef(onHeld);
  useEffect(() => {
    newest.current = onHeld;
  });
  const release = useCallback(() => {
    clearTimeout(timer.current);
    setHolding(false);
  }, []);
  const press = useCallback(() => {
    if (disabled) return;
    clearTimeout(timer.current);
    setHolding(true);
    timer.current = setTimeout(() => {
      setHolding(false);
      newest.current();
    }, HOLD_MS);
  }, [disabled]);
  useEffect(() => release, [release]);
  return { holding, press, release };
}

function useHeldKey(
  code: string | undefined,
  layer: KeyLayer,
  press: () => void,
  release: () => void,
): void {
  useEffect(() => {
    if (code === undefined) return undefined;
    const down = (event: KeyboardEvent): void => {
      const bare = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
      if (event.code === code && bare && isMeant(event, layer)) press();
    };
    const up = (event: KeyboardEvent): void => {
      if (event.code === code) release();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [code, layer, press, release]);
}
