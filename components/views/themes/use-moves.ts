import { useRef } from 'react';
import { parentAfter, type StandingTheme } from '../../../lib/core/themes.ts';
import { themesOf } from '../../../lib/db/queries.ts';
import { i18n } from '../../../lib/i18n/index.ts';
import type { useWriting } from '../../dashboard/use-writing.ts';

/** Themes put elsewhere in the tree, by drag or by key. */
export function useMoves({ store, write }: ReturnType<typeof useWriting>) {
  /** The theme moved last: its row is another one where it comes to stand, and takes the focus that went with the old one. */
  const arriving = useRef<string | null>(null);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  function place(themes: readonly StandingTheme[], id: string, parent: string | null): Promise<boolean> {
    const nameOf = (one: string | null) => themes.find((theme) => theme.id === one)?.name ?? '';
    arriving.current = id;
    const words = i18n.t(parent ? 'themes.moved' : 'themes.movedUp', { name: nameOf(id), to: nameOf(parent) });
    return write(({ editTheme }) => editTheme(store, id, { parent }), words);
  }

  /** Each step from where the one before has put it, however fast they are asked for. */
  function step(id: string, to: 'in' | 'out'): void {
    // One step that fails does not hold up the next.
    before.current = Promise.allSettled([before.current]).then(async () => {
      const themes = await themesOf(store);
      const parent = parentAfter(themes, id, to);
      if (parent !== undefined) await place(themes, id, parent);
    });
  }

  /** Whether a row that appears is to have the focus: that of a theme just moved, unless the person is elsewhere by now. */
  const arrives = (id: string): boolean => arriving.current === id && document.activeElement === document.body;

  return { place, step, arrives };
}
export type ThemeMoves = ReturnType<typeof useMoves>;
