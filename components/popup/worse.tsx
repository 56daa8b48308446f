import { useEffect, useState } from 'react';
import { fallenOf } from '../../lib/background/coverage.ts';
import type { Coverage } from '../../lib/core/coverage.ts';
import { i18n } from '../../lib/i18n/index.ts';
import { viewLink } from '../links.ts';
import { fallenWords } from '../page/fallen.ts';
import { networkName } from '../ui/network-name.ts';

interface Props {
  /** Whose adapter reads the page. */
  platform: string;
  /** Its adapter threw, so that no more than words, link and time are in the draft already. */
  isPlain: boolean;
  /** Clips only words, link and time; null where no post is meant. */
  onPlain: (() => void) | null;
}

/** Says where a network is read less well than before, and offers to keep less of the post; nothing where it is read as ever. */
export function Worse({ platform, isPlain, onPlain }: Props) {
  const [fallen, setFallen] = useState<Coverage['fallen']>({});
  useEffect(() => {
    let mounted = true;
    void fallenOf(platform).then((known) => mounted && setFallen(known));
    return () => {
      mounted = false;
    };
  }, [platform]);
  const said = isPlain ? i18n.t('ring.plain') : fallenWords(networkName(platform), fallen, new Date());
  if (!said) return null;
  return (
    <div className="worse meta">
      <p>
        {said}{' '}
        <a href={viewLink('health')} target="_blank" rel="noreferrer">
          {i18n.t('health.title')}
        </a>
      </p>
      {onPlain && (
        <button type="button" className="link-button" onClick={onPlain}>
          {i18n.t('ring.keepPlain')}
        </button>
      )}
    </div>
  );
}
