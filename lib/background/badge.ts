import { browser } from 'wxt/browser';

/** A toolbar icon has room for so many digits. */
const most = 999;

/** Shows in the toolbar how many mentions a tab has in sight; nothing where there are none. The tab may have gone meanwhile. */
export async function showMentions(tabId: number, mentions: number): Promise<void> {
  const text = mentions === 0 ? '' : mentions > most ? `${most}+` : String(mentions);
  await browser.action.setBadgeText({ tabId, text }).catch(() => {});
}
