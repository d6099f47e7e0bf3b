import type { Family } from './article.ts';
import type { Form } from './forms.ts';
import type { Wrapper } from './wrappers.ts';

const archive = (...names: readonly string[]): readonly string[] => names.map((name) => `lib/archive/${name}.ts`);
const rule = (...names: readonly string[]): readonly string[] => names.map((name) => `lib/clean/rules/${name}.ts`);
const wayback = archive('wayback/wayback', 'wayback/wayback-toolbar', 'wayback/wayback-links');

const byWrapper: Readonly<Record<string, readonly string[]>> = {
  wayback,
  'wayback-2012': wayback,
  'wayback-saved': wayback,
  'wayback-raw': archive('wayback/wayback', 'original-link'),
  'wayback-frame': wayback,
  'wayback-comment': archive('wayback/wayback', 'wayback/wayback-date'),
  openwayback: wayback,
  pywb: archive('pywb'),
  'archive-today': archive('archive-today'),
  'archive-today-in-singlefile': archive('archive-today', 'saved/singlefile'),
  'saved-from': archive('saved/saved-from'),
  'saved-from-before': archive('saved/saved-from'),
  singlefile: archive('saved/singlefile', 'moment-of-date-text'),
  'singlefile-legacy': archive('saved/singlefile'),
  webscrapbook: archive('saved/webscrapbook'),
  'wayback-in-saved-page': [...wayback, ...archive('saved/saved-from')],
  'wayback-in-singlefile': [...wayback, ...archive('saved/singlefile')],
  'wayback-in-webscrapbook': [...wayback, ...archive('saved/webscrapbook')],
  'mhtml-chrome': ['lib/import/mhtml.ts', 'lib/import/transfer-encoding.ts'],
  'mhtml-ie': ['lib/import/mhtml.ts', 'lib/import/mime-header.ts'],
  'mhtml-ie-quoted': ['lib/import/mhtml.ts', 'lib/import/transfer-encoding.ts'],
  'wayback-in-mhtml': ['lib/import/mhtml.ts', ...wayback],
};

const byFamily: Readonly<Record<string, readonly string[]>> = {
  siteweaver: rule('tools', 'tail', 'footer'),
  dede: rule('tail', 'footer'),
  empire: rule('tail'),
  frontpage: rule('title', 'credit'),
  'word-export': rule('before', 'title', 'credit'),
};

const byForm: Readonly<Record<string, readonly string[]>> = {
  pre: ['lib/clean/paragraphs.ts'],
  verse: ['lib/extract/verse.ts'],
  'data-table': ['lib/clean/tables.ts'],
  'repeated-title': rule('title', 'credit'),
  'pager-numbers': rule('pager'),
  'pager-kesion': rule('pager'),
  'pager-dede': rule('pager'),
  'pager-words': rule('pager'),
  'pager-empire': rule('pager'),
  'set-in-box': rule('box'),
  'floating-advert': rule('advert'),
  'tools-above-note': rule('tools'),
  'editor-above-note': rule('editor'),
  'linked-lines': rule('links'),
  'neighbours-in-cell': rule('tail'),
  'footer-in-cell': rule('footer'),
  'stray-line': rule('stray'),
};

/** The files of lib that a page of this family, wrapper and form keeps honest. */
export function exercises(family: Family, wrapper: Wrapper, form: Form): readonly string[] {
  const cms = family.cms === null ? [] : [`lib/portals/cms/${family.cms}.ts`];
  const files = [...cms, ...(byFamily[family.id] ?? []), ...(byWrapper[wrapper.id] ?? []), ...(byForm[form.id] ?? [])];
  return [...new Set(files)];
}
