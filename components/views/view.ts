import type { ComponentType } from 'react';
import type { Store } from '../../lib/db/store.ts';

/** A page of the dashboard. One folder under components/views: `view.ts` says this, `index.tsx` is loaded when it is first shown. */
export interface View {
  /** Its address: `#/<id>`. Never rename: people keep links. */
  id: string;
  /** Place in the top bar; null where only links lead to it. */
  order: number | null;
  /** Letter that leads to it after G. */
  key?: string;
  name(): string;
  /** Kept up beside the name: how much waits there. */
  count?(store: Store): Promise<number>;
  /** The module whose default export draws it. `rest` is what follows the id in the address. */
  load(): Promise<{ default: ComponentType<ViewProps> }>;
}

export interface ViewProps {
  rest: string | null;
}

/** Gives the literal its type, and nothing else. */
export const defineView = (view: View): View => view;
