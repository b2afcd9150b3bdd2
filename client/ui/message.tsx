import type { ReactNode } from 'react';

interface MessageProps {
  readonly title: string;
  readonly detail?: string;
  /** 0–1 */
  readonly progress?: number;
  readonly children?: ReactNode;
}

/** One quiet sentence on an otherwise empty screen. */
export function Message({ title, detail, progress, children }: MessageProps) {
  return (
    <main className="message">
      <h1>{title}</h1>
      {detail && <p>{detail}</p>}
      {progress !== undefined && (
        <progress value={progress} max={1} aria-label={title}>
          {detail}
        </progress>
      )}
      {children}
    </main>
  );
}
