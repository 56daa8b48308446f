import { letters, type Quadrant } from '../../lib/core/quadrant.ts';

const shapes = {
  strength: { shape: <circle cx="12" cy="12" r="10.5" />, y: 16.4, size: 12.5 },
  weakness: { shape: <rect x="2.5" y="2.5" width="19" height="19" rx="2" />, y: 16.3, size: 11.8 },
  opportunity: { shape: <path d="M12 3 22 21H2Z" strokeWidth="2.6" />, y: 19.3, size: 11 },
  threat: { shape: <path d="M2 3.4H22L12 21.4Z" strokeWidth="2.6" />, y: 12.7, size: 10.4 },
};
const outlines = {
  strength: <circle cx="12" cy="12" r="10" />,
  weakness: <rect x="3" y="3" width="18" height="18" rx="2" />,
  opportunity: <path d="M12 3 21.5 21H2.5Z" />,
  threat: <path d="M2.5 3.5H21.5L12 21Z" />,
};

interface Props {
  /** null: not judged, a dashed circle. */
  quadrant: Quadrant | null;
  /** In px; from 16 up the letter is inside. */
  size?: number;
  /** Only suggested, not judged. */
  outlined?: boolean;
  /** Its accessible name; without one it is decoration, and words beside it must say the quadrant. */
  label?: string;
}

/** A judgement: shape and letter carry it, colour comes on top. */
export function QuadrantMark({ quadrant, size = 20, outlined = false, label }: Props) {
  const role = label ? 'img' : 'presentation';
  if (!quadrant)
    return (
      <svg width={size} height={size} viewBox="0 0 24 24" className="quadrant-mark dashed" role={role} aria-label={label} aria-hidden={!label}>
        <circle cx="12" cy="12" r="9.5" />
      </svg>
    );
  const { shape, y, size: letterSize } = shapes[quadrant];
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      className={`quadrant-mark q-${quadrant}${outlined ? ' outlined' : ''}`}
      role={role}
      aria-label={label}
      aria-hidden={!label}
    >
      {outlined ? outlines[quadrant] : shape}
      {size >= 16 && (
        <text x="12" y={y} fontSize={letterSize}>
          {letters[quadrant]}
        </text>
      )}
    </svg>
  );
}

/** Our own mark: the four shapes in their places. */
export const Logo = ({ size = 17 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 18 18" fill="currentColor" aria-hidden="true">
    <circle cx="4.2" cy="4.2" r="3.7" />
    <rect x="10.3" y=".7" width="7" height="7" rx=".8" />
    <path d="M4.2 10.4 8.2 17.3H.2Z" />
    <path d="M9.8 10.7H17.8L13.8 17.6Z" />
  </svg>
);
