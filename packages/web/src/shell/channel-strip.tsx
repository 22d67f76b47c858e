// What a member has closed of its end of the channel: who, since when, how far, until what. It
// never closes warnings, and says so.
import { channelOf } from '@parley/engine';
import { phrase } from '@parley/protocol';
import type { ChannelState } from '@parley/protocol';
import { useFloor, useNow, usePartyName } from '../floor/hooks.ts';
import { Fixed } from '../words/fixed.tsx';
import { instantText } from '../words/time-text.ts';

/** One line for each member whose channel is not open; nothing while all are. */
export function ChannelStrip() {
  const { picture, session } = useFloor();
  const nameOf = usePartyName();
  const nowMs = useNow(0.2);
  const status = session.replay ? 'exercise' : 'actual';
  const held = picture.members.flatMap((party) => {
    const said = channelOf(picture, party, status);
    return said === undefined || said.statement.state === 'open' ? [] : [{ party, ...said }];
  });
  if (held.length === 0) return undefined;
  return (
    <ul className="channel-strip" aria-label="The channel">
      {held.map(({ party, atMs, statement: { state, scope, reason, resumption } }) => (
        <li key={party}>
          <b>
            {nameOf(party)}: channel {phrase(`channel.${state}`).toLowerCase()}
          </b>{' '}
          since <Fixed>{instantText(atMs, nowMs)}</Fixed>.<Reason code={reason} />
          {scope.length > 0 && (
            <>Scope: {scope.map((code) => phrase(`suspendable.${code}`)).join(', ')}. </>
          )}
          {resumption === undefined ? (
            'Nothing was stated on its resumption. '
          ) : (
            <>
              To resume:{' '}
              <bdi lang={resumption.language} dir="auto">
                {resumption.text}
              </bdi>
              .{' '}
            </>
          )}
          Warnings, accidents and calls for help stay open.
        </li>
      ))}
    </ul>
  );
}

function Reason({ code }: { readonly code: ChannelState['reason'] }) {
  return ` ${phrase(`channel-reason.${code}`)}. `;
}
