// A bug in one panel must not take the alarm, the line's state or the tasks with it: the panel says
// that it has failed, and everything else stays.
import { Component } from 'react';
import type { ReactNode } from 'react';

type Props = { readonly name: string; readonly children: ReactNode };
type State = { readonly fault: string | undefined };

/** What stands below it is drawn until it throws; then a sentence and a way back. */
export class PanelBoundary extends Component<Props, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <div className="panel-failed" role="alert">
        <p>
          <b>{this.props.name} has failed on this page.</b> The records are not affected; the alarm,
          the line and the other panels go on.
        </p>
        <p className="quiet">{fault}</p>
        <button
          type="button"
          className="button"
          onClick={() => this.setState({ fault: undefined })}
        >
          Try again
        </button>{' '}
        <button type="button" className="button" onClick={() => location.reload()}>
          Reload the page
        </button>
      </div>
    );
  }
}
