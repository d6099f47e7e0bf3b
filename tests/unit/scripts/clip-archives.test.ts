import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../../scripts/clip/clip-all.ts';
import { jobsOfInputs, withArchivedPages } from '../../../scripts/clip/inputs.ts';
import { jobsOfManifest } from '../../../scripts/clip/jobs.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

/** Threads that serve one test after another: to start them takes far longer than to read a page. */
const pool = createPool({ any: false, threads: 2 });
afterAll(() => pool.close());

const folder = mkdtempSync(join(tmpdir(), 'wencun archives '));
const urlOf = (n: number): string => `http://www.qsdx.gov.cn${kesionPath(n)}`;
const page = (n: number): Uint8Array => new Uint8Array(encodeGb2312(pageOf(stoneWalls, n)));
const message = (n: number): Uint8Array =>
  Buffer.concat([
    Buffer.from(
      `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${urlOf(n)}\r\nMIME-Version: 1.0\r\n` +
        'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n' +
        `Content-Type: text/html\r\nContent-Transfer-Encoding: binary\r\nContent-Location: ${urlOf(n)}\r\n\r\n`,
    ),
    page(n),
    Buffer.from('\r\n----b--\r\n'),
  ]);
const gif = new Uint8Array(Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'));
const crawl = (): Uint8Array => warcFile([warcRecord({ address: urlOf(1), body: page(1) })], true);

const archives: Readonly<Record<string, () => Uint8Array>> = {
  'page.zip': () => zipSync({ 'a.htm': page(1), 'a_files/1.gif': gif }),
  'message.zip': () => zipSync({ 'a.mht': message(1) }),
  'scrap.htz': () => zipSync({ 'index.html': page(1), '1.gif': gif }),
  'crawl.warc.gz': crawl,
  'crawl.wacz': () => zipSync({ 'archive/data.warc.gz': [crawl(), { level: 0 }] }),
};

beforeAll(() => {
  for (const [name, bytes] of Object.entries(archives)) writeFileSync(join(folder, name), bytes());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The names and texts of what threads make of these files. */
async function clipInThreads(...names: readonly string[]): Promise<(readonly [string, string | undefined])[]> {
  const clipped: (readonly [string, string | undefined])[] = [];
  const jobs = jobsOfInputs(
    names.map((name) => join(folder, name)),
    undefined,
  );
  for await (const { job, clipped: outcome } of pool.clipAll(jobs))
    clipped.push([basename(job.id ?? ''), outcome.ok ? outcome.value.essay?.text : outcome.problem.detail]);
  return clipped;
}

const [text] = stoneWallTexts.map((lines) => lines.join('\n'));

describe('archives in real threads', () => {
  it.each(Object.keys(archives))('%s gives its essay', async (name) => {
    expect((await clipInThreads(name)).map(([, essay]) => essay)).toEqual([text]);
  });

  it('give theirs one after another, and a page behind them as well', async () => {
    writeFileSync(join(folder, 'last.html'), page(2));
    const all = await clipInThreads('page.zip', 'crawl.warc.gz', 'last.html');
    expect(all.map(([name]) => name)).toEqual(['page.zip › a.htm', basename(urlOf(1)), 'last.html']);
    expect(all.every(([, essay]) => (essay?.length ?? 0) > 10)).toBe(true);
  });

  it('that cannot be sent to a thread cost themselves alone', async () => {
    const bad = { id: 'bad', file: 'bad', url: '', pages: [() => undefined] as never };
    const good = { id: 'good', file: join(folder, 'last.html'), url: urlOf(2) };
    const said: (string | undefined)[] = [];
    for await (const { clipped } of pool.clipAll([bad, good])) said.push(clipped.ok ? 'ok' : clipped.problem.detail);
    expect(said).toEqual([expect.stringContaining('cannot be sent to a thread'), 'ok']);
  });
});

describe('a manifest with archives', () => {
  it('gives their pages under the id of its row; of an address, the page alone', async () => {
    writeFileSync(join(folder, 'two.bin'), zipSync({ 'a.mht': message(1), 'b.mht': message(2) }));
    writeFileSync(
      join(folder, 'manifest.jsonl'),
      [
        { id: 'all', file: 'crawl.warc.gz' },
        { id: 'one', file: 'two.bin', url: urlOf(2) },
        { id: 'page', file: 'last.html', url: urlOf(2) },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    const jobs: (string | null)[] = [];
    for await (const job of withArchivedPages(await jobsOfManifest(join(folder, 'manifest.jsonl')))) jobs.push(job.id);
    expect(jobs).toEqual(['all', 'one', 'page']);
  });
});
