import { describe, expect, it } from 'vitest';
import type { Essay } from '../../../lib/essay/essay.ts';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { parsePage } from '../../support/parse-page.ts';

// Layouts that webmasters made by hand and that no CMS family stands for: one table cell less or more each.
const P = [
  '调查研究是我们党的传家宝。做好新时期的农村工作，离不开深入细致的调查，也离不开群众的智慧。这些年的实践一再说明，凡是调查做得扎实的地方，政策就落得稳。',
  '第一，要带着问题下去。没有问题的调查只是走马观花，看到的往往是别人准备好的材料，听到的往往是事先排练过的汇报。',
  '第二，要住得下来。住上三天五天，早晚同群众拉家常，真话才会慢慢说出来，矛盾才会一点一点看清楚。',
  '第三，要把结论交给群众评判。群众说行，才算行；群众不认账，就要回过头来再查。',
];
const body = P.map((p) => `　　${p}`).join('<br>\n');
const menu =
  '<table width=778><tr>' +
  ['首页', '学校概况', '新闻中心', '教学培训', '科研咨政', '学员园地']
    .map((x) => `<td><a href="list.asp?id=${x.length}">${x}</a></td>`)
    .join('') +
  '</tr></table>';
const foot =
  '<table width=778 align=center><tr><td align=center>版权所有：中共清河市委党校　地址：清河市人民路1号　邮编：315000<br>技术支持：清河信息公司　您是第 12345 位访客</td></tr></table>';
const tools =
  '<tr><td align=right>【<a href="javascript:window.print()">打印此页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr>';
const crumb = '<tr><td>当前位置：<a href="/">首页</a> -> <a href="list.asp?id=3">理论研究</a> -> 正文</td></tr>';
const wrap = (inner: string, title = '中共清河市委党校') =>
  `<html><head><title>${title}</title></head><body>${menu}<table width=778><tr><td width=170 valign=top><b>热点文章</b><br>·<a href=show.asp?id=1>谈谈干部教育的几个问题</a><br>·<a href=show.asp?id=2>县域经济的出路</a><br></td><td valign=top><table width=98%>${inner}</table></td></tr></table>${foot}</body></html>`;
const T = '把调查研究做到群众心里去';
const cases: Readonly<Record<string, string>> = {
  'author right below body': wrap(
    crumb +
      `<tr><td align=center><b>${T}</b></td></tr><tr><td align=center>2004-3-5 9:12:33 阅读321次</td></tr><tr><td>${body}</td></tr><tr><td align=right>王建国</td></tr>` +
      tools,
  ),
  'signature with affiliation': wrap(
    crumb +
      `<tr><td align=center><font size=5>${T}</font></td></tr><tr><td>${body}<br>　　（作者：王建国，清河市委党校经济学教研室副教授）</td></tr><tr><td align=center>[ 作者:王建国 | 转贴自:清河日报 | 点击数:88 | 更新时间:2004-3-5 | 文章录入:admin ]</td></tr>` +
      tools,
  ),
  'label cells': wrap(
    crumb +
      `<tr><td align=center><h3>${T}</h3></td></tr><tr><td><table border=1><tr><td>作　者</td><td>王建国　李　明</td><td>来　源</td><td>清河日报</td></tr><tr><td>发布时间</td><td>2004年3月5日</td><td>浏览次数</td><td>88</td></tr></table></td></tr><tr><td>${body}</td></tr>` +
      tools,
  ),
  'credit above title': wrap(
    `<tr><td>日期：2004.03.05　来源：科研处　点击：12</td></tr><tr><td align=center><font color=red size=4>${T}</font></td></tr><tr><td align=center>王建国</td></tr><tr><td>${P.map((p) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${p}</p>`).join('')}</td></tr>`,
    `${T}-清河市委党校网`,
  ),
  subtitle: wrap(
    crumb +
      `<tr><td align=center><b>${T}</b><br>——在全市农村工作会议上的发言<br>市委党校　王建国<br>（2004年3月5日）</td></tr><tr><td>${body}</td></tr>` +
      tools,
  ),
  'comments below': wrap(
    crumb +
      `<tr><td align=center><b>${T}</b></td></tr><tr><td align=center>作者：王建国 发布时间：2004-03-05</td></tr><tr><td>${body}</td></tr>` +
      tools +
      `<tr><td>网友评论</td></tr><tr><td>网友A 2004-3-6 10:00:00：写得很好，我们镇里也是这样做的，希望多一些这样的文章，谢谢作者。</td></tr><tr><td>网友B 2004-3-7：同意楼上的看法，调查研究确实重要，关键在于落实，光说不练没有用处。</td></tr>`,
  ),
  'unit 作者 office': wrap(
    crumb +
      `<tr><td align=center><b>${T}</b></td></tr><tr><td align=center>作者：办公室　发布日期：2004-3-5　来源：本站原创　阅读：　次</td></tr><tr><td>${body}</td></tr>` +
      tools,
  ),
  'no credit but byline & source end': wrap(
    `<tr><td align=center><b>${T}</b></td></tr><tr><td align=center>欧阳修文</td></tr><tr><td>${body}<br><br>　　原载《清河学刊》2004年第2期</td></tr>`,
  ),
  'div custom': `<html><head><title>${T}_理论研究_清河市委党校</title></head><body><div id=top><ul><li><a href=/>首页</a><li><a href=/a>概况</a></ul></div><div id=crumb><a href=/>首页</a> &gt; <a href=/ll>理论研究</a></div><div id=main><h1>${T}</h1><p class=info>时间：2004-03-05 10:11  |  来源：  |  作者：王建国  |  阅读：<span id=hits></span></p><div class=txt>${P.map((p) => `<div>${p}</div>`).join('')}</div><p>责任编辑：李四</p><p>上一篇：<a href=x>关于干部培训</a></p><p>下一篇：没有了</p></div><div id=foot>Copyright 2004 中共清河市委党校 All Rights Reserved 浙ICP备05000001号</div></body></html>`,
  'date signature inside': wrap(
    crumb +
      `<tr><td align=center><b>${T}</b></td></tr><tr><td align=center>提供单位：经济学教研室</td></tr><tr><td>${body}<br>　　　　　　　　　　二○○四年三月</td></tr>` +
      tools,
  ),
  'all in one td': wrap(
    `<tr><td>${crumb.replace(/<\/?t[rd]>/g, '')}<br><center><b>${T}</b><br>王建国 2004-03-05</center><br>${body}<br><br>（责任编辑：李四）<br>【<a href="javascript:window.close()">关闭</a>】</td></tr>`,
  ),
};

const read = (name: string): Essay => {
  const url = 'http://www.qhswdx.com/show.asp?id=77';
  const outcome = readEssay({ document: parsePage(cases[name] ?? '', url), url });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};

describe('a hand-written layout', () => {
  it.each(Object.keys(cases))('%s: title, institution and every paragraph', (name) => {
    const essay = read(name);
    expect(essay.title).toBe(T);
    expect(essay.institution).toBe('中共清河市委党校');
    const lines = essay.text.split('\n');
    const start = lines.indexOf(P[0] ?? '');
    expect(lines.slice(start, start + P.length)).toEqual(P);
    expect(lines.slice(0, start)).toEqual(name === 'subtitle' ? ['——在全市农村工作会议上的发言'] : []);
  });

  it.each([
    ['author right below body', ['王建国']],
    ['signature with affiliation', ['王建国']],
    ['label cells', ['王建国', '李明']],
    ['credit above title', ['王建国']],
    ['subtitle', ['王建国']],
    ['comments below', ['王建国']],
    ['unit 作者 office', []],
    ['no credit but byline & source end', ['欧阳修文']],
    ['div custom', ['王建国']],
    ['all in one td', ['王建国']],
  ])('%s: authors', (name, authors) => {
    expect(read(name).authors).toEqual(authors);
  });

  it('keeps a note on the author, a note on the reprint and a signature date, and nothing of the page', () => {
    const rest = (name: string): string[] => read(name).text.split('\n').slice(P.length);
    expect(rest('signature with affiliation')).toEqual(['（作者：王建国，清河市委党校经济学教研室副教授）']);
    expect(rest('no credit but byline & source end')).toEqual(['原载《清河学刊》2004年第2期']);
    expect(rest('date signature inside')).toEqual(['二○○四年三月']);
    expect(rest('comments below')).toEqual([]);
    expect(rest('author right below body')).toEqual([]);
  });

  it('reads source and issue from the note that closes a reprint', () => {
    const { source, issue } = read('no credit but byline & source end');
    expect([source, issue?.year, issue?.issue]).toEqual(['清河学刊', 2004, '2']);
  });

  it('reads label cells, a missing source, views and a unit in the author’s place', () => {
    expect(read('label cells')).toMatchObject({ source: '清河日报', publishedOn: '2004-03-05', hits: 88 });
    expect(read('div custom')).toMatchObject({ source: null, publishedOn: '2004-03-05', column: ['理论研究'] });
    expect(read('unit 作者 office')).toMatchObject({ unit: '办公室', source: null, hits: null });
  });
});
