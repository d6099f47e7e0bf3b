import { describe, expect, it } from 'vitest';
import { essayOf, paragraphs, prose } from '../../support/portal-page.ts';

const read = (under: string, body = prose, below = ''): ReturnType<typeof essayOf> =>
  essayOf({ title: '关于召开水利会议的通知', head: under, body, below });
const linesOf = (text: string): readonly string[] => text.split('\n');
const centred = (text: string): string => `<p align="center">${text}</p>`;

describe('a day alone under the title is the page’s, in whatever calendar or language', () => {
  it.each([
    ['March 5, 2006', '2006-03-05'],
    ['Mar. 5th, 2006', '2006-03-05'],
    ['Sunday, March 5, 2006', '2006-03-05'],
    ['Mar 5 2006 10:30:00 AM', '2006-03-05'],
    ['Posted on March 5, 2006', '2006-03-05'],
    ['05 Mar 2006', '2006-03-05'],
    ['5-Mar-2006', '2006-03-05'],
    ['民國九十五年三月二日', '2006-03-02'],
    ['中華民國 95 年 3 月 2 日', '2006-03-02'],
    ['民国95年3月2日', '2006-03-02'],
    ['民國95/03/02', '2006-03-02'],
    ['民國一百零一年十二月二十日', '2012-12-20'],
    ['發佈日期：民國九十五年三月二日', '2006-03-02'],
    ['发布日期：Mar 5, 2006', '2006-03-05'],
  ])('%s', (day, value) => {
    const essay = read(centred(day));
    expect(essay.publishedOn).toBe(value);
    expect(linesOf(essay.text)).toEqual(paragraphs);
  });

  it('but no day of history, and none in a sentence', () => {
    expect(read(centred('民国二十六年七月七日')).publishedOn).toBeNull();
    const essay = read('', `<p>　　民国九十五年三月二日，县里来人看过堤坝，说要在汛期之前修好。</p>${prose}`);
    expect(essay.publishedOn).toBeNull();
    expect(linesOf(essay.text)).toHaveLength(paragraphs.length + 1);
  });
});

describe('labels of a source', () => {
  it.each([
    ['媒体：林州日报', '林州日报'],
    ['刊载媒体：中国青年报', '中国青年报'],
    ['出自：《学习时报》', '学习时报'],
    ['文章来源于：新华网', '新华网'],
    ['来源于《林州日报》', '林州日报'],
    ['原始出处：《理论前沿》', '理论前沿'],
  ])('%s', (label, source) => {
    for (const essay of [read(centred(label)), read('', prose, `<p>${label}</p>`)]) {
      expect(essay.source).toBe(source);
      expect(linesOf(essay.text)).toEqual(paragraphs);
    }
  });

  it('稿件作者 names the author', () => {
    const essay = read(centred('稿件来源：林州日报　稿件作者：王建国'));
    expect([essay.source, essay.authors]).toEqual(['林州日报', ['王建国']]);
  });

  it.each([
    '資料來源：http://www.example.org/a.asp?id=14868',
    '原文来源：http://www.example.org/new/list/2006/03/05/article_1234.html',
  ])('what an address is given as leaves the text: %s', (line) =>
    expect(linesOf(read('', `${prose}<p>${line}</p>`).text)).toEqual(paragraphs),
  );
});

describe('credits without labels, and labels without colons', () => {
  it.each([
    ['items of a list', '<ul><li>2006-03-05</li><li>林州日报</li><li>王芳</li></ul>'],
    ['one space between a paper and a name', '<p align="center">2006-03-05　林州日报　王芳</p>'],
    ['the same in brackets', '<p align="center">（2006年3月5日　林州日报　王芳）</p>'],
    [
      'terms and descriptions',
      '<dl><dt>作者</dt><dd>王芳</dd><dt>来源</dt><dd>林州日报</dd><dt>日期</dt><dd>2006-3-5</dd></dl>',
    ],
  ])('%s', (_, head) => {
    const inTable = `<table width="760"><tr><td>${head}</td></tr></table>`;
    for (const essay of [read(head), read(inTable)]) {
      expect([essay.authors, essay.source, essay.publishedOn]).toEqual([['王芳'], '林州日报', '2006-03-05']);
      expect(linesOf(essay.text)).toEqual(paragraphs);
    }
  });

  it('a name with where it was filed, beside a paper in traditional characters', () => {
    const essay = read('<ul><li>2012-01-11</li><li>中國時報</li><li>王嘉源／綜合報導</li></ul>');
    expect([essay.authors, essay.source]).toEqual([['王嘉源'], '中國時報']);
    expect(linesOf(essay.text)).toEqual(paragraphs);
  });

  it('items of the text behind a day stay', () => {
    const items = ['2006年3月5日', '全县大会', '王村座谈'];
    const body = `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>${prose}`;
    for (const item of items.slice(1)) expect(read('', body).text).toContain(item);
  });
});

describe('tools', () => {
  it.each(['[ 打 印 ] [ 关 闭 ] [ 返 回 ]', '已有 12 人评论　我要评论', '共有3条评论'])('%s', (line) =>
    expect(linesOf(read('', `${prose}<p>${line}</p>`).text)).toEqual(paragraphs),
  );

  it('a sentence that begins so is text', () => {
    const line = '已有12人评论说，这条水渠修得及时，来年春灌就不用再为水发愁了。';
    expect(read('', `${prose}<p>${line}</p>`).text).toContain(line);
  });
});

describe('ornaments', () => {
  it.each([
    '—— ◆ ——',
    '***',
    '======',
    '* * * * *',
    '━━━━━━━━━━',
    '~~~~~~~~',
    '-----------------------',
    '☆ ☆ ☆',
    '······',
  ])('%s opens and closes no essay, and parts its sections', (mark) => {
    const [first, ...rest] = paragraphs;
    const body = `${centred(mark)}<p>${first}</p>${centred(mark)}${rest.map((one) => `<p>${one}</p>`).join('')}${centred(mark)}`;
    const essay = read(centred('2006-03-05'), body);
    expect(linesOf(essay.text)).toEqual([first, mark, ...rest]);
    expect(essay.provenance.removals.filter(({ text }) => text.includes(mark)).length).toBeGreaterThan(0);
  });

  it.each(['……', '〓〓', '□□'])('%s is text: words left out, or letters that nobody could set', (line) => {
    expect(linesOf(read('', `${prose}<p>${line}</p>`).text).at(-1)).toBe(line);
  });
});

describe('who put the page up', () => {
  it.each(['（责任编辑 余建国）', '（責任編輯 余淩雲）', '【责编　余建国　王芳】', '責任編輯：余建國'])('%s', (line) =>
    expect(linesOf(read('', `${prose}<p>${line}</p>`).text)).toEqual(paragraphs),
  );

  it('a reporter’s line below a caption gives the authors and leaves', () => {
    const essay = read('', `<p>專家預估，下旬結束。</p><p>記者陳鈞凱／台北報導</p>${prose}`);
    expect(essay.authors).toEqual(['陳鈞凱']);
    expect(essay.text).not.toContain('報導');
  });
});

describe('a text that a page shows in a box for writing', () => {
  const text = paragraphs.map((one) => `　　${one}`).join('\n');

  it.each([
    ['locked', `<textarea rows="30" cols="80" readonly>${text}</textarea>`],
    ['disabled, in a form', `<form><textarea disabled>\n${text}\n</textarea></form>`],
    ['full of it', `<textarea name="content">${`${text}\n`.repeat(3)}</textarea>`],
  ])('%s', (_, body) => {
    const essay = read('', body);
    expect(linesOf(essay.text).slice(0, paragraphs.length)).toEqual(paragraphs);
    expect(essay.html).not.toContain('textarea');
  });

  it('a box for comments with its rules is none', () => {
    const rules = '请您文明上网，理性发言，遵守有关法律法规和本站管理规定，您的评论将在审核之后显示出来。';
    const essay = read(
      '',
      prose,
      `<form>发表评论：<textarea name="c">${rules}</textarea><input type="submit" value="提交"></form>`,
    );
    expect(essay.text).not.toContain('文明上网');
  });
});
