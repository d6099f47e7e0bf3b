import { expect, it } from 'vitest';
import { lengthOf } from '../../../lib/essay/length.ts';

it('counts characters without white space, whatever plane they are of', () => {
  expect(lengthOf('县域 是\n城乡\u3000之间。')).toBe(8);
  expect(lengthOf('𠀀𠀁 a')).toBe(3);
  expect(lengthOf('\ud840 \udc00')).toBe(2);
});

it('takes for white space what the language does', () => {
  for (let code = 0; code <= 0xff_ff; code += 1) {
    const character = String.fromCharCode(code);
    if (lengthOf(character) !== (/\s/u.test(character) ? 0 : 1)) expect.unreachable(`U+${code.toString(16)}`);
  }
});
