import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPageSource } from '../../../entrypoints/clip/other-pages.ts';
import { encodeGb2312 } from '../../corpus/portal/gb2312.ts';
import { parsePage } from '../../support/parse-page.ts';

const address = 'http://www.qsdx.gov.cn/html/llyj_43_1213_2.shtml';
const html = '<html><body><p>石坎</p></body></html>';

/** What the site answers, and where it came from when it sends us on. */
function serve(body: BodyInit, init: ResponseInit = {}, from: string | null = null) {
  const fetching = vi.fn(async (_url: string, _options: RequestInit) => {
    const response = new Response(body, { headers: { 'content-type': 'text/html' }, ...init });
    return from === null
      ? response
      : Object.defineProperties(response, { redirected: { value: true }, url: { value: from } });
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}
const source = (signal = new AbortController().signal) => createPageSource(signal);

beforeAll(() => {
  vi.stubGlobal(
    'DOMParser',
    class {
      parseFromString = (text: string) => parsePage(text, 'about:blank');
    },
  );
});
afterEach(() => vi.stubGlobal('fetch', undefined));

describe('another page of an essay', () => {
  it.each([
    ['that its bytes show', 'text/html'],
    ['that the server names', 'text/html; charset=GB2312'],
  ])('is decoded by the charset %s, and remembered', async (_, type) => {
    serve(encodeGb2312(html), { headers: { 'content-type': type } });
    const { fetchPage, fetched } = source();
    const page = await fetchPage(address);
    expect(page?.url).toBe(address);
    expect(page?.document.body.textContent).toBe('石坎');
    expect(fetched).toEqual([{ address, charset: 'gb18030', bytes: encodeGb2312(html) }]);
  });

  it('may be another capture of an archive', async () => {
    const archived = `https://web.archive.org/web/20090901000000/${address}`;
    serve(html, {}, archived.replace('20090901', '20090902'));
    expect((await source().fetchPage(archived))?.url).toContain('20090902');
  });

  it.each<[string, () => void]>([
    ['an error', () => serve(html, { status: 500 })],
    ['a way to the home page', () => serve(html, {}, 'http://www.qsdx.gov.cn/')],
    ['a picture', () => serve(html, { headers: { 'content-type': 'image/gif' } })],
    ['no connection', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))],
    ['more than there is room for', () => serve('石'.repeat(4_000_000))],
  ])('cannot be had where the site gives %s', async (_, answer) => {
    answer();
    const { fetchPage, fetched } = source();
    expect(await fetchPage(address)).toBeNull();
    expect(fetched).toEqual([]);
  });

  it('is asked of the site itself when the browser remembers an error', async () => {
    const fetching = vi.fn(async (_url: string, { cache }: RequestInit) =>
      cache === 'force-cache'
        ? new Response('', { status: 500 })
        : new Response(html, { headers: { 'content-type': 'text/html' } }),
    );
    vi.stubGlobal('fetch', fetching);
    expect((await source().fetchPage(address))?.document.body.textContent).toBe('石坎');
    expect(fetching).toHaveBeenCalledTimes(2);
  });

  it('is not asked for any more once the tab goes', async () => {
    const leaving = new AbortController();
    const fetching = serve(html);
    await source(leaving.signal).fetchPage(address);
    const { signal } = fetching.mock.calls[0]?.[1] ?? {};
    expect(signal?.aborted).toBe(false);
    leaving.abort();
    expect(signal?.aborted).toBe(true);
  });
});
