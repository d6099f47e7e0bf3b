import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Fetched } from '../../../lib/queue/fetch-page.ts';
import { createServedReader } from '../../../lib/queue/read-served.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';
import { fakeWorld, jobOfEssays, refused, served } from '../../support/fake-queue.ts';
import { pageOf, stoneWalls, stoneWallTexts } from '../../support/paged-essay.ts';
import { openTestPage } from '../../support/parse-page.ts';

const addresses = stoneWalls.parts.map((_, at) => `http://www.qsxwdx.example${stoneWalls.path(at + 1)}`);
const [first = '', second = '', third = ''] = addresses;
const pageAt = (address: string): Fetched => served(address, pageOf(stoneWalls, addresses.indexOf(address) + 1));

/** A world with the essay of three pages; its answers come first where it has any. */
function pagedWorld(answers: readonly (Fetched | null)[] = []) {
  const world = fakeWorld(emptyCollection());
  const rest = [...answers];
  world.reader = createServedReader((bytes, address) => openTestPage(bytes, address));
  world.serve = (address) => rest.shift() ?? pageAt(address);
  return world;
}

async function keepFrom(world: ReturnType<typeof pagedWorld>, address: string) {
  const worker = world.start();
  expectValue(await worker.start(jobOfEssays([address])));
  await worker.run();
  const [item] = await world.items();
  const [body] = await world.collection.bodies.toArray();
  const [original] = await world.collection.originals.toArray();
  return { item, body, original, asked: world.asked.map((one) => one.address) };
}

describe('an essay of three pages in a queue', () => {
  it('is kept whole with the bytes of all its pages, with a rest before each', async () => {
    const world = pagedWorld();
    const { item, body, original, asked } = await keepFrom(world, first);
    expect(item).toMatchObject({ state: 'kept', tries: 1 });
    expect(asked).toEqual(addresses);
    expect(world.rests).toEqual([1500, 1500]);
    expect(body?.text.split('\n')).toEqual(stoneWallTexts.flat());
    expect(original?.otherPages.map(({ address }) => address)).toEqual([second, third]);
  });

  it('is the same essay from its second page', async () => {
    const { body, asked } = await keepFrom(pagedWorld(), second);
    expect(asked).toEqual([second, first, third]);
    expect(body).toMatchObject({ originalUrl: first, text: stoneWallTexts.flat().join('\n') });
  });

  it('waits for a page that is refused for now, and fetches the others once', async () => {
    const { item, body, asked } = await keepFrom(pagedWorld([null, refused('http-503')]), first);
    expect(item).toMatchObject({ state: 'kept', tries: 2 });
    expect(asked).toEqual([first, second, second, third]);
    expect(body?.provenance.missingPages).toEqual([]);
  });

  it('is kept with a mark for a page that is gone, or is refused to the last', async () => {
    const gone = await keepFrom(pagedWorld([null, { kind: 'failed', reason: 'http-404' }]), first);
    expect(gone.item).toMatchObject({ state: 'kept', tries: 1 });
    expect(gone.body?.provenance.missingPages).toEqual([second]);
    const never = pagedWorld();
    never.serve = (address) => (address === second ? refused('http-503') : pageAt(address));
    const refusedAlways = await keepFrom(never, first);
    expect(refusedAlways.item).toMatchObject({ state: 'kept', tries: 6 });
    expect(refusedAlways.body?.provenance.missingPages).toEqual([second]);
    expect(refusedAlways.asked.filter((address) => address !== second)).toEqual([first, third]);
  });

  it('is no essay where a page is none', async () => {
    const world = pagedWorld([served(first, '<html><body><p>页面不存在</p></body></html>')]);
    expect((await keepFrom(world, first)).item).toMatchObject({ state: 'failed', reason: 'not-an-essay' });
  });
});
