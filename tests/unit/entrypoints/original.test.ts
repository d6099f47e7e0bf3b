import { afterEach, describe, expect, it, vi } from 'vitest';
import { holdsEssay } from '../../../entrypoints/clip/holds-essay.ts';
import { originalOf } from '../../../entrypoints/clip/original.ts';
import { servedBytes } from '../../../entrypoints/clip/served-bytes.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://www.example-school.cn/show.asp?id=12';
const essay = '县域是城乡之间的纽带，转型要从产业做起，也要从人做起。';
const html = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><p>${essay}</p></body></html>`;
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** What the site answers when the page is asked for again. */
function serve(body: BodyInit | null, init: ResponseInit = {}, redirected = false) {
  const fetching = vi.fn(async () => {
    const response = new Response(body, { headers: { 'content-type': 'text/html' }, ...init });
    return redirected ? Object.defineProperty(response, 'redirected', { value: true }) : response;
  });
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

afterEach(() => vi.unstubAllGlobals());

describe('the served bytes', () => {
  it('are asked of the cache alone and given as they are', async () => {
    const fetching = serve(new Uint8Array([0xb5, 0xb3, 0xd0, 0xa3]));
    expect(await servedBytes(url, 100)).toEqual(new Uint8Array([0xb5, 0xb3, 0xd0, 0xa3]));
    expect(fetching).toHaveBeenCalledExactlyOnceWith(
      url,
      expect.objectContaining({ cache: 'only-if-cached', mode: 'same-origin' }),
    );
  });

  it.each<[string, () => void]>([
    ['an error page', () => serve('x', { status: 404 })],
    ['a redirect', () => serve('x', {}, true)],
    ['a picture', () => serve('x', { headers: { 'content-type': 'image/png' } })],
    ['more than allowed', () => serve('x'.repeat(101))],
    ['no connection', () => vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))],
  ])('are not to be had for %s', async (_, answer) => {
    answer();
    expect(await servedBytes(url, 100)).toBeNull();
  });

  it('may come without a type, as from old servers', async () => {
    serve(bytesOf('x'), { headers: { 'content-type': '' } });
    expect(await servedBytes(url, 100)).not.toBeNull();
  });
});

describe('a source', () => {
  it('holds an essay through tags, spaces and line breaks', () => {
    expect(holdsEssay(`<P>县域是<B>城乡</B>之间的\n纽带，&nbsp;转型要从产业做起，<br>也要从人做起。`, essay)).toBe(
      true,
    );
  });

  it('does not hold it when it is a login page', () => {
    expect(holdsEssay('<form>请登录后阅读全文</form>', essay)).toBe(false);
  });

  it('holds a page of a paginated essay', () => {
    const pages = ['一', '二', '三'].map((page) => `第${page}页的文字，${page.repeat(4)}，说得很长很长很长很长很长。`);
    expect(holdsEssay(pages[0] ?? '', pages.join('\n'))).toBe(true);
  });

  it('is searched to its end however broken it is', () => {
    // A pattern that goes back takes minutes here, and the test's time runs out.
    expect(holdsEssay('<'.repeat(1_000_000), essay)).toBe(false);
  });
});

describe('the original', () => {
  const document = parsePage(html, url);

  it('is the served bytes when they hold the essay', async () => {
    serve(bytesOf(html));
    expect(await originalOf({ document, url }, essay)).toEqual({
      form: 'served',
      bytes: bytesOf(html),
      charset: 'utf-8',
    });
  });

  it('is the document written out, doctype and all, when they do not', async () => {
    vi.stubGlobal('XMLSerializer', document.defaultView?.XMLSerializer);
    serve('<p>请登录</p>');
    const original = await originalOf({ document, url }, essay);
    expect(original).toMatchObject({ form: 'serialised', charset: 'utf-8' });
    expect(new TextDecoder().decode(original?.bytes)).toBe(html);
  });
});
