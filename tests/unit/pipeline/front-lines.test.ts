import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { credit, essayOf, paragraphs, prose as text } from '../../support/portal-page.ts';

// What stands between the title and the first paragraph: an essay's own front lines stay, a page's credits go.
const read = (title: string, head: string, body: string): Essay => essayOf({ title, head, body });

describe('front lines of an essay stay in it', () => {
  it.each<[string, string, readonly string[], string]>([
    [
      'a speech, its own title and the day',
      '',
      ['把水管好', '为全市丰收打下基础', '（2011年3月18日）', '同志们：'],
      '<p align="center">',
    ],
    ['the day before the name', '', ['（二〇一一年三月十八日）', '陆明远'], '<p align="center">'],
    ['an occasion', '', ['——2011年3月17日在全市水利工作会议上的讲话'], '<p align="center">'],
    ['a report', '', ['——2009年3月17日在县第十六届人民代表大会第三次会议上', '县长　夏福卿'], '<p>'],
    ['an epigraph', '', ['渠水东流，人在岸上，事在人为。', '——题记'], '<p>'],
    ['a dedication', '', ['谨以此文献给修渠的乡亲们'], '<p align="right">'],
    ['a programme', '', ['时间：2011年3月18日上午', '地点：三楼会议室', '主持人：陆明远'], '<p>'],
  ])('%s', (_, head, front, open) => {
    const essay = read('关于水利工作的讲话', credit + head, front.map((line) => `${open}${line}</p>`).join('') + text);
    const lines = [...front.filter((line) => !essay.authors.includes(line.replace(/^\S+　/, ''))), ...paragraphs];
    expect(essay.text.split('\n')).toEqual(lines);
    expect(essay.publishedOn).toBe('2011-03-22');
    expect(essay.source).toBe('清河党建网');
  });

  it.each(['（节选）', '上篇　水到之前', '（征求意见稿）'])('%s, which is no name and no neighbour', (line) => {
    const essay = read('管水的章程', credit, `<p align="center">${line}</p>${text}`);
    expect([essay.authors, essay.text.split('\n')[0]?.replace('\u3000', ' ')]).toEqual([
      [],
      line.replace('\u3000', ' '),
    ]);
  });

  it('the day of a speech, where the software tells when it put the page up', () => {
    const head = '<div>文章来源：本站原创&nbsp;&nbsp;&nbsp;&nbsp;更新时间：2011-3-22</div>';
    const essay = read('管水的章程', head, `<p align="center">（2011年3月18日）</p>${text}`);
    expect([essay.publishedOn, essay.text.split('\n')[0]]).toEqual(['2011-03-22', '（2011年3月18日）']);
  });

  it('its own title below the credits, where nothing names the page', () => {
    const page = read(
      '管水的章程',
      credit,
      `<p align="center">把水管好　为丰收打底</p><p align="center">（2011年3月18日）</p>${text}`,
    );
    expect([page.title, page.text.split('\n').slice(0, 2)]).toEqual([
      '管水的章程',
      ['把水管好　为丰收打底', '（2011年3月18日）'],
    ]);
  });

  it('the names above it alone, where the text has a table of its own in their cell', () => {
    const inner = `<table><tr><td>${text}</td></tr></table>`;
    const essay = read('管水的章程', '', `<table><tr><td><p align="center">林有禾</p>${inner}</td></tr></table>`);
    expect(essay.authors).toEqual(['林有禾']);
    expect(essay.text.split('\n')).toEqual(paragraphs);
  });

  it.each(['本站原创', '本网站原创'])('nothing of a credit line whose source is %s', (source) => {
    const line = `<p>（2004-3-18 15:59:31）　作者：林有禾　出处：${source}　点击次数：12</p>`;
    const essay = read('管水的章程', line, text);
    expect([essay.authors, essay.publishedOn, essay.hits]).toEqual([['林有禾'], '2004-03-18', 12]);
    expect(essay.text.split('\n')).toEqual(paragraphs);
  });

  it('a subtitle between title and credits, outside the element of the text', () => {
    const essay = read('管水的章程', `<h3>——上河村与下河村的比较</h3>${credit}`, text);
    expect(essay.text.split('\n')).toEqual(['——上河村与下河村的比较', ...paragraphs]);
  });

  it('the first rows of a table, though their words are labels', () => {
    const rows = [
      ['时间', '内容', '单位'],
      ['上午', '查看水渠', '水利站'],
      ['下午', '座谈', '上河村'],
    ];
    const table = `<table border="1">${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const essay = read('水利检查安排', credit, table + text);
    expect(essay.text.split('\n')).toEqual([...rows.map((row) => row.join('\t')), ...paragraphs]);
  });
});

describe('what a page writes above the text goes', () => {
  it.each([
    ['the title again', '<p align="center">管水的章程</p>'],
    ['the name that the credits told', '<p align="center">陆明远</p>'],
    ['the day that the credits told', '<p align="center">2011年3月22日</p>'],
    ['the site’s address', '<p>http://www.qhswdx.com</p>'],
  ])('%s', (_, front) => {
    const essay = read('管水的章程', credit.replace('办公室', '陆明远'), front + text);
    expect(essay.text.split('\n')).toEqual(paragraphs);
    expect(essay.authors).toEqual(['陆明远']);
  });

  it('and every line of it is in a removal', () => {
    const { provenance } = read('管水的章程', credit, text);
    const removed = provenance.removals.map((removal) => removal.text).join('\n');
    for (const words of ['发布时间', '字号', '打印', '上一篇', '版权所有']) expect(removed).toContain(words);
  });
});
