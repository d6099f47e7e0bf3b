import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { createZip } from '../../../../lib/zip/create-zip.ts';
import { readArguments } from '../../../../scripts/harvest/arguments.ts';
import { runHarvest } from '../../../../scripts/harvest/run-harvest.ts';
import { joinBytes } from '../../../corpus/encode.ts';
import { sampleEssays } from '../../../corpus/portal/essays.ts';
import { encodeGb2312 } from '../../../corpus/portal/gb2312.ts';
import { nbdxEssayPage, nbdxListPage } from '../../../corpus/portal/pages.ts';
import { warcRecord } from '../../../support/warc.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'crawl-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const essays = sampleEssays.filter(({ site, column }) => site === 'nbdx' && column[0] !== '通知公告');
const pages = [
  ...essays.map((essay) => ({
    address: `http://www.nbdx.cn/show.asp?id=${essay.id}`,
    body: encodeGb2312(nbdxEssayPage(essay)),
  })),
  { address: 'http://www.nbdx.cn/list.asp?classid=4', body: encodeGb2312(nbdxListPage()) },
  { address: 'http://www.nbdx.cn/guestbook.asp?page=1', body: encodeGb2312('<p>留言</p>') },
];

/** A crawl and its index, in one of the forms that indexes have. */
function crawlOf(packed: boolean, form: 'cdx' | 'cdxj', withLength = true) {
  const name = `crawl.warc${packed ? '.gz' : ''}`;
  const lines: string[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const { address, body } of pages) {
    const plain = warcRecord({ address, body });
    const record = packed ? gzipSync(plain) : plain;
    const key = `cn,nbdx)${address.slice('http://www.nbdx.cn'.length)}`;
    lines.push(
      form === 'cdx'
        ? `${key} 20070702205327 ${address} text/html 200 D${offset} - - ${withLength ? record.length : '-'} ${offset} ${name}`
        : `${key} 20070702205327 ${JSON.stringify({ url: address, mime: 'text/html', status: '200', digest: `sha1:D${offset}`, offset: String(offset), filename: `archive/${name}`, ...(withLength ? { length: String(record.length) } : {}) })}`,
    );
    records.push(record);
    offset += record.length;
  }
  const head = form === 'cdx' ? [' CDX N b a m s k r M S V g'] : [];
  return { name, warc: joinBytes(...records), index: new TextEncoder().encode(`${[...head, ...lines].join('\n')}\n`) };
}

async function harvestFiles(...args: readonly string[]) {
  const out = join(folder(), 'out');
  const report = await runHarvest(readArguments([...args, '--out', out]), {
    fetch: async () => Promise.reject(new Error('nobody is asked')),
    now: Date.now,
    rest: async () => undefined,
    say: () => undefined,
  });
  const titles = readFileSync(join(out, 'records.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { essay: { title: string } }).essay.title);
  return { report, titles };
}
const wanted = essays.map(({ title }) => title).toSorted();

describe('a crawl on disk', () => {
  it.each([
    [true, 'cdx', true],
    [true, 'cdxj', false],
    [false, 'cdx', false],
    [false, 'cdxj', true],
  ] as const)('gives its essays by its own index: packed %s, %s, lengths %s', async (packed, form, withLength) => {
    const place = folder();
    const { name, warc, index } = crawlOf(packed, form, withLength);
    writeFileSync(join(place, name), warc);
    writeFileSync(join(place, `crawl.${form}`), index);
    const { titles, report } = await harvestFiles(join(place, `crawl.${form}`));
    expect(titles.toSorted()).toEqual(wanted);
    expect(report.requests).toBe(0);
    expect((await harvestFiles(join(place, name))).titles.toSorted()).toEqual(wanted);
  });

  it('may be a WACZ, whose index is packed', async () => {
    const { name, warc, index } = crawlOf(true, 'cdxj');
    const place = join(folder(), 'portal.wacz');
    const zip = createZip();
    const parts = [
      ...zip.add({ name: `archive/${name}`, bytes: warc, stored: true }),
      ...zip.add({ name: 'indexes/index.cdx.gz', bytes: gzipSync(index) }),
      ...zip.add({ name: 'pages/pages.jsonl', bytes: new TextEncoder().encode('{}') }),
      ...zip.end(),
    ];
    writeFileSync(place, joinBytes(...parts));
    expect((await harvestFiles(place)).titles.toSorted()).toEqual(wanted);
  });

  it('without an index is not read', async () => {
    const place = join(folder(), 'crawl.warc');
    writeFileSync(place, crawlOf(false, 'cdx').warc);
    await expect(harvestFiles(place)).rejects.toThrow('no index beside it');
  });

  it('whose index is none says so', async () => {
    const place = join(folder(), 'crawl.cdx');
    writeFileSync(place, 'this is a text about indexes\nand not one of them\n');
    await expect(harvestFiles(place)).rejects.toThrow('is no index');
  });
});
