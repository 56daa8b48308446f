import { type StandingTheme, under } from '../../../lib/core/themes.ts';

/** What a dragged theme would come to stand under; null: nothing, at the top. */
export interface Drop {
  parent: string | null;
}

/** On another theme, never one under it; on the line above the tree, the top. Where it stands already is no place to drop it. */
export function dropAt(themes: readonly StandingTheme[]) {
  return (x: number, y: number, id: string): Drop | null => {
    const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('.theme-row, .theme-top');
    const theme = themes.find((one) => one.id === id);
    if (!place || !theme) return null;
    const parent = place.dataset['id'] ?? null;
    return parent === theme.parent || (parent !== null && under(themes, id).has(parent)) ? null : { parent };
  };
}
