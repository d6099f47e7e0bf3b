import { describe, expect, it } from 'vitest';
import { afterRemoval } from '../../../lib/collection/backup/after-removal.ts';
import { createPack } from '../../../lib/collection/backup/pack.ts';
import type { Rows } from '../../../lib/collection/backup/rows-to-keep.ts';
import {
  type BackupFile,
  type BackupInterval,
  type BackupRecord,
  backupIntervals,
  backupName,
  backupReminder,
  isBackupDue,
  isBackupName,
  isMuchSmaller,
  QUIET,
  splitBackups,
} from '../../../lib/collection/backup/schedule.ts';
import type { ZipWriter } from '../../../lib/zip/zip-writer.ts';
import { backupRecord as record } from '../../support/backup-record.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const now = Date.parse('2026-06-15T12:00:00Z');
const at = (ago: number): string => new Date(now - ago).toISOString();
it.each<[BackupInterval, number, boolean]>([
  ['daily', 23 * HOUR - 1, false],
  ['daily', 23 * HOUR, true],
  ['weekly', 7 * DAY - HOUR - 1, false],
  ['weekly', 7 * DAY - HOUR, true],
  ['monthly', 30 * DAY - HOUR - 1, false],
  ['monthly', 30 * DAY - HOUR, true],
  ['off', 999 * DAY, false],
  ['daily', 0, false],
  ['daily', -1, true],
])('a %s backup, the last one %i ms ago, is due: %s', (interval, ago, isDue) => {
  expect(isBackupDue(interval, record({ automaticAt: at(ago) }), now)).toBe(isDue);
});

it.each([
  [6 * HOUR - 1, false],
  [6 * HOUR, true],
  [0, false],
  [-1, true],
])('one that failed %i ms ago is tried again: %s', (ago, isTried) => {
  const failed = record({ failure: { at: at(ago), reason: 'x' } });
  expect(isBackupDue('daily', failed, now)).toBe(isTried);
  expect(isBackupDue('off', failed, now)).toBe(false);
});

it('intervals are four', () => {
  expect(backupIntervals).toEqual(['off', 'daily', 'weekly', 'monthly']);
});

describe('the reader is reminded', () => {
  const here = { essays: 20, next: 7 };
  const old = { madeAt: at(30 * DAY + 1), next: 5 };
  it.each<[string, Partial<BackupRecord>, typeof here, ReturnType<typeof backupReminder>]>([
    ['of none', {}, here, 'none'],
    ['of none of nineteen essays', {}, { ...here, essays: 19 }, null],
    ['of an old one', old, here, 'old'],
    ['of none that is thirty days old', { ...old, madeAt: at(30 * DAY) }, here, null],
    ['of none of the same collection', { ...old, next: 7 }, here, null],
    ['of one of a wrong clock', { ...old, madeAt: at(-1) }, here, 'old'],
    ['of one that was removed', { ...old, madeAt: at(0), removed: { at: at(0), name: 'a' } }, here, 'removed'],
    ['not before a moment', { quietUntil: at(-1) }, here, null],
    ['from that moment on', { quietUntil: at(0) }, here, 'none'],
    ['not within a week', { quietUntil: at(-QUIET) }, here, null],
    ['by a time that is beyond a week', { quietUntil: at(-QUIET - 1) }, here, 'none'],
  ])('%s', (_, facts, collection, wanted) => {
    expect(backupReminder(record(facts), collection, now)).toBe(wanted);
  });

  it('after a week of quiet', () => {
    expect(QUIET).toBe(7 * DAY);
  });
});

it.each([
  [0, 1, true],
  [0, 0, false],
  [5, 10, false],
  [4, 9, true],
  [4, 8, false],
  [5, 11, true],
  [1, 5, false],
  [1, 6, true],
  [9, 9, false],
  [10, 9, false],
])('%i essays are much fewer than %i: %s', (essays, before, isSmaller) => {
  const of = (count: number) => ({ essays: count, collection: 'a' });
  expect(isMuchSmaller(of(essays), of(before))).toBe(isSmaller);
});

describe('of backups that were made by themselves', () => {
  const file = (madeAt: string, essays = 9, collection = 'a'): BackupFile => ({
    id: 1,
    name: madeAt,
    madeAt: `${madeAt}T12:00:00.000Z`,
    essays,
    collection,
  });
  const staying = (files: readonly BackupFile[], keep: number): readonly string[] =>
    splitBackups(files, keep).stay.map(({ name }) => name);

  it('the newest of a week stays, which begins on Monday', () => {
    // 2026-06-08 and -15 are Mondays.
    const days = ['2026-06-07', '2026-06-08', '2026-06-14', '2026-06-15', '2026-06-16'].map((day) => file(day));
    expect(staying(days, 1)).toEqual(['2026-06-07', '2026-06-14', '2026-06-16']);
    expect(staying(days, 0)).toEqual(['2026-06-07', '2026-06-14', '2026-06-16']);
    expect(staying(days, 2)).toEqual(['2026-06-07', '2026-06-14', '2026-06-15', '2026-06-16']);
    expect(staying(days, 9)).toEqual(days.map(({ name }) => name));
  });

  it('those of four weeks stay, and of the month', () => {
    const weeks = ['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-25', '2026-05-31'].map((day) => file(day));
    expect(staying(weeks, 1)).toEqual(['2026-05-04', '2026-05-11', '2026-05-18', '2026-05-31']);
    expect(staying([file('2026-05-01'), ...weeks], 1)).not.toContain('2026-05-01');
  });

  it('those of twelve months stay', () => {
    const months = Array.from({ length: 14 }, (_, n) =>
      file(`${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`),
    );
    expect(staying(months, 1)).toEqual(months.slice(2).map(({ name }) => name));
  });

  it('a fuller one stays, of each collection', () => {
    const day = (n: number): string => `2026-06-${String(n).padStart(2, '0')}`;
    const files = [file(day(8), 5, 'b'), file(day(9), 11), file(day(10), 12), file(day(11), 9), file(day(12), 9)];
    expect(staying(files, 1)).toEqual([day(8), day(10), day(12)]);
    expect(staying([file(day(8), 0), file(day(9), 0)], 1)).toEqual([day(9)]);
  });
});

it.each([
  ['wencun-2026-01-05-2359.zip', true],
  ['wencun-2026-01-05.zip', true],
  ['wencun-2026-01-05-2359 (12).zip', true],
  ['wencun-2026-01-05-2359(1).zip', true],
  ['wencun-2026-01-05-235.zip', false],
  ['wencun-2026-1-05.zip', false],
  ['wencun-206-01-05.zip', false],
  ['wencun-2026-01-05-2359  (1).zip', false],
  ['wencun-2026-01-05-2359 (x).zip', false],
  ['wencun-2026-01-05-2359xzip', false],
  ['awencun-2026-01-05.zip', false],
  ['wencun-2026-01-05.zipx', false],
])('%s is the name of a backup: %s', (name, isOne) => {
  expect(isBackupName(name)).toBe(isOne);
});

it('a backup is named by the reader’s own time, in two figures each', () => {
  expect(backupName(new Date(2026, 10, 25, 3, 4))).toBe('wencun-2026-11-25-0304.zip');
});

describe('once files are gone', () => {
  const file = (id: number): BackupFile => ({ id, name: `${id}.zip`, madeAt: at(9 - id), essays: id, collection: 'a' });
  const files = [file(1), file(2)];
  it.each<[string, readonly BackupFile[], readonly number[], string | null, object, readonly number[]]>([
    ['none', files, [], at(7), {}, [1, 2]],
    ['an older one', files, [1], at(7), {}, [2]],
    [
      'the newest',
      files,
      [2],
      at(7),
      {
        removed: { at: 'now', name: '2.zip' },
        automaticAt: at(8),
        madeAt: at(8),
        next: 0,
        last: { name: '1.zip', essays: 1, collection: 'a' },
      },
      [1],
    ],
    [
      'all',
      files,
      [1, 2],
      at(7),
      { removed: { at: 'now', name: '2.zip' }, automaticAt: null, madeAt: null, next: 0, last: null },
      [],
    ],
    ['the newest, where one was made by hand since', files, [2], at(1), { automaticAt: at(8) }, [1]],
    ['of none', [], [2], null, {}, []],
  ])('%s', (_, all, gone, madeAt, change, left) => {
    const after = afterRemoval(record({ madeAt }), all, new Set(gone), 'now');
    expect(after.change).toEqual(change);
    expect(after.files.map(({ id }) => id)).toEqual(left);
  });
});

describe('a pack', () => {
  const packed = async (...all: readonly Rows[]) => {
    const files: [string, string][] = [];
    const zip = {
      add: async (name: string, bytes: Uint8Array) => void files.push([name, new TextDecoder().decode(bytes)]),
    };
    const pack = createPack(zip as unknown as ZipWriter);
    for (const rows of all) await pack.add(rows);
    return { pack, files, end: () => pack.end() };
  };
  const tag = (id: string, name = '甲') => ({ id, name, folded: name });
  const rows = (...list: readonly object[]): Rows => new Map([['tags', list]]) as unknown as Rows;

  it('holds the rows of a table in one file, a line each, and says what is in it', async () => {
    const { files, end } = await packed(rows(tag('a')), rows(tag('b'), tag('c')));
    expect(files).toEqual([]);
    const { counts, leftOut, entries, quarantine, damaged } = await end();
    expect(files.map(([name, text]) => [name, text.split('\n').length])).toEqual([['tags/00001.jsonl', 4]]);
    expect([counts.tags, counts.essays, leftOut.tags]).toEqual([3, 0, 0]);
    expect(entries).toMatchObject([{ table: 'tags', name: 'tags/00001.jsonl', rows: 3 }]);
    expect(entries[0]?.bytes).toBe(new TextEncoder().encode(files[0]?.[1] ?? '').byteLength);
    expect(entries[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect([quarantine, damaged]).toEqual([[], []]);
  });

  it('begins another file where one would be larger than a million characters', async () => {
    const long = tag('x', '水'.repeat(400_000));
    const { files, end } = await packed(rows(tag('a'), long, tag('b'), long, tag('c')));
    await end();
    expect(files.map(([name, text]) => [name, text.split('\n').length - 1])).toEqual([
      ['tags/00001.jsonl', 3],
      ['tags/00002.jsonl', 2],
    ]);
  });

  it('puts damaged rows aside, and names two hundred of them', async () => {
    const { pack, files, end } = await packed();
    const found = Array.from({ length: 201 }, (_, n) => ({
      table: n === 0 ? 'index' : 'tags',
      key: `${n}`,
      reason: n < 3 ? 'unreadable' : 'mended',
      row: { n },
    }));
    await pack.putAside(found as never);
    const { quarantine, damaged, leftOut, entries } = await end();
    expect([quarantine[0]?.rows, damaged.length, leftOut.tags, entries]).toEqual([201, 200, 2, []]);
    expect(damaged[1]).toEqual({ table: 'tags', key: '1', reason: 'unreadable', title: '' });
    expect(JSON.parse(files[0]?.[1].split('\n')[1] ?? '')).toMatchObject({
      table: 'tags',
      key: '1',
      reason: 'unreadable',
      parts: [],
      essayId: '',
      title: '',
      row: { n: 1 },
    });
    expect(files[0]?.[0]).toBe('quarantine/00001.jsonl');
  });
});
