import { type Quadrant, quadrants } from '../../../lib/core/quadrant.ts';

/** Where what is dragged would come to stand: before a line, or (null) last. */
export interface Drop {
  quadrant: Quadrant;
  before: string | null;
}

export function dropAt(x: number, y: number): Drop | null {
  const region = document.elementFromPoint(x, y)?.closest<HTMLElement>('.region');
  const quadrant = quadrants.find((name) => name === region?.dataset['quadrant']);
  if (!region || !quadrant) return null;
  const below = [...region.querySelectorAll<HTMLElement>('.statement')].find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { quadrant, before: below?.dataset['id'] ?? null };
}
