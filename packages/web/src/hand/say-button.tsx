// Saying something to the line from a button: held, and the refusal shown where it was said.
import type { Body } from '@parley/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useActions } from '../floor/hooks.ts';
import { HoldButton } from '../keys/hold-button.tsx';
import type { KeyLayer } from '../keys/keys.ts';

/** `say(body)` as a function that never overlaps with itself, and the last refusal in words. */
export function useSay(): {
  readonly send: (body: Body) => Promise<boolean>;
  readonly busy: boolean;
  readonly refusal: string | undefined;
} {
  const { say } = useActions();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const send = async (body: Body): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    const reply = await say(body);
    setRefusal(reply.ok ? undefined : reply.sentence);
    setBusy(false);
    return reply.ok;
  };
  return { send, busy, refusal };
}

/** A held button that says `body`. */
export function SayButton(props: {
  readonly body: Body;
  readonly children: ReactNode;
  readonly code?: string;
  readonly keyName?: string;
  readonly layer?: KeyLayer;
  readonly className?: string;
}) {
  const { body, children, ...rest } = props;
  const { send, busy, refusal } = useSay();
  return (
    <>
      <HoldButton {...rest} disabled={busy} onHeld={() => void send(body)}>
        {children}
      </HoldButton>
      {refusal !== undefined && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}
