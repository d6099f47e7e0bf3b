import { expect, it } from 'vitest';
import { recognise } from '../../../lib/portals/recognise.ts';
import { parsePage } from '../../support/parse-page.ts';

const url = 'http://10.0.0.1/a/1.htm';
const prose =
  '　　塘里的水一年放两回，头一回在清明前，第二回在晒谷之后；放水的日子由各户轮着定，写在祠堂的门板上，谁也不好改，改了也没有人听。';

interface Parts {
  readonly head?: string;
  readonly above?: string;
  readonly body?: string;
  readonly below?: string;
}

/** The words in which a page names its school; null where it names none. */
function named({ head = '', above = '', body = '', below = '' }: Parts): string | null {
  const html = `<html><head><title>塘水记</title>${head}</head><body>${above}<h1>塘水记</h1>
    <div class="text"><p>${prose}</p>${body}<p>${prose}</p></div>${below}</body></html>`;
  const { evidence } = recognise({ document: parsePage(html, url), url });
  return evidence.find(({ id }) => id === 'institution')?.text ?? null;
}

const school = '中共青山市委党校';
const lines = (count: number): string => '<div>水利天地</div>'.repeat(count);

it.each<[string, Parts, string | null]>([
  ['nowhere', {}, null],
  ['in its footer', { below: `<div>版权所有：${school}</div>` }, `版权所有：${school}`],
  ['in its last lines', { below: `<div>${school}</div>` }, school],
  ['at the end of fourteen lines', { below: `<div>${school}</div>${lines(13)}` }, school],
  ['above more than fourteen last lines, which is too far', { below: `<div>${school}</div>${lines(14)}` }, null],
  ['in a link of the last lines that is its name', { below: `<div><a href="/">${school}</a></div>` }, school],
  [
    'in a link of the last lines that is more',
    { below: `<div><a href="/x">${school}举办水利干部培训班</a></div>` },
    null,
  ],
  ['in its banner', { above: `<div>${school}</div>` }, school],
  ['in its banner, which is a link', { above: `<div><a href="/">${school}</a></div>` }, school],
  [
    'in a line above that is more',
    { above: `<div>今天是星期一，欢迎您访问${school}</div>` },
    `今天是星期一，欢迎您访问${school}`,
  ],
  [
    'in a line above that is more, a link',
    { above: `<div><a href="/">今天是星期一，欢迎您访问${school}</a></div>` },
    null,
  ],
  ['in a link above that tells news of it', { above: `<div><a href="/x">${school}举办水利干部培训班</a></div>` }, null],
  ['in the twelfth line', { above: `${lines(11)}<div>${school}</div>` }, school],
  ['with what follows a name in a banner', { above: `<div>${school}校园网</div>` }, `${school}校园网`],
  [
    'in its path',
    { above: `<div>当前位置：<a href="/">${school}</a> &gt; <a href="/ll">理论</a> &gt; 正文</div>` },
    school,
  ],
  [
    'in its path, within more',
    {
      above: `<div>当前位置：<a href="/">今天是星期一，欢迎您访问${school}</a> &gt; <a href="/ll">理论</a> &gt; 正文</div>`,
    },
    null,
  ],
  ['in a logo', { above: `<img src="/a.gif" alt="${school}">` }, school],
  ['in a logo that has a title', { above: `<img src="/a.gif" title="${school}">` }, school],
  ['in its head', { head: `<meta name="sitename" content="${school}">` }, school],
  ['in the essay alone, which is no evidence', { body: `<p>${school}</p>` }, null],
])('a page names its school %s', (_, parts, words) => {
  expect(named(parts)).toBe(words);
});

it('the surest place decides, and a longer form of that name completes it', () => {
  const footer = '<div>版权所有：青山市委党校</div>';
  expect(named({ below: footer, above: `<div>${school}</div>` })).toBe(school);
  expect(named({ below: footer, above: '<div>中共白河县委党校</div>' })).toBe('版权所有：青山市委党校');
});
