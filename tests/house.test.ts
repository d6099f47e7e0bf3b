import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPaths, importsOf, resolveImport, sourcesOf, withoutComments } from './support/sources.ts';

/**
 * The rooms by floor, from the ground up. A file imports from its own room or from a floor below; rooms that share a floor
 * do not know each other. A path that ends in `.ts` is a room of one file.
 */
const floors: readonly (readonly string[])[] = [
  ['lib/essay', 'lib/zip', 'lib/dom'],
  ['lib/text', 'lib/archive', 'lib/queue-plan', 'lib/sync'],
  ['lib/lines'],
  ['lib/extract', 'lib/listing'],
  ['lib/clean', 'lib/metadata', 'lib/portals'],
  ['lib/pipeline'],
  ['lib/harvest'],
  ['lib/collection'],
  ['lib/images', 'lib/search', 'lib/export'],
  ['lib/settings', 'lib/clean-again', 'lib/import', 'lib/zotero', 'lib/living-folder'],
  ['lib/queue', 'lib/syncing'],
  ['lib/messages', 'lib/reading-frame'],
  ['lib/ui'],
  [
    'lib/features/cite',
    'lib/features/export',
    'lib/features/filing',
    'lib/features/highlights',
    'lib/features/keep',
    'lib/features/queue',
    'lib/features/search',
    'lib/features/show-essay',
    'lib/features/living-folder',
    'lib/features/sync',
    'lib/features/zotero',
  ],
  ['lib/features/clean-again'],
  ['entrypoints'],
];
const floorOf = (path: string): number =>
  floors.findIndex((rooms) => rooms.some((room) => path === room || path.startsWith(`${room}/`)));
/** The room that a file stands in; entrypoints are each a room of their own. */
const roomOf = (path: string): string =>
  path.startsWith('entrypoints/')
    ? path.split('/').slice(0, 2).join('/')
    : (floors.flat().find((room) => path.startsWith(`${room}/`)) ?? '');
/** The last floor whose code knows no browser and no database. */
const lastStage = floorOf('lib/pipeline/read-page.ts');

const product = sourcesOf(/^(lib|entrypoints)\/.*\.(ts|svelte)$/);
const stages = product.filter(({ path }) => floorOf(path) <= lastStage);
const code = sourcesOf(/^(lib|entrypoints|scripts|tests)\/.*\.(ts|mjs|svelte)$|^[^/]+\.ts$/);
const sheets = sourcesOf(/^(lib|entrypoints|scripts|tests|assets)\/.*\.css$/);

/** Paths of the files that break a rule about their code. */
const breaking = (files: typeof code, rule: RegExp): string[] =>
  files.filter(({ text }) => rule.test(withoutComments(text))).map(({ path }) => path);

const relativeImports = product.flatMap((source) =>
  importsOf(source)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: source.path, name, to: resolveImport(source.path, name) })),
);

/** A chain of imports that leads back to its start, or null. */
function findCycle(): string[] | null {
  const targets = new Map(
    product.map(({ path }) => [path, relativeImports.filter(({ from }) => from === path).map(({ to }) => to)]),
  );
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] | null => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return null;
    for (const to of targets.get(path) ?? []) {
      const cycle = visit(to, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return null;
  };
  return product.map(({ path }) => visit(path, [])).find((cycle) => cycle !== null) ?? null;
}

describe('the floors', () => {
  it('give every product file its place', () => {
    expect(product.map(({ path }) => path).filter((path) => floorOf(path) < 0)).toEqual([]);
  });

  it('are imported downward only', () => {
    const upward = relativeImports.filter(({ from, to }) => floorOf(to) > floorOf(from));
    expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  // What a content script answers is its contract, which the background reads.
  it('keep rooms on one floor strangers to each other', () => {
    const across = relativeImports.filter(
      ({ from, to }) => floorOf(from) === floorOf(to) && roomOf(from) !== roomOf(to) && basename(to) !== 'contract.ts',
    );
    expect(across.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keep the corpus free of the scripts and tests that use it', () => {
    const corpus = code.filter(({ path }) => path.startsWith('tests/corpus/'));
    const outward = corpus.flatMap((source) =>
      importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolveImport(source.path, name))
        .filter((to) => !/^(lib|tests\/corpus)\//.test(to))
        .map((to) => `${source.path} → ${to}`),
    );
    expect(outward).toEqual([]);
  });

  it('let scripts take nothing from the tests but their corpus', () => {
    const scripts = code.filter(({ path }) => path.startsWith('scripts/'));
    const borrowed = scripts.flatMap((source) =>
      importsOf(source)
        .filter((name) => name.startsWith('.'))
        .map((name) => resolveImport(source.path, name))
        .filter((to) => to.startsWith('tests/') && !to.startsWith('tests/corpus/'))
        .map((to) => `${source.path} → ${to}`),
    );
    expect(borrowed).toEqual([]);
  });

  it('hold no circle of imports', () => {
    expect(findCycle()).toBeNull();
  });

  it('name the extension in each relative import', () => {
    const bare = relativeImports.filter(({ name }) => !/\.(ts|svelte|json|css|svg)(\?\w+)?$/.test(name));
    expect(bare.map(({ from, name }) => `${from}: ${name}`)).toEqual([]);
  });
});

describe('what only one place may do', () => {
  it('writes raw HTML in lib/dom/sanitise.ts alone', () => {
    const writers =
      /\.(inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|\{@html|innerHTML=\{|createContextualFragment|\.setHTMLUnsafe\(|document\.write/;
    expect(breaking(product, writers).filter((path) => path !== 'lib/dom/sanitise.ts')).toEqual([]);
  });

  it('parses HTML in lib/dom/parse.ts alone', () => {
    expect(breaking(product, /\bDOMParser\(/)).toEqual(['lib/dom/parse.ts']);
  });

  it('reads the tree of a page by lib/dom/tree.ts alone: fields of a form shadow what is named like them', () => {
    const direct =
      /\.(?:node(?:Type|Name|Value)|parent(?:Node|Element)|childNodes|(?:first|last)(?:Element)?Child|(?:next|previous)(?:Element)?Sibling|tagName|localName|className|classList|textContent|ownerDocument|documentElement|(?:inner|outer)HTML)\b|\.(?:(?:get|has|set|remove)Attribute|querySelector(?:All)?|getElement(?:s)?By\w+|closest|matches|contains|compareDocumentPosition|cloneNode|createTreeWalker)\(|\bdocument\.(?:body|head|title|defaultView|forms|images|links)\b/;
    const written = /^lib\/dom\/(?:tree|sanitise|original-document)\.ts$/;
    const reading = product.filter(
      ({ path }) => stages.some((stage) => stage.path === path) || /^entrypoints\/\w+\.content/.test(path),
    );
    expect(breaking(reading, direct).filter((path) => !written.test(path))).toEqual([]);
  });

  it('imports dexie in lib/collection and lib/search alone', () => {
    const importers = product.filter((source) => importsOf(source).some((name) => /^dexie(\/|$)/.test(name)));
    expect(importers.map(({ path }) => path).filter((path) => !/^lib\/(collection|search)\//.test(path))).toEqual([]);
  });

  it('calls the browser in entrypoints, messages and settings alone', () => {
    const callers = breaking(product, /['"]wxt\/browser['"]|\b(browser|chrome)\.\w/);
    expect(callers.filter((path) => !/^(entrypoints|lib\/messages|lib\/settings)\//.test(path))).toEqual([]);
  });

  it('asks whether a word is composed by one helper alone', () => {
    expect(breaking(product, /\.isComposing\b/)).toEqual(['lib/ui/keys/composing.ts']);
  });

  it('keeps every stage free of a window', () => {
    expect(breaking(stages, /(?<![.\w'"])window\s*[.[]|\bnavigator\.|\blocation\.href/)).toEqual([]);
  });
});

describe('where things are found', () => {
  /** Lists of things of one kind, one a file, however many there are. */
  const lists = /^(lib\/clean\/rules|lib\/portals\/cms|tests\/corpus\/pages\/(families|essays))$/;

  it('holds at most 20 files in a folder itself', () => {
    const count = new Map<string, number>();
    const filed = code.filter(({ path }) => /^(lib|entrypoints|scripts|tests\/corpus)\//.test(path));
    for (const { path } of filed) count.set(dirname(path), (count.get(dirname(path)) ?? 0) + 1);
    expect([...count].filter(([folder, files]) => files > 20 && !lists.test(folder))).toEqual([]);
  });

  it('exports each name once', () => {
    const names = new Map<string, string[]>();
    for (const { path, text } of product.filter((source) => source.path.endsWith('.ts')))
      for (const [, name = ''] of withoutComments(text).matchAll(
        /^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm,
      ))
        names.set(name, [...(names.get(name) ?? []), path]);
    expect([...names].filter(([, paths]) => new Set(paths).size > 1)).toEqual([]);
  });

  it('cites documents that exist', () => {
    const cited = [...code, ...sourcesOf(/^(docs\/.*|[A-Z]+)\.md$/)].flatMap(({ path, text }) =>
      [...text.matchAll(/(?<![\w/.-])((?:docs|\.github)\/[\w./-]+\.(?:md|yml|json))/g)].map(([, name = '']) => ({
        path,
        name,
      })),
    );
    expect(cited.filter(({ name }) => !allPaths.includes(name))).toEqual([]);
  });
});

describe('how the code is written', () => {
  it('keeps every file within 300 lines', () => {
    const lines = [...code, ...sheets].map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lines.filter((file) => file.lines > 300)).toEqual([]);
  });

  it('names files in kebab-case and components in PascalCase', () => {
    const names = [...code, ...sheets].map(({ path }) => path);
    const wrong = names.filter((path) =>
      path.endsWith('.svelte')
        ? !/^[A-Z][A-Za-z0-9]*\.svelte$/.test(basename(path))
        : !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.(ts|mjs|css)$/.test(basename(path)),
    );
    expect(wrong).toEqual([]);
  });

  it('has no module-level mutable variable', () => {
    const modules = code.filter(({ path }) => !path.endsWith('.svelte'));
    expect(breaking(modules, /^(export )?(let|var) /m)).toEqual([]);
  });

  it('never says any, and silences no check', () => {
    expect(breaking(code, /(:|\bas|<|\bArray<) ?any\b(?!['"])/)).toEqual([]);
    // Svelte's own warnings may be silenced where the line says why.
    const silencers = new RegExp(
      '@ts-' + '(ignore|nocheck|expect-error)|biome-' + 'ignore|svelte-' + 'ignore \\w+ (?!: )',
    );
    expect(code.filter(({ text }) => silencers.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('leaves nothing to do, and no test out', () => {
    const unfinished = new RegExp(['\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b', '\\.(only|skip|todo)\\('].join('|'));
    expect(code.filter(({ text }) => unfinished.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('what the repository may hold', () => {
  it('names no path of a machine and no package registry', () => {
    const text = sourcesOf(/\.(ts|mjs|svelte|css|json|md|html|svg|txt)$|^\.(npmrc|gitignore)$|^\.ci\//);
    const foreign = /https?:\/\/registry\.|(?<![\w.])\/(work|root|home\/\w+|Users\/\w+)\//;
    expect(text.filter((source) => foreign.test(source.text)).map(({ path }) => path)).toEqual([]);
  });

  it('says the same things in every language', () => {
    const locales = sourcesOf(/^assets\/locales\/\w+\.json$/);
    expect(locales.map(({ path }) => basename(path))).toEqual(['en.json', 'zh_CN.json', 'zh_TW.json']);
    for (const { path, text } of locales) expect(allKeys(text), path).toEqual(allKeys(locales[0]?.text ?? '{}'));
    // Chromium does not load an extension that names a message otherwise.
    expect(allKeys(locales[0]?.text ?? '{}').filter((key) => !/^[\w.]+$/.test(key))).toEqual([]);
  });

  it('holds no text that is never shown', () => {
    // Named whole, or but for its last part: `queue.state.${state}`.
    const named = [...product, ...sourcesOf(/^wxt\.config\.ts$/)].flatMap(({ text }) =>
      [...text.matchAll(/['"`](?:__MSG_)?([\w.]+?)(?:__)?(?:['"`]|(?<=\.)\$\{)/g)].map(([, name]) => name),
    );
    const [locale] = sourcesOf(/^assets\/locales\/en\.json$/);
    const texts = allKeys(locale?.text ?? '{}').map((path) => path.replace(/^\./, '').replace(/\.(\d|n)$/, ''));
    expect(texts.length).toBeGreaterThan(500);
    const unused = texts.filter((text) => !named.includes(text) && !named.includes(text.replace(/[^.]+$/, '')));
    expect(unused).toEqual([]);
  });

  it('locks the optional packages of every platform', () => {
    // A registry that lacks some of them makes npm leave them out, and "npm ci" refuses such a lock file.
    const [lock] = sourcesOf(/^package-lock\.json$/);
    const packages: Record<string, { optionalDependencies?: object }> = JSON.parse(lock?.text ?? '{}').packages;
    const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
  });

  it('has no empty file', () => {
    expect(sourcesOf(/\.(ts|svelte|css|json|md)$/).filter(({ text }) => text.trim() === '')).toEqual([]);
    expect(allPaths.length).toBeGreaterThan(50);
  });
});

/** Paths of all texts of a locale file, in order of the alphabet. */
function allKeys(json: string): string[] {
  const paths = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => paths(inner, `${path}.${key}`))
      : [path];
  return paths(JSON.parse(json), '').toSorted();
}
