import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { addHighlight, listHighlights } from '../../../lib/collection/actions/highlights.ts';
import { observe } from '../../../lib/collection/observe.ts';
import { emptyCollection, expectValue } from '../../support/collections.ts';

/** What was shown, and each transaction that has written, as they came. */
const order: string[] = [];

// Before any database is open: Dexie takes the function then. Whoever listens from the start hears of the end before anybody else.
beforeEach(() => {
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...how) {
    const transaction = begin.apply(this, how);
    if (how[1] === 'readwrite') transaction.addEventListener('complete', () => order.push('stored'));
    return transaction;
  });
});
afterEach(() => void vi.restoreAllMocks());

/** Follows a query while something is written. Gives what came, in order. */
async function orderOf(query: () => Promise<number>, write: () => Promise<unknown>): Promise<readonly string[]> {
  const unobserve = observe(query, (count) => order.push(`${count} shown`));
  await vi.waitFor(() => expect(order).toContain('0 shown'));
  order.length = 0;
  await write();
  await vi.waitFor(() => expect(order).toContain('1 shown'));
  unobserve();
  return order;
}

it('a mark is painted when it is stored, and not before: a reader who closes the page has it', async () => {
  const collection = emptyCollection();
  const [quote, position] = [
    { exact: '县域', prefix: '', suffix: '' },
    { start: 0, end: 2 },
  ];
  const came = await orderOf(
    async () => expectValue(await listHighlights(collection, 'a')).length,
    () => addHighlight(collection, { essayId: 'a', colour: 'yellow', note: '', quote, position }),
  );
  expect(came.slice(0, 2)).toEqual(['stored', '1 shown']);
});
