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
  const said: string[] = [];
  const report = await runHarvest(readArguments([...args, '--out', out]), {
    fetch: async () => Promise.reject(new Error('nobody is asked')),
    now: Date.now,
    rest: async () => undefined,
    say: (line) => said.push(line),
  });
  const titles = readFileSync(join(out, 'records.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { essay: { title: string } }).essay.title);
  return { report, titles, said };
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

  it('may be an ARC, whose records are read by their places', async () => {
    const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
    for (const packed of [false, true]) {
      const name = `crawl.arc${packed ? '.gz' : ''}`;
      const records = [bytes('filedesc://crawl.arc 0.0.0.0 20070702205327 text/plain 6\n1 0 IA\n\n')];
      const lines = [' CDX N b a m s k r V g'];
      for (const { address, body } of pages) {
        const block = joinBytes(bytes('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'), body);
        const record = joinBytes(
          bytes(`${address} 1.2.3.4 20070702205327 text/html ${block.length}\n`),
          block,
          bytes('\n'),
        );
        const offset = records.reduce((sum, { length }) => sum + length, 0);
        lines.push(`k${offset} 20070702205327 ${address} text/html 200 D${offset} - ${offset} ${name}`);
        records.push(packed ? gzipSync(record) : record);
      }
      const place = folder();
      writeFileSync(join(place, name), joinBytes(...records));
      writeFileSync(join(place, 'crawl.cdx'), `${lines.join('\n')}\n`);
      expect((await harvestFiles(join(place, 'crawl.cdx'))).titles.toSorted()).toEqual(wanted);
    }
  });

  it('gives no page under the address of another, where its index does not fit it', async () => {
    const place = folder();
    const { name, warc, index } = crawlOf(false, 'cdx');
    writeFileSync(join(place, name), warc);
    const lines = new TextDecoder().decode(index).trim().split('\n');
    const [first = '', second = ''] = lines.slice(1);
    const placeOf = (line: string) => line.split(' ').slice(-3).join(' ');
    lines[1] = first.replace(placeOf(first), placeOf(second));
    writeFileSync(join(place, 'crawl.cdx'), `${lines.join('\n')}\n`);
    const { titles, report } = await harvestFiles(join(place, 'crawl.cdx'));
    expect(titles.toSorted()).toEqual(wanted.filter((title) => title !== essays[0]?.title));
    expect(report.tried).toEqual({ 'other-record': 1 });
  });

  it('that is damaged gives what can be read of it, says what cannot, and asks nobody', async () => {
    const { name, warc, index } = crawlOf(true, 'cdxj');
    const half = new TextDecoder().decode(index).replaceAll(name, 'lost.warc.gz').split('\n').slice(2);
    const [whole, cut] = [gzipSync(index), gzipSync(new TextEncoder().encode(half.join('\n')))];
    const zip = createZip();
    const parts = [
      ...zip.add({ name: `archive/${name}`, bytes: warc, stored: true }),
      ...zip.add({ name: 'archive/broken.warc.gz', bytes: new Uint8Array(5000).fill(7) }),
      ...zip.add({ name: 'indexes/index.cdx.gz', bytes: whole }),
      ...zip.add({ name: 'indexes/second.cdx.gz', bytes: cut.subarray(0, cut.length - 40) }),
      ...zip.end(),
    ];
    const bytes = joinBytes(...parts);
    // What is packed within is damaged.
    const at = new TextDecoder('latin1').decode(bytes).indexOf('broken.warc.gz') + 'broken.warc.gz'.length;
    bytes.fill(0xff, at, at + 8);
    const place = join(folder(), 'portal.wacz');
    writeFileSync(place, bytes);
    const { titles, said, report } = await harvestFiles(place);
    expect(titles.toSorted()).toEqual(wanted);
    expect(said.join('\n')).toContain('archive/broken.warc.gz is damaged');
    expect(said.join('\n')).toContain('second.cdx.gz ends early, or is damaged');
    expect(report.requests).toBe(0);
  });

  it('asks nobody for what its own WARC has not', async () => {
    const { warc, name, index } = crawlOf(false, 'cdx');
    const zip = createZip();
    const parts = [
      ...zip.add({ name: `archive/other-${name}`, bytes: warc, stored: true }),
      ...zip.add({ name: 'indexes/index.cdx', bytes: index }),
      ...zip.end(),
    ];
    const place = join(folder(), 'portal.wacz');
    writeFileSync(place, joinBytes(...parts));
    const { titles, report } = await harvestFiles(place);
    expect([titles, report.requests]).toEqual([[], 0]);
    expect(Object.keys(report.tried)).toEqual(['not-in-crawl']);
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
