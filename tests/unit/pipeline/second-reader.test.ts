import { describe, expect, it } from 'vitest';
import { readEssay } from '../../../lib/pipeline/read-page.ts';
import { expectValue } from '../../support/collections.ts';
import { parsePage } from '../../support/parse-page.ts';

const read = (html: string, options = {}, url = 'http://www.qhdx.cn/show.asp?id=7') =>
  expectValue(readEssay({ document: parsePage(html, url), url }, { any: true, ...options }));

const paragraphs = [
  '调查研究是我们党的传家宝。做好新时期的农村工作，离不开深入细致的调查，也离不开群众的智慧。这些年的实践一再说明，凡是调查做得扎实的地方，政策就落得稳。',
  '第一，要带着问题下去。没有问题的调查只是走马观花，看到的往往是别人准备好的材料，听到的往往是事先排练过的汇报。',
  '第二，要住得下来。住上三天五天，早晚同群众拉家常，真话才会慢慢说出来，矛盾才会一点一点看清楚。',
];
const portal = `<title>把调查研究做到群众心里去 - 中共清河市委党校</title><body>
<p><a href="/">首页</a> <a href="a.asp">教学</a> <a href="b.asp">科研</a></p>
<h1>把调查研究做到群众心里去</h1><p>作者：王建国　来源：清河日报　2004-3-5</p>
${paragraphs.map((text) => `<p>　　${text}</p>`).join('\n')}
<p>版权所有：中共清河市委党校　地址：清河市人民路1号</p>`;

describe('a page that the second reader reads as well', () => {
  it('tells how far they agree, and no doubt where nothing is lost', () => {
    const { provenance } = read(portal, { secondReader: true });
    expect(provenance.recognition.portal).toBe(true);
    expect(provenance.secondReader?.agreement).toBeGreaterThan(0.7);
    expect(provenance.removals.filter(({ doubted }) => doubted)).toEqual([]);
  });

  it('is read the same without, and says nothing of it', () => {
    const alone = read(portal);
    const { secondReader, ...provenance } = read(portal, { secondReader: true }).provenance;
    expect(secondReader).toBeDefined();
    expect(alone.provenance).toEqual(provenance);
  });

  it('never fails on a page that puts elements in the place of what it calls', () => {
    const hostile = portal.replace('<h1>', '<form name=cloneNode><input name=documentElement></form><h1>');
    expect(read(hostile, { secondReader: true }).text).toContain(paragraphs[0]);
  });
});

describe('a page of another kind', () => {
  const story = [
    'The survey took three winters, and each of them was harder on the surveyors than the one before it, as the notebooks tell.',
    'Short.',
    'In the first year they measured the valley from its mouth to the weir, a distance that no map of the time had right.',
    'In the second they went above the weir, where the villagers, who had seen officials before, kept their doors shut.',
    'The inn had one warm room, which the innkeeper let to them at the price of a stable, with a look that they all remembered.',
    'By the third winter nobody asked what the chains and the poles were for, and the last sheet was drawn in a kitchen.',
  ];
  const page = `<title>Three winters | The Valley</title><body>
<div class="sidebar"><ul>${Array.from({ length: 12 }, (_, n) => `<li><a href="/${n}">Another story of the valley, number ${n}</a></li>`).join('')}</ul>
<p>We use cookies to make this site better, and by reading on, you agree to that, to our terms, and to the policy on privacy.</p></div>
<div class="article"><h1>Three winters</h1>${story.map((text) => `<p>${text}</p>`).join('')}</div>
<div class="comments"><p>Lovely story, thank you for it, my grandfather was one of the men who carried the chains, or so he said.</p></div>`;

  it('that is not Chinese is read as Readability reads it', () => {
    const { text, provenance } = read(page, {}, 'http://valley.example/winters');
    expect(text.split('\n')).toEqual(story);
    expect(provenance.extractor).toBe('readability');
    expect(provenance.removals.map((removal) => removal.text).join('\n')).toContain('We use cookies');
  });

  it('that is all short words of another language is read too, where we find no body', () => {
    const { text } = read('<body><p>&amp;amp; is &amp;</p></body>', {}, 'http://valley.example/short');
    expect(text).toBe('&amp; is &');
  });

  it('in Chinese has the article where we read a smaller place', () => {
    const lines = Array.from({ length: 40 }, (_, n) => `第${n + 1}天走了二十里路看见了许多从前没有看见过的小村庄和桥`);
    const blog = `<title>行走日记</title><body><div id=bio><p>${paragraphs[0]}</p></div>
<div class="article-content">${lines.map((text) => `<p>${text}</p>`).join('')}</div>`;
    const { text } = read(blog, {}, 'http://blog.example/1');
    expect(text).toContain(lines[0]);
    expect(text).toContain(lines[39]);
  });

  it('in Chinese is told nothing of a second reader that was not asked for, and reads the same', () => {
    const news = portal.replaceAll('中共清河市委党校', '清河在线').replace('</h1>', `</h1><div>${paragraphs[1]}</div>`);
    const [asked, alone] = [{ secondReader: true }, {}].map((how) => read(news, how, 'http://news.example/1'));
    expect(asked?.provenance.recognition.portal).toBe(false);
    expect(asked?.provenance.secondReader?.agreement).toBeGreaterThan(0.7);
    expect(alone?.provenance.secondReader).toBeUndefined();
    expect(alone?.html).toBe(asked?.html);
  });

  it('in Chinese keeps its short body where only the footer is longer', () => {
    const foot = '版权所有：中共清河市委党校，未经授权，任何媒体、网站或个人不得转载本站内容，地址：清河市人民路一号。';
    const notice = `<title>通知</title><body><h1>通知</h1><div><p>今天下午两点全体开会，请准时参加。</p></div><div>${`<p>${foot}</p>`.repeat(3)}</div>`;
    expect(read(notice, {}, 'http://notice.example/1').text).toBe('今天下午两点全体开会，请准时参加。');
  });
});
