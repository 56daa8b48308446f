import { i18n } from '../../lib/i18n/index.ts';
import { Button } from './button.tsx';
import { percent } from './format.ts';

/** How far something that takes a while has come, and a way to stop it. `share` is 0…1, null while that is not known. */
export function Progress({ label, share, onCancel }: { label: string; share: number | null; onCancel(): void }) {
  return (
    <div className="progress">
      <div className="row">
        <span className="control grow">
          <span role="status">{label}</span> {share !== null && <span className="ink-2">{percent(share)}</span>}
        </span>
        <Button small onClick={onCancel}>
          {i18n.t('ui.cancel')}
        </Button>
      </div>
      <progress aria-label={label} {...(share === null ? {} : { max: 1, value: share })} />
    </div>
  );
}
