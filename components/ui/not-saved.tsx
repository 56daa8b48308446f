import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { i18n } from '../../lib/i18n/index.ts';
import { Button } from './button.tsx';
import { errorWords, storeWords } from './error-words.ts';

/** A command failed: nothing was stored, and what was typed is still here. Never closes by itself. */
export function NotSaved({ error, onAgain }: { error: unknown; onAgain?: () => unknown }) {
  const words = storeWords(error) ?? i18n.t('ui.notSaved', [errorWords(error)]);
  return (
    <div className="notice row top" role="alert">
      <TriangleAlert className="critical" />
      <p className="grow">{words}</p>
      {onAgain && (
        <Button small onClick={onAgain}>
          {i18n.t('ui.failed.again')}
        </Button>
      )}
    </div>
  );
}
