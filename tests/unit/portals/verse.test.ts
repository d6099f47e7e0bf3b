import { expect, it } from 'vitest';
import { recognise } from '../../../lib/portals/recognise.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://www.qsswdx.cn/a/1.htm';

/** Ids of the evidence on a page with these lines below its title. */
const evidenceOf = (lines: readonly string[]): readonly string[] => {
  const body = lines.map((line) => `<p>${line}</p>`).join('\n');
  const html = `<html><head><title>塘水谣</title></head><body><h1>塘水谣</h1><div>作者：周望川 来源：本刊资料室 发布时间：2005-07-14</div>
    <div class="text">${body}</div><div>版权所有：中共青山市委党校</div></body></html>`;
  return recognise({ document: parsePage(html, url), url }).evidence.map(({ id }) => id);
};

const verse = ['塘水清又清，', '月在水中生。', '谁家捣衣女，', '一夜到三更。'];

it.each([
  ['four lines of verse are a body', verse, 'body'],
  ['three lines are none', verse.slice(0, 3), 'no-body'],
  ['a line of forty signs is none too long', [...verse.slice(1), `${'水'.repeat(39)}。`], 'body'],
  ['a longer line is prose', [...verse.slice(1), `${'水'.repeat(40)}。`], 'no-body'],
  ['a line with a link is none', ['塘水<a href="/a/2.htm">清又</a>清，', ...verse.slice(1)], 'no-body'],
  ['four shorter lines are none', ['塘水清，', '月初生。', '捣衣女，', '到三更。'], 'no-body'],
])('%s', (_, lines, id) => {
  expect(evidenceOf(lines)).toContain(id);
});
