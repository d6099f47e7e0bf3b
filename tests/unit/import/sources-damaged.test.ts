import { zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { pagesOfSource } from '../../../lib/import/sources/read-source.ts';
import type { SourceItem } from '../../../lib/import/sources/source.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { mhtmlWraps } from '../../corpus/wrap/index.ts';
import { kesionPath, pageOf, stoneWalls } from '../../support/paged-essay.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

/** Numbers that fall out the same each time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bytes changed, cut out, repeated or cut off, as bad disks and broken downloads do it. */
function damage(bytes: Uint8Array, chance: () => number): Uint8Array<ArrayBuffer> {
  const at = Math.floor(chance() * bytes.length);
  const size = 1 + Math.floor(chance() ** 3 * 600);
  const kind = Math.floor(chance() * 5);
  if (kind === 0) return new Uint8Array(bytes.subarray(0, at));
  if (kind === 1) return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + size)]);
  if (kind === 2) return Uint8Array.from([...bytes.subarray(0, at + size), ...bytes.subarray(at)]);
  const copy = new Uint8Array(bytes);
  if (kind === 3) return copy.fill(Math.floor(chance() * 256), at, at + size);
  for (let times = 0; times < 12; times += 1) copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256);
  return copy;
}

const html = (n: number): Uint8Array => new Uint8Array(encodeGb2312(pageOf(stoneWalls, n)));
const records = [1, 2, 3, 1, 2, 3].map((n) =>
  warcRecord({ address: `http://www.qsdx.gov.cn${kesionPath(n)}`, body: html(n) }),
);
const mht = mhtmlWraps.mhtmlChrome(pageOf(stoneWalls, 1), {
  originalUrl: `http://www.qsdx.gov.cn${kesionPath(1)}`,
  timestamp: '20070702205327',
}).page as Uint8Array;
const pages = { 'a.htm': html(1), 'b/c.htm': html(2), '../d.mht': mht };

const files: Readonly<Record<string, Uint8Array>> = {
  'a.warc': warcFile(records),
  'a.warc.gz': warcFile(records, true),
  'a.zip': zipSync(pages),
  'stored.zip': zipSync(pages, { level: 0 }),
  'a.wacz': zipSync({ 'archive/data.warc.gz': [warcFile(records, true), { level: 0 }] }),
  'a.mht': mht,
};

it.each(Object.keys(files))(
  'reads what it can of %s a hundred times damaged, and never throws or hangs',
  async (name) => {
    const chance = random(name.length * 7919);
    const whole = files[name] ?? new Uint8Array(0);
    let pagesRead = 0;
    for (let times = 0; times < 100; times += 1) {
      const items: SourceItem[] = [];
      let bytes = 0;
      const blob = new Blob([damage(whole, chance)]);
      const onBytes = (count: number): void => {
        bytes += count;
      };
      for await (const item of pagesOfSource({ name, blob }, { onBytes })) items.push(item);
      expect(items.length, `${name} ${times}`).toBeGreaterThan(0);
      expect(items.length).toBeLessThan(40);
      expect(bytes).toBeGreaterThanOrEqual(blob.size);
      pagesRead += items.filter((item) => 'bytes' in item).length;
    }
    expect(pagesRead / 100).toBeGreaterThan(name === 'a.mht' ? 0.9 : 1.2);
  },
);

it('loses of a WARC with one damaged record at most the one after it', async () => {
  const chance = random(42);
  const middle = warcRecord({ address: 'http://a.cn/middle', body: html(1) });
  for (const packed of [false, true])
    for (let times = 0; times < 50; times += 1) {
      const parts = [
        warcFile(records.slice(0, 3), packed),
        warcFile([middle], packed),
        warcFile(records.slice(3), packed),
      ];
      const [before, bad, after] = parts.map((part, index) => (index === 1 ? damage(part, chance) : part));
      const file = new Blob([before, bad, after].map((part) => new Uint8Array(part ?? [])));
      const addresses: string[] = [];
      for await (const item of pagesOfSource({ name: 'w', blob: file }))
        if ('bytes' in item && item.address !== 'http://a.cn/middle') addresses.push(item.address ?? '');
      expect(6 - addresses.length, `packed ${packed}, ${times}`).toBeLessThanOrEqual(1);
    }
});
