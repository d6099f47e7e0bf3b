import { describe, expect, it } from 'vitest';
import {
  type BackupRecord,
  backupName,
  backupReminder,
  isBackupDue,
  splitBackups,
} from '../../../lib/collection/backup/schedule.ts';

const now = Date.parse('2026-06-15T12:00:00Z');
const ago = (days: number): string => new Date(now - days * 86_400_000).toISOString();
const record = (facts: Partial<BackupRecord> = {}): BackupRecord => ({
  madeAt: null,
  next: 0,
  automaticAt: null,
  failure: null,
  files: [],
  quietUntil: null,
  ...facts,
});

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

  it('leaves the newest files', () => {
    expect(splitBackups([1, 2, 3, 4], 2)).toEqual({ stay: [3, 4], go: [1, 2] });
    expect(splitBackups([1], 5)).toEqual({ stay: [1], go: [] });
  });

  it('is named by the day', () => {
    expect(backupName(new Date(2026, 0, 5, 23, 59))).toBe('wencun-2026-01-05.zip');
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
