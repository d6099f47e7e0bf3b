import { defineConfig } from 'wxt';
import { archiveHosts, schoolHosts } from './lib/portals/granted-hosts.ts';

export default defineConfig({
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/i18n/module'],
  imports: false,
  outDir: '.output',
  manifestVersion: 3,
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'activeTab', 'scripting', 'contextMenus'],
    host_permissions: [...schoolHosts, ...archiveHosts],
    optional_host_permissions: ['<all_urls>'],
  }),
});
