// Which page this address is: the floor of a seat, taking a seat, or how to come by one.
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { DoorPage, EnrolPage } from './enrol/enrol-page.tsx';
import { FloorProvider } from './floor/floor-provider.tsx';
import { FloorPage } from './shell/floor-page.tsx';
import { mantineTheme, mantineVariables } from './theme/mantine-theme.ts';
import { useMode } from './theme/mode.ts';

/** The whole page. */
export function App() {
  const { mode } = useMode();
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={mantineVariables}
      forceColorScheme={mode === 'day' ? 'light' : 'dark'}
    >
      {pageAt(location.pathname, location.hash)}
    </MantineProvider>
  );
}

function pageAt(path: string, fragment: string): ReactNode {
  const seat = /^\/seat\/([^/]+)\/?$/.exec(path)?.[1];
  if (seat !== undefined) {
    return (
      <FloorProvider
        seat={decodeURIComponent(seat)}
        opening={(unanswered) => <Opening unanswered={unanswered} />}
        signedOut={<SignedOut />}
      >
        <FloorPage />
      </FloorProvider>
    );
  }
  const token = fragment.replace(/^#/, '');
  if (path === '/enrol' && token !== '') return <EnrolPage token={token} />;
  return (
    <DoorPage title="This is a Parley node">
      <p>A seat of its floor is taken with a one-time link.</p>
      <p>The first link is printed by the node when it starts.</p>
      <p>After that, a releaser makes links for the others from the floor: Seat, Invite.</p>
    </DoorPage>
  );
}

function Opening({ unanswered }: { readonly unanswered: boolean }) {
  return (
    <DoorPage title={unanswered ? 'The node does not answer' : 'Opening the floor'}>
      {unanswered && <output>This page keeps asking and opens as soon as it is there.</output>}
    </DoorPage>
  );
}

function SignedOut() {
  return (
    <DoorPage title="This seat is not signed in here">
      <p>Its session has ended, or this browser never took it.</p>
      <p>A releaser of your floor can make a new link: Seat, Invite.</p>
    </DoorPage>
  );
}
