import { expect, it, vi } from 'vitest';
import { onceAText } from '../../../lib/text/once-a-text.ts';

const lengthOf = vi.fn((text: string) => text.length);
const remembered = onceAText(lengthOf);
const timesRead = (text: string): number => lengthOf.mock.calls.filter(([read]) => read === text).length;

it('reads a text once, and one that has no reading as well', () => {
  expect([remembered('甲乙'), remembered('甲乙'), remembered(''), remembered('')]).toEqual([2, 2, 0, 0]);
  expect([timesRead('甲乙'), timesRead('')]).toEqual([1, 1]);
});

it('holds no long paragraph, and not more than a thousand lines', () => {
  const long = '长'.repeat(501);
  expect([remembered(long), remembered(long)]).toEqual([501, 501]);
  expect(timesRead(long)).toBe(2);
  remembered('首行');
  for (let line = 0; line <= 1000; line += 1) remembered(`第${line}行`);
  expect(remembered('首行')).toBe(2);
  expect(timesRead('首行')).toBe(2);
});
