import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archiveHosts, schoolHosts } from '../../../lib/portals/granted-hosts.ts';
import { root } from '../../../scripts/build.ts';
import config from '../../../wxt.config.ts';

const languages = [
  ['en', 'en'],
  ['zh-CN', 'zh_CN'],
  ['zh-TW', 'zh_TW'],
] as const;

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const textsOf = (locale: string): { readonly extensionName: string; readonly extensionDescription: string } =>
  JSON.parse(read(`assets/locales/${locale}.json`));

async function manifestOf(browser: string) {
  const { manifest } = config;
  return typeof manifest === 'function'
    ? manifest({ browser, command: 'build', mode: 'production', manifestVersion: 3 })
    : manifest;
}

/** Every permission that a browser's manifest asks for, or may ask for later. */
async function permissionsOf(browser: string): Promise<readonly string[]> {
  const made = await manifestOf(browser);
  return [
    ...(made?.permissions ?? []),
    ...(made?.optional_permissions ?? []),
    ...(made?.optional_host_permissions ?? []),
  ].map(String);
}

describe.each(languages)('the store texts in %s', (language, locale) => {
  const text = read(`docs/store/${language}.md`);
  const { extensionName, extensionDescription } = textsOf(locale);

  it('begin with the manifest’s name and summary, within Chrome’s 75 and 132 characters', () => {
    expect(text).toContain(`\n\n${extensionName}\n\n`);
    expect(text).toContain(`\n\n${extensionDescription}\n\n`);
    expect(extensionName.length).toBeLessThanOrEqual(75);
    expect(extensionDescription.length).toBeLessThanOrEqual(132);
  });

  it.each(['chrome', 'firefox'])('give a reason for every permission of the manifest for %s', async (browser) => {
    const permissions = await permissionsOf(browser);
    expect(permissions.length).toBeGreaterThan(6);
    expect(permissions.filter((permission) => !text.includes(`\`${permission}\``))).toEqual([]);
  });

  it('come with their pictures', () => {
    const names = ['1-page', '2-library', '3-reader', '4-search', '5-citation', 'promo'];
    const missing = names.filter((name) => !existsSync(join(root, `docs/store/pictures/${language}/${name}.png`)));
    expect(missing).toEqual([]);
  });
});

it('docs/privacy.md has a row for every permission as well', async () => {
  const text = read('docs/privacy.md');
  const permissions = await permissionsOf('chrome');
  expect(permissions.filter((one) => one !== '<all_urls>' && !text.includes(`\`${one}\``))).toEqual([]);
});

it.each(['chrome', 'firefox'])(
  '%s asks at the installation for the known schools and archives alone',
  async (browser) => {
    const made = await manifestOf(browser);
    expect(made?.host_permissions?.map(String).toSorted()).toEqual([...schoolHosts, ...archiveHosts].toSorted());
    // Zotero, a server to sync with, other archives and sites are asked for by the press that needs them; so are these.
    expect(
      made?.host_permissions?.filter((host) => /127\.0\.0\.1|localhost|<all_urls>|\/\/\*\//.test(String(host))),
    ).toEqual([]);
    for (const later of ['downloads', 'tabs']) expect(made?.permissions?.map(String)).not.toContain(later);
  },
);
