import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { archiveHosts, schoolHosts } from './lib/portals/granted-hosts.ts';

/**
 * Extension pages load nothing from outside: kept pages come from strangers and must not call home when they are shown.
 * Only code of ours may ask the web for something (`connect-src`): the background, of which Chrome makes this policy the same.
 * Inline styles are let through for the original page as captured, whose sandboxed frame inherits this policy.
 */
const EXTENSION_PAGES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' http: https:",
  "worker-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('assets/locales', import.meta.url)) },
  imports: false,
  outDir: '.output',
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  hooks: {
    // WXT takes the title of the toolbar button from the popup's <title>, which is in one language.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitleQuiet__';
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
    host_permissions: [...schoolHosts, ...archiveHosts],
    optional_host_permissions: ['<all_urls>'],
    commands: {
      'keep-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandKeepPage__' },
    },
    // The development server needs sockets and scripts of its own.
    ...(command === 'build' && { content_security_policy: { extension_pages: EXTENSION_PAGES } }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'wencun@wencun.example',
              // The first version that reads data_collection_permissions.
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
});
