import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '../../../scripts/clip/clip-all.ts';
import { jobsOfInputs } from '../../../scripts/clip/inputs.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { warcFile, warcRecord } from '../../support/warc.ts';

/** Threads that serve one test after another: to start them takes far longer than to read a page. */
const pool = createPool({ any: false, threads: 2 });
afterAll(() => pool.close());

const folder = mkdtempSync(join(tmpdir(), 'wencun inputs '));
const urlOf = (n: number): string => `http://www.qsdx.gov.cn${kesionPath(n)}`;
const bytesOf = (n: number): Uint8Array => new Uint8Array(encodeGb2312(pageOf(stoneWalls, n)));
const warc = (): Uint8Array =>
  warcFile(
    [3, 1, 2].map((n) => warcRecord({ address: urlOf(n), body: bytesOf(n) })),
    true,
  );

beforeAll(() => {
  mkdirSync(join(folder, 'b'));
  writeFileSync(join(folder, 'a.html'), bytesOf(1));
  writeFileSync(join(folder, 'a.gif'), 'GIF89a');
  writeFileSync(join(folder, 'b', 'c.warc.gz'), warc());
  writeFileSync(join(folder, 'd.zip'), zipSync({ 'e.htm': bytesOf(2), 'f.zip': zipSync({}) }));
  writeFileSync(join(folder, 'g.wacz'), zipSync({ 'archive/data.warc.gz': [warc(), { level: 0 }] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function clip(...paths: readonly string[]) {
  const clipped: [string, string | undefined][] = [];
  for await (const { job, clipped: outcome } of pool.clipAll(jobsOfInputs(paths, undefined))) {
    const text = outcome.ok ? outcome.value.essay?.text : outcome.problem.detail;
    clipped.push([basename(job.id ?? ''), text]);
  }
  return clipped;
}
const [first, second] = stoneWallTexts.map((page) => page.join('\n'));
const whole = stoneWallTexts.flat().join('\n');

it('clips all pages and archives of a folder, the pages of an essay in one archive joined', async () => {
  expect(await clip(folder)).toEqual([
    ['a.html', first],
    [basename(urlOf(1)), whole],
    ['d.zip › e.htm', second],
    ['d.zip › f.zip', 'an archive in an archive: unpack it first'],
    [basename(urlOf(1)), whole],
  ]);
});

it('tells address and moment of a record', async () => {
  const jobs = jobsOfInputs([join(folder, 'b', 'c.warc.gz')], undefined);
  for await (const { clipped } of pool.clipAll(jobs)) {
    expect(clipped).toMatchObject({
      value: {
        essay: {
          originalUrl: urlOf(1),
          archivedCopy: { archive: 'warc', url: null, capturedAt: '2007-07-02T20:53:27Z' },
        },
      },
    });
  }
});

it('says of a file that is not there that it cannot be read', async () => {
  expect((await clip(join(folder, 'none.warc')))[0]?.[1]).toMatch(/unable to open|no such file/i);
});
