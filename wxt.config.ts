import { defineConfig } from 'wxt';

/** Hosts that the test build may hold at install, so that browser tests need no permission prompt. Never in a release. */
const testHosts = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

export default defineConfig({
  imports: false,
  outDir: process.env['LP_OUT'] ?? '.output',
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons', '@wxt-dev/webextension-polyfill'],
  i18n: { localesDir: 'lib/i18n/locales' },
  autoIcons: { baseIconPath: 'lib/brand/icon.svg' },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_appName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus', 'alarms', ...(browser === 'firefox' ? [] : ['sidePanel'])],
    optional_host_permissions: ['https://*/*'],
    ...(mode === 'e2e' ? { host_permissions: testHosts } : {}),
    commands: {
      ring: {
        suggested_key: { default: 'Alt+L' },
        description: '__MSG_commandRing__',
      },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'self'; script-src 'self'; object-src 'none'; connect-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'listening-post@listening-post.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '121' }),
  }),
});
