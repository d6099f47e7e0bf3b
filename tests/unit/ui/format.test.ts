import { expect, it, vi } from 'vitest';
import { formatBytes, formatDate, formatDay, formatIssue, formatLength } from '../../../lib/ui/format.ts';

it('says a date as precisely as it is known and no more', () => {
  expect(formatDate('2005')).toBe('2005年');
  expect(formatDate('2005-07')).toBe('2005年7月');
  expect(formatDate('2005-07-14')).toBe('2005年7月14日');
});

it('gives back a date that is none', () => {
  expect(formatDate('昨天')).toBe('昨天');
  expect(formatDay('2005-99-99T99:99:99Z')).toBe('2005-99-99T99:99:99Z');
});

it('leaves a partial moment partial', () => {
  expect(formatDay('2007')).toBe('2007年');
  expect(formatDay('2007-07-02T12:00:00Z')).toBe('2007年7月2日');
});

it('groups the digits of a length', () => {
  expect(formatLength(2318)).toBe('2,318 字');
});

it('says a size in the unit that suits it', () => {
  expect(formatBytes(812)).toMatch(/^812 ?(?:bytes|字节)$/);
  expect(formatBytes(38_214)).toMatch(/^38\.2/);
  expect(formatBytes(2_400_000)).toMatch(/^2\.4/);
  expect(formatBytes(69_254_400_000)).toMatch(/^69\.3\D/);
  expect(formatBytes(4_000_000_000_000)).toMatch(/^4\D/);
});

it('says an issue by what is known of it', () => {
  const bare = { title: '学习论坛', year: 2005, issue: '12', date: null, page: null };
  expect(formatIssue(bare)).toBe('学习论坛 2005年 第 12 期');
  expect(formatIssue({ ...bare, issue: null, date: '2005-07-11', page: '3' })).toBe('学习论坛 2005年7月11日 第 3 版');
});

it('makes what it formats with once, however much a list shows', () => {
  const made = [vi.spyOn(Intl, 'DateTimeFormat'), vi.spyOn(Intl, 'NumberFormat')];
  for (let day = 10; day < 30; day += 1) {
    formatDate(`2005-07-${day}`);
    formatDay(`2007-07-${day}T12:00:00Z`);
    formatLength(day * 100);
  }
  const times = made.map(({ mock }) => mock.calls.length);
  for (const one of made) one.mockRestore();
  expect(Math.max(...times), times.join()).toBeLessThanOrEqual(2);
});
