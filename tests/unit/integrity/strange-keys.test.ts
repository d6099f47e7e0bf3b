import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { listFindings } from '../../../lib/collection/integrity/findings.ts';
import { checkCollection } from '../../../lib/collection/integrity/run-check.ts';
import { expectValue } from '../../support/collections.ts';
import { ESSAYS, makeVictim } from '../../support/damage/damaged-collection.ts';
import { table } from '../../support/damage/ways.ts';

const strange: readonly unknown[] = [7, -0.5, new Date(0), ['a', 'b'], 'x', 'A'.repeat(24), '0'.repeat(26), ''];

it('a row whose key no essay has is put aside as it was, once, and is told of until the reader lets it go', async () => {
  const victim = await makeVictim();
  for (const id of strange) await table(victim, 'essays').put({ id, title: '不是' });
  const { collection } = victim;
  await checkCollection(collection);
  expect(await collection.essays.count()).toBe(ESSAYS + 1);
  const { open } = expectValue(await listFindings(collection, 99));
  expect(open.map(({ title, row }) => [title, row !== null])).toEqual(strange.map(() => ['不是', true]));
  await collection.quarantine.clear();
  await checkCollection(collection);
  expect(expectValue(await listFindings(collection, 99)).openCount).toBe(0);
});

it('a row of which there are versions stays, and is told of', async () => {
  const victim = await makeVictim();
  await table(victim, 'essays').put({ id: 'x', title: '不是' });
  await table(victim, 'bodies').put({ captureId: 'c', essayId: 'x' });
  await checkCollection(victim.collection);
  expect(await table(victim, 'essays').get('x')).toBeDefined();
  const { open } = expectValue(await listFindings(victim.collection, 99));
  expect(open.map((finding) => finding.table)).toContain('essays');
});
