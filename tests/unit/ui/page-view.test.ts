import { expect, it } from 'vitest';
import { createPageView, type PageActions } from '../../../entrypoints/popup/page-view.svelte.ts';
import { fail, succeed } from '../../../lib/essay/outcome.ts';
import type { ImageProgress, PageState } from '../../../lib/messages/protocol.ts';

const recognition = { portal: true, kind: 'essay', score: 90, evidence: [], family: null } as const;
const recognised: PageState = { state: 'recognised', recognition, summary: null, kept: null };
const mark = { id: 'a', keptAt: '2026-11-24T03:00:00Z' };

async function looked(actions: Partial<PageActions>) {
  const page = createPageView({
    describe: async () => recognised,
    keep: async () => succeed(mark),
    offer: async () => null,
    ...actions,
  });
  await page.look();
  return page;
}

it('shows what the page is', async () => {
  expect((await looked({})).view.is).toBe('recognised');
  expect((await looked({ describe: async () => ({ ...recognised, state: 'not-an-essay' }) })).view.is).toBe(
    'not-an-essay',
  );
  expect((await looked({ describe: async () => ({ state: 'cannot-be-read', reason: 'pdf' }) })).view.is).toBe(
    'cannot-be-read',
  );
});

it('shows a kept page as kept, whatever it is', async () => {
  const page = await looked({ describe: async () => ({ ...recognised, state: 'not-an-essay', kept: mark }) });
  expect(page.view).toMatchObject({ is: 'kept', kept: mark });
});

it('tells that the page could not be looked at', async () => {
  const page = await looked({ describe: async () => Promise.reject(new Error('no one answers')) });
  expect(page.view).toEqual({ is: 'failed', code: 'no one answers', page: null });
});

it('keeps a recognised page, and any other one only anyway', async () => {
  const asked: boolean[] = [];
  const keep = async (anyway: boolean) => {
    asked.push(anyway);
    return succeed(mark);
  };
  for (const state of ['recognised', 'not-an-essay'] as const) {
    const page = await looked({ keep, describe: async () => ({ ...recognised, state }) });
    const keeping = 'page' in page.view && page.view.page ? page.keep(page.view.page) : null;
    expect(page.view.is).toBe('working');
    await keeping;
    expect(page.view).toMatchObject({ is: 'kept', kept: mark });
  }
  expect(asked).toEqual([false, true]);
});

it('keeps the page in sight when it could not be kept', async () => {
  for (const keep of [async () => fail('storage-full'), async () => Promise.reject(new Error('gone'))]) {
    const page = await looked({ keep });
    if ('page' in page.view && page.view.page) await page.keep(page.view.page);
    expect(page.view).toMatchObject({ is: 'failed', page: { recognised: true } });
  }
});

it('tells how far the reading is while it works, and not otherwise', async () => {
  const told: ((progress: { page: number; of: number }) => void)[] = [];
  const page = await looked({ onProgress: (tell) => told.push(tell) });
  const [tell = () => undefined] = told;
  tell({ page: 1, of: 3 });
  expect(page.view.is).toBe('recognised');
  const keeping = 'page' in page.view && page.view.page ? page.keep(page.view.page) : null;
  tell({ page: 2, of: 3 });
  expect(page.view).toMatchObject({ is: 'working', progress: { page: 2, of: 3 } });
  await keeping;
  expect(page.view.is).toBe('kept');
});

it('tells how far the images are, also when they are faster than the answer, and forgets those of an earlier keeping', async () => {
  const told: ((progress: ImageProgress) => void)[] = [];
  const page = await looked({ onImages: (tell) => told.push(tell) });
  const keeping = 'page' in page.view && page.view.page ? page.keep(page.view.page) : null;
  const progress = { tabId: 1, done: 0, of: 3, missing: 0 };
  told[0]?.(progress);
  await keeping;
  expect(page.images).toEqual(progress);
  if ('page' in page.view && page.view.page) await page.keep(page.view.page);
  expect(page.images).toBeNull();
});
