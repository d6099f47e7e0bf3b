import { describe, expect, it } from 'vitest';
import { afterRemoval } from '../../../lib/collection/backup/after-removal.ts';
import {
  type BackupFile,
  backupName,
  backupReminder,
  isBackupDue,
  isBackupName,
  isMuchSmaller,
  splitBackups,
} from '../../../lib/collection/backup/schedule.ts';
import { backupRecord as record } from '../../support/backup-record.ts';

const now = Date.parse('2026-06-15T12:00:00Z');
const ago = (days: number): string => new Date(now - days * 86_400_000).toISOString();
describe('a backup by itself', () => {
  it.each([
    ['off', null, false],
    ['daily', null, true],
    ['daily', 0.5, false],
    ['daily', 1, true],
    ['weekly', 6, false],
    ['weekly', 7, true],
    ['monthly', 29, false],
    ['monthly', 30, true],
    // A clock that was wrong must not put it off for years.
    ['weekly', -400, true],
  ] as const)('%s, the last %s days ago: %s', (interval, days, due) => {
    expect(isBackupDue(interval, record({ automaticAt: days === null ? null : ago(days) }), now)).toBe(due);
  });

  it('that failed is tried again after some hours, not at once', () => {
    const failed = (days: number) => record({ failure: { at: ago(days), reason: 'not-written' } });
    expect(isBackupDue('daily', failed(0.1), now)).toBe(false);
    expect(isBackupDue('daily', failed(0.3), now)).toBe(true);
  });

  it('does not wait because one was made by hand', () => {
    expect(isBackupDue('daily', record({ madeAt: ago(0.1), automaticAt: ago(2) }), now)).toBe(true);
  });

  it('is named by day and minute, and known by its name, numbered or not', () => {
    expect(backupName(new Date(2026, 0, 5, 23, 59))).toBe('wencun-2026-01-05-2359.zip');
    for (const name of ['wencun-2026-01-05-2359.zip', 'wencun-2026-01-05-2359 (1).zip', 'wencun-2026-01-05(2).zip'])
      expect(isBackupName(name)).toBe(true);
    for (const name of ['thesis.zip', 'wencun.zip', 'x-wencun-2026-01-05.zip', 'wencun-2026-01-05.zip.exe'])
      expect(isBackupName(name)).toBe(false);
  });

  it('waits for the reader where nearly nothing is left of what the last one holds', () => {
    const of = (essays: number, collection = 'a') => ({ essays, collection });
    expect(isMuchSmaller(of(0), of(1))).toBe(true);
    expect(isMuchSmaller(of(3), of(500))).toBe(true);
    expect(isMuchSmaller(of(3, 'b'), of(500))).toBe(true);
    expect(isMuchSmaller(of(251), of(500))).toBe(false);
    expect(isMuchSmaller(of(1), of(3))).toBe(false);
    expect(isMuchSmaller(of(900), of(500))).toBe(false);
    expect(isMuchSmaller(of(0), null)).toBe(false);
  });
});

describe('a backup whose file is gone', () => {
  const file = (id: number, days: number): BackupFile => ({
    id,
    name: `wencun-${id}.zip`,
    madeAt: ago(days),
    essays: 100 + id,
    collection: 'a',
  });
  const files = [file(1, 9), file(2, 2), file(3, 1)];
  const lastOf = (one: BackupFile) => ({ name: one.name, essays: one.essays, collection: one.collection });
  const known = record({ madeAt: ago(1), automaticAt: ago(1), next: 40, last: lastOf(file(3, 1)) });
  const removing = (gone: readonly number[], before = known) => {
    const { files: left, change } = afterRemoval(before, files, new Set(gone), ago(0));
    return { left: left.map(({ id }) => id), record: { ...before, ...change } };
  };

  it('counts no longer; the newest is told of at once, and another is due', () => {
    const { left, record: now3 } = removing([3]);
    expect(left).toEqual([1, 2]);
    expect(now3).toMatchObject({ madeAt: ago(2), last: { name: 'wencun-2.zip', essays: 102 } });
    expect(backupReminder(now3, { essays: 5, next: 41 }, now)).toBe('removed');
    expect(isBackupDue('daily', now3, now)).toBe(true);
    expect(isBackupDue('daily', known, now - 7_200_000)).toBe(false);
  });

  it('leaves none where all are gone', () => {
    const { left, record: none } = removing([1, 2, 3]);
    expect(left).toEqual([]);
    expect(none).toMatchObject({ madeAt: null, automaticAt: null, last: null, removed: { name: 'wencun-3.zip' } });
  });

  it('is nothing to tell of where a newer one is there', () => {
    expect(removing([1, 2])).toEqual({ left: [3], record: known });
  });

  it('is nothing to tell of where one was made by hand since; another is due all the same', () => {
    const byHand = { ...known, madeAt: ago(0.1), last: { name: 'mine.zip', essays: 9, collection: 'a' } };
    const { record: still } = removing([3], byHand);
    expect(still).toEqual({ ...byHand, automaticAt: ago(2) });
  });
});

describe('backups that were made by themselves', () => {
  /** One of each day, the newest today; `essays` by its number, the first being the oldest. */
  const daily = (count: number, essays = (_: number) => 100, collection = (_: number) => 'a'): readonly BackupFile[] =>
    Array.from({ length: count }, (_, n) => ({
      id: n,
      name: `wencun-${n}.zip`,
      madeAt: ago(count - 1 - n),
      essays: essays(n),
      collection: collection(n),
    }));
  const ids = (files: readonly BackupFile[]) => files.map(({ id }) => id);

  it('stay as the newest, as one of each of four weeks, and as one of each of twelve months', () => {
    const files = daily(800);
    const { stay, go } = splitBackups(files, 5);
    expect(ids(stay).slice(-5)).toEqual([795, 796, 797, 798, 799]);
    expect(stay.length + go.length).toBe(800);
    expect(stay.length).toBeLessThanOrEqual(5 + 4 + 12);
    expect(new Set(stay.map(({ madeAt }) => madeAt.slice(0, 7))).size).toBe(12);
    expect(splitBackups(files.slice(0, 1), 5)).toEqual({ stay: files.slice(0, 1), go: [] });
  });

  it('never go for a thinner one: one goes when a newer one that stays is as full', () => {
    // Everything was lost before the last three were made.
    const lost = daily(6, (n) => (n < 3 ? 500 : 0));
    expect(ids(splitBackups(lost, 1).stay)).toContain(2);
    const { stay } = splitBackups(
      daily(200, (n) => (n === 10 ? 900 : n)),
      1,
    );
    expect(ids(stay)).toContain(10);
    expect(ids(splitBackups(daily(200), 1).stay)).not.toContain(10);
  });

  it('never go for one of another collection', () => {
    const files = daily(
      100,
      () => 50,
      (n) => (n < 2 ? 'old' : 'new'),
    );
    expect(ids(splitBackups(files, 1).stay)).toContain(1);
    expect(ids(splitBackups(files, 1).go)).toContain(0);
  });
});

describe('the reminder', () => {
  const here = { essays: 100, next: 7 };
  it('comes where there is no backup of a collection worth one', () => {
    expect(backupReminder(record(), here, now)).toBe('none');
    expect(backupReminder(record(), { essays: 3, next: 3 }, now)).toBeNull();
  });

  it('comes where the last one is old and the collection another', () => {
    expect(backupReminder(record({ madeAt: ago(31), next: 5 }), here, now)).toBe('old');
    expect(backupReminder(record({ madeAt: ago(31), next: 7 }), here, now)).toBeNull();
    expect(backupReminder(record({ madeAt: ago(29), next: 5 }), here, now)).toBeNull();
  });

  it('rests when it was put off', () => {
    expect(backupReminder(record({ quietUntil: ago(-1) }), here, now)).toBeNull();
    expect(backupReminder(record({ quietUntil: ago(1) }), here, now)).toBe('none');
    // Put off while the clock stood in 2036.
    expect(backupReminder(record({ quietUntil: '2036-01-08T00:00:00.000Z' }), here, now)).toBe('none');
  });
});
