import { describe, expect, it } from 'vitest';
import { articleRegion, readArticle, shortArticle } from '../../../lib/extract/article.ts';
import { readOutline } from '../../../lib/extract/outline.ts';
import { smallPage } from '../../support/small-page.ts';

/** What the second reader keeps of a page, for Chinese and for letters: the lines, their element, the first and the last. */
function articlesOf(markup: string): string {
  const document = smallPage(markup);
  const outline = readOutline(document.body, document.title);
  const page = { document, lines: outline.lines, skip: [...document.querySelectorAll('.skip')] };
  const articleBy = (threshold: number): string => {
    const article = readArticle(page, threshold);
    const region = articleRegion(outline, article);
    const found = [...article].map(({ index }) => index).join(',');
    if (region === null) return `${found} –`;
    const { container, first, last, lines } = region;
    return `${found} ${container.tagName} ${first}-${last} ${lines.map(({ index }) => index).join(',')}`;
  };
  return [articleBy(shortArticle.chinese), articleBy(shortArticle.letters)].join(' | ');
}

describe('what the second reader keeps of small pages', () => {
  it.each([
    ['<p>甲</p>', '0 P 0-0 0 | 0 P 0-0 0'],
    ['<div class=skip>{90}</div>{90}<p>{90}</p>', '1,2 BODY 1-2 1,2 | 1,2 BODY 1-2 1,2'],
    ['[300]。<p>，{90}</p>{400}', '0,1,2 BODY 0-2 0,1,2 | 0,1,2 BODY 0-2 0,1,2'],
    ['{12}<div>{90}<p>{90}{12}</p></div>', '1,2 DIV 1-2 1,2 | 1,2 DIV 1-2 1,2'],
    [
      '<title>校刊 - 祠堂夜校 - 青山党校</title>¶<div>{80}</div><p>　　{80}</p><p>{60}</p><p>{120}</p><p>春去秋来水自流</p>一盏油灯照古楼<br>几排长凳人满座<br>划去一条又一条<br>划不掉的留着讲<br><p>讲到天明方始休</p><div class=info><a href="a.doc">名单</a></div><div class=no><strong style="font-weight:bold">本站原创，版权归作者</strong></div>',
      '0,1,2,3,4,5,6,7,8,9,11 BODY 0-11 0,1,2,3,4,5,6,7,8,9,11 | 0,1,2,3,4,5,6,7,8,9,10,11 BODY 0-11 0,1,2,3,4,5,6,7,8,9,10,11',
    ],
    ['{90}<p>{90}</p>', '1,0 BODY 0-1 0,1 | 1,0 BODY 0-1 0,1'],
    ['', ' – |  –'],
    [
      '<title></title>¶{90}<div id=author>{30}</div>【打印】【关闭】<div style="text-align:center">共3页</div>',
      '3 DIV 3-3 3 | 0,1,2,3 BODY 0-3 0,1,2,3',
    ],
    [
      '<title>祠堂夜校的来历</title>¶{120}<table><td>{120}</td><td>2005年7月14日</td></table>',
      '1,2 TR 1-2 1,2 | 1,2 TR 1-2 1,2',
    ],
  ])('%j', (markup, articles) => {
    expect(articlesOf(markup)).toBe(articles);
  });
});
