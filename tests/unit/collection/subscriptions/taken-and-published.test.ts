import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { getCapture, getEssay } from '../../../../lib/collection/get-essay.ts';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { takeEssay } from '../../../../lib/collection/subscriptions/take-essays.ts';
import { expectValue } from '../../../support/collections.ts';
import { numberedKeeping } from '../../../support/keepings.ts';
import { publishedWorld } from '../../../support/sync/published-world.ts';

it('an essay that was taken from a colleague is published without how the reader calls that colleague, and where it was read', async () => {
  const [first, second] = [await publishedWorld(), await publishedWorld()];
  const { id } = expectValue(await keepEssay(first.own, numberedKeeping(1)));
  expectValue(await first.publish());
  const read = await first.subscribe();
  await read.update();
  const from = { name: '那个老李', host: 'people.example.edu', at: '2026-11-29T08:00:00.000Z' };
  expectValue(await takeEssay(second.own, read.collection, id, from));
  const own = expectValue(await getEssay(second.own, id));
  expect(expectValue(await getCapture(second.own, own?.captureId ?? ''))?.takenFrom).toEqual(from);
  expectValue(await second.publish());
  const { collection, update } = await second.subscribe();
  await update();
  const there = expectValue(await getEssay(collection, id));
  const capture = expectValue(await getCapture(collection, there?.captureId ?? ''));
  expect(capture).toMatchObject({ pageUrl: expect.stringContaining('http'), sha256: expect.any(String) });
  expect(capture).not.toHaveProperty('takenFrom');
});
