import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { createShelf } from '../../../lib/collection/actions/shelves.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { ImportItem } from '../../../lib/import/import-item.ts';
import { importPages } from '../../../lib/import/import-pages.ts';
import { groupsOf, reportOf } from '../../../lib/import/report/import-report.ts';
import { createSetReader } from '../../../lib/import/set-reader.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { clearUnder, deleteUnder } from '../../support/delete-under.ts';
import { portalPageMaker } from '../../support/made-portal-page.ts';

const make = portalPageMaker(19_970_701);
/** Files of one saved essay each, more than are kept together. */
const files = Array.from({ length: 70 }, (_, n): SourceFile => {
  const saved = `<!-- saved from url=(0031)http://www.nbdx.cn/show.asp?id=${n} -->\n`;
  return { name: `${n}.htm`, blob: new Blob([`${saved}${make(n).replace(/gb2312/i, 'utf-8')}`]) };
});
const reader = createSetReader((bytes, address, charset) =>
  openPage(bytes, address, charset === null ? {} : { charset }),
);

/** An import in whose midst something happens to the library, once some essays were told as kept. */
async function importWith(happens: (collection: Collection) => Promise<void>) {
  const collection = emptyCollection();
  const shelf = expectValue(await createShelf(collection, '馆藏')).id;
  const writer = reportOf(files, 'r', '');
  const items: ImportItem[] = [];
  const told: { gone: ReadonlySet<string> | null } = { gone: null };
  const onAnew = (gone: ReadonlySet<string>): void => {
    told.gone = gone;
    writer.lose(gone);
  };
  for await (const item of importPages(collection, files, {
    reader,
    tellAll: true,
    into: { shelf, tags: [] },
    onAnew,
  })) {
    items.push(item);
    writer.take(item);
    if (items.length === 1) await happens(collection);
  }
  return { collection, items, told, report: writer.report({ at: '', stopped: false }) };
}

it.each([
  ['deleted', deleteUnder],
  ['cleared', clearUnder],
])(
  'an import ends when the library is %s under it, and tells nothing as kept that is not there',
  async (_, happens) => {
    const { collection, items, told, report } = await importWith(happens);
    const there = await collection.essays.toCollection().primaryKeys();
    expect(items.at(-1)).toMatchObject({ result: 'not-reached' });
    expect(items.filter(({ reason }) => reason === 'not-filed')).toEqual([]);
    expect(told.gone?.size).toBeGreaterThan(0);
    expect([...report.kept].toSorted()).toEqual(there.toSorted());
    expect(report.anew).toBe(true);
    const groups = groupsOf(report.items).map(({ reason }) => reason);
    expect(groups[0]).toBe('library-anew');
    expect(groups).toContain('not-reached');
    expect(groups).not.toContain('storage-full');
    expect(report.items.filter(({ reason }) => reason === 'library-anew')).toHaveLength(told.gone?.size ?? -1);
  },
);

it('one that is over when that happens looks at its end', async () => {
  const collection = emptyCollection();
  const told: ReadonlySet<string>[] = [];
  const onAnew = (gone: ReadonlySet<string>): unknown => told.push(gone);
  for await (const _ of importPages(collection, files.slice(0, 1), { reader, onAnew })) await deleteUnder(collection);
  expect(told.map(({ size }) => size)).toEqual([1]);
});

it('one whose library a newer version of the extension takes over ends, and says so', async () => {
  const { items, told, report } = await importWith(async ({ name }) => {
    const request = indexedDB.open(name, 1000);
    await new Promise((resolve) => Object.assign(request, { onsuccess: resolve }));
    request.result.close();
  });
  expect(told.gone).toBeNull();
  expect(report.anew).toBeUndefined();
  expect(report.kept.length).toBeGreaterThan(0);
  expect(items.filter(({ reason }) => reason === 'storage-newer').length).toBeGreaterThan(0);
  expect(items.at(-1)).toMatchObject({ result: 'not-reached' });
});
