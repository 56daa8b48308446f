import { expect, test } from 'vitest';
import { externalFactors, factors, internalFactors, usualQuadrant } from '../../lib/core/factors.ts';
import { opposite, quadrants } from '../../lib/core/quadrant.ts';

test('strengths and weaknesses are within, opportunities and threats around; otherwise the quadrant of the same effect is asked about', () => {
  for (const factor of internalFactors)
    expect(quadrants.map((quadrant) => usualQuadrant(quadrant, factor))).toEqual([null, null, 'strength', 'weakness']);
  for (const factor of externalFactors)
    expect(quadrants.map((quadrant) => usualQuadrant(quadrant, factor))).toEqual(['opportunity', 'threat', null, null]);
});

test('what is asked about is itself usual, and never the opposite', () => {
  for (const factor of factors)
    for (const quadrant of quadrants) {
      const usual = usualQuadrant(quadrant, factor);
      if (!usual) continue;
      expect(usualQuadrant(usual, factor)).toBeNull();
      expect(usual).not.toBe(opposite[quadrant]);
    }
});
