import { camel, importInto, recordName, type Scaffold } from './scaffold.ts';

const pascal = (name: string): string => camel(`-${name}`);

const reader = (name: string): string => `import { attributeOf, query } from '../../dom/tree.ts';
import { momentOfTimestamp } from '../../essay/partial-date.ts';
import { repairUrl } from '../address.ts';
import type { Finding } from '../finding.ts';

/** A page from ${name}, by its meta element; null for another page. Where docs/portals.md tells of its marks. */
export function read${pascal(name)}(document: Document): Finding | null {
  const mark = query(document, 'meta[name="${name}-source"]');
  if (mark === null) return null;
  return {
    archive: '${name}',
    originalUrl: repairUrl(attributeOf(mark, 'content') ?? ''),
    url: null,
    capturedAt: momentOfTimestamp(attributeOf(mark, 'data-time') ?? ''),
    archiveElements: [mark],
  };
}
`;

const wrap = (name: string): string => `import { HEAD, insertAfter, isoOf, type Wrap } from './wrap.ts';

/** A page as ${name} gives it. */
export const ${camel(name)}: Wrap = (html, { originalUrl, timestamp }) => ({
  page: insertAfter(html, HEAD, \`<meta name="${name}-source" content="\${originalUrl}" data-time="\${timestamp}">\`),
  url: 'file:///saved/${name}.html',
  expected: { archive: '${name}', originalUrl, capturedAt: isoOf(timestamp) },
});
`;

/** An archive or a program that saves pages: how its wrapper is read, and pages in it. */
export const newArchive = (name: string): Scaffold => ({
  files: {
    [`lib/archive/saved/${name}.ts`]: reader(name),
    [`tests/corpus/wrap/${name}.ts`]: wrap(name),
  },
  insertions: [
    importInto('lib/archive/saved/saved-forms.ts', `import { read${pascal(name)} } from './${name}.ts';`),
    {
      path: 'lib/archive/saved/saved-forms.ts',
      place: /^ {2}\(\{ url \}, traces\) => readSavedFrom/mu,
      where: 'before',
      text: `  ({ document }) => read${pascal(name)}(document),\n`,
    },
    recordName('archiveNames', name),
    {
      path: 'lib/ui/words.ts',
      place: /const archiveNames = \{\n/u,
      where: 'behind',
      text: `  '${name}': 'archive.${camel(name)}',\n`,
    },
    importInto('tests/corpus/wrap/index.ts', `import { ${camel(name)} } from './${name}.ts';`),
    {
      path: 'tests/corpus/wrap/index.ts',
      place: /export const wraps = \{\n/u,
      where: 'behind',
      text: `  ${camel(name)},\n`,
    },
    {
      path: 'tests/corpus/pages/wrappers.ts',
      place: /export const rareWrappers.*? = \[\n(?: .*\n)*/u,
      where: 'behind',
      text: `  kept('${name}', wraps.${camel(name)}),\n`,
    },
    {
      path: 'tests/corpus/pages/exercises.ts',
      place: /^ {2}pywb: archive\('pywb'\),\n/mu,
      where: 'behind',
      text: `  '${name}': archive('saved/${name}'),\n`,
    },
  ],
  texts: [{ key: ['archive', camel(name)], text: name }],
  left: [
    `lib/archive/saved/${name}.ts: its marks, all elements that it adds, original address and moment`,
    'lib/archive/unwrap.ts: instead of saved-forms.ts, where it is an archive that replays pages; its file stands beside pywb.ts then',
    'lib/essay/archive-hosts.ts: its hosts, where it is an archive whose word about a page counts',
    `tests/corpus/wrap/${name}.ts: a page just as it gives it`,
    `assets/locales: its name (archive.${camel(name)}), in three languages; docs/portals.md: its marks in 5`,
    'npm run pages: writes its page into tests/pages',
    'npx vitest run --project unit tests/unit/archive tests/unit/pages.test.ts tests/unit/pages-read.test.ts',
  ],
});
