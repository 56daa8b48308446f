import { letters, type Quadrant, quadrants } from '../../lib/core/quadrant.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { QuadrantMark } from './quadrant-mark.tsx';

interface Props {
  /** For whom: part of the group's name. */
  label: string;
  onPick(quadrant: Quadrant): void;
  /** Judged so already. */
  chosen?: Quadrant | null;
  /** Only suggested: outlined, never chosen by itself. */
  suggested?: Quadrant | null;
}

/** The four judgements, always in the same places. The letter in each mark is its key. */
export function QuadrantPicker({ label, onPick, chosen = null, suggested = null }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div className="quadrant-picker" role="group" aria-label={label}>
      {quadrants.map((quadrant) => (
        <button
          key={quadrant}
          type="button"
          className={`q-${quadrant}${suggested === quadrant ? ' suggested' : ''}`}
          aria-pressed={chosen === quadrant}
          aria-keyshortcuts={letters[quadrant]}
          onClick={() => onPick(quadrant)}
        >
          <QuadrantMark quadrant={quadrant} size={26} />
          <span>
            <b>{i18n.t(`quadrant.${quadrant}`)}</b>
            <small>{i18n.t(`quadrant.side.${quadrant}`)}</small>
          </span>
        </button>
      ))}
    </div>
  );
}
