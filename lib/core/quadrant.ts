/** The four judgements, in their fixed order on every surface: inside before outside, helps before harms. */
export const quadrants = ['strength', 'weakness', 'opportunity', 'threat'] as const;
export type Quadrant = (typeof quadrants)[number];

/** Letters are notation in every language, like chess pieces. */
export const letters = {
  strength: 'S',
  weakness: 'W',
  opportunity: 'O',
  threat: 'T',
} as const satisfies Record<Quadrant, string>;

/** The quadrant whose evidence contradicts this one: same side (inside or outside), other effect. */
export const opposite = {
  strength: 'weakness',
  weakness: 'strength',
  opportunity: 'threat',
  threat: 'opportunity',
} as const satisfies Record<Quadrant, Quadrant>;

/** The quadrant of a letter; undefined where it is none's. */
export const quadrantOf = (letter: string): Quadrant | undefined => quadrants.find((name) => letters[name] === letter);
