import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

// Pages whose title shares its line with credits, is a picture or a link, and credits that stand in forms of their own.
const prose = [
  '渡口的船一天摆八趟，头一趟等学生，末一趟等赶集的人。船工不识字，哪家几口人、谁欠着船钱，都记在船帮的刻痕上，从来没有错过。',
  '桥修通以后，渡口就冷了下来。船工把船拖上岸，船帮上的刻痕还在，有人出钱要买，他说这是一村人的账，不能卖。',
];
const body = prose.map((text) => `<p>　　${text}</p>`).join('');
const read = (inner: string, name = '学术之窗', url = 'http://www.qhdx.gov.cn/show.asp?id=8') => {
  const page = `<html><head><title>${name}</title></head><body>${inner}<p>版权所有：中共清河市委党校</p></body></html>`;
  const outcome = readEssay({ document: parsePage(page, url), url }, { any: true });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

describe('titles', () => {
  it('share their line with credits', () => {
    const head = '<p align="center"><font size="4">渡口的账</font> <font size="2">作者：尤望舒</font></p>';
    expect(read(`${head}<p>2003-5-6 已被浏览13次</p>${body}`)).toMatchObject({
      title: '渡口的账',
      authors: ['尤望舒'],
      text: prose.join('\n'),
    });
  });

  it('are pictures above a name with its day', () => {
    const head = '<p><img src="t.gif"></p><p align="right">沈渡&nbsp;&nbsp;2009年12月8日</p>';
    expect(read(`${head}${body}`, '渡口的账目-清河市委党校')).toMatchObject({
      title: '渡口的账目',
      authors: ['沈渡'],
      publishedOn: '2009-12-08',
      text: prose.join('\n'),
    });
  });

  it('stand below the column’s heading, which alone the page’s `<title>` names', () => {
    const head = '<h4>理论园地</h4><center><p><b>渡口的账目</b></p><p>清河市委党校　沈渡</p></center>';
    expect(read(`${head}${body}`, '清河党校-理论园地')).toMatchObject({ title: '渡口的账目', authors: ['沈渡'] });
  });

  it('lead to their own page, below the heading of a blog', () => {
    const url = 'http://www.qhdx.gov.cn/blog/sd/2008/61.html';
    const head = `<h1>沈渡的空间</h1><h2><a href="${url}">渡口的账目</a></h2><p>沈渡 发表于 2008-6-1 20:11:00</p>`;
    expect(read(`${head}${body}`, '渡口的账目 - 沈渡的空间 - 清河党校网', url).title).toBe('渡口的账目');
  });
});

it('credits in cells are told by the words of journals', () => {
  const rows = [
    ['论文题目', '渡口的账目'],
    ['作者姓名', '沈渡'],
    ['所在单位', '清河市委党校'],
    ['发表刊物', '《清河学刊》2006年第4期'],
    ['发表时间', '2006-08-15'],
  ].map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`);
  const essay = read(
    `<table>${rows.join('')}<tr><td colspan=2>正文</td></tr><tr><td colspan=2>${body}</td></tr></table>`,
  );
  expect(essay).toMatchObject({
    title: '渡口的账目',
    authors: ['沈渡'],
    source: '清河学刊',
    publishedOn: '2006-08-15',
    text: prose.join('\n'),
  });
});

it('a name and its day are of elements that stand against each other', () => {
  const essay = read(`<h1>渡口的账目</h1><span>沈渡</span><span>2005年7月14日</span><div>${body}</div>`);
  expect(essay).toMatchObject({ authors: ['沈渡'], publishedOn: '2005-07-14', text: prose.join('\n') });
});

it('who gave a lesson is read beside its month', () => {
  const essay = read(`<h3>渡口的账目（上）</h3><div align="center">主讲：沈渡教授　　2007年11月</div>${body}`);
  expect(essay).toMatchObject({ authors: ['沈渡'], publishedOn: '2007-11', text: prose.join('\n') });
});

it('links to the other parts close no essay', () => {
  const parts = '<div><a href="2.htm">渡口的账目（中）</a>　<a href="3.htm">渡口的账目（下）</a></div>';
  expect(read(`<h3>渡口的账目（上）</h3><p>沈渡</p>${body}${parts}`).text).toBe(prose.join('\n'));
});

it('a note on a person below the text is on the author', () => {
  const note = '沈渡，男，1965年生，清河市委党校副教授。';
  const essay = read(`<h3>渡口的账目</h3>${body}<p>${note}</p>`);
  expect(essay.authors).toEqual(['沈渡']);
  expect(essay.text).toContain(note);
});

it.each([
  '[沈渡]　[清河日报]　[2005-07-14]',
  '[ 2005-07-14 ]　　[ 沈渡 ]　　[ 字体：大 中 小 ]',
  '作者/沈渡　来源/清河日报　时间/2005-07-14',
])('credits stand in brackets, or behind a slash: %s', (credit) => {
  const essay = read(`<h3>渡口的账目</h3><div align="center">${credit}</div>${body}`);
  expect(essay).toMatchObject({ authors: ['沈渡'], publishedOn: '2005-07-14', text: prose.join('\n') });
});

it('a row of a table that is the label of the text is none of it', () => {
  const rows = ['标题</td><td>渡口的账目', '作者</td><td>沈渡', `内容</td><td>${body}`];
  const essay = read(`<table>${rows.map((row) => `<tr><td>${row}</td></tr>`).join('')}</table>`);
  expect(essay).toMatchObject({ title: '渡口的账目', authors: ['沈渡'], text: prose.join('\n') });
});

it.each(['本页地址：http://www.qhdx.gov.cn/show.asp?id=8', '此信息共有35人浏览', '文章评分：★★★★★'])(
  'what the page says of itself below the text is none of it: %s',
  (line) => {
    expect(read(`<h3>渡口的账目</h3><p>沈渡</p><div>${body}<p>${line}</p></div>`).text).toBe(prose.join('\n'));
  },
);

it('a volume of what a text was taken from is its source', () => {
  expect(read(`<h3>渡口的账目</h3><p>沈渡</p>${body}<p>（摘自《清河文史》第3辑）</p>`).source).toBe('清河文史');
});
