import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { scheduleBackups } from '../lib/background/backup.ts';
import { handlers } from '../lib/background/handlers.ts';
import { createMenus, onMenuClick, openRing } from '../lib/background/menus.ts';
import { injectOpenTabs, syncRegistration } from '../lib/background/registration.ts';
import { onAlarm, scheduleUpkeep } from '../lib/background/upkeep.ts';
import { serve } from '../lib/messages/serve.ts';

// Every listener is registered synchronously, and nothing is kept in globals: the worker may be killed at any moment.
export default defineBackground(() => {
  serve(handlers);
  scheduleBackups();

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void createMenus();
    void scheduleUpkeep();
    void syncRegistration().then(() => injectOpenTabs());
    if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('/welcome.html' as '/popup.html') });
  });
  browser.runtime.onStartup.addListener(() => {
    void syncRegistration();
    void scheduleUpkeep();
  });
  browser.alarms.onAlarm.addListener((alarm) => void onAlarm(alarm));
  browser.permissions.onAdded.addListener(({ origins }) => void syncRegistration().then(() => injectOpenTabs(origins)));
  browser.permissions.onRemoved.addListener(() => void syncRegistration());

  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'ring' && tab?.id !== undefined) void openRing(tab.id, 'post');
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => onMenuClick(menuItemId, tab?.id));
});
