import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

// What portals set beside a title, within its line or in the page's own `<title>`.
const title = '管水的章程';
const credit = '<div>作者：林有禾　日期：2011-3-22</div>';
const read = (head: string, name = `${title}-清河市委党校`, url = 'http://www.qhswdx.com/ll/2.html') => {
  const html = `<html><head><title>${name}</title></head><body><p><a href="/">首页</a> <a href="/a">学校概况</a></p>${head}${prose}<p>中共清河市委党校 版权所有</p></body></html>`;
  const outcome = readEssay({ document: parsePage(html, url), url }, { any: true });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

describe('a title', () => {
  it.each([
    `<h2>${title}<font color="red">[推荐]</font></h2>`,
    `<h2>[理论研究] ${title}</h2>`,
    `<h2>${title} <a href="javascript:print()">打印</a></h2>`,
    `<h2>【${title}】</h2>`,
    `<h2>【标题】${title}</h2>`,
  ])('stands in %s', (heading) => {
    expect(read(heading + credit)).toMatchObject({ title, text: paragraphs.join('\n') });
  });

  it.each(['<small>2011-03-22</small>', ' [2011-3-22]', '（2011/3/22 10:11）'])('has its day behind it: %s', (day) => {
    expect(read(`<h2>${title}${day}</h2>`)).toMatchObject({ title, publishedOn: '2011-03-22' });
  });

  it.each([
    `清河党校>>理论研究>>${title}`,
    `清河市委党校 - 学报 - ${title} - 欢迎光临`,
    `【${title}】-清河党校`,
    `${title}.doc`,
  ])('stands in the `<title>` alone: %s', (name) => {
    expect(read(credit, name).title).toBe(title);
  });

  it.each(['《管水的章程》读后', '2011年的章程', '[管水]与[管账]'])('keeps what is its own: %s', (own) => {
    expect(read(`<h2>${own}</h2>${credit}`, own).title).toBe(own);
  });
});

describe('the path to a page', () => {
  it.each([
    '您现在位于：<a href="/">主页</a>»<a href="/l">理论研究</a>»阅读文章',
    '路径：<a href="/">首页</a>\\<a href="/l">理论研究</a>',
  ])('is told by %s', (path) => {
    expect(read(`<div>${path}</div><h2>${title}</h2>${credit}`).column).toEqual(['理论研究']);
  });
});

describe('a school beside a name', () => {
  const signed = `<h2>${title}</h2><p>(2011-03-22 10:00:00)</p><p>中共清河市委党校　林有禾</p>${prose}`;
  const schoolOf = (url: string): string | null => {
    const html = `<html><head><title>${title}</title></head><body>${signed}<p>意见反馈</p></body></html>`;
    const outcome = readEssay({ document: parsePage(html, url), url }, { any: true });
    return outcome.ok ? outcome.value.institution : null;
  };

  it('is where the author is on a page of any other host', () => {
    expect(schoolOf('http://blog.example.com/s/1.html')).toBeNull();
  });

  it.each(['http://www.qhdx.gov.cn/1.htm', 'http://10.1.2.3/1.htm', 'file:///C:/1.htm'])(
    'is what tells the school at %s',
    (url) => {
      expect(schoolOf(url)).toBe('中共清河市委党校');
    },
  );
});

describe('what an account of a school sets around its texts', () => {
  it('goes', () => {
    const essay = essayOf({
      title,
      head: '<p>清河党校 <em>2015-08-03</em></p><p>点击上方蓝字关注我们</p>',
      body: `${prose}<p>来源 | 学习时报</p><p>作者 | 林有禾</p><p>长按二维码关注</p>`,
    });
    expect([essay.source, essay.authors, essay.publishedOn, essay.text.split('\n')]).toEqual([
      '学习时报',
      ['林有禾'],
      '2015-08-03',
      paragraphs,
    ]);
  });
});
