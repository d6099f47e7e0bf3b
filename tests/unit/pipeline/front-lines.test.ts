import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

// What stands between the title and the first paragraph: an essay's own front lines stay, a page's credits go.
const paragraphs = [
  '今天这个会开得很及时。水渠修了三年，账目公开了两年，下一步要做的事情只有一件，就是把管水的章程立起来，让大家都说得上话。',
  '章程怎么立，各村有各村的办法。上河村是按户轮值，下河村是按亩出工，两种办法都用了一年，群众的评价各有长短，要放在一起比一比。',
  '比的时候不要先定调子。先听用水的人怎么说，再听管水的人怎么说，最后才轮到我们说，这样定下来的章程才用得久。',
];
const text = paragraphs.map((line) => `<p>　　${line}</p>`).join('');

function read(title: string, head: string, body: string): Essay {
  const html = `<html><head><title>${title}-清河市委党校</title></head><body><div><a href="/">首页</a> <a href="/a">学校概况</a></div>
<div class="place">当前位置：<a href="/">首页</a> &gt; <a href="/ll/">理论研究</a> &gt; 正文</div><h1>${title}</h1>${head}<div id="zoom">${body}</div>
<div>【<a href="javascript:print()">打印</a>】【<a href="javascript:close()">关闭</a>】</div><div>上一篇：<a href="/1.html">冬修水利的几点经验</a></div>
<div class="foot">版权所有：中共清河市委党校　地址：清河市人民路1号</div></body></html>`;
  const url = 'http://www.qhswdx.com/ll/2.html';
  const outcome = readEssay({ document: parsePage(html, url), url }, { any: true });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}
const credit =
  '<div>发布时间：2011-03-22 10:15&nbsp;&nbsp;来源：清河党建网&nbsp;&nbsp;作者：办公室&nbsp;&nbsp;点击：32</div><div>【字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>';

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
