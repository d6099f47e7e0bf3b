import { expect, it } from 'vitest';
import type { TakenPage } from '../../../lib/import/set-reader.ts';
import type { SourcePage } from '../../../lib/import/sources/source.ts';
import { withBytes, withoutBytes } from '../../../lib/reading-frame/bytes-at-home.ts';
import { readersHere } from '../../../lib/reading-frame/readers.ts';
import { pageOf, stoneWalls } from '../../support/paged-essay.ts';
import { openTestPage, parsePage } from '../../support/parse-page.ts';

const { files } = readersHere(
  undefined,
  (bytes, address, charset) => openTestPage(bytes, address, charset === null ? {} : { charset }),
  parsePage,
);
const essay = pageOf({ ...stoneWalls, parts: [stoneWalls.parts.join('')] }, 1);
const page = (html: string, frames: readonly SourcePage[] = []): SourcePage => ({
  name: 'a.mht',
  address: 'http://www.qsdx.gov.cn/html/llyj_43_1.shtml',
  capturedAt: null,
  charset: 'utf-8',
  bytes: new TextEncoder().encode(html),
  container: null,
  ...(frames.length > 0 && { frames }),
});

/** How many bytes an answer carries. */
function carried(value: unknown): number {
  if (value instanceof Uint8Array) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + carried(one), 0);
}

async function takenOf(given: SourcePage): Promise<TakenPage> {
  const taken = await files.take(given);
  if (taken === null) throw new Error('It was not read.');
  return taken;
}

it('sends no bytes back that were given, neither of a page nor of its frames', async () => {
  const framed = page('<html><frameset cols="1"><frame src="b.htm"></frameset></html>', [page(essay)]);
  for (const given of [page(essay), framed, page('<p>无</p>'), page(pageOf(stoneWalls, 1))]) {
    const taken = await takenOf(given);
    const answer = withoutBytes(taken, given);
    expect(carried(answer)).toBe(0);
    const back = withBytes(structuredClone(answer), given);
    expect(back).toEqual(taken);
    expect(back.page.bytes).toBe(taken.page.bytes);
  }
});

it('sends what was written into a page as a document of its own', async () => {
  const given = page(
    `<html><body><iframe srcdoc="${essay.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"></iframe></body></html>`,
  );
  const taken = await takenOf(given);
  expect(taken.page.bytes).not.toBe(given.bytes);
  expect(withBytes(structuredClone(withoutBytes(taken, given)), given)).toEqual(taken);
});
