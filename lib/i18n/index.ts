import { i18n } from '#i18n';

/** Typed messages, in the browser's language. Each catalogue names its own language in `locale`, which `Intl` and `lang` follow. */
export { i18n };

/** BCP 47 tag of the catalogue in use; never `navigator.language`, which may be another. */
export const locale = (): string => i18n.t('locale');
