import { type ComponentType, lazy, useState } from 'react';

/** A component in a file of its own. */
export interface Loadable<Props> {
  load(): Promise<unknown>;
  /** The component where it is loaded, else one that waits for it. */
  take(): ComponentType<Props>;
}

export function later<Props>(from: () => Promise<ComponentType<Props>>): Loadable<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async () => {
    loaded = await from();
    return { default: loaded };
  };
  const waiting = lazy(load) as unknown as ComponentType<Props>;
  return { load, take: () => loaded ?? waiting };
}

/**
 * Draws a component that is loaded when it is first drawn, or was before, by what loads it. Loaded before, it is there at once; else it belongs into a
 * `Suspense`, and comes up to 300 ms late, by which React keeps what stands in for it from flashing.
 */
export function Later<Props extends object>({ of, props }: { of: Loadable<Props>; props: Props }) {
  // The same as long as it stands, or it would lose its state.
  const [It] = useState(() => of.take());
  return <It {...props} />;
}
