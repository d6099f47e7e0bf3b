import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { isAnotherText } from '../../../lib/queue/another-text.ts';
import type { Fetched } from '../../../lib/queue/fetch-page.ts';
import { retryFailed, type Wanted } from '../../../lib/queue-plan/job.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fakeWorld, jobOfEssays, refused, served } from '../../support/fake-queue.ts';

const archive = (n: number, time: number): string =>
  `https://web.archive.org/web/${time}0102030405id_/http://a.example/show.asp?id=${n}`;
/** An essay with three captures, the first of 2003. */
const archived = (n: number, title = ''): Wanted => ({
  kind: 'essay',
  address: archive(n, 2003),
  key: `http://a.example/show.asp?id=${n}`,
  title,
  date: null,
  others: [archive(n, 2004), archive(n, 2005)],
});
const jobOf = (...wanted: Wanted[]) => ({ ...jobOfEssays([]), wanted });
const failed = (reason: string): Fetched => ({ kind: 'failed', reason });
const newWorld = () => fakeWorld(emptyCollection());
const yearsAsked = (world: ReturnType<typeof newWorld>): string[] =>
  world.asked.map(({ address }) => /web\/(\d{4})/.exec(address)?.[1] ?? '');

describe('an essay that an archive has several times', () => {
  it('is kept from the first capture that is good, and its record tells of those before', async () => {
    const world = newWorld();
    const answers = [failed('http-404'), served(archive(1, 2004)), served(archive(1, 2005))];
    world.serve = () => answers.shift() ?? failed('none');
    const { essay } = world.reader;
    world.reader = {
      ...world.reader,
      essay: (pages, missing) =>
        pages[0]?.address === archive(1, 2004)
          ? Promise.resolve({ kind: 'failed', reason: 'not-an-essay' })
          : essay(pages, missing),
    };
    const worker = world.start();
    await worker.start(jobOf(archived(1, archive(1, 2005))));
    await worker.run();
    expect(yearsAsked(world)).toEqual(['2003', '2004', '2005']);
    const tried = [
      { address: archive(1, 2003), reason: 'http-404' },
      { address: archive(1, 2004), reason: 'not-an-essay' },
    ];
    expect(await world.items()).toMatchObject([{ state: 'kept', address: archive(1, 2005), tried }]);
    expect(await world.collection.captures.toArray()).toMatchObject([{ pageUrl: archive(1, 2005), tried }]);
  });

  it('is kept from the next capture where one is an error page, empty, missing by its words, or a stranger’s', async () => {
    const bad = {
      'soft-404': '<html><title>出错了</title><body>对不起，您访问的页面不存在！</body></html>',
      'error-page': '<html><body>Microsoft OLE DB Provider for ODBC Drivers 错误 80004005</body></html>',
      empty: '',
      'other-text': `<html><title>澳门新濠娱乐场</title><body>${'百家乐、老虎机、体育投注。'.repeat(9)}</body></html>`,
    };
    for (const [reason, html] of Object.entries(bad)) {
      const world = newWorld();
      world.serve = (address) => (address === archive(1, 2003) ? served(address, html) : served(address));
      const { essay } = world.reader;
      world.reader = {
        ...world.reader,
        essay: (pages, missing) =>
          pages[0]?.address === archive(1, 2003)
            ? Promise.resolve({ kind: 'failed', reason: 'not-an-essay' })
            : essay(pages, missing),
      };
      const worker = world.start();
      await worker.start(jobOf(archived(1)));
      await worker.run();
      const tried = [{ address: archive(1, 2003), reason }];
      expect(await world.collection.captures.toArray(), reason).toMatchObject([{ pageUrl: archive(1, 2004), tried }]);
    }
  });

  it('is kept from no capture that leads to another page of the archive', async () => {
    const world = newWorld();
    const home = 'https://web.archive.org/web/20030102030405id_/http://a.example/';
    world.serve = (address) => {
      const had = served(address);
      return address === archive(1, 2003) && had.kind === 'page' ? { ...had, page: { ...had.page, url: home } } : had;
    };
    const worker = world.start();
    await worker.start(jobOf(archived(1)));
    await worker.run();
    expect(await world.collection.captures.toArray()).toMatchObject([
      { pageUrl: archive(1, 2004), tried: [{ address: archive(1, 2003), reason: 'redirected' }] },
    ]);
  });

  it('is kept from no door of the archive, nor from its own words in the place of a capture', async () => {
    const html =
      '<html><title>Wayback Machine</title><body>The Wayback Machine has not archived that URL.</body></html>';
    for (const [url, reason] of [
      ['https://web.archive.org/account/login', 'redirected'],
      [archive(1, 2003), 'unavailable'],
    ] as const) {
      const world = newWorld();
      world.serve = (address) => {
        const had = address === archive(1, 2003) ? served(address, html) : served(address);
        return had.kind === 'page' && address === archive(1, 2003) ? { ...had, page: { ...had.page, url } } : had;
      };
      const { essay } = world.reader;
      world.reader = {
        ...world.reader,
        essay: (pages, missing) =>
          pages[0]?.address === archive(1, 2003)
            ? Promise.resolve({ kind: 'failed', reason: 'not-an-essay' })
            : essay(pages, missing),
      };
      const worker = world.start();
      // The bytes with that digest were never seen: another capture that has them is asked for.
      const digests = Object.fromEntries([2003, 2004].map((year) => [archive(1, year), 'AAAA']));
      await worker.start(jobOf({ ...archived(1), digests }));
      await worker.run();
      expect(await world.collection.captures.toArray(), reason).toMatchObject([
        { pageUrl: archive(1, reason === 'redirected' ? 2005 : 2004), tried: [{ reason }] },
      ]);
    }
  });

  it('is no essay where the page is in order and holds none: its other captures are not asked for', async () => {
    const world = newWorld();
    world.reader = { ...world.reader, essay: async () => ({ kind: 'failed', reason: 'not-an-essay' }) };
    const worker = world.start();
    await worker.start(jobOf(archived(1), archived(2, '论社会主义市场经济条件下的党性锻炼')));
    await worker.run();
    expect(yearsAsked(world)).toEqual(['2003', '2003', '2004']);
    expect((await world.items()).map(({ state }) => state)).toEqual(['failed', 'failed']);
  });

  it('is asked for no bytes that are known: bad ones, and those of an essay that is kept under another address', async () => {
    const world = newWorld();
    const digests = (n: number, ...three: string[]): Wanted => ({
      ...archived(n),
      digests: Object.fromEntries(three.map((digest, at) => [archive(n, 2003 + at), digest])),
    });
    world.serve = (address) => (address === archive(1, 2003) ? served(address, '') : served(address));
    const worker = world.start();
    await worker.start(
      jobOf(digests(1, 'BAD', 'BAD', 'A'), digests(2, 'BAD', 'A', 'C'), digests(3, 'BAD', 'BAD', 'BAD')),
    );
    await worker.run();
    expect(world.asked.map(({ address }) => address)).toEqual([archive(1, 2003), archive(1, 2005)]);
    expect((await world.items()).map(({ state }) => state)).toEqual(['kept', 'already', 'failed']);
    expect((await world.collection.captures.toArray())[0]?.tried).toEqual([
      { address: archive(1, 2003), reason: 'empty' },
    ]);
  });

  it('fails when none is good, and is tried from the first on when the reader wants that', async () => {
    const world = newWorld();
    world.serve = () => failed('http-404');
    const worker = world.start();
    const { id } = expectValue(await worker.start(jobOf(archived(1))));
    await worker.run();
    expect(await world.items()).toMatchObject([{ state: 'failed', reason: 'http-404', others: [] }]);
    await worker.change(id, retryFailed);
    await worker.run();
    expect(yearsAsked(world)).toEqual(['2003', '2004', '2005', '2003', '2004', '2005']);
  });

  it('is taken from a capture that was cut short only when no whole one is left', async () => {
    const world = newWorld();
    world.serve = (address) => {
      const had = served(address);
      return address === archive(1, 2003) && had.kind === 'page'
        ? { ...had, page: { ...had.page, cutShort: true } }
        : failed('http-404');
    };
    const worker = world.start();
    await worker.start(jobOf(archived(1)));
    await worker.run();
    expect(yearsAsked(world)).toEqual(['2003', '2004', '2005', '2003']);
    expect((await world.collection.captures.toArray())[0]).toMatchObject({
      pageUrl: archive(1, 2003),
      tried: [
        { address: archive(1, 2004), reason: 'http-404' },
        { address: archive(1, 2005), reason: 'http-404' },
      ],
    });
  });

  it('is of the title that the list told, if any capture is', async () => {
    const world = newWorld();
    const title = '论社会主义市场经济条件下的党性锻炼';
    const { essay } = world.reader;
    world.reader = {
      ...world.reader,
      essay: async (pages, missing) => {
        const read = await essay(pages, missing);
        const found = pages[0]?.address === archive(1, 2004) ? title : '我校举行秋季学期开学典礼';
        return read.kind === 'essay' ? { ...read, essay: { ...read.essay, title: found } } : read;
      },
    };
    const worker = world.start();
    await worker.start(jobOf(archived(1, title)));
    await worker.run();
    expect(yearsAsked(world)).toEqual(['2003', '2004']);
  });

  it('has from the list what its own page lacks', async () => {
    const world = newWorld();
    const { essay } = world.reader;
    world.reader = {
      ...world.reader,
      essay: async (pages, missing) => {
        const read = await essay(pages, missing);
        return read.kind === 'essay' ? { ...read, essay: { ...read.essay, publishedOn: null, column: [] } } : read;
      },
    };
    const worker = world.start();
    const { others: _, ...pasted } = archived(2);
    await worker.start(
      jobOf({ ...archived(1), date: '2005-07-14', column: '党建研究' }, { ...pasted, date: '2005-07-14' }),
    );
    await worker.run();
    expect((await world.collection.essays.toArray()).map(({ publishedOn, column }) => [publishedOn, column])).toEqual(
      expect.arrayContaining([
        ['2005-07-14', ['党建研究']],
        [null, []],
      ]),
    );
  });

  it('that is cut off each time holds up none of the others', async () => {
    const world = newWorld();
    world.serve = (address) => (address.endsWith('id=1') ? refused('unreachable') : served(address));
    const worker = world.start();
    await worker.start(jobOf(archived(1), archived(2), archived(3)));
    await worker.run();
    expect(world.asked.slice(0, 4).map(({ address }) => address.at(-1))).toEqual(['1', '1', '2', '3']);
    expect((await world.items()).map(({ state }) => state)).toEqual(['failed', 'kept', 'kept']);
  });
});

describe('an archive that rests', () => {
  it('is waited for without a try, and the queue tells till when', async () => {
    const world = newWorld();
    const until = world.now + 3_600_000;
    world.serve = () => ({ kind: 'resting', reason: 'http-429', retryAfter: until - world.now });
    const worker = world.start();
    await worker.start(jobOf(archived(1)));
    await worker.run(world.now);
    expect(await world.items()).toMatchObject([{ state: 'waiting', tries: 0, reason: 'http-429' }]);
    world.serve = (address) => served(address);
    const next = world.start();
    await next.run();
    expect(Number(world.asked[1]?.at)).toBeGreaterThanOrEqual(until);
    expect(await world.items()).toMatchObject([{ state: 'kept', tries: 1 }]);
  });

  it('is no capture’s fault, also where the reader alone knows it for an archive', async () => {
    const world = newWorld();
    let refusals = 0;
    const first = 'https://library.example/portals/20030102030405id_/http://a.example/show.asp?id=1';
    world.serve = (address) => {
      refusals += 1;
      return refusals <= 9 ? refused('http-429') : served(address);
    };
    const worker = world.start();
    await worker.start(jobOf({ ...archived(1), address: first }));
    await worker.run();
    expect(await world.items()).toMatchObject([{ state: 'kept', address: first }]);
  });

  it('since somebody else was refused is not asked either', async () => {
    const world = newWorld();
    const until = world.now + 600_000;
    world.standing = () => ({ notBefore: until, failures: 1 });
    const worker = world.start();
    await worker.start(jobOf(archived(1)));
    await worker.run(world.now);
    expect(world.asked).toEqual([]);
    expect((await world.collection.jobs.toArray())[0]?.hosts).toEqual({
      'web.archive.org': { notBefore: until, failures: 1 },
    });
    await worker.run();
    expect(world.asked.map(({ at }) => at)).toEqual([until]);
  });
});

describe('a title', () => {
  it.each([
    ['论党性锻炼', '论党性锻炼——以宁波为例', false],
    ['关于加强基层党校建设的若干思考', '关于加强基层党校建设的若干思考（上）', false],
    ['关于加强基层党校建设的若干思…', '关于加强基层党校建设的若干思考与对策', false],
    ['论社会主义市场经济条件下的党性锻炼', '我校举行秋季学期开学典礼', true],
    ['', '我校举行秋季学期开学典礼', false],
  ])('%s / %s', (listed, found, is) => expect(isAnotherText(listed, found)).toBe(is));
});
