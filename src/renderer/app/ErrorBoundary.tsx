import { Component, type ReactNode } from 'react';
import { FailureState } from '../ui/FailureState.tsx';

interface Props {
  /** What stopped: "The map". */
  name: string;
  children: ReactNode;
}

/** Keeps a fault in one pane from taking the window along: shows it in the pane's place, with a way to draw it anew. */
export class ErrorBoundary extends Component<Props, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(thrown: unknown): { fault: Error } {
    return { fault: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return (
      <FailureState
        title={`${this.props.name} stopped`}
        failure={{ message: fault.message }}
        kept="Your library and the other panes are as they were"
        retryLabel="Draw it anew"
        onRetry={() => this.setState({ fault: null })}
      />
    );
  }
}
