import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

// Titles that the page's `<title>` does not name, and leads, counters and bylines that stand around them.
const prose = [
  '集市搬到城外那年，我正在镇上教书。每逢三六九，学生总要少来一半，问起来都说跟着大人去看新市场，看完回来又说还是老街热闹。',
  '老街的热闹不在货，在人。卖豆腐的认得每一家的口味，修鞋的知道谁家孩子费鞋，这些事情新市场的摊位牌上写不下。',
];
const body = prose.map((text) => `<p>　　${text}</p>`).join('');
const path =
  '<div>您现在的位置：<a href="/">首页</a> &gt; <a href="/l">理论研究</a> &gt; <a href="/w">校园文苑</a></div>';
const read = (inner: string, name = '学术之窗') => {
  const page = `<html><head><title>${name}</title></head><body>${inner}<p>版权所有：中共清河市委党校</p></body></html>`;
  const url = 'http://www.qhdx.gov.cn/show.asp?id=8';
  const outcome = readEssay({ document: parsePage(page, url), url }, { any: true });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

describe('titles that nothing names', () => {
  it('stand above credits in blocks of their own', () => {
    const credits = ['点击次数:1029', '发稿时间:2011-06-18 13:19', '提供单位:党史研究室', '撰稿人:尤望舒']
      .map((text) => `<table><tr><td>${text}</td></tr></table>`)
      .join('');
    expect(read(`${path}<p>老街集市</p>${credits}${body}`)).toMatchObject({ title: '老街集市', hits: 1029 });
  });

  it('are short, below the path and right above the text', () => {
    expect(read(`${path}<p>赶集</p><div>${body}</div>`)).toMatchObject({ title: '赶集', text: prose.join('\n') });
  });

  it('are the first line of a poem below the path', () => {
    const verse = ['一筐石头一筐土', '肩上挑着三月雨', '坝高一尺人晒黑', '水听话了人不语'];
    const lines = verse.map((line) => `<p>${line}</p>`).join('');
    const essay = read(`${path}<h1>筑坝谣</h1>${lines}<div>作者：武成　发布时间：2012-11-04　点击：36</div>`);
    expect(essay).toMatchObject({ title: '筑坝谣', text: verse.join('\n'), authors: ['武成'] });
  });

  it('are repeated below their credits', () => {
    const credits =
      '<div>来源：《清河学刊》2004年第6期</div><div>供稿部门：党史研究室</div><div>撰稿人：尤望舒</div><div>访问量：35</div>';
    const essay = read(`${path}<p>赶集札记</p>${credits}<p>赶集札记</p><p>尤望舒</p>${body}`);
    expect(essay).toMatchObject({ title: '赶集札记', source: '清河学刊', hits: 35, text: prose.join('\n') });
  });

  it.each([['尤望舒　沈渡'], ['尤望舒']])('are above a byline that stands twice as they do: %s', (names) => {
    const head = `<p align="center"><font size="5">赶集札记三则</font></p><p align="center">${names}</p><p><font size="2">（2003年11月12日）</font></p>`;
    const again = `<p align="center">赶集札记三则</p><p align="center">${names}</p>`;
    const essay = read(`${head}${again}${body}`, 'New Page 1');
    expect(essay).toMatchObject({ title: '赶集札记三则', authors: names.split('　'), text: prose.join('\n') });
  });
});

describe('what stands around a title', () => {
  it('may be a lead above the title, repeated, and its byline', () => {
    const lead = '<div class="summary">集市搬走容易，把人心里的那条街搬走很难，也未必应该搬。</div>';
    const essay = read(
      `${path}<h1>赶集札记</h1><p>2011-2-21 来源：学习时报</p>${lead}<p align="center">赶集札记</p><p align="center">沈渡</p>${body}`,
      '赶集札记 - 清河党校',
    );
    expect(essay.authors).toEqual(['沈渡']);
    expect(essay.text).not.toContain('沈渡');
  });

  it('may be a counter alone in its block', () => {
    const essay = read(
      `${path}<h1>赶集札记</h1><div>供稿人：桑榆</div><div>人气：245</div><div>时间：2011-06-18</div>${body}`,
    );
    expect(essay.hits).toBe(245);
  });

  it('may be an abstract that speaks of rights as the footer does', () => {
    const words = '版权所有写在网页底下容易，落到实处却要靠登记、联系和尊重。';
    const essay = read(
      `${path}<h1>版权与人情</h1><p>2007年01月12日　本站原创　易安之</p><p>核心提示：${words}</p><div>${body}</div>`,
    );
    expect(essay.abstract).toBe(words);
  });
});
