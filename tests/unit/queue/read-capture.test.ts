import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { listVersions } from '../../../lib/collection/versions.ts';
import { fail, type Outcome, succeed } from '../../../lib/essay/outcome.ts';
import type { PageCapture } from '../../../lib/harvest/page-captures.ts';
import type { ServedPage } from '../../../lib/queue/fetch-page.ts';
import { oldestCapture } from '../../../lib/queue/oldest-capture.ts';
import { type ReadCapture, readCapture } from '../../../lib/queue/read-capture.ts';
import { createServedReader } from '../../../lib/queue/read-served.ts';
import { openBytesWith } from '../../../scripts/clip/open-bytes.ts';
import { createPageOpener } from '../../../scripts/open/page-opener.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { sampleEssay } from '../../support/keepings.ts';
import { portalPageMaker } from '../../support/made-portal-page.ts';

const essayPage = portalPageMaker(7)(3);
const original = 'http://www.nbdx.cn/show.asp?id=697';
const urlOf = (year: number, of = original): string => `https://web.archive.org/web/${year}0102030405id_/${of}`;
const pageOf = (url: string, html: string, more: Partial<ServedPage> = {}): Outcome<ServedPage> =>
  succeed({ address: url, url, charset: 'utf-8', bytes: new TextEncoder().encode(html), ...more });
const reader = createServedReader(openBytesWith(createPageOpener()));
const read = (url: string, page: Outcome<ServedPage>): Promise<Outcome<ReadCapture>> =>
  readCapture(url, { fetchPage: async () => page, reader, now: () => Date.parse('2026-11-27T05:00:00Z') });

describe('a capture that is read', () => {
  it('gives the essay with its copy as a reader sees it, and the record with the address of its bytes', async () => {
    const { reason, essay, keeping } = expectValue(await read(urlOf(2004), pageOf(urlOf(2004), essayPage)));
    expect(reason).toBe('');
    expect(essay?.archivedCopy).toMatchObject({ archive: 'wayback', url: urlOf(2004).replace('id_', '') });
    expect(keeping?.capture).toMatchObject({ pageUrl: urlOf(2004), originalForm: 'served' });
  });

  it('is told by name where it is no page of it', async () => {
    const soft = '<html><title>错误</title><body>您访问的页面不存在，请返回首页。</body></html>';
    expect(expectValue(await read(urlOf(2004), pageOf(urlOf(2004), soft)))).toMatchObject({
      reason: 'soft-404',
      keeping: null,
    });
    const home = pageOf(urlOf(2004), essayPage, { url: urlOf(2004, 'http://www.nbdx.cn/') });
    expect(expectValue(await read(urlOf(2004), home))).toMatchObject({ reason: 'redirected', keeping: null });
    expect(await read(urlOf(2004), fail('http-404'))).toMatchObject({ problem: { code: 'http-404' } });
  });
});

describe('a capture that is kept as a version', () => {
  it('stands beside the text in use, once, and changes nothing of it', async () => {
    const collection = emptyCollection();
    const first = expectValue(await read(urlOf(2003), pageOf(urlOf(2003), essayPage))).keeping;
    const other = expectValue(await read(urlOf(2005), pageOf(urlOf(2005), essayPage.replace('</body>', ' </body>'))));
    if (first === null || other.keeping === null) throw new Error('nothing to keep');
    const { id, captureId } = expectValue(await keepEssay(collection, first));
    const before = await collection.essays.get(id);
    const kept = expectValue(await keepEssay(collection, { ...other.keeping, beside: true }));
    expect(kept).toMatchObject({ id, change: 'beside' });
    expect(await collection.essays.get(id)).toEqual(before);
    const versions = expectValue(await listVersions(collection, id));
    expect(versions.map(({ capture, current }) => [capture.pageUrl, current])).toEqual(
      expect.arrayContaining([
        [urlOf(2003), true],
        [urlOf(2005), false],
      ]),
    );
    expect(versions.find(({ current }) => current)?.capture.id).toBe(captureId);
    const again = expectValue(await keepEssay(collection, { ...other.keeping, beside: true }));
    expect(again.change).toBe('unchanged');
    expect(await collection.captures.count()).toBe(2);
    expect(await collection.originals.count()).toBe(2);
  });
});

describe('the oldest capture to cite', () => {
  const capture = (year: number, digest: string, status: number | null = 200): PageCapture => ({
    url: urlOf(year),
    timestamp: `${year}0102030405`,
    original,
    status,
    digest,
    isOther: false,
  });
  const copyOf = (year: number) => ({ archive: 'wayback' as const, url: urlOf(year), capturedAt: `${year}-01-02` });
  const good = (year: number, title = '论县域经济的转型'): Outcome<ReadCapture> =>
    succeed({ reason: '', essay: sampleEssay({ title, archivedCopy: copyOf(year) }), keeping: null });

  it('is the first that holds the text: of the same bytes one is read, and no error page', async () => {
    const asked: string[] = [];
    const answers: Record<string, Outcome<ReadCapture>> = {
      [urlOf(2003)]: succeed({ reason: 'soft-404', essay: null, keeping: null }),
      [urlOf(2005)]: good(2005, '我校举行秋季学期开学典礼'),
      [urlOf(2006)]: fail('http-404'),
      [urlOf(2007)]: good(2007),
    };
    const all = [
      capture(2002, 'R', 302),
      capture(2003, 'A'),
      capture(2004, 'A'),
      capture(2005, 'B'),
      capture(2006, 'C'),
      capture(2007, 'D'),
    ];
    const found = await oldestCapture(all, '论县域经济的转型', async ({ url }) => {
      asked.push(url);
      return answers[url] ?? fail('unreachable');
    });
    expect(found).toEqual(succeed(copyOf(2007)));
    expect(asked).toEqual([2003, 2005, 2006, 2007].map((year) => urlOf(year)));
  });

  it('is none where few do, and what the archive says of itself ends the asking', async () => {
    const none = await oldestCapture([capture(2003, 'A')], '题', async () => fail('not-html'));
    expect(none).toMatchObject({ problem: { code: 'none-holds-it' } });
    const rests = await oldestCapture([capture(2003, 'A'), capture(2004, 'B')], '题', async () =>
      fail('archive-rests', '2026-11-27T06:00:00Z'),
    );
    expect(rests).toMatchObject({ problem: { code: 'archive-rests' } });
  });
});
