import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { keepEssay } from '../../../../lib/collection/keep/keep-essay.ts';
import { beginAct } from '../../../../lib/collection/running/running-acts.ts';
import { emptyCollection, expectValue } from '../../../support/collections.ts';
import { clearUnder, deleteUnder } from '../../../support/delete-under.ts';
import { numberedKeeping } from '../../../support/keepings.ts';

it('an act hears of it when the library is made anew under it, at the next question to the database', async () => {
  const collection = emptyCollection();
  expectValue(await keepEssay(collection, numberedKeeping(1)));
  const running = await beginAct(collection, { kind: 'export' });
  expect(await running.look()).toBe(false);
  await deleteUnder(collection);
  expect(running.anew.aborted).toBe(false);
  expect(await collection.essays.count()).toBe(0);
  expect(running.anew.aborted).toBe(true);
  await running.end();
  const next = await beginAct(collection, { kind: 'export' });
  expect(await next.look()).toBe(false);
});

it('it looks by itself at its end, and a library that is only closed and opened is the same', async () => {
  const collection = emptyCollection();
  const running = await beginAct(collection, { kind: 'export' });
  collection.close({ disableAutoOpen: false });
  expect(await running.look()).toBe(false);
  await deleteUnder(collection);
  expect(await running.look()).toBe(true);
});

it('it looks past a store that the browser has closed by force, as when it clears the data of the site', async () => {
  const collection = emptyCollection();
  const running = await beginAct(collection, { kind: 'export' });
  await clearUnder(collection);
  expect(await running.look()).toBe(true);
  expect(collection.guard.state()).toBe(null);
});

it('one of an older version bears no mark, and the one in its place does', async () => {
  const collection = emptyCollection();
  await collection.meta.delete('made');
  const stay = await collection.stay();
  expect(await stay.look()).toBe(false);
  await deleteUnder(collection);
  expect(await stay.look()).toBe(true);
});

it('where the library cannot be read it tells nothing', async () => {
  const collection = emptyCollection();
  collection.close();
  const stay = await collection.stay();
  expect(await stay.look()).toBe(false);
  stay.end();
});
