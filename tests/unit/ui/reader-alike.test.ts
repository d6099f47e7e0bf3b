import 'fake-indexeddb/auto';
import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, it } from 'vitest';
import NearDuplicates from '../../../entrypoints/reader/panels/NearDuplicates.svelte';
import { emptyCollection } from '../../support/collections.ts';
import { essayRows } from '../../support/essay-rows.ts';

it('shows essays that are nearly the same, lets one stand for them, parts them, and takes that back', async () => {
  const collection = emptyCollection();
  const [first, second] = ['essay-1', 'essay-2'];
  await collection.essays.bulkAdd(essayRows([first, second]).map((row) => ({ ...row, cluster: 'c' })));
  await collection.clusters.add({ id: 'c', mainId: first });
  render(NearDuplicates, { collection, essayId: second });
  const link = await screen.findByRole('link', { name: '题名 essay-1' });
  expect(link.getAttribute('href')).toBe(`/reader.html?id=${first}`);

  await fireEvent.click(screen.getByTestId('alike-main'));
  const mainOf = async () => (await collection.clusters.toArray()).map(({ mainId }) => mainId);
  await expect.poll(mainOf).toEqual([second]);

  await fireEvent.click(screen.getByTestId('alike-apart'));
  await expect.poll(() => screen.queryByTestId('alike')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await screen.findByTestId('alike');
});
