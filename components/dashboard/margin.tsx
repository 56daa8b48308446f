import ArrowLeft from 'lucide-react/icons/arrow-left';
import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect, useRef } from 'react';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from '../ui/button.tsx';

interface Props {
  /** What is opened here. */
  label: string;
  /** Stands at the top, beside the way out. */
  head?: ReactNode;
  onClose(): void;
  /** Id of what opened it: focus goes back there. */
  opener: string;
  children: ReactNode;
}

/** The tinted column in which an evidence, a formula or a clip is opened beside its source; on a narrow window a page with a way back. Esc closes. */
export function Margin({ label, head, onClose, opener, children }: Props) {
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest' });
    return () => document.getElementById(opener)?.focus();
  }, [opener]);

  useEffect(() => {
    const onKey = ({ key, defaultPrevented }: KeyboardEvent) => {
      if (key === 'Escape' && !defaultPrevented && !document.querySelector('dialog[open], [role=tooltip]:popover-open')) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <aside className="margin" aria-label={label} tabIndex={-1} ref={place}>
      <div className="row margin-head">
        <button type="button" className="link-button row margin-back" onClick={onClose}>
          <ArrowLeft /> {i18n.t('dashboard.back')}
        </button>
        {head}
        <Button look="quiet" iconOnly className="end margin-close" aria-label={i18n.t('ui.close')} aria-keyshortcuts="Escape" onClick={onClose}>
          <X />
        </Button>
      </div>
      {children}
    </aside>
  );
}

/** A page's content, and beside it what is opened of it. */
export const WithMargin = ({ children, margin, width = 304 }: { children: ReactNode; margin: ReactNode; width?: number }) => (
  <div className={`framed ${margin ? 'with-margin' : ''}`} style={{ '--margin': `${width / 16}rem` } as React.CSSProperties}>
    <div className="beside-margin">{children}</div>
    {margin}
  </div>
);
