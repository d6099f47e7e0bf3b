import { beforeEach, expect, it, vi } from 'vitest';
import type { SpareBuckets } from '../../../lib/collection/files/spare-buckets.ts';
import { browserSpares } from '../../../lib/settings/spare-bucket.ts';

const world = vi.hoisted(() => ({ local: {} as object, session: {} as object, refuses: false, there: [] as number[] }));

vi.mock('wxt/browser', () => {
  const area = (name: 'local' | 'session') => ({
    get: async () => (world.refuses ? Promise.reject(new Error('no room')) : world[name]),
    set: async (values: object) =>
      world.refuses ? Promise.reject(new Error('no room')) : void Object.assign(world[name], values),
  });
  return { browser: { storage: { local: area('local'), session: area('session') } } };
});

const buckets: SpareBuckets = {
  numbers: async () => world.there,
  open: () => Promise.reject(new Error('not asked for')),
  drop: async () => undefined,
};

beforeEach(() => void Object.assign(world, { local: {}, session: {}, refuses: false, there: [] }));

it('the place that is written to is remembered by whichever store still knows of it, and by the spares that are there', async () => {
  const spares = browserSpares(buckets);
  expect(await spares?.now()).toBe(0);
  await spares?.begin(0);
  expect(await spares?.now()).toBe(1);
  world.session = {};
  expect(await spares?.now()).toBe(1);
  world.local = {};
  world.there = [4, 2];
  expect(await spares?.now()).toBe(4);
  world.refuses = true;
  expect(await spares?.now()).toBe(4);
  await spares?.begin(4);
});

it('two that find the same place torn begin one', async () => {
  const spares = browserSpares(buckets);
  await Promise.all([spares?.begin(0), spares?.begin(0)]);
  expect(await spares?.now()).toBe(1);
});

it('there are none in a browser without buckets', () => {
  expect(browserSpares(null)).toBeNull();
});
