import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createShelf } from '../../../lib/collection/actions/shelves.ts';
import { moveToTrash } from '../../../lib/collection/actions/trash.ts';
import type { Collection } from '../../../lib/collection/collection.ts';
import type { ImportItem } from '../../../lib/import/import-item.ts';
import { type ImportOptions, importPages } from '../../../lib/import/import-pages.ts';
import type { OpenBytes } from '../../../lib/import/open-source.ts';
import { groupsOf, reportOf, withOutcomes } from '../../../lib/import/report/import-report.ts';
import { reportCsv } from '../../../lib/import/report/report-csv.ts';
import { forgetReport, listReports, readReport, saveReport } from '../../../lib/import/report/stored-reports.ts';
import { createSetReader } from '../../../lib/import/set-reader.ts';
import type { SourceFile } from '../../../lib/import/sources/source.ts';
import { openPage } from '../../../scripts/open/open-page.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { pageOf, stoneWalls } from '../../support/paged-essay.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

const open: OpenBytes = (bytes, address, charset) => openPage(bytes, address, charset === null ? {} : { charset });
const text = (html: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(html));
const essay = text(
  pageOf({ ...stoneWalls, parts: [stoneWalls.parts.join('')] }, 1).replace(/charset=[\w-]+/i, 'charset=utf-8'),
);
const other = text(
  `<html><head><title>山中纪事</title></head><body><h1>山中纪事</h1>${'<p>溪水从石坎下流过，村里人清早就下田去了。</p>'.repeat(20)}</body></html>`,
);
const fileOf = (name: string, bytes: Uint8Array<ArrayBuffer>): SourceFile => ({ name, blob: new Blob([bytes]) });

async function run(
  collection: Collection,
  files: readonly SourceFile[],
  options: Partial<ImportOptions> = {},
): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of importPages(collection, files, {
    reader: createSetReader(open),
    tellAll: true,
    ...options,
  }))
    items.push(item);
  return items;
}
const told = (items: readonly ImportItem[]) => items.map(({ name, result, reason }) => [name, result, reason]);

describe('an import', () => {
  it('names every entry of a zip, whatever it is', async () => {
    const zip = zipSync({
      'a.htm': essay,
      'a_files/': new Uint8Array(),
      'a_files/x.gif': text('GIF'),
      'empty.htm': new Uint8Array(),
      'inner.zip': zipSync({ 'b.htm': essay }),
      'photo.jpg': text('JPEG'),
      '__MACOSX/._a.htm': text('x'),
    });
    expect(told(await run(emptyCollection(), [fileOf('z.zip', zip as Uint8Array<ArrayBuffer>)]))).toEqual([
      ['z.zip › a.htm', 'kept', null],
      ['z.zip › empty.htm', 'unreadable', 'empty'],
      ['z.zip › inner.zip', 'unreadable', 'nested'],
      ['z.zip › a_files/x.gif', 'passed-over', 'companion'],
      ['z.zip › photo.jpg', 'passed-over', 'other-kind'],
      ['z.zip › __MACOSX/._a.htm', 'passed-over', 'companion'],
    ]);
  });

  it('names the records of a crawl that hold no page: errors, repeated visits, documents, styles', async () => {
    const at = (name: string): string => `http://www.qsdx.gov.cn/${name}`;
    const answer = (status: string, type: string): readonly string[] => [`HTTP/1.1 ${status}`, `Content-Type: ${type}`];
    const warc = warcFile([
      warcRecord({ address: at('gone.htm'), http: answer('404 Not Found', 'text/html'), body: text('none') }),
      warcRecord({ address: at('a.pdf'), http: answer('200 OK', 'application/pdf'), body: text('%PDF') }),
      warcRecord({ address: at('a.css'), http: answer('200 OK', 'text/css'), body: text('p {}') }),
    ]);
    expect(told(await run(emptyCollection(), [fileOf('w.warc', new Uint8Array(warc))]))).toEqual([
      ['w.warc', 'unreadable', 'nothing-inside'],
      [`w.warc › ${at('gone.htm')}`, 'passed-over', 'error-page'],
      [`w.warc › ${at('a.pdf')}`, 'passed-over', 'other-kind'],
      [`w.warc › ${at('a.css')}`, 'passed-over', 'companion'],
    ]);
  });

  it('puts what it keeps where it is to go', async () => {
    const collection = emptyCollection();
    const { id } = expectValue(await createShelf(collection, '清水'));
    const items = await run(collection, [fileOf('a.htm', essay)], { into: { shelf: id, tags: ['口述史'] } });
    const row = await collection.essays.get(items[0]?.id ?? '');
    expect(row?.shelves).toEqual([id]);
    expect((await collection.tags.bulkGet([...(row?.tags ?? [])])).map((tag) => tag?.name)).toEqual(['口述史']);
  });

  it('keeps each right where it is to go: a window that closes leaves none half filed', async () => {
    const collection = emptyCollection();
    const { id } = expectValue(await createShelf(collection, '清水'));
    const written: unknown[] = [];
    collection.essays.hook('creating', (_, row) => void written.push([row.shelves, row.tags.length]));
    const [item] = await run(collection, [fileOf('a.htm', essay)], { into: { shelf: id, tags: ['口述史'] } });
    expect(written).toEqual([[[id], 1]]);
    await moveToTrash(collection, [item?.id ?? '']);
    const other = expectValue(await createShelf(collection, '石桥'));
    await run(collection, [fileOf('a.htm', essay)], { into: { shelf: other.id, tags: [] } });
    expect(await collection.essays.get(item?.id ?? '')).toMatchObject({ trashedAt: '', shelves: [id, other.id] });
  });

  it('tells where the collection that they were to go into was deleted meanwhile', async () => {
    const items = await run(emptyCollection(), [fileOf('a.htm', essay)], { into: { shelf: 'gone', tags: [] } });
    expect(told(items)).toEqual([['a.htm', 'kept', 'not-filed']]);
  });

  it('keeps an unrecognised page where the reader says so: all, or one by its name', async () => {
    const files = [
      fileOf('a.htm', essay),
      fileOf('b.htm', other),
      fileOf('c.htm', text('<title>目录</title><p>短</p>')),
    ];
    const collection = emptyCollection();
    const first = await run(collection, files);
    expect(told(first)).toEqual(
      [
        ['b.htm', 'not-an-essay', 'not-an-essay'],
        ['c.htm', 'not-an-essay', 'not-an-essay'],
        ['a.htm', 'kept', null],
      ].toSorted((x, y) => (String(x[0]) < String(y[0]) ? -1 : 1)),
    );
    expect(first.find(({ name }) => name === 'b.htm')?.title).toBe('山中纪事');
    const again = await run(collection, files, { anyway: true, only: new Set(['b.htm']) });
    expect(told(again)).toEqual([['b.htm', 'kept', null]]);
    expect((await collection.essays.get(again[0]?.id ?? ''))?.title).toBe('山中纪事');
    expect((await run(emptyCollection(), files, { anyway: true })).map(({ result }) => result)).toContain('kept');
  });

  it('names the files that it did not come to when it was stopped', async () => {
    const stopping = new AbortController();
    stopping.abort();
    expect(
      told(await run(emptyCollection(), [fileOf('a.htm', essay), fileOf('b.htm', other)], { signal: stopping.signal })),
    ).toEqual([
      ['a.htm', 'not-reached', 'not-reached'],
      ['b.htm', 'not-reached', 'not-reached'],
    ]);
  });
});

const item = (given: Partial<ImportItem>): ImportItem => ({
  name: 'x',
  result: 'not-an-essay',
  reason: 'not-an-essay',
  id: null,
  title: '',
  missing: 0,
  ...given,
});

function reportWith(id: string, startedAt: string, items: readonly ImportItem[]) {
  const writer = reportOf([fileOf('w.zip', essay)], id, startedAt);
  for (const one of items) writer.take(one);
  return writer.report({ at: startedAt, stopped: false });
}

describe('the report of an import', () => {
  it('groups by reason: first what can be kept all the same, last what belongs to pages', () => {
    const reasons = ['companion', 'damaged', 'empty', 'empty', 'not-an-essay', 'other-kind'] as const;
    const groups = groupsOf([item({ reason: null, result: 'kept' }), ...reasons.map((reason) => item({ reason }))]);
    expect(groups.map(({ reason, items }) => [reason, items.length])).toEqual([
      ['not-an-essay', 1],
      ['empty', 2],
      ['damaged', 1],
      ['other-kind', 1],
      ['companion', 1],
    ]);
  });

  it('is read again as it was stored, and twenty are remembered', async () => {
    const collection = emptyCollection();
    const stored = reportWith('r', '2026-11-26T10:00:00Z', [
      item({}),
      item({ name: 'y', result: 'kept', reason: null, id: 'e' }),
    ]);
    expect(await saveReport(collection, stored)).toBe(true);
    expect(await readReport(collection, 'r')).toEqual(stored);
    for (let at = 10; at < 30; at += 1)
      await saveReport(collection, reportWith(`r${at}`, `2026-11-27T10:00:${at}Z`, []));
    const heads = await listReports(collection);
    expect(heads.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, at) => `r${29 - at}`));
    expect(await readReport(collection, 'r')).toBeNull();
    await forgetReport(collection, 'r29');
    expect((await listReports(collection))[0]?.id).toBe('r28');
    expect(await readReport(collection, 'r29')).toBeNull();
  });

  it('that is stored wrongly counts as not there', async () => {
    const collection = emptyCollection();
    await collection.meta.bulkPut([
      { key: 'import-reports', value: [{ id: 1 }, 'x'] },
      { key: 'import-report r', value: { items: [{ name: 1 }] } },
    ]);
    expect(await listReports(collection)).toEqual([]);
    expect(await readReport(collection, 'r')).toBeNull();
  });

  it('takes in what became of items that were tried once more', () => {
    const before = reportWith('r', '2026-11-26T10:00:00Z', [item({}), item({ name: 'y' })]);
    const after = withOutcomes(before, [item({ name: 'y', result: 'kept', reason: null, id: 'e', title: '题' })]);
    expect(after.items.map(({ name, result }) => [name, result])).toEqual([
      ['x', 'not-an-essay'],
      ['y', 'kept'],
    ]);
    expect(after.kept).toEqual(['e']);
  });

  it('is a table that no spreadsheet runs', () => {
    const csv = reportCsv(
      { items: [item({ name: '=cmd|x,"y".htm', title: '题' })] },
      {
        heads: ['文件', '结果', '原因', '题名', 'id', '缺页'],
        result: () => '未导入',
        reason: () => '不是文章',
      },
    );
    expect(csv).toBe('\ufeff文件,结果,原因,题名,id,缺页\r\n"\'=cmd|x,""y"".htm",未导入,不是文章,题,,0\r\n');
  });
});
