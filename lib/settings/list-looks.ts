import * as v from 'valibot';
import { browser } from 'wxt/browser';

/*
 * How the library's list looks. It stands apart from the other settings, since the library alone reads it: what all settings hold is
 * loaded by the popup too.
 */

/** How the library shows its essays: with all that is told of each, in a line each, or as a table. */
export const listShapes = ['comfortable', 'compact', 'table'] as const;
export type ListShape = (typeof listShapes)[number];

/** What a table of essays may tell beside the title, in the order of its columns. */
export const tableColumns = [
  'authors',
  'publishedOn',
  'institution',
  'source',
  'column',
  'length',
  'kept',
  'reading',
  'tags',
] as const;
export type TableColumn = (typeof tableColumns)[number];

/** The columns of a table until the reader chooses others: those that stand beside the filters in a window of 1280 pixels. */
const firstColumns: TableColumn[] = ['authors', 'publishedOn', 'institution', 'length'];

const listLooks = v.object({
  listShape: v.fallback(v.picklist(listShapes), 'comfortable'),
  /** The columns of the table, beside the title. */
  tableColumns: v.fallback(v.array(v.picklist(tableColumns)), firstColumns),
});
export type ListLooks = Readonly<v.InferOutput<typeof listLooks>>;

/** How the list looked last; whatever is stored wrongly, or not at all, is as it first was. */
export async function readListLooks(): Promise<ListLooks> {
  return v.parse(listLooks, await browser.storage.local.get(Object.keys(listLooks.entries)));
}

/** Remembers these looks and leaves the others. Rejects when the browser cannot store them. */
export async function changeListLooks(change: Partial<ListLooks>): Promise<void> {
  await browser.storage.local.set(change);
}
