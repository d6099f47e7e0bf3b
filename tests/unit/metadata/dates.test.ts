import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, readDate } from '../../../lib/text/dates.ts';

describe('readDate: forms', () => {
  it.each<[string, string, string | null, string]>([
    ['2005/07/14', '2005-07-14', null, 'numeric'],
    ['2013-8-8', '2013-08-08', null, 'numeric'],
    ['2005.07.14 10:23:45', '2005-07-14', '10:23:45', 'numeric'],
    ['2005 - 07 - 14', '2005-07-14', null, 'numeric'],
    ['[2005-7-14]', '2005-07-14', null, 'numeric'],
    ['（2005-7-14）', '2005-07-14', null, 'numeric'],
    ['2005-7-14(星期四)10:22', '2005-07-14', '10:22', 'numeric'],
    ['2005-07-14T10:23:45+08:00', '2005-07-14', '10:23:45', 'numeric'],
    ['2005-07-14T10:23:45.120Z', '2005-07-14', '10:23:45', 'numeric'],
    ['2005-07-14 下午3:20', '2005-07-14', '15:20', 'numeric'],
    ['2005-07-14 25:70', '2005-07-14', null, 'numeric'],
    ['2009年08月31日', '2009-08-31', null, 'chinese'],
    ['2019年10月31日 23:00', '2019-10-31', '23:00', 'chinese'],
    ['2019年10月31日23时05分', '2019-10-31', '23:05', 'chinese'],
    ['2009年8月15日 星期六', '2009-08-15', null, 'chinese'],
    ['2009 年 8 月 15 日', '2009-08-15', null, 'chinese'],
    ['2009年8月15', '2009-08-15', null, 'chinese'],
    ['２００５年７月１４日', '2005-07-14', null, 'chinese'],
    ['２００５－０７－１４', '2005-07-14', null, 'numeric'],
    ['2005年7月', '2005-07', null, 'month'],
    ['09年11月28日', '2009-11-28', null, 'two-digit'],
    ['98年11月28日', '1998-11-28', null, 'two-digit'],
    ['Jul 14, 2005', '2005-07-14', null, 'english'],
    ['July 14th, 2005 10:00', '2005-07-14', '10:00', 'english'],
    ['Thu, 14 Jul 2005 10:23:45 GMT', '2005-07-14', '10:23:45', 'english'],
    ['20050714', '2005-07-14', null, 'compact'],
    ['20050714102345', '2005-07-14', '10:23:45', 'compact'],
    ['2005-7', '2005-07', null, 'month'],
    ['1996.3', '1996-03', null, 'month'],
    ['2005年', '2005', null, 'year'],
    ['二〇〇五年', '2005', null, 'year'],
    ['二〇〇五年七月十四日', '2005-07-14', null, 'han'],
    ['二○○五年七月廿四日', '2005-07-24', null, 'han'],
    ['二◯◯五年十二月三十一日', '2005-12-31', null, 'han'],
    ['二ＯＯ五年十月卅日', '2005-10-30', null, 'han'],
    ['二OO五年十月卅一日', '2005-10-31', null, 'han'],
    ['二00五年元月二十日', '2005-01-20', null, 'han'],
    ['二零零五年正月初一', '2005-01-01', null, 'han'],
    ['一九九八年十二月', '1998-12', null, 'han'],
    ['发布日期：2005/07/14', '2005-07-14', null, 'numeric'],
  ])('%s → %s %s (%s)', (text, value, time, form) => {
    expect(readDate(text)).toMatchObject({ value, time, form });
  });

  it.each([
    '',
    '07-14',
    '[ 11-28 ]',
    '(07-14)',
    '05-07-14',
    '2005-13-01',
    '2005-02-30',
    '2005年13月',
    '1994-07-14',
    '10:23:45',
    '0574-87654321',
    '192.168.10.12',
    '1.2005.7.14.3',
    '今天是2024年3月4日',
    '今天是 2024年3月4日 星期一',
    '现在是：2024-03-04',
    '第271期',
    '二十世纪八十年代',
  ])('%s is no date', (text) => {
    expect(readDate(text)).toBeNull();
  });

  it('reads two-digit years only behind a label', () => {
    expect(readDate('05-07-14', { labelled: true })?.value).toBe('2005-07-14');
    expect(readDate('98/11/2', { labelled: true })?.value).toBe('1998-11-02');
  });

  it('gives the words of the text', () => {
    expect(readDate('时间：２００５年７月１４日 10:23 来源')?.raw).toBe('２００５年７月１４日 10:23');
  });
});

describe('readDate: limits', () => {
  it.each<[string, string, boolean]>([
    ['2005-07-14', '2005-07-14', true],
    ['2005-07-15', '2005-07-14T20:00:00Z', true],
    ['2005-07-16', '2005-07-14T20:00:00Z', false],
    ['2006-01-01', '2005', false],
    ['2005-12-31', '2005', true],
    ['2005-08', '2005-07-20', false],
    ['2005', '2005-07-20', true],
  ])('%s for a page captured on %s: %s', (text, notAfter, taken) => {
    expect(readDate(text, { notAfter }) !== null).toBe(taken);
  });

  it('takes the next date when the first lies outside', () => {
    expect(readDate('1949年10月1日 2005年7月14日')?.value).toBe('2005-07-14');
  });

  it('reads older dates of newspapers when asked', () => {
    expect(readDate('1988-07-14', { notBefore: '1900' })?.value).toBe('1988-07-14');
  });
});

describe('findDates', () => {
  it('gives all dates in order with their places', () => {
    const text = '从2005年7月1日到2005-07-14，二〇〇六年一月再版';
    const dates = findDates(text);
    expect(dates.map(({ value }) => value)).toEqual(['2005-07-01', '2005-07-14', '2006-01']);
    for (const { raw, start, end } of dates) expect(text.slice(start, end)).toBe(raw);
  });

  it('never throws and never overlaps', () => {
    const part = fc.constantFrom(
      '2005',
      '-',
      '/',
      '.',
      '年',
      '7',
      '月',
      '14',
      '日',
      ' ',
      '二〇〇五',
      '十',
      'Jul ',
      ',',
      '10:2',
      '３',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        let last = 0;
        for (const { start, end } of findDates(parts.join(''))) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  it.each(['2005-', '2005年', '2005年1月 ', '1', '二', 'jul ', '2005 '])(
    'has no runaway pattern: 500 kB of %s',
    (part) => {
      // A quadratic pattern takes minutes here, and the test's time runs out.
      expect(findDates(part.repeat(500_000 / part.length))).toBeInstanceOf(Array);
    },
  );
});
