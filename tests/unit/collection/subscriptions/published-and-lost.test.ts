import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { forgetLoss, putLoss } from '../../../../lib/collection/loss/loss.ts';
import { readPublication } from '../../../../lib/collection/publishing/publication.ts';
import { expectValue } from '../../../support/collections.ts';
import { deleteUnder } from '../../../support/delete-under.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { publishedWorld } from '../../../support/sync/published-world.ts';

/** A publisher of two essays, and a colleague who has read them. */
async function readByOne() {
  const world = await publishedWorld();
  for (const n of [1, 2]) expectValue(await keepEssay(world.own, numberedKeeping(n)));
  expectValue(await world.publish());
  const { collection, update } = await world.subscribe();
  await update();
  const read = async (): Promise<number> => {
    expectValue(await world.publish());
    await update();
    return collection.essays.count();
  };
  return { ...world, read };
}

it('essays that the publisher’s browser lost are not taken from colleagues, until their loss was seen', async () => {
  const { own, store, read } = await readByOne();
  const told = async () => {
    const { doneAt, waits, running } = (await readPublication(store)) ?? {};
    return { doneAt, waits, running };
  };
  const before = await told();
  expect(before).toMatchObject({ waits: false, running: false });
  await own.essays.clear();
  const at = '2026-03-01T08:00:00.000Z';
  await putLoss(own, { at, seenAt: at, before: 2, found: 0, restored: null, state: 'ended' });
  expect(await read()).toBe(2);
  // It is told as what waits: nothing was published now.
  expect(await told()).toEqual({ ...before, waits: true });
  expectValue(await keepEssay(own, numberedKeeping(1)));
  await putLoss(own, { at, seenAt: at, before: 2, found: 1, restored: null, state: 'ended' });
  expect(await read()).toBe(2);
  await forgetLoss(own);
  expect(await read()).toBe(1);
  expect(await told()).toMatchObject({ waits: false, running: false });
});

it('nor those of a library that goes while it is compared with what was published', async () => {
  const { own, store, read } = await readByOne();
  const { published } = store;
  const toArray = published.toArray.bind(published);
  Object.assign(published, {
    toArray: async () => {
      await deleteUnder(own);
      return toArray();
    },
  });
  expect(await read()).toBe(2);
});
