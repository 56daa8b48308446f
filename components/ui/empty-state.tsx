import type { ReactNode } from 'react';

/** Says what will be here and the one gesture that fills it. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <h2 className="section-title">{title}</h2>
      {children && <div className="control ink-2">{children}</div>}
    </div>
  );
}
