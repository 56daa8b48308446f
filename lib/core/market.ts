/** The own board against the market: what is said of rivals and of the sector, seen from ours. Nobody's tags or statements change. */
import type { Line, Region } from './board.ts';
import { ourSide } from './flip.ts';
import { type Quadrant, quadrants } from './quadrant.ts';
import type { Brand } from './records.ts';

/** A line of another brand's board. */
export interface ForeignLine {
  brand: Brand;
  line: Line;
}

/** Where a line of another brand's board stands on ours; null where it says nothing of us. What is said of the sector is said of all in it. */
const seenAs = ({ kind }: Brand, quadrant: Quadrant): Quadrant | null => {
  if (kind === 'competitor') return ourSide(quadrant);
  return kind === 'sector' && (quadrant === 'opportunity' || quadrant === 'threat') ? quadrant : null;
};

/** The lines of other brands that stand in each of our quadrants, the strongest evidence first; opinions without any are left to their own board. */
export function marketOf(others: readonly { brand: Brand; regions: readonly Region[] }[]): Record<Quadrant, ForeignLine[]> {
  const found = Object.fromEntries(quadrants.map((quadrant) => [quadrant, [] as ForeignLine[]])) as Record<Quadrant, ForeignLine[]>;
  for (const { brand, regions } of others)
    for (const { quadrant, lines } of regions) {
      const seen = seenAs(brand, quadrant);
      if (seen) found[seen].push(...lines.filter(({ clips }) => clips > 0).map((line) => ({ brand, line })));
    }
  for (const lines of Object.values(found))
    lines.sort((a, b) => b.line.strength - a.line.strength || b.line.clips - a.line.clips || (a.line.id < b.line.id ? -1 : 1));
  return found;
}
