import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { FetchBytes } from '../../../lib/essay/image.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import { rainfallGif } from '../../corpus/portal/images.ts';
import { emptyCollection } from '../../support/collections.ts';
import { essayAt, type FakeWorld, fakeWorld, jobOfEssays } from '../../support/fake-queue.ts';
import { sampleEssay } from '../../support/keepings.ts';

const picture = 'http://a.example/1.gif';
const lost = 'http://a.example/2.gif';
const withImages: FakeWorld['reader'] = {
  essay: async ([page]) => {
    const html = `<p>正文<img src="${picture}" alt=""><img src="${lost}" alt=""></p>`;
    const essay = sampleEssay({ originalUrl: page?.address ?? '', html });
    return { kind: 'essay', essay, charset: 'utf-8', rulesVersion: 1, otherPages: [] };
  },
  list: async () => null,
  named: async () => [],
};

async function run(fetchImage: FetchBytes | null): Promise<FakeWorld> {
  const world = fakeWorld(emptyCollection());
  Object.assign(world, { reader: withImages, fetchImage });
  const worker = world.start();
  await worker.start(jobOfEssays([essayAt(1), essayAt(2)]));
  await worker.run();
  return world;
}

it('stores the images of each essay after it, each after a rest, and goes on where one is lost', async () => {
  const asked: string[] = [];
  const world = await run(async (address) => {
    asked.push(address);
    return address === picture ? succeed(rainfallGif(12, 20)) : fail('not-found');
  });
  expect(asked).toEqual([picture, lost, picture, lost]);
  expect(world.rests).toEqual([1500, 1500, 1500, 1500]);
  expect((await world.collection.images.toArray()).map(({ type, problem }) => type || problem)).toEqual([
    'image/gif',
    'not-found',
    'image/gif',
    'not-found',
  ]);
  expect((await world.items()).map(({ state, tries }) => [state, tries])).toEqual([
    ['kept', 1],
    ['kept', 1],
  ]);
});

it('asks for none where the reader wants none', async () => {
  const world = await run(null);
  expect(await world.collection.images.count()).toBe(0);
  expect(world.rests).toEqual([]);
});

it('counts an essay as kept whatever becomes of its images', async () => {
  const world = await run(() => Promise.reject(new Error('cut off')));
  expect((await world.items()).map(({ state }) => state)).toEqual(['kept', 'kept']);
});
