import type { Page } from 'playwright-core';
import type { Stage } from '../chromium.ts';
import { byId } from '../popup.ts';
import { selectWords } from '../select-words.ts';

/** A state of a page: how to come to it. Widths are changed afterwards, in the same page. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  /** What is there when the page is. */
  readonly ready: string;
  readonly enter?: (page: Page) => Promise<unknown>;
  /** Where its width is its own, e.g. the popup's. */
  readonly width?: number;
  /** The state is one of narrow windows alone: the widest of them. */
  readonly upTo?: number;
}

const row = `${byId('library-row')} [data-open]`;
const press = (testid: string) => (page: Page) => page.locator(byId(testid)).first().click();
const steps =
  (...all: readonly ((page: Page) => Promise<unknown>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of all) await step(page);
  };
const shown = (testid: string) => (page: Page) => page.locator(byId(testid)).first().waitFor();
const key = (name: string) => (page: Page) => page.keyboard.press(name);
const onRow = (page: Page) => page.locator(row).first().focus();
const pick = (page: Page) => page.locator('[data-pick]').first().click();
const library = (name: string, enter?: PageState['enter'], query = ''): PageState => ({
  name: `library: ${name}`,
  path: `library.html${query}`,
  ready: row,
  ...(enter && { enter }),
});

/** A list of addresses with titles, dates of two years and columns. */
const datedList = [2003, 2005]
  .map(
    (year) =>
      `县域经济发展的若干问题与对策研究——以某县为例\t${year}-07-14\t理论研究\thttp://www.yxxwdx.example/show.asp?id=${year}`,
  )
  .join('\n');

const libraryStates: readonly PageState[] = [
  library('the list'),
  library(
    'searching',
    undefined,
    '?q=%E5%8E%BF%E5%9F%9F&author=%E6%B2%88%E5%85%8B%E5%8B%A4&years=1999..2005&sort=published',
  ),
  library('the search card', steps(press('search-card-open'), shown('search-card'))),
  library('essays chosen', steps(pick, shown('action-bar'))),
  library('a deletion told', steps(onRow, key('Delete'), shown('undo'), pick, shown('action-bar'))),
  library('tags', steps(onRow, key('t'), shown('tag-dialog'))),
  library('collections', steps(onRow, key('c'), shown('shelf-dialog'))),
  library('a note', steps(onRow, key('n'), shown('note-dialog'))),
  library('fields', steps(onRow, key('e'), shown('edit-dialog'))),
  library(
    'correcting several',
    steps(pick, (page) => page.locator('[data-pick]').nth(1).click(), press('batch-chosen'), shown('batch-dialog')),
  ),
  library('the menu of a row', steps(onRow, key('ContextMenu'), shown('row-menu'))),
  library('an author', shown('facet-heading'), '?author=%E6%B2%88%E5%85%8B%E5%8B%A4'),
  library('citing', steps(onRow, key('r'), shown('cite'))),
  library('exporting', steps(key('o'), shown('export'))),
  library('importing', steps(press('import-open'), shown('import'))),
  library('backups', steps(press('backup-open'), shown('backup'))),
  library('managing collections', steps(press('manage-shelves'), shown('shelves-dialog'))),
  library('the compact list', steps(press('shape-compact'), shown('shape-compact'))),
  library('the table', steps(press('shape-table'), shown('columns-open'))),
  library('the columns of the table', steps(press('shape-table'), press('columns-open'), shown('columns'))),
  library('the keys', steps(press('keys-open'), shown('keys'))),
  {
    ...library('filters', async (page) => {
      await page.setViewportSize({ width: 360, height: 800 });
      await steps(press('filters-open'), shown('facets'))(page);
    }),
    upTo: 1000,
  },
  {
    name: 'library: nothing found',
    path: 'library.html?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E9%A2%98%E5%90%8D',
    ready: byId('no-result'),
  },
  { name: 'overview', path: 'library.html?view=overview', ready: `${byId('overview')}[data-status="ready"]` },
  { name: 'quality', path: 'library.html?view=quality', ready: `${byId('quality')}[data-ready="true"]` },
  {
    name: 'quality: correcting together',
    path: 'library.html?view=quality',
    ready: byId('fix-undated'),
    enter: steps(press('fix-undated'), shown('batch-dialog')),
  },
  { name: 'trash', path: 'library.html?view=trash', ready: `${byId('library')}[data-status="ready"]` },
  { name: 'queue', path: 'library.html?view=queue', ready: byId('queue-empty') },
  { name: 'queue: addresses', path: 'library.html?view=queue&add=addresses', ready: 'dialog[open]' },
  {
    name: 'queue: choosing of a list',
    path: 'library.html?view=queue&add=addresses',
    ready: 'dialog[open]',
    enter: steps((page) => page.locator(byId('addresses-text')).fill(datedList), shown('addresses-years')),
  },
  { name: 'imports', path: 'library.html?view=imports', ready: byId('imports') },
  { name: 'notebook', path: 'library.html?view=notebook', ready: `${byId('notebook')}[data-status="ready"]` },
  { name: 'harvest', path: 'library.html?view=harvest', ready: 'h2' },
  { name: 'integrity', path: 'library.html?view=integrity', ready: 'h2' },
];

const readerStates = (id: string): readonly PageState[] => {
  const reader = (name: string, enter?: PageState['enter'], query = ''): PageState => ({
    name: `reader: ${name}`,
    path: `reader.html?id=${id}${query}`,
    ready: byId('reader-body'),
    ...(enter && { enter }),
  });
  return [
    reader('an essay'),
    reader('an essay of a list', async (page) => {
      await page.evaluate((one) => sessionStorage.setItem('list:library', JSON.stringify(['a', one, 'b'])), id);
      await page.goto(`${page.url()}&list=library`);
      await shown('neighbours')(page);
    }),
    reader('finding', shown('find'), '&q=%E5%8E%BF%E5%9F%9F'),
    reader('aloud', press('aloud-toggle')),
    reader('the original', press('original-toggle')),
    reader('highlights', steps(press('marks-toggle'), shown('marks'))),
    reader('provenance', steps(press('provenance-toggle'), shown('provenance'))),
    reader('versions', steps(press('versions-toggle'), shown('versions'))),
    reader('display', steps(press('display-toggle'), shown('display'))),
    reader(
      'words selected',
      steps((page) => selectWords(page, 8), shown('mark-selection')),
    ),
    reader('citing', steps(key('r'), shown('cite'))),
    reader('exporting', steps(key('o'), shown('export'))),
    reader('the keys', steps(key('?'), shown('keys'))),
    { name: 'reader: no essay', path: 'reader.html?id=none', ready: byId('missing') },
    { name: 'print', path: `print.html#${id}`, ready: byId('sheet') },
  ];
};

const otherStates: readonly PageState[] = [
  { name: 'settings', path: 'options.html', ready: 'section' },
  { name: 'welcome', path: 'welcome.html', ready: byId('welcome') },
  { name: 'popup', path: 'popup.html', ready: byId('recent-row'), width: 380 },
  {
    name: 'popup: settings',
    path: 'popup.html',
    ready: byId('recent-row'),
    enter: steps(press('settings-open'), shown('keep-by-itself')),
    width: 380,
  },
];

/** Every page in each of its states, over a collection that has the essay `id`. */
export const pageStates = (id: string): readonly PageState[] => [...libraryStates, ...readerStates(id), ...otherStates];

/** Opens a state. */
export async function openState(stage: Stage, state: PageState): Promise<Page> {
  const page = await stage.open(state.path);
  await page.setViewportSize({ width: state.width ?? 1280, height: 900 });
  await page.locator(state.ready).first().waitFor();
  await state.enter?.(page);
  return page;
}
