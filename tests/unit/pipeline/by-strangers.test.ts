import { describe, expect, it } from 'vitest';
import { credit, essayOf, paragraphs, prose } from '../../support/portal-page.ts';

// Pages in shapes that the rules' authors had not in mind: what each of them got wrong stands here.
const title = '管水的章程';
const head = (words: string): string => `<div>${words}　　发布时间：2011-03-22</div>`;

describe('the slot of the author', () => {
  it.each<[string, readonly string[]]>([
    ['林有禾 文/图', ['林有禾']],
    ['课题组组长：林有禾 成员：王芳 李明', ['林有禾', '王芳', '李明']],
    ['主讲人：林有禾', ['林有禾']],
    ['林有禾[1] 王芳[2]', ['林有禾', '王芳']],
    ['林有禾&nbsp;&nbsp;王芳', ['林有禾', '王芳']],
    ['○林有禾', ['林有禾']],
    ['[美] 约翰·史密斯', ['[美]约翰·史密斯']],
  ])('%s', (value, authors) => {
    const essay = essayOf({ title, head: head(`作者：${value}`), body: prose });
    expect([essay.authors, essay.text.split('\n')]).toEqual([authors, paragraphs]);
  });
});

describe('a line under the title', () => {
  it.each<[string, readonly string[]]>([
    ['林有禾　清河市委党校', ['林有禾']],
    ['[美] 约翰·史密斯', ['约翰·史密斯']],
    ['本刊特约评论员', ['本刊特约评论员']],
    ['2006年春季县干班学员　林有禾', ['林有禾']],
    ['記者陳鈞凱／台北報導', ['陳鈞凱']],
    ['本报实习生 刘国栋 周炜</p><p>本报记者 王燕平 方云凤', ['刘国栋', '周炜', '王燕平', '方云凤']],
    ['林有禾　市委党校</p><p>王芳　市行政学院', ['林有禾', '王芳']],
    ['◎林有禾　◎王芳', ['林有禾', '王芳']],
    ['·林有禾·', ['林有禾']],
    ['市委常委、组织部长 林有禾', ['林有禾']],
    ['扎西平措', ['扎西平措']],
  ])('%s', (line, authors) => {
    const essay = essayOf({ title, head: head('来源：清河日报'), body: `<p>${line}</p>${prose}` });
    expect([essay.authors, essay.text.split('\n')]).toEqual([authors, paragraphs]);
  });

  it.each(['（作者林有禾系清河市委党校副教授）', '作者简介：林有禾，男，清河市委党校副教授。'])(
    'or at the end: %s',
    (note) => {
      const essay = essayOf({ title, body: `${prose}<p>${note}</p>` });
      expect([essay.authors, essay.text.includes(note)]).toEqual([['林有禾'], true]);
    },
  );
});

describe('the day', () => {
  it.each<[string, string]>([
    ['发布时间：２０１１年３月２２日', '2011-03-22'],
    ['发布时间：２０１１－０３－２２', '2011-03-22'],
    ['发布时间：二○一一年三月二十二日', '2011-03-22'],
    ['发布时间：2011年3月', '2011-03'],
    ['日期：11-3-22', '2011-03-22'],
    ['发布时间：2011—03—22', '2011-03-22'],
    ['发布时间：2011、3、22', '2011-03-22'],
    ['发布时间：3/22/2011 9:41:07 AM', '2011-03-22'],
    ['发布时间：Tue Mar 22 09:41:07 CST 2011', '2011-03-22'],
    ['发布时间：2011年三月二十二日', '2011-03-22'],
    ['发布时间：20110322', '2011-03-22'],
    ['发布时间：2011年', '2011'],
    ['发布时间：2011年3月22日上午', '2011-03-22'],
    ['发贴时间：2011-03-22', '2011-03-22'],
  ])('%s', (words, day) => {
    const essay = essayOf({ title, head: `<div>${words}</div>`, body: prose });
    expect([essay.publishedOn, essay.text.split('\n')]).toEqual([day, paragraphs]);
  });

  it('of a speech stands in it, in a table of layout too, where the page tells its own below', () => {
    const lines = '<p align="center">市委书记　夏福卿</p><p align="center">（2011年3月18日）</p>';
    const layout = `<table><tr><td><table><tr><td>${lines}${prose}</td></tr></table></td><td>热点</td></tr></table>`;
    const essay = essayOf({ title, head: '', body: layout, below: '<p>发布时间：2011-03-22</p>' });
    expect([essay.authors, essay.publishedOn, essay.text.split('\n')]).toEqual([
      ['夏福卿'],
      '2011-03-22',
      ['（2011年3月18日）', ...paragraphs],
    ]);
  });

  it('with its clock between a lead and the text is the page’s', () => {
    const body = `<div><p>${paragraphs[0]}</p></div><div>2011年3月22日 17:09</div>${prose}`;
    expect(essayOf({ title, body }).text).not.toContain('17:09');
  });
});

describe('a reprint', () => {
  it.each<[string, string, string | null]>([
    ['（本文原载《党建》2011年第3期，有删节）', '党建', '3'],
    ['（摘自2011年3月15日《清河日报》）', '清河日报', null],
    ['转自人民网', '人民网', null],
  ])('%s', (line, source, issue) => {
    const essay = essayOf({ title, head: '<div>发布时间：2011-03-22</div>', body: `${prose}<p>${line}</p>` });
    expect([essay.source, essay.issue?.issue ?? null]).toEqual([source, issue]);
  });
});

describe('what stands around and within the text', () => {
  it('a box of links is taken out up to its last link, and closing paragraphs beyond one stay', () => {
    const links = '<a href="/3.html">冬修</a></td></tr><tr><td><a href="/4.html">春灌</a>';
    const box = `<table><tr><td>推荐阅读</td></tr><tr><td>${links}</td></tr></table>`;
    const long = Array.from({ length: 8 }, () => prose).join('');
    const { text } = essayOf({
      title,
      body: `${long}${box}<p>做法之一</p><p>　　章程立起来，水就有了规矩，人也有了规矩，这是最后要说的一句。</p>`,
    });
    expect(text.split('\n').slice(-2)).toEqual([
      '做法之一',
      '章程立起来，水就有了规矩，人也有了规矩，这是最后要说的一句。',
    ]);
    expect(text).not.toContain('春灌');
  });

  it.each([
    '本贴由大卫于2011年3月22日16:12:21在〖书房〗发表。</p><p>任何言论纯属作者个人观点，与本园无关；',
    '還不快點到Facebook LIKE我們的專頁，天天都有新的消息等著你！',
    '<form action="/say">姓名：<input name="n"> 内容：<textarea></textarea></form>',
  ])('%s', (line) => {
    expect(essayOf({ title, body: `${prose}<p>${line}</p>` }).text.split('\n')).toEqual(paragraphs);
  });

  it('a programme of courses is a table, and its words name nobody', () => {
    const rows = [
      ['日期', '课程', '主讲'],
      ['3月18日', '渠史', '林有禾'],
      ['3月19日', '水法', '王芳'],
    ];
    const table = `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const essay = essayOf({ title, head: '<div>发布时间：2011-03-22</div>', body: table });
    expect([essay.authors, essay.text]).toEqual([[], rows.map((row) => row.join('\t')).join('\n')]);
  });

  it('spaces behind a picture that opens a paragraph are an indent', () => {
    const { text } = essayOf({
      title,
      head: credit,
      body: `${prose}<p><img src="/a.jpg" width="300" height="200">　　渠首的石闸，是修渠的第二年立的。</p>`,
    });
    expect(text.split('\n').at(-1)).toBe('渠首的石闸，是修渠的第二年立的。');
  });
});
