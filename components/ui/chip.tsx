import type { ReactNode } from 'react';

interface Props {
  children: ReactNode;
  /** Chosen now; left out for a chip that only tells. */
  on?: boolean;
  /** `digit`: one key chooses it. `other`: opens what is not offered here. */
  look?: 'plain' | 'digit' | 'other';
  onClick?: () => void;
}

/** A brand, a theme, a filter. With `onClick` it is a button that is pressed or not. */
export function Chip({ children, on, look = 'plain', onClick }: Props) {
  const className = `chip ${look} ${on ? 'on' : ''}`;
  if (!onClick) return <span className={className}>{children}</span>;
  return (
    <button type="button" className={className} aria-pressed={on} onClick={onClick}>
      {children}
    </button>
  );
}
