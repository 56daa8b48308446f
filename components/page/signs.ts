/** What we draw: the marks of the four judgements, and the few icons of the ring. */
import { letters, type Quadrant } from '../../lib/core/quadrant.ts';
import { svg } from './element.ts';

const shapes = {
  strength: { y: '16.4', size: '12.5', shape: () => svg('circle', { cx: '12', cy: '12', r: '10.5' }) },
  weakness: { y: '16.3', size: '11.8', shape: () => svg('rect', { x: '2.5', y: '2.5', width: '19', height: '19', rx: '2' }) },
  opportunity: { y: '19.3', size: '11', shape: () => svg('path', { d: 'M12 3 22 21H2Z' }) },
  threat: { y: '12.7', size: '10.4', shape: () => svg('path', { d: 'M2 3.4H22L12 21.4Z' }) },
} as const satisfies Record<Quadrant, unknown>;

/** Shape and letter of a judgement; a dashed circle where there is none. Its name is said beside it. */
export function mark(quadrant: Quadrant | null, size: number): SVGElement {
  const box = { viewBox: '0 0 24 24', width: String(size), height: String(size), 'aria-hidden': 'true' };
  if (!quadrant) return svg('svg', { ...box, class: 'mark unjudged' }, svg('circle', { cx: '12', cy: '12', r: '9.5' }));
  const { y, size: letterSize, shape } = shapes[quadrant];
  const letter = svg('text', { x: '12', y, 'font-size': letterSize }, letters[quadrant]);
  return svg('svg', { ...box, class: `mark ${quadrant}` }, shape(), letter);
}

/** Lucide icons (ISC licence), as paths on a grid of 24; each by itself, so that a script holds only those it draws. */
export const cross = ['M18 6 6 18', 'm6 6 12 12'];
export const check = ['M20 6 9 17l-5-5'];
export const plus = ['M5 12h14', 'M12 5v14'];
export const alert = ['m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3', 'M12 9v4', 'M12 17h.01'];
export const disk = [
  'M10 16h.01',
  'M2.212 11.577a2 2 0 0 0-.212.896V18a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-5.527a2 2 0 0 0-.212-.896L18.55 5.11A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z',
  'M21.946 12.013H2.054',
  'M6 16h.01',
];

export function icon(paths: readonly string[], size = 16): SVGElement {
  const box = { viewBox: '0 0 24 24', width: String(size), height: String(size), 'aria-hidden': 'true', class: 'icon' };
  return svg('svg', box, ...paths.map((d) => svg('path', { d })));
}
