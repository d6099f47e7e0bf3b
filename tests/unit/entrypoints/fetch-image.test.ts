import { afterEach, describe, expect, it, vi } from 'vitest';
import { imageLimits } from '../../../lib/essay/image.ts';
import { fetchImage } from '../../../lib/images/fetch-image.ts';

const address = 'http://a.cn/1.gif';
const bytes = new Uint8Array([71, 73, 70]);

function serve(...responses: readonly Response[]) {
  const left = [...responses];
  const fetching = vi.fn(async () => left.shift() ?? new Response(null, { status: 500 }));
  vi.stubGlobal('fetch', fetching);
  return fetching;
}

afterEach(() => vi.unstubAllGlobals());

describe('an image', () => {
  it('is asked of the cache, without cookies', async () => {
    const fetching = serve(new Response(bytes));
    expect(await fetchImage(address)).toEqual({ ok: true, value: bytes });
    expect(fetching).toHaveBeenCalledExactlyOnceWith(
      address,
      expect.objectContaining({ credentials: 'omit', cache: 'force-cache' }),
    );
  });

  it('is asked of the site when the cache remembers an error', async () => {
    serve(new Response(null, { status: 404 }), new Response(bytes));
    expect(await fetchImage(address)).toEqual({ ok: true, value: bytes });
  });

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [403, 'refused'],
    [401, 'refused'],
    [503, 'unreachable'],
  ] as const)('is not had with status %d: %s', async (status, code) => {
    serve(new Response('x', { status }), new Response('x', { status }));
    expect(await fetchImage(address)).toEqual({ ok: false, problem: { code } });
  });

  it('is not had without a connection', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    expect(await fetchImage(address)).toEqual({ ok: false, problem: { code: 'unreachable' } });
  });

  it('is given up as soon as it is too large', async () => {
    const pull = vi.fn((to: ReadableStreamDefaultController) => to.enqueue(new Uint8Array(1_000_000)));
    serve(new Response(new ReadableStream({ pull })));
    expect(await fetchImage(address)).toEqual({ ok: false, problem: { code: 'too-large' } });
    expect(pull.mock.calls.length).toBeLessThan(imageLimits.bytes / 1_000_000 + 4);
  });
});
