import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clipPage } from '../../../scripts/clip/clip-page.ts';
import { jobsOfFiles, jobsOfManifest } from '../../../scripts/clip/jobs.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { expectValue } from '../../support/collections.ts';
import { kesionPath, pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';

const folder = mkdtempSync(join(tmpdir(), 'wencun pages '));
const host = 'http://www.qsdx.gov.cn';
const [first = '', second = '', third = ''] = stoneWallTexts.map((page) => page.join('\n'));
const urlOf = (n: number): string => host + kesionPath(n);

beforeAll(() => {
  for (const n of [1, 2, 3]) writeFileSync(join(folder, `${n}.html`), encodeGb2312(pageOf(stoneWalls, n)));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function clipRow(row: object) {
  const manifest = join(folder, 'manifest.jsonl');
  writeFileSync(manifest, `${JSON.stringify(row)}\n`);
  for await (const job of jobsOfManifest(manifest)) return clipPage(job, { any: false });
  return null;
}

describe('a paginated essay on disk', () => {
  it('is joined of the pages that its row names', async () => {
    const pages = [2, 3].map((n) => ({ file: `${n}.html`, url: urlOf(n) }));
    const clipped = await clipRow({ id: 'a', file: '1.html', url: urlOf(1), pages });
    expect(clipped).toMatchObject({
      value: { essay: { text: [first, second, third].join('\n'), provenance: { missingPages: [] } } },
    });
  });

  it('lists the pages that are not named, or not on disk, as missing', async () => {
    const pages = [{ file: 'none.html', url: urlOf(3) }];
    const clipped = await clipRow({ id: 'a', file: '1.html', url: urlOf(1), pages });
    const provenance = { missingPages: [urlOf(2), urlOf(3)] };
    expect(clipped).toMatchObject({ value: { essay: { text: first, provenance } } });
  });

  it('given by its file alone has its one page and the addresses of the others', async () => {
    const [job] = jobsOfFiles([join(folder, '2.html')], urlOf(2));
    const clipped = job && expectValue(await clipPage(job, { any: false }));
    expect(clipped?.essay).toMatchObject({ text: second, originalUrl: urlOf(1) });
    expect(clipped?.essay?.provenance.missingPages).toEqual([urlOf(1), urlOf(3)]);
  });

  it.each([[[{ file: '2.html' }]], ['2.html'], [[null]]])('says that a row is wrong with pages %j', async (pages) => {
    const row = { id: 'a', file: '1.html', url: urlOf(1), pages };
    expect(await clipRow(row)).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
  });
});
