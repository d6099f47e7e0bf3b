import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { openArchiveStore } from '../../../lib/collection/archives/archive-store.ts';
import { keepEssay } from '../../../lib/collection/keep/keep-essay.ts';
import { cslItem } from '../../../lib/export/cite/csl.ts';
import { recordsOf } from '../../../lib/export/records.ts';
import { createGiveBack } from '../../../lib/queue/give-back.ts';
import { answerOfCode, answerOfSaveJson } from '../../../lib/queue-plan/save-answer.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { numberedKeeping } from '../../support/keepings.ts';

const page = 'http://www.example-school.cn/2.htm';
const copy = `https://web.archive.org/web/20260503080010/${page}`;
const from = (response: Response, url: string): Response => Object.defineProperty(response, 'url', { value: url });

/** The service as it is told to answer, a clock that waiting moves on, and workers that may be stopped. */
async function world(serve: (address: string, init?: RequestInit) => Response | Promise<Response>) {
  const collection = emptyCollection();
  const store = openArchiveStore(`archives-${crypto.randomUUID()}`);
  const kept = expectValue(await keepEssay(collection, numberedKeeping(2, { originalUrl: page, archivedCopy: null })));
  const held = {
    collection,
    store,
    id: kept.id,
    now: Date.parse('2026-05-03T08:00:00Z'),
    keys: null as { access: string; secret: string } | null,
    allowed: true,
    time: Number.POSITIVE_INFINITY,
    asked: [] as { readonly address: string; readonly at: number; readonly init?: RequestInit | undefined }[],
    serve,
  };
  const start = () =>
    createGiveBack({
      collection,
      store,
      fetch: async (address, init) => {
        held.asked.push({ address: String(address), at: held.now, init });
        return held.serve(String(address), init);
      },
      now: () => held.now,
      online: () => true,
      allowed: async () => held.allowed,
      keys: async () => held.keys,
      arrange: ({ time }) => {
        held.time = time;
      },
    });
  /** Lets the clock run until nothing is to be done. */
  const run = async (worker: ReturnType<typeof start>, most = 40) => {
    await worker.wake();
    for (let n = 0; n < most && Number.isFinite(held.time); n += 1) {
      held.now = Math.max(held.now, held.time);
      await worker.wake();
    }
  };
  return Object.assign(held, {
    start,
    run,
    ask: async () => store.asks.get(kept.id),
    row: async () => collection.essays.get(kept.id),
  });
}

describe('a page that was kept from its living site', () => {
  it('is saved without keys when the answer comes from its capture, which stands in the citation then', async () => {
    const w = await world(() => from(new Response('ok'), copy));
    const worker = w.start();
    await worker.want(w.id);
    expect(w.asked.map(({ address }) => address)).toEqual([`https://web.archive.org/save/${page}`]);
    expect(await w.ask()).toMatchObject({ state: 'saved', copy });
    expect((await w.row())?.givenCopy).toEqual({ archive: 'wayback', url: copy, capturedAt: '2026-05-03T08:00:10Z' });
    for await (const record of recordsOf(w.collection, [w.id]))
      expect(cslItem(record)).toMatchObject({ archivedUrl: copy, URL: page });
  });

  it('that is only queued there is asked, and not saved, until the index has it', async () => {
    let seen = false;
    const w = await world((address) =>
      address.includes('/cdx/')
        ? new Response(seen ? '20260503081500\n' : '')
        : from(new Response('queued'), 'https://web.archive.org/save'),
    );
    const worker = w.start();
    await worker.want(w.id);
    expect(await w.ask()).toMatchObject({ state: 'asked', copy: '' });
    expect((await w.row())?.givenCopy).toBeUndefined();
    w.now = w.time;
    await worker.wake();
    expect(await w.ask()).toMatchObject({ state: 'asked', looks: 1 });
    seen = true;
    w.now = w.time;
    await worker.wake();
    expect(await w.ask()).toMatchObject({ state: 'saved' });
    expect((await w.row())?.givenCopy?.capturedAt).toBe('2026-05-03T08:15:00Z');
  });

  it('is saved with keys by its task, and the keys go to the archive alone', async () => {
    const w = await world((address) =>
      Response.json(
        address.endsWith('/save')
          ? { url: page, job_id: 'spn2-7' }
          : w.asked.length < 3
            ? { status: 'pending' }
            : { status: 'success', timestamp: '20260503080010', original_url: page },
      ),
    );
    w.keys = { access: 'A', secret: 'S' };
    await w.start().want(w.id);
    expect(await w.ask()).toMatchObject({ state: 'asked', job: 'spn2-7' });
    await w.run(w.start());
    expect(w.asked.map(({ address }) => new URL(address).pathname)).toEqual([
      '/save',
      '/save/status/spn2-7',
      '/save/status/spn2-7',
    ]);
    expect(new Headers(w.asked[0]?.init?.headers).get('authorization')).toBe('LOW A:S');
    expect(String(w.asked[0]?.init?.body)).toBe(
      `url=${encodeURIComponent(page)}&skip_first_archive=1&if_not_archived_within=30d`,
    );
    expect(await w.ask()).toMatchObject({ state: 'saved', copy });
  });

  it('is looked for, and not asked for twice, after a worker was stopped in the midst', async () => {
    const w = await world(() => new Promise(() => undefined));
    void w.start().want(w.id);
    await expect.poll(() => w.asked.length).toBe(1);
    w.serve = () => new Response('20260503080010\n');
    await w.run(w.start());
    expect(w.asked.filter(({ address }) => address.includes('/save/'))).toHaveLength(1);
    expect(await w.ask()).toMatchObject({ state: 'saved', copy });
  });

  it('fails by name where the archive will never save it, and is asked for again when the reader wants that', async () => {
    const w = await world(() => Response.json({ status: 'error', status_ext: 'error:blocked-url' }));
    w.keys = { access: 'A', secret: 'S' };
    const worker = w.start();
    await worker.want(w.id);
    expect(await w.ask()).toMatchObject({ state: 'failed', reason: 'save-blocked-url' });
    await worker.want(w.id);
    expect(w.asked).toHaveLength(1);
    await worker.want(w.id, true);
    expect(w.asked).toHaveLength(2);
  });

  it('waits for the next day where the quota is used up, and is given up after some tries of a site that fails', async () => {
    const w = await world(() => Response.json({ status: 'error', status_ext: 'error:too-many-daily-captures' }));
    w.keys = { access: 'A', secret: 'S' };
    await w.start().want(w.id);
    expect(new Date(w.time).toISOString()).toBe('2026-05-04T00:05:00.000Z');
    w.serve = () => Response.json({ status: 'error', status_ext: 'error:bad-gateway' });
    await w.run(w.start());
    expect(await w.ask()).toMatchObject({ state: 'failed', reason: 'save-bad-gateway', tries: 4 });
  });

  it('is not asked for before the archive is granted, nor where an archive is what it was kept from', async () => {
    const w = await world(() => from(new Response('ok'), copy));
    w.allowed = false;
    const worker = w.start();
    await worker.want(w.id);
    expect(w.asked).toEqual([]);
    w.allowed = true;
    await worker.wake();
    expect(w.asked).toHaveLength(1);
    const archivedCopy = { archive: 'wayback', url: copy, capturedAt: null } as const;
    const replay = expectValue(await keepEssay(w.collection, numberedKeeping(3, { archivedCopy })));
    await worker.want(replay.id);
    expect(w.asked).toHaveLength(1);
  });

  it('is asked for at the pace of the service', async () => {
    const w = await world((address) => from(new Response('ok'), address.replace('/save/', '/web/20260503080010/')));
    const worker = w.start();
    for (const n of [5, 6, 7]) {
      const originalUrl = `http://www.example-school.cn/${n}.htm`;
      const { id } = expectValue(
        await keepEssay(w.collection, numberedKeeping(n, { originalUrl, archivedCopy: null })),
      );
      await worker.want(id);
    }
    await w.run(worker);
    const times = w.asked.map(({ at }) => at);
    expect(times.slice(1).map((at, n) => at - Number(times[n]))).toEqual([30_000, 30_000]);
  });
});

it.each([
  ['error:not-found', 'failed'],
  ['error:blocked-client-ip', 'failed'],
  ['error:bad-gateway', 'again'],
  ['error:browsing-timeout', 'again'],
  ['error:user-session-limit', 'quota'],
  ['error:something-new', 'again'],
])('the code %s', (code, kind) => expect(answerOfCode(code).kind).toBe(kind));

it.each([
  [{ job_id: 'j' }, { kind: 'pending', job: 'j' }],
  [
    { status: 'success', timestamp: 'soon' },
    { kind: 'again', reason: 'save-no-answer' },
  ],
  [{ message: 'Too many-requests' }, { kind: 'again', reason: 'save-Too-many-requests' }],
  [null, { kind: 'again', reason: 'save-no-answer' }],
])('the answer %j', (body, answer) => expect(answerOfSaveJson(body)).toEqual(answer));
