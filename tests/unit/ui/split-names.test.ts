import { expect, it } from 'vitest';
import { splitNames } from '../../../lib/ui/inputs/split-names.ts';

it.each([
  ['党史，', ['党史'], ''],
  ['党史、党建；口述史', ['党史', '党建'], '口述史'],
  ['a, b;c', ['a', 'b'], 'c'],
  ['，、 ；', [], ''],
  ['一列\n粘贴\t的', ['一列', '粘贴'], '的'],
  ['无分隔', [], '无分隔'],
])('parts %j into names', (text, ended, rest) => {
  expect(splitNames(text)).toEqual({ ended, rest });
});
