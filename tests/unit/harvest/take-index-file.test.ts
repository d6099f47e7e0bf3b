import 'fake-indexeddb/auto';
import { gzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { takeIndexFile } from '../../../entrypoints/library/harvest/take-index-file.ts';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { joinBytes } from '../../corpus/encode.ts';

const line = (id: number): string =>
  `cn,nbdx)/show.asp?id=${id} 20070702205327 http://www.nbdx.cn/show.asp?id=${id} text/html 200 A${id} 2417\n`;
const lines = (from: number, to: number): Uint8Array =>
  new TextEncoder().encode(Array.from({ length: to - from }, (_, n) => line(from + n)).join(''));

/** Takes a file in; gives the word of what went wrong, and how many rows are there. */
async function take(bytes: Uint8Array | string) {
  const store = openArchiveStore(`archives-${crypto.randomUUID()}`);
  const reason = await takeIndexFile(
    store,
    new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], 'index.cdx'),
  );
  const rows = await store.harvests.toArray();
  return [reason, rows[0]?.rows ?? 'none', await store.harvestParts.count()];
}

it('an index file is read whole where it is packed in one member, in many, or not', async () => {
  const parts = [lines(0, 400), lines(400, 800)];
  expect(await take(joinBytes(...parts))).toEqual(['', 800, 1]);
  expect(await take(gzipSync(joinBytes(...parts)))).toEqual(['', 800, 1]);
  expect(await take(joinBytes(...parts.map((part) => gzipSync(part))))).toEqual(['', 800, 1]);
});

it('of one that ends early, or is damaged within, stays what can be read, and that is told', async () => {
  const [one, two, three] = [lines(0, 400), lines(400, 800), lines(800, 1200)].map((part) => gzipSync(part));
  if (one === undefined || two === undefined || three === undefined) throw new Error('Nothing is packed.');
  const cut = await take(joinBytes(one, two.subarray(0, two.length - 300)));
  expect(cut[0]).toBe('part-of-file');
  expect(cut[1]).toBeGreaterThanOrEqual(400);
  expect(cut[1]).toBeLessThan(800);
  const broken = two.slice();
  broken.fill(0xff, 200, 260);
  const damaged = await take(joinBytes(one, broken, three));
  expect(damaged[0]).toBe('part-of-file');
  expect(damaged[1]).toBeGreaterThanOrEqual(800);
  expect((await take('[["urlkey","timestamp","original"],["k","20070702205327","http://a.cn/"],["k","2007'))[0]).toBe(
    'part-of-file',
  );
});

it('what is no index leaves nothing behind', async () => {
  expect(await take('<html><body>Not found</body></html>')).toEqual(['not-an-index', 'none', 0]);
  expect(await take('')).toEqual(['not-an-index', 'none', 0]);
  expect(await take(Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3))).toEqual(['damaged', 'none', 0]);
});
