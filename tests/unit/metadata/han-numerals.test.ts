import { describe, expect, it } from 'vitest';
import { numberOfDigits, numberOfHan } from '../../../lib/text/han-numerals.ts';

describe('Han numerals', () => {
  it.each([
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['九十九', 99],
    ['廿', 20],
    ['廿三', 23],
    ['卅', 30],
    ['卅一', 31],
    ['初八', 8],
    ['正', 1],
    ['元', 1],
  ])('%s → %i', (text, number) => {
    expect(numberOfHan(text)).toBe(number);
  });

  it.each(['', '初', '一二', '十十', '百', '二百'])('%s is no number from 1 to 99', (text) => {
    expect(numberOfHan(text)).toBeNaN();
  });

  it.each([
    ['二〇〇五', 2005],
    ['一九九八', 1998],
    ['二○◯Ｏ'.replace('Ｏ', 'O'), 2000],
    ['二零一〇', 2010],
    ['二0o五', 2005],
  ])('%s → %i', (text, number) => {
    expect(numberOfDigits(text)).toBe(number);
  });

  it('refuses other characters', () => {
    expect(numberOfDigits('二千零五')).toBeNaN();
  });
});
