import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { backupIntervals, backupName, isBackupName } from '../../../../lib/collection/backup/schedule.ts';
import { CLOCK, STATE } from '../../../../lib/collection/sync/sync-rows.ts';
import { forgetSent } from '../../../../lib/collection/sync/unsent.ts';
import { emptyCollection } from '../../../support/collections.ts';

describe('what was sent', () => {
  it('is forgotten together with the writing of the state that names its segment', async () => {
    const collection = emptyCollection();
    const clock = { device: 'abcd', time: 5, count: 0, isBased: true, waiting: 2, waitingParts: 0 };
    await collection.sync.put({ key: CLOCK, value: clock });
    await collection.unsent.bulkPut([1, 2].map((mark) => ({ mark, operations: [] })) as never);
    const state = { device: 'abcd', vault: 'v' };
    await collection.sync.put({ key: STATE, value: { device: 'abcd' } });
    await forgetSent(collection, { marks: [1] } as never, state as never);
    expect((await collection.sync.get(STATE))?.value).toEqual(state);
    expect(await collection.unsent.toCollection().primaryKeys()).toEqual([2]);
    collection.close();
  });
});

describe('the name of a backup', () => {
  it('tells day and minute', () => {
    expect(backupName(new Date(2026, 2, 1, 9, 5))).toBe('wencun-2026-03-01-0905.zip');
    expect(backupIntervals).toEqual(['off', 'daily', 'weekly', 'monthly']);
  });

  it.each<[string, boolean]>([
    ['wencun-2026-03-01-0905.zip', true],
    ['wencun-2026-03-01.zip', true],
    ['wencun-2026-03-01-0905 (12).zip', true],
    ['wencun-2026-03-01-0905(1).zip', true],
    ['wencun-2026-03-01-0905  (1).zip', false],
    ['wencun-2026-03-01-0905 ().zip', false],
    ['wencun-2026-03-01-095.zip', false],
    ['wencun-226-03-01.zip', false],
    ['wencun-2026-3-01.zip', false],
    ['wencun-2026-03-1.zip', false],
    ['xwencun-2026-03-01.zip', false],
    ['wencun-2026-03-01.zipx', false],
    ['wencun-2026-03-01_zip', false],
  ])('%s: %s', (name, is) => {
    expect(isBackupName(name)).toBe(is);
  });
});
