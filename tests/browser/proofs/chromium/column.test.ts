import { describe, expect, it } from 'vitest';
import { fullColumn, keepColumn } from '../../../../scripts/bench/inout/column.ts';
import { columnEssays, sampleColumns } from '../../../corpus/portal/column.ts';
import { sampleUrls } from '../../../corpus/portal/routes.ts';

/** A slice of the full measure, which `npm run bench:inout` takes. */
const run = { ...fullColumn, column: sampleColumns.middle, stops: 5, restarts: 1, slow: 1000 };
const expected = columnEssays(run.column);

describe('a column kept by a queue, the worker stopped and the browser started anew in between', () => {
  it('is offered, and kept whole: each essay once, in order, none fetched twice without cause', async () => {
    const { offer, items, stored, answers, stopped } = await keepColumn(run);
    expect(offer).toMatchObject({ title: '学术专栏', address: sampleUrls.column(1, run.column), pages: 3 });
    expect(offer.essays.map(({ title }) => title)).toEqual(expected.slice(0, 20).map(({ title }) => title));
    expect(offer.job.origins).toEqual(['*://www.nbdx.cn/*']);

    const essays = items.filter(({ kind }) => kind === 'essay');
    expect(essays.map(({ title }) => title)).toEqual(expected.map(({ title }) => title));
    expect(essays.filter(({ state, reason }) => state !== 'kept' || reason !== '')).toEqual([]);
    expect(stored.essays).toHaveLength(expected.length);
    expect(stored.captures).toHaveLength(expected.length);
    expect(stored.essays.map(({ title }) => title).toSorted()).toEqual(expected.map(({ title }) => title).toSorted());

    const given = answers.filter(({ status }) => status === 200).map(({ address }) => address);
    expect(stopped).toBeGreaterThan(0);
    expect(new Set(given).size).toBe(expected.length + 2);
    expect(given.length - new Set(given).size).toBeLessThanOrEqual(stopped + run.restarts);
  }, 180_000);

  it.concurrent('asks as a stranger: no cookie, no referrer, no origin', async () => {
    const { answers } = await keepColumn({ ...run, column: sampleColumns.short, stops: 0, restarts: 0 });
    expect(answers.length).toBeGreaterThanOrEqual(11);
    const told = answers.flatMap(({ asked }) => Object.keys(asked));
    expect(told.filter((name) => /^(?:cookie|referer|origin)$/.test(name))).toEqual([]);
  }, 60_000);

  // Beside the one before: it mostly waits, as the archive asks.
  it.concurrent('is kept from its replay, and from the archive alone', async () => {
    const { stored, answers } = await keepColumn({
      ...run,
      column: sampleColumns.short,
      replay: true,
      stops: 0,
      restarts: 0,
    });
    const archive = /^https?:\/\/web\.archive\.org\/web\/20070702205327\/(.+)$/;
    // The bytes as they were crawled, and not the replay.
    const raw = /^https?:\/\/web\.archive\.org\/web\/20070702205327id_\/.+$/;
    expect(answers.filter(({ address }) => !raw.test(address))).toEqual([]);
    const copies = stored.essays.map(({ archivedCopy }) => archive.exec(archivedCopy?.url ?? '')?.[1]);
    expect(copies).toHaveLength(10);
    expect(copies).toEqual(stored.essays.map(({ originalUrl }) => originalUrl));
  }, 60_000);
});
