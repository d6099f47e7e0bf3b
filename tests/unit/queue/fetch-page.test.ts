import { describe, expect, it, vi } from 'vitest';
import { type Fetching, fetchPage } from '../../../lib/queue/fetch-page.ts';

const address = 'http://a.example/show.asp?id=1';
const html = new TextEncoder().encode('<p>石坎</p>');
const headers = { 'content-type': 'text/html; charset=gb2312' };

/** Fetches the page from a server that gives this response, or throws. */
function get(response: () => Response | Promise<Response>, around: Partial<Fetching> = {}) {
  const fetch = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit) => response());
  const got = fetchPage(address, { fetch, now: () => 0, online: () => true, mayAsk: async () => false, ...around });
  return { got, fetch };
}
const from = (response: Response, url: string): Response => Object.defineProperty(response, 'url', { value: url });

describe('a page that is fetched', () => {
  it('comes with its bytes and the charset that the server names, asked for as a stranger', async () => {
    const { got, fetch } = get(() => new Response(html, { headers }));
    expect(await got).toEqual({ kind: 'page', page: { address, url: address, charset: 'gb2312', bytes: html } });
    expect(fetch.mock.calls[0]?.[1]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
  });

  it('may come from where the server sends us on to, if that host is granted', async () => {
    const url = 'http://b.example/show.asp?id=1';
    const answer = () => from(new Response(html, { headers }), url);
    expect(await get(answer, { mayAsk: async (to) => to === url }).got).toMatchObject({ kind: 'page', page: { url } });
    expect(await get(answer).got).toEqual({ kind: 'failed', reason: 'redirected' });
  });

  it.each([
    'http://127.0.0.1/',
    'http://192.168.1.1/admin',
    'http://169.254.169.254/x',
    'http://localhost:8080/',
    'http://[::1]/',
  ])('is none where a public site leads to a server of the house, though everything is granted: %s', async (url) => {
    const answer = () => from(new Response(html, { headers }), url);
    expect(await get(answer, { mayAsk: async () => true }).got).toEqual({ kind: 'failed', reason: 'redirected' });
  });

  it('may be of a server of the house that leads to itself', async () => {
    const answer = () => from(new Response(html, { headers }), 'http://127.0.0.1/b');
    const fetch = vi.fn(async () => answer());
    const got = await fetchPage('http://127.0.0.1/a', {
      fetch,
      now: () => 0,
      online: () => true,
      mayAsk: async () => true,
    });
    expect(got.kind).toBe('page');
  });
});

describe('what is no page', () => {
  it.each([
    ['gone', 404, {}, { kind: 'failed', reason: 'http-404' }],
    ['refused for now', 429, { 'retry-after': '7' }, { kind: 'again', reason: 'http-429', retryAfter: 7000 }],
    ['a picture', 200, { 'content-type': 'image/gif' }, { kind: 'failed', reason: 'not-html' }],
    [
      'said to be too large',
      200,
      { ...headers, 'content-length': '20000001' },
      { kind: 'failed', reason: 'too-large' },
    ],
    ['without a body', 204, headers, { kind: 'failed', reason: 'nothing-to-read' }],
  ])('%s', async (_, status, headers, expected) => {
    expect(await get(() => new Response(status === 204 ? null : html, { status, headers })).got).toEqual(expected);
  });

  it('grows too large only as it comes in', async () => {
    const piece = new Uint8Array(1_000_000);
    const read: number[] = [];
    const body = new ReadableStream({
      pull: (controller) => {
        read.push(piece.length);
        controller.enqueue(piece);
      },
    });
    expect(await get(() => new Response(body, { headers })).got).toEqual({ kind: 'failed', reason: 'too-large' });
    expect(read.length).toBeLessThan(25);
  });

  it('fails for now: unreachable, too slow, or offline', async () => {
    const fails = (error: Error, online = true) => get(() => Promise.reject(error), { online: () => online }).got;
    const lost = new TypeError('Failed to fetch');
    expect(await fails(lost)).toEqual({ kind: 'again', reason: 'unreachable', retryAfter: null });
    expect(await fails(lost, false)).toEqual({ kind: 'offline' });
    const slow = new DOMException('signal timed out', 'TimeoutError');
    expect(await fails(slow)).toEqual({ kind: 'again', reason: 'timeout', retryAfter: null });
  });
});
