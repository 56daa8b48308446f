/** Perspective: what a rival is blamed for is our chance, what it is praised for a threat to us; and the other way round. Proposed, never done by itself. */
import type { Quadrant } from './quadrant.ts';
import type { Brand } from './records.ts';

export interface Judged {
  brand: string;
  quadrant: Quadrant;
}

/** A rival's inside, seen from ours: and back. */
const ours: Partial<Record<Quadrant, Quadrant>> = { weakness: 'opportunity', strength: 'threat' };
const theirs: Partial<Record<Quadrant, Quadrant>> = { opportunity: 'weakness', threat: 'strength' };

/** What is inside a rival, seen from ours; null for what is outside it. */
export const ourSide = (quadrant: Quadrant): Quadrant | null => ours[quadrant] ?? null;

/**
 * The other side of one judgement, or null where it has none: praise and complaints about ourselves are what they are.
 * Ours is the own brand that the post mentions, else the first; theirs the rival that it mentions first, for nobody else can be meant.
 */
export function flipOf({ brand, quadrant }: Judged, brands: readonly Pick<Brand, 'id' | 'kind'>[], mentioned: readonly string[]): Judged | null {
  const kindOf = (id: string) => brands.find((one) => one.id === id)?.kind;
  const named = (kind: Brand['kind']) => mentioned.find((id) => kindOf(id) === kind);
  const kind = kindOf(brand);
  const [other, seen] =
    kind === 'competitor'
      ? [named('own') ?? brands.find((one) => one.kind === 'own')?.id, ours[quadrant]]
      : kind === 'own'
        ? [named('competitor'), theirs[quadrant]]
        : [];
  return other && seen ? { brand: other, quadrant: seen } : null;
}
