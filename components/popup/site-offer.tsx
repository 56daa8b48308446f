import { i18n } from '../../lib/i18n/index.ts';
import { request, useGranted } from '../permissions.ts';

/** Offers the on-page clip button for exactly this host, where it has not been allowed yet. */
export function SiteOffer({ host }: { host: string }) {
  const origin = `https://${host}/*`;
  const granted = useGranted([origin]);
  if (granted !== false) return null;
  return (
    <button type="button" className="link-button meta site-offer" onClick={() => void request([origin])}>
      {i18n.t('popup.allowSite', [host])}
    </button>
  );
}
