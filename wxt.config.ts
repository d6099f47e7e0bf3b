import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { JsMinifyOptions } from '@swc/core';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import { defineConfig, type EntrypointGroup } from 'wxt';
import { archiveHosts, schoolHosts } from './lib/portals/granted-hosts.ts';
import { noteBundledModules } from './scripts/package/bundled-modules.ts';
import { thirdPartyNotices } from './scripts/package/notices.ts';
import { packedRows } from './scripts/package/packed-rows.ts';
import { extensionPages, policyOfPage, readingPage } from './scripts/package/policies.ts';
import { pressBeginning, pressScript } from './scripts/package/press.ts';
import { withoutDrawings, withoutOwnLists } from './scripts/package/purifier-lists.ts';
import { withoutLogs, withoutSecondJudge, withoutUnused } from './scripts/package/readability-parts.ts';

/**
 * The page that reads others (`lib/reading-frame`): without an origin, powers, network or frames. Its script is a classic one, since modules
 * want an origin.
 */
const READING_PAGE = '<!doctype html><meta charset="utf-8"><title>文存</title><script src="reading-frame.js"></script>';

/** `#i18n`, with a type that is quick to check in the place of the package's own. */
const WORDS = `import { createI18n } from '@wxt-dev/i18n';
import type { Translate } from '../../lib/ui/translate.ts';
import type { GeneratedI18nStructure } from './structure';

export const i18n = createI18n() as { readonly t: Translate<GeneratedI18nStructure> };

export { type GeneratedI18nStructure };
`;

/** Dexie as a module for today's browsers: by its name comes the old one, whose wrapping would be a file more before each page. */
const DEXIE = fileURLToPath(new URL('node_modules/dexie/dist/modern/dexie.mjs', import.meta.url));

/**
 * Builds each page by itself: what it begins with is one script, and not the many chunks that it would share with others. What is
 * loaded later is there once for each page that may want it.
 */
function eachPageByItself(_: unknown, groups: EntrypointGroup[]): void {
  for (const group of groups.splice(0)) groups.push(...(Array.isArray(group) ? group.map((page) => [page]) : [group]));
}

/** What guards the settings is no module of ours: left as it is, its wrapping would be a file more before each page. */
const locksAsModules: Plugin = {
  name: 'locks-as-modules',
  transform: {
    filter: { id: /superlock[\\/]src[\\/]\w+\.js$/ },
    handler: (code) =>
      code
        .replace(/const (\w+) = require\(('[^']+')\)/, 'import $1 from $2')
        .replace(/module\.exports = \{/, 'export {')
        .replace('module.exports =', 'export default'),
  },
};

/**
 * Virtua holds two numbers for each row of a list. They grow a row at a time, and are cut off and thrown away where a list becomes shorter: where a search finds
 * a hundred thousand essays, and the next letter a thousand, that is 2 MB of garbage a letter. Here they stay, as many as there were at most.
 */
const listsInPlace: Plugin = {
  name: 'lists-in-place',
  transform: {
    filter: { id: /virtua[\\/]lib[\\/]core[\\/]index\.js$/ },
    handler(code) {
      const changes = [
        ['const o = n ?', 'if (!n) return e > 0 && (t.length += e, t.fill(-1, t.length - e)), t;\nconst o = n ?'],
        ['(y($, s), y(a, s, o)) :', '(y($, e + 1 - $.length), y(a, o ? s : e - a.length, o)) :'],
        [/\(\$\.splice\(s\),\s*a\.splice\(o \? 0 : s, -s\)\)/, 'o ? a.splice(0, -s) : a.fill(-1, e)'],
      ] as const;
      return changes.reduce((changed, [from, to]) => {
        const next = changed.replace(from, () => to);
        if (next === changed) throw new Error('Virtua is written otherwise: look how its lists grow now.');
        return next;
      }, code);
    },
  },
};

/** Puts a page's style sheet into its HTML: a file more costs more than its bytes. */
const inlineStyles: Plugin = {
  name: 'inline-styles',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (link, file: string) => {
        const sheet = bundle[file];
        if (sheet?.type !== 'asset') return link;
        delete bundle[file];
        // What is loaded later must not wait for a file that is not there.
        for (const part of Object.values(bundle))
          if (part.type === 'chunk') part.viteMetadata?.importedCss.delete(file);
        return `<style>${String(sheet.source).replaceAll('</', '<\\/')}</style>`;
      }),
  },
};

/** Gives each page its own policy, once its styles stand in it. The development server needs its sockets. */
const policyInEachPage: Plugin = {
  name: 'policy-in-each-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { filename }) => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: policyOfPage(basename(dirname(filename)), html) },
        injectTo: 'head-prepend',
      },
    ],
  },
};

/**
 * A page is one script and one style sheet: all that it begins with stands in one chunk, what each opening wants next (its `late.ts`)
 * in a second, and only what is loaded when it is asked for has chunks of its own, and sheets of its own, which are waited for before it
 * is shown.
 */
const oneScript: UserConfig = {
  plugins: [locksAsModules, inlineStyles, policyInEachPage],
  build: {
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'page', tags: ['$initial'], priority: 1 },
            { name: 'late', test: /[\\/]entrypoints[\\/]\w+[\\/]late\.ts$/ },
          ],
        },
      },
    },
  },
};

/**
 * What has a bound to its size is pressed by SWC, smaller than Vite's own minifier does: that one leaves the names of constants' parts, which
 * are a twentieth of the recogniser. Nothing relies on names of functions.
 */
const pressing = {
  ecma: 2020,
  compress: { ecma: 2020, passes: 4, toplevel: true },
  mangle: { toplevel: true },
} satisfies JsMinifyOptions;

/** Scripts whose size has a bound (`scripts/test/sizes.ts`): they run in other people's pages. */
const boundScripts: readonly string[] = ['prefilter', 'recognise', 'clip'];

/**
 * In a script that is one file, names that Readability and DOMPurify keep for themselves are pressed too: methods that begin with `_`,
 * Readability's constants, and long names of our own that no message carries. They meet no name of the browser's, nor any that is written in quotes.
 */
const pressingScripts: JsMinifyOptions = {
  ...pressing,
  // Patterns that are used once stand where they are used; `pressScript` refuses those that must not.
  compress: { ...pressing.compress, unsafe_regexp: true },
  mangle: {
    toplevel: true,
    props: {
      keep_quoted: true,
      regex:
        '(?i)^(?:_[a-z]|FLAG_|REGEXPS$|DEFAULT_|UNLIKELY_|CLASSES_TO_|HTML_ESCAPE_|(?:linkSize|archiveElements|affiliations|organisations|ownKeywords|bodyFirst|documentTitle|departments|contentScore|siteNames|selectors|block|persons|nodes|indented|container|labelled|lineEnds|linesOf|onPassed|isUnseen|resolveImage|isKept|outline|passed|marked|certain|keepsBlanks|imageOf|numberOf|perLine|centred|roles|bodies|whole|skip|abstracts|rank|nameConfirmed|confirmed|unlikelyCandidates|okMaybeItsACandidate|shareElements|loadingWords|adWords|tokenize|hashUrl|hasContent|commas|hasStyled|hasPre)$)',
    },
  },
};

/** Pressed by our own plugin alone. */
const pressedScript: UserConfig = {
  plugins: [withoutOwnLists, packedRows, pressScript(pressingScripts)],
  build: { rolldownOptions: { output: { minify: false } } },
};

const bundled = noteBundledModules();

export default defineConfig({
  modules: ['@wxt-dev/module-svelte', '@wxt-dev/i18n/module'],
  i18n: { localesDir: fileURLToPath(new URL('assets/locales', import.meta.url)) },
  imports: false,
  outDir: '.output',
  // Every browser that the extension runs in preloads modules by itself.
  vite: () => ({
    plugins: [withoutSecondJudge, withoutLogs, withoutUnused, withoutDrawings, listsInPlace, bundled.plugin],
    resolve: { alias: { dexie: DEXIE } },
    build: { modulePreload: { polyfill: false } },
    // The search worker loads its dictionary of pinyin when it is first wanted.
    worker: { format: 'es', plugins: () => [bundled.plugin] },
  }),
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  // Pictures of the program are no part of what it is built from.
  zip: { excludeSources: ['docs/images/**', 'docs/store/pictures/**'] },
  hooks: {
    // Firefox's background has a document itself. Left out by WXT's own mark, the page would be missing in the zip of the sources.
    'entrypoints:found': ({ config: { browser } }, found) => {
      const offscreen = found.findIndex(({ name }) => name === 'offscreen');
      if (browser === 'firefox' && offscreen >= 0) found.splice(offscreen, 1);
    },
    'entrypoints:grouped': eachPageByItself,
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ inputPath }) => inputPath.endsWith('.html')))
        Object.assign(config, mergeConfig(config, oneScript));
      if (entrypoints.every(({ type }) => type === 'popup'))
        Object.assign(config, mergeConfig(config, { plugins: [pressBeginning(pressing)] }));
      if (entrypoints.every(({ name }) => boundScripts.includes(name)))
        Object.assign(config, mergeConfig(config, pressedScript));
    },
    // The licences of what is bundled ask for it: their texts are stripped from the scripts. All bundles are written by now.
    'build:publicAssets': ({ config }, files) => {
      if (config.browser !== 'firefox') files.push({ relativeDest: 'reading.html', contents: READING_PAGE });
      const contents = thirdPartyNotices(fileURLToPath(new URL('.', import.meta.url)), bundled.noted);
      files.push({ relativeDest: 'THIRD-PARTY-NOTICES.txt', contents });
    },
    'prepare:types': (_, entries) => {
      const words = entries.find((entry) => 'path' in entry && entry.path.endsWith('i18n/index.ts'));
      if (words !== undefined && 'text' in words) words.text = WORDS;
    },
    // WXT takes the title of the toolbar button from the popup's <title>, which is in one language.
    'build:manifestGenerated': (_, manifest) => {
      if (manifest.action) manifest.action.default_title = '__MSG_actionTitleQuiet__';
    },
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'zh_CN',
    // `alarms` wakes the queue; Chrome reads its pages in an offscreen document. `webRequest` listens where a server sends the queue's own
    // requests, before it goes there. None warns at installation.
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
      'webRequest',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Not of WXT's own kind of content script, which tells the page that it has started. Portals of 1998-2005 show the essay in a
    // frame of a frameset.
    content_scripts: [
      {
        js: ['prefilter.js'],
        matches: [...schoolHosts, ...archiveHosts],
        all_frames: true,
        // Also what was written into a frame, which has the origin of the page around it.
        match_about_blank: true,
        match_origin_as_fallback: true,
        run_at: 'document_start',
      },
    ],
    host_permissions: [...schoolHosts, ...archiveHosts],
    optional_host_permissions: ['<all_urls>'],
    // Asked for when the reader wants to keep the open tabs, to have backups saved by themselves, and to be told of a queue's end.
    optional_permissions: ['tabs', 'downloads', 'notifications'],
    commands: {
      'keep-page': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandKeepPage__' },
    },
    // The development server needs sockets and scripts of its own.
    ...(command === 'build' && {
      content_security_policy: {
        extension_pages: extensionPages,
        ...(browser !== 'firefox' && { sandbox: readingPage }),
      },
    }),
    ...(browser !== 'firefox' && { sandbox: { pages: ['reading.html'] } }),
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
