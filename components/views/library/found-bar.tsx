import type { ComponentProps } from 'react';
import { i18n } from '../../../lib/i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FoundWords } from './found-words.tsx';

interface Props extends Omit<ComponentProps<typeof ExportMenu>, 'total'> {
  found: ComponentProps<typeof FoundWords>;
  /** Where a rule is made of the filters, and what takes them away; null where there are none. */
  rule: string | null;
  onClear: (() => void) | null;
}

/** How much was found, and what can be done with it. */
export function FoundBar({ found, rule, onClear, ...out }: Props) {
  const none = found.total === 0;
  return (
    <div className={none ? 'sr' : 'row wrap found'}>
      <p className="control" role="status">
        <FoundWords {...found} />
      </p>
      {onClear && !none && (
        <button type="button" className="link-button meta" onClick={onClear}>
          {i18n.t('library.clear')}
        </button>
      )}
      {rule && !none && (
        <a className="control" href={rule}>
          {i18n.t('rules.fromSearch')}
        </a>
      )}
      {!none && <ExportMenu total={found.total} {...out} />}
      {out.picked === 0 && found.shown > 0 && (
        <p className="keys end">
          <span>
            <Kbd keys="J" /> <Kbd keys="K" /> {i18n.t('library.keysMove')}
          </span>
          <span>
            <Kbd keys="X" /> {i18n.t('library.keysSelect')}
          </span>
        </p>
      )}
    </div>
  );
}
