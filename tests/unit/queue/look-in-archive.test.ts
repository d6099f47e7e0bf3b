import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { jobsOf, listsOfCatalogue, wantedOfPlan } from '../../../entrypoints/library/harvest/wanted-of-plan.ts';
import { changeHarvest, forgetHarvest, wantLists } from '../../../lib/collection/archives/harvests.ts';
import { normaliseUrl } from '../../../lib/essay/identity.ts';
import { foldAddress } from '../../../lib/harvest/address/fold.ts';
import { wayback } from '../../../lib/harvest/archives.ts';
import { lostEssays } from '../../../lib/harvest/lists/lost-essays.ts';
import { planHarvest } from '../../../lib/harvest/plan/plan-harvest.ts';
import { largePortal, type PortalPlan } from '../../corpus/archive/scaled/portal-captures.ts';
import { expectValue } from '../../support/collections.ts';
import { harvestWorld } from '../../support/harvest-world.ts';

const small: PortalPlan = { ...largePortal, addresses: 60, captures: 200 };

/** The most requests that were made within any minute. */
function mostInAMinute(log: readonly { readonly at: number }[]): number {
  return Math.max(...log.map(({ at }) => log.filter((other) => other.at >= at && other.at < at + 60_000).length));
}

it('harvests a portal that is gone: index, lists, essays and what is lost, by workers that are stopped, at the pace', async () => {
  const w = harvestWorld(small, { refusals: 0.02 });
  const id = await w.begin();
  // These workers are stopped in the midst.
  for (let n = 0; n < 3; n += 1) await w.runFor(20, w.look);
  await w.run(w.look());
  const row = await w.rowOf(id);
  expect(row).toMatchObject({ state: 'read', resumeKey: null });
  expect(row.parts).toBeGreaterThan(2);

  const first = await w.load(id);
  const lists = listsOfCatalogue(wayback, first.catalogue);
  expectValue(await wantLists(w.store, id, lists));
  await w.run(w.look());
  expect(await w.rowOf(id)).toMatchObject({ lists: 'read', listsDone: lists.length });

  const { catalogue, listed, kept } = await w.load(id);
  expect(kept.size).toBe(0);
  const truth = w.portal.essays.filter(({ article }) => article.kind === 'essay');
  const lost = lostEssays(listed.all(), catalogue).map(({ address }) => normaliseUrl(address));
  const trulyLost = truth.filter(({ listed: named, captured }) => named && !captured);
  // The pages around the lists show essays of the sample portal, which this archive has not either.
  const own = new Set(truth.map(({ article }) => normaliseUrl(article.address)));
  expect(new Set(lost.filter((address) => own.has(address)))).toEqual(
    new Set(trulyLost.map(({ article }) => normaliseUrl(article.address))),
  );

  const plan = planHarvest(catalogue, listed, {}, wayback.pace);
  const [job] = jobsOf('www.nbdx.cn', wayback, wantedOfPlan(wayback, catalogue, plan));
  if (job === undefined) throw new Error('Nothing is wanted.');
  expectValue(await w.queue().start(job));
  for (let n = 0; n < 10; n += 1) {
    await w.runFor(80, (life) => w.queue(life).wake);
  }
  await w.run(w.queue().wake);
  const addresses = (await w.collection.essays.toArray()).map(({ originalUrl }) => foldAddress(originalUrl));
  expect(new Set(addresses).size).toBe(addresses.length);
  const good = truth.filter((one) => one.good.length > 0).map(({ article }) => foldAddress(article.address));
  expect(good.filter((address) => !addresses.includes(address))).toEqual([]);
  expect(mostInAMinute(w.archive.log)).toBeLessThanOrEqual(20);
  expect(w.archive.log.filter(({ status }) => status === 0)).toEqual([]);
}, 120_000);

it('tells by name that a site asked to be left out, and forgets a look whole', async () => {
  const w = harvestWorld(small, { excluded: ['nbdx.cn'] });
  const id = await w.begin();
  await w.run(w.look());
  expect(await w.rowOf(id)).toMatchObject({ state: 'failed', reason: 'excluded' });
  expectValue(await forgetHarvest(w.store, id));
  expect(await w.store.harvests.count()).toBe(0);
});

/** A look whose archive gives `answers` first, and then its own. */
async function lookWith(...answers: readonly (() => { readonly status: number; readonly body: string })[]) {
  const w = harvestWorld(small);
  const id = await w.begin();
  w.held.instead.push(...answers);
  await w.run(w.look());
  return { w, row: await w.rowOf(id) };
}
const words = () => ({ status: 200, body: '<html><body>Too busy, please come back later.</body></html>' });
const half = () => ({ status: 200, body: '[["urlkey","timestamp","original"],["cn,nbdx)/","2007' });

it('asks again where words or half a list come in the place of an index, for a while', async () => {
  const { w, row } = await lookWith(words, half, words);
  expect(row).toMatchObject({ state: 'read', breaks: 0 });
  expect(row.limit).toBeLessThan(10_000);
  expect((await w.load(row.id)).catalogue.counts().rows).toBeGreaterThan(100);
  const always = (answer: typeof words) => Array.from({ length: 10 }, () => answer);
  expect((await lookWith(...always(words))).row).toMatchObject({ state: 'failed', reason: 'not-an-index' });
  expect((await lookWith(...always(half))).row).toMatchObject({ state: 'failed', reason: 'cut-off' });
});

it('ends where an archive begins from the start each time, and knows one that has nothing', async () => {
  const head = '["urlkey","timestamp","original"],["cn,nbdx)/","20070702205327","http://www.nbdx.cn/"]';
  const same = () => ({ status: 200, body: `[${head},[],["cn%2Cnbdx%29%2F+20070702205328"]]` });
  expect((await lookWith(same, same)).row).toMatchObject({ state: 'failed', reason: 'same-again', rows: 1 });
  const none = () => ({ status: 404, body: '{"message":"No Captures found for: www.nbdx.cn"}' });
  expect((await lookWith(none)).row).toMatchObject({ state: 'read', rows: 0 });
  const page = () => ({ status: 404, body: '<html><body>404</body></html>' });
  expect((await lookWith(page)).row).toMatchObject({ state: 'failed', reason: 'http-404' });
});

it('stays paused as the reader wants, and goes on from where it was', async () => {
  const w = harvestWorld(small);
  const id = await w.begin();
  w.held.stopAt = 1;
  await w.run(w.look(w.held.stop.signal), w.held.stop.signal);
  w.held.stopAt = Number.POSITIVE_INFINITY;
  expect(await w.rowOf(id)).toMatchObject({ state: 'reading', parts: 1 });
  await changeHarvest(w.store, id, () => ({ state: 'paused' }));
  await w.run(w.look());
  const asked = w.archive.log.length;
  await w.run(w.look());
  expect(w.archive.log).toHaveLength(asked);
  await changeHarvest(w.store, id, () => ({ state: 'reading' }));
  await w.run(w.look());
  const { rows, parts } = await w.rowOf(id);
  expect(rows).toBeGreaterThan(50 * (parts - 1));
  expect(new Set(w.archive.log.map(({ path }) => path)).size).toBe(w.archive.log.length);
});
