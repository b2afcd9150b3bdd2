import { Component, type ReactNode } from 'react';

interface FenceProps {
  readonly children: ReactNode;
  readonly fallback: ReactNode;
  /** After this long what broke is tried again. */
  readonly retryMs: number;
  readonly onError?: (error: Error) => void;
}
interface FenceState {
  readonly broken: boolean;
}

/** Keeps what breaks inside from taking the rest of the screen down. */
export class ErrorFence extends Component<FenceProps, FenceState> {
  override state: FenceState = { broken: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): FenceState {
    return { broken: true };
  }

  override componentDidCatch(error: Error): void {
    this.props.onError?.(error);
    this.#timer = setTimeout(() => this.setState({ broken: false }), this.props.retryMs);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
