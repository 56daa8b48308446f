/** What a judgement is about beyond its theme: something within the company, or something around it. */
import type { Quadrant } from './quadrant.ts';

/** Within: who we are, what we offer, what we have, how we are seen, what we did. */
export const internalFactors = ['identity', 'offer', 'resources', 'reputation', 'past'] as const;
/** Around: whom one competes with, and the world. */
export const externalFactors = ['competition', 'demographic', 'economic', 'technological', 'political', 'sociocultural'] as const;
export const factors = [...internalFactors, ...externalFactors] as const;
export type Factor = (typeof factors)[number];

const isInternal = (factor: Factor): boolean => (internalFactors as readonly Factor[]).includes(factor);

const inside = { opportunity: 'strength', threat: 'weakness' } as const;
const outside = { strength: 'opportunity', weakness: 'threat' } as const;

/** What a judgement with this factor usually is, where it is judged otherwise; null where both agree. It is asked, never refused. */
export function usualQuadrant(quadrant: Quadrant, factor: Factor): Quadrant | null {
  if (quadrant === 'strength' || quadrant === 'weakness') return isInternal(factor) ? null : outside[quadrant];
  return isInternal(factor) ? inside[quadrant] : null;
}
