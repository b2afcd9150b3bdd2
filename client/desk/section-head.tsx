import type { ReactNode } from 'react';

interface SectionHeadProps {
  readonly title: string;
  /** Scope, period, what the figures are of. */
  readonly detail?: ReactNode;
  /** Choices and actions of the section, at the end of the line. */
  readonly children?: ReactNode;
}

/** The heading every section begins with. */
export function SectionHead({ title, detail, children }: SectionHeadProps) {
  return (
    <header className="section-head">
      <div>
        <h1>{title}</h1>
        {detail && <p>{detail}</p>}
      </div>
      <div className="section-tools">{children}</div>
    </header>
  );
}
