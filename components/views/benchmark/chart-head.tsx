import type { ReactNode } from 'react';

/** What a part of the benchmark is called, and beside it what can be done with it, which is not in its picture. */
export const ChartHead = ({ id, title, children }: { id: string; title: ReactNode; children: ReactNode }) => (
  <div className="row wrap base chart-head">
    <h2 className="section-title" id={id}>
      {title}
    </h2>
    <span className="row end chart-tools" data-undrawn>
      {children}
    </span>
  </div>
);
