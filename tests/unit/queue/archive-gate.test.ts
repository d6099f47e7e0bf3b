import { describe, expect, it } from 'vitest';
import { asResting, createArchiveGate } from '../../../lib/queue/archive-gate.ts';
import { fetchPage } from '../../../lib/queue/fetch-page.ts';
import type { HostState } from '../../../lib/queue-plan/job.ts';

const index = 'https://web.archive.org/cdx/search/cdx?url=nbdx.cn';
const capture = 'https://web.archive.org/web/20070702205327id_/http://www.nbdx.cn/show.asp?id=697';
const page = () => new Response('<p>石坎</p>', { headers: { 'content-type': 'text/html' } });

/** An archive that answers as it is told, a clock that rests move on, and a store that outlives workers. */
function world() {
  const held = {
    now: Date.parse('2026-05-03T08:00:00Z'),
    online: true,
    stored: {} as Readonly<Record<string, HostState>>,
    asked: [] as { readonly address: string; readonly at: number }[],
    answer: (): Response | Promise<Response> => page(),
  };
  const start = () =>
    createArchiveGate({
      fetch: async (address) => {
        held.asked.push({ address: String(address), at: held.now });
        return held.answer();
      },
      now: () => held.now,
      online: () => held.online,
      rest: async (time) => {
        held.now += time;
      },
      read: async () => held.stored,
      write: async (hosts) => {
        held.stored = structuredClone(hosts);
      },
    });
  return Object.assign(held, { start });
}

const gapsOf = (asked: readonly { readonly at: number }[]): number[] =>
  asked.slice(1).map(({ at }, n) => at - Number(asked[n]?.at));
const restOf = (asking: Promise<unknown>): Promise<number | null> =>
  asking.then(
    () => null,
    (error: unknown) => asResting(error)?.restsUntil ?? Number.NaN,
  );

describe('the gate to an archive', () => {
  it('lets index, captures and images through at one pace, however many ask at once', async () => {
    const archive = world();
    const gate = archive.start();
    await Promise.all([gate.fetch(index), gate.fetch(capture), gate.fetch(capture.replace('id_', 'im_'))]);
    await gate.fetch(index);
    expect(gapsOf(archive.asked)).toEqual([3000, 3000, 3000]);
  });

  it('keeps the pace over a worker that was stopped in the midst of a request', async () => {
    const archive = world();
    archive.answer = () => new Promise(() => undefined);
    void archive.start().fetch(index);
    await new Promise((resolve) => setImmediate(resolve));
    archive.answer = page;
    for (let n = 0; n < 20; n += 1) await archive.start().fetch(capture);
    expect(gapsOf(archive.asked)).toEqual(Array.from({ length: 20 }, () => 3000));
  });

  it('counts a redirect as a request of its own', async () => {
    const archive = world();
    archive.answer = () => Object.defineProperty(page(), 'redirected', { value: true });
    const gate = archive.start();
    await gate.fetch(capture);
    await gate.fetch(capture);
    expect(gapsOf(archive.asked)).toEqual([6000]);
  });

  it('asks other hosts at once, and nothing of them is remembered', async () => {
    const archive = world();
    const gate = archive.start();
    await Promise.all([gate.fetch('http://www.nbdx.cn/'), gate.fetch('http://www.nbdx.cn/')]);
    expect(gapsOf(archive.asked)).toEqual([0]);
    expect(archive.stored).toEqual({});
  });
});

describe('an archive that refuses', () => {
  it('is left alone as long as it says, by everybody, and after a restart', async () => {
    const archive = world();
    archive.answer = () => new Response('', { status: 429, headers: { 'retry-after': '7200' } });
    const begun = archive.now;
    await archive.start().fetch(index);
    const gate = archive.start();
    expect(await restOf(gate.fetch(capture))).toBe(begun + 7_200_000);
    expect(await gate.standing(capture)).toEqual({ notBefore: begun + 7_200_000, failures: 1 });
    expect(archive.asked).toHaveLength(1);
    archive.now = begun + 7_200_000;
    archive.answer = page;
    await gate.fetch(capture);
    expect(await gate.standing(capture)).toMatchObject({ failures: 0 });
  });

  it('without a time of its own rests a minute, then two, then four', async () => {
    const archive = world();
    archive.answer = () => new Response('', { status: 503 });
    const gate = archive.start();
    const rests: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      await gate.fetch(index);
      const until = Number(await restOf(gate.fetch(index)));
      rests.push(until - archive.now);
      archive.now = until;
    }
    expect(rests).toEqual([60_000, 120_000, 240_000]);
  });

  it.each([
    ['120', 120],
    ['120 seconds', 120],
    ['"120"', 120],
    ['120, 120', 120],
    ['Thu, 26 Nov 2026 08:02:00 GMT', 120],
    ['Thursday, 26-Nov-26 08:02:00 GMT', 120],
    ['99999999999', 24 * 3600],
    ['Sat, 01 Jan 2050 00:00:00 GMT', 24 * 3600],
    // What says nothing, or that it was long ago, is a refusal without a time of its own.
    ...['0', '-5', '1.5', 'soon', '5 bananas', 'Mon, 01 Jan 2001 00:00:00 GMT', ''].map((said) => [said, 60] as const),
  ] as const)('that asks for %s rests for %i seconds', async (said, seconds) => {
    const archive = world();
    archive.now = Date.parse('2026-11-26T08:00:00Z');
    archive.answer = () => new Response('', { status: 429, headers: { 'retry-after': said } });
    const gate = archive.start();
    await gate.fetch(index);
    expect(await restOf(gate.fetch(index))).toBe(archive.now + seconds * 1000);
  });

  it('by a date means it by its own clock', async () => {
    const archive = world();
    const headers = { 'retry-after': 'Thu, 26 Nov 2026 03:05:00 GMT', date: 'Thu, 26 Nov 2026 03:00:00 GMT' };
    archive.answer = () => new Response('', { status: 429, headers });
    const gate = archive.start();
    await gate.fetch(index);
    expect(await restOf(gate.fetch(index))).toBe(archive.now + 300_000);
  });

  it('by cutting connections is taken to have shut us out: an hour, then two', async () => {
    const archive = world();
    archive.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const gate = archive.start();
    const rests: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      await gate.fetch(index).catch(() => undefined);
      const until = Number(await restOf(gate.fetch(index)));
      rests.push((until - archive.now) / 60_000);
      archive.now = until;
    }
    expect(rests).toEqual([1, 2, 60, 120]);
  });

  it('is not blamed while the machine is offline', async () => {
    const archive = world();
    archive.online = false;
    archive.answer = () => Promise.reject(new TypeError('Failed to fetch'));
    const gate = archive.start();
    await gate.fetch(index).catch(() => undefined);
    expect(await gate.standing(index)).toMatchObject({ failures: 0 });
  });

  it('makes a page wait, without a try', async () => {
    const archive = world();
    archive.answer = () => new Response('', { status: 429, headers: { 'retry-after': '600' } });
    const gate = archive.start();
    const around = { fetch: gate.fetch, now: () => archive.now, online: () => true, mayAsk: async () => true };
    expect(await fetchPage(capture, around)).toEqual({ kind: 'resting', reason: 'http-429', retryAfter: 600_000 });
    expect(await fetchPage(capture, around)).toEqual({ kind: 'resting', reason: 'archive-rests', retryAfter: 600_000 });
  });
});

describe('a capture', () => {
  const get = async (address: string, headers: Record<string, string> = {}) => {
    const archive = world();
    archive.answer = () => new Response('<p>石坎', { headers: { 'content-type': 'text/html', ...headers } });
    const fetch = archive.start().fetch;
    const got = await fetchPage(address, { fetch, now: () => 0, online: () => true, mayAsk: async () => true });
    return { got, asked: archive.asked[0]?.address };
  };

  it('is asked for as the bytes that were crawled', async () => {
    expect((await get('http://web.archive.org/web/20070702205327/http://www.nbdx.cn/a.asp')).asked).toBe(
      'http://web.archive.org/web/20070702205327id_/http://www.nbdx.cn/a.asp',
    );
    expect((await get(capture)).asked).toBe(capture);
    const image = 'https://web.archive.org/web/2007im_/http://www.nbdx.cn/a.gif';
    expect((await get(image)).asked).toBe(image);
    expect((await get('https://archive.ph/20120101/http://a.example/')).asked).toBe(
      'https://archive.ph/20120101/http://a.example/',
    );
  });

  it('that lacks a part of what the site sent is told', async () => {
    expect((await get(capture, { 'x-archive-orig-content-length': '4000' })).got).toMatchObject({
      page: { cutShort: true },
    });
    const packed = { 'x-archive-orig-content-length': '4000', 'x-archive-orig-content-encoding': 'gzip' };
    expect((await get(capture, packed)).got).not.toHaveProperty('page.cutShort');
  });
});
