import { describe, expect, it } from 'vitest';
import { prose, readBody } from '../../support/read-body.ts';

/** What a rule took of a page with this body between (or, with `end`, behind) its paragraphs. */
function takenBy(rule: string, body: string): string[] {
  const { provenance } = readBody(body);
  return provenance.removals.filter((removal) => removal.rule === rule).flatMap(({ text }) => text.split('\n'));
}
/** Closes the essay, so that what follows stands behind its last paragraph. */
const behind = (html: string): string => `<p>　　${prose[1]}</p></div><div>${html}</div><div style="display:none">`;
const link = (text: string, attributes = ''): string => `<a href="http://www.qsdx.gov.cn/x"${attributes}>${text}</a>`;

describe('advertisements', () => {
  it.each([
    ['in a table that stands left', `<table align=left><tr><td>${link('秋季班招生')}</td></tr></table>`],
    ['in a table that stands right', `<table align="RIGHT"><tr><td>${link('秋季班招生')}</td></tr></table>`],
    ['in a block that floats', `<div style="float: right">${link('秋季班招生')}</div>`],
    ['in a block laid over the page', `<div style="position:absolute;top:0">${link('秋季班招生')}</div>`],
    ['in a block that stays on the screen', `<div style="POSITION : fixed">${link('秋季班招生')}</div>`],
  ])('%s go', (_, html) => {
    expect(takenBy('advert', html)).toEqual(['秋季班招生']);
  });

  it.each(['点击进入报名系统', '火热报名中', '新书热销', '广告', '优惠三天', '全场特价', '免费试用'])(
    'that say %s go',
    (words) => {
      expect(takenBy('advert', `<div>${link(words)}</div>`)).toEqual([words]);
    },
  );

  it.each([
    ['in a table in the middle', `<table align=center><tr><td>${link('秋季班招生')}</td></tr></table>`],
    ['in a plain block', `<div>${link('秋季班招生')}</div>`],
    ['of which a part is no link', `<div style="float:right">${link('秋季班')}见下页</div>`],
    ['beside a line of the same block', `<div style="float:right">${link('秋季班招生')}<br>图一　祠堂的门板与墙</div>`],
    [
      'longer than an advertisement',
      `<div style="float:right">${link('论乡村夜校的课本、教员、灯油与板凳以及它们的来历：一份写给后来人看的清单和说明，共计三十二条')}</div>`,
    ],
  ])('are not: links %s', (_, html) => {
    expect(takenBy('advert', html)).toEqual([]);
  });
});

describe('boxes of links within the essay', () => {
  // More of the essay below: a box is inside only where the essay goes on.
  const items = (...texts: readonly string[]): string =>
    `${texts.map((text) => `<div>${text}</div>`).join('')}<p>　　${prose[0]}</p><p>　　${prose[1]}</p>`;

  it('go where a half of their lines are links', () => {
    expect(takenBy('box', items('推荐阅读', link('灯油记'), '二〇〇五年第三期'))).toEqual([
      '推荐阅读',
      '灯油记',
      '二〇〇五年第三期',
    ]);
  });

  it('go where their heading is a link itself', () => {
    expect(takenBy('box', items(link('更多内容')))).toEqual(['更多内容']);
  });

  it('stay where most lines are text: a glossary', () => {
    expect(takenBy('box', items('相关链接', `夜校：${link('见')}`, '油印：一种印法', '问答：一种课本'))).toEqual([]);
    expect(takenBy('box', items('相关链接', '夜校：晚上上的学', '油印：一种印法'))).toEqual([]);
  });
});

describe('lists of links', () => {
  it('go where two or more follow each other', () => {
    const removed = takenBy('links', `<div>${link('灯油记')}</div><div>${link('板凳记')}</div>`);
    expect(removed).toEqual(['灯油记', '板凳记']);
  });

  it('stay where one stands alone among paragraphs, or is as long as a sentence', () => {
    expect(takenBy('links', `<div>${link('灯油记')}</div>`)).toEqual([]);
    const long = link('论乡村夜校的课本、教员、灯油与板凳以及它们的来历'.repeat(4));
    expect(takenBy('links', `<p>${long}</p><p>${long}</p>`)).toEqual([]);
  });
});

describe('what follows the essay', () => {
  it('goes by what it is: tools, neighbours and all below', () => {
    const { provenance, text } = readBody(
      behind('<div>【打印本页】【关闭窗口】</div><div>上一篇：没有了</div><div>谁也不认得的一行</div>'),
    );
    const removed = provenance.removals.map((one) => one.text).join('\n');
    for (const line of ['【打印本页】【关闭窗口】', '上一篇：没有了', '谁也不认得的一行']) {
      expect(removed).toContain(line);
      expect(text).not.toContain(line);
    }
  });

  it('is read where it names the editor', () => {
    const { provenance, editor } = readBody(`<p>　　${prose[1]}</p><p>（责任编辑：周望川）</p></div><div>`);
    expect(provenance.removals.some(({ rule, text }) => rule === 'editor' && text.includes('周望川'))).toBe(true);
    expect(editor).toBe('周望川');
  });
});

describe('tools within the essay', () => {
  it.each(['【打印】【关闭】', '[打印此文] [关闭窗口]', '打印本页 | 关闭窗口', '★★★', '设为首页加入收藏'])(
    '%s go',
    (words) => {
      expect(takenBy('tools', `<div>${words}</div>`)).toEqual([words]);
    },
  );

  it('go as a link of one word, and stay as a word of the text', () => {
    expect(takenBy('tools', `<div>${link('打印')}</div>`)).toEqual(['打印']);
    expect(takenBy('tools', '<div>推荐</div>')).toEqual([]);
  });
});

describe('the title in the essay', () => {
  it('goes as its first line, whatever its spaces and widths', () => {
    const { text } = readBody('');
    expect(text).not.toContain('祠堂夜校');
  });

  it('stays where the text comes back to it', () => {
    const paragraph = (n: number): string => `<p>　　第${n}年。${prose[1]}</p>`;
    const { text } = readBody(`${paragraph(1)}${paragraph(2)}<p>祠堂夜校</p>${paragraph(3)}`);
    expect(text.split('\n')).toContain('祠堂夜校');
  });
});
