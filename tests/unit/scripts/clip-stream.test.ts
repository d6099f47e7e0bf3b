import { Buffer } from 'node:buffer';
import { gzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { createPool } from '../../../scripts/clip/clip-all.ts';
import { linesOf } from '../../../scripts/clip/input/lines.ts';
import { jobsOfStream } from '../../../scripts/clip/input/stream.ts';
import { lineOf, type PageRecord } from '../../../scripts/clip/record.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

/** Threads that serve one test after another: to start them takes far longer than to read a page. */
const pool = createPool({ any: false, threads: 2 });
afterAll(() => pool.close());

const urlOf = (n: number): string => `http://www.qsdx.gov.cn${kesionPath(n)}`;
const bytesOf = (n: number): Uint8Array => new Uint8Array(encodeGb2312(pageOf(stoneWalls, n)));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const [first = ''] = stoneWallTexts.map((page) => page.join('\n'));

/** Bytes as a pipe brings them: in pieces that end anywhere. */
async function* pieces(bytes: Uint8Array, size = 1000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function clip(bytes: Uint8Array): Promise<readonly PageRecord[]> {
  const lines: PageRecord[] = [];
  for await (const page of pool.clipAll(jobsOfStream(pieces(bytes), import.meta.dirname)))
    lines.push(JSON.parse(await lineOf(page)));
  return lines;
}
const ndjson = (...rows: readonly (object | string)[]): Uint8Array =>
  Buffer.from(rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'));

describe('a stream of lines', () => {
  it('is answered line by line, a broken one costs itself', async () => {
    const lines = await clip(
      ndjson(
        { id: 'a', url: urlOf(1), body: pageOf(stoneWalls, 1) },
        '{"id": "b", ',
        { id: 'c', url: urlOf(1) },
        '',
        { id: 'd', url: 'none', body: '' },
        { id: 'e', url: urlOf(1), body: '<p>甲', capturedAt: 'gestern' },
        { id: 'f', url: urlOf(1), file: 'missing.html' },
        'null',
        {
          id: 'g',
          url: urlOf(1),
          body: base64(bytesOf(1)),
          encoding: 'base64',
          charset: 'gb2312',
          capturedAt: '20070702205327',
        },
      ),
    );
    expect(lines.map(({ id, error, essay }) => [id, error ?? essay?.text])).toEqual([
      ['a', first],
      [null, expect.stringContaining('row is not JSON')],
      ['c', 'row without "file" or "body"'],
      ['d', 'row with a "url" that is none'],
      ['e', 'row with a "capturedAt" that is no moment'],
      ['f', expect.stringContaining('no such file')],
      [null, 'row without "file" or "body"'],
      ['g', first],
    ]);
    const last = lines.at(-1);
    expect(last?.archivedCopy).toEqual({ archive: 'warc', url: null, capturedAt: '2007-07-02T20:53:27Z' });
    expect(last?.essayId).toMatch(/^[0-9a-f]{24}$/);
    expect(last?.essayId).toBe(lines[0]?.essayId);
    expect(lines.every(({ rulesVersion }) => rulesVersion > 0)).toBe(true);
  });

  it.each([
    ['a number as its id', { id: 7 }, '7', first],
    ['nothing as its further pages', { pages: null }, 'x', first],
    ['its encoding in capitals', { encoding: 'BASE64' }, 'x', first],
    ['a number as its moment', { capturedAt: 20070702205327 }, 'x', first],
    ['an encoding that is none', { encoding: 'gzip' }, 'x', expect.stringContaining('"encoding"')],
    ['a body that is not in its encoding', { body: '*** ***' }, 'x', expect.stringContaining('"encoding"')],
    ['a day that the calendar lacks', { capturedAt: '2007-02-30' }, 'x', expect.stringContaining('"capturedAt"')],
    ['an hour that a day lacks', { capturedAt: '2007-02-20T25:00:00Z' }, 'x', expect.stringContaining('"capturedAt"')],
    ['an address that no page is served under', { url: 'javascript:0' }, 'x', expect.stringContaining('"url"')],
    ['an encoding that no server has', { charset: 'no-such' }, 'x', first],
  ])('reads or refuses a row with %s', async (_, odd, id, came) => {
    const row = { id: 'x', url: urlOf(1), body: base64(bytesOf(1)), encoding: 'base64' };
    const [line] = await clip(ndjson({ ...row, ...odd }));
    expect([line?.id, line?.error ?? line?.essay?.text]).toEqual([id, came]);
  });

  it('that is packed and cut short tells so after the last whole line', async () => {
    const row = { id: 'a', url: urlOf(1), body: pageOf(stoneWalls, 1) };
    // Whole lines in members of their own, and one member that is not whole.
    const packed = Buffer.concat([gzipSync(ndjson(row, '')), gzipSync(ndjson({ ...row, id: 'b' })).subarray(0, 40)]);
    const lines = await clip(packed);
    expect(lines[0]?.id).toBe('a');
    expect(lines.at(-1)).toMatchObject({ id: 'stdin', error: expect.stringContaining('gzip') });
  });

  it('may be packed', async () => {
    expect(
      (await clip(gzipSync(ndjson({ id: 'a', url: urlOf(1), body: pageOf(stoneWalls, 1) }))))[0]?.essay?.text,
    ).toBe(first);
  });
});

describe('a WARC in a stream', () => {
  const records = [3, 1, 2].map((n) => warcRecord({ address: urlOf(n), body: bytesOf(n) }));

  it.each([true, false])('gives its essays, pages that stand apart joined (gzip: %s)', async (gzip) => {
    const lines = await clip(warcFile(records, gzip));
    expect(lines.map(({ id, essay }) => [id, essay?.text])).toEqual([
      [`stdin › ${urlOf(1)}`, stoneWallTexts.flat().join('\n')],
    ]);
  });

  it('that is a zip is told to come by its name', async () => {
    const [line] = await clip(zipSync({ 'a.htm': bytesOf(1) }));
    expect(line?.error).toContain('cannot be read from a stream');
  });

  it('without anything gives nothing', async () => {
    expect(await clip(new Uint8Array(0))).toEqual([]);
  });
});

describe('lines of bytes', () => {
  it('end where they end, whatever the pieces, and one that is too long is none', async () => {
    const bytes = Buffer.from(`甲乙\r\n\n${'丙'.repeat(40)}\n丁`);
    for (const size of [1, 2, 5, 1000]) {
      const lines: (string | null)[] = [];
      for await (const line of linesOf(pieces(bytes, size), 60)) lines.push(line);
      expect(lines).toEqual(['甲乙\r', null, '丁']);
    }
  });
});
