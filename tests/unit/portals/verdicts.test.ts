import { describe, expect, it } from 'vitest';
import {
  evidenceText,
  paragraph,
  type RecognisedParts,
  recogniseParts,
  school,
} from '../../support/recognise-parts.ts';

/** What was decided of a page, in one line: verdict, score, kind and family; then each piece of evidence. */
function told(parts: RecognisedParts): string[] {
  const { portal, score, kind, family, evidence } = recogniseParts(parts);
  return [`${portal} ${score} ${kind} ${family}`, ...evidence.map(({ id, weight, text }) => `${id} ${weight} ${text}`)];
}
describe('all that is told of a page', () => {
  const footer = `<div>版权所有：${school}</div>`;
  const credit = '<div>来源：本刊资料室 发布时间：2005-07-14</div>';
  const crumb = '<div>当前位置：首页 &gt; 理论研究 &gt; 正文</div>';

  it.each<[string, RecognisedParts, string[]]>([
    ['a bare text', {}, ['false 10 null null', 'body 15 124', 'title 5 塘水记', 'no-credit -10 ']],
    [
      'a bare text of a school',
      { below: footer },
      [
        'false 45 null null',
        'institution 35 版权所有：中共青山市委党校',
        'body 15 124',
        'title 5 塘水记',
        'no-credit -10 ',
      ],
    ],
    [
      'an essay of a school',
      { credits: credit, below: footer },
      [
        'true 75 essay null',
        'institution 35 版权所有：中共青山市委党校',
        'body 15 124',
        'title 5 塘水记',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
      ],
    ],
    [
      'an essay with all that may speak for it',
      {
        url: 'http://www.nbdx.cn/info/1001/2002.htm',
        head: '<title>塘水记</title><meta name="a"><form name="_newscontent_fromname"></form>',
        above: crumb,
        credits: `${credit}<div>周望川</div>`,
        body: `<form name="_newscontent_fromname">${paragraph}${paragraph}</form>`,
        below: `<div>【打印本页】【关闭窗口】</div>${footer}`,
      },
      [
        'true 100 essay boda',
        'institution 35 版权所有：中共青山市委党校',
        'known-host 20 www.nbdx.cn · 中共宁波市委党校',
        'body 15 124',
        'title 5 塘水记',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
        'byline 10 周望川',
        'breadcrumb 8 当前位置：首页 > 理论研究 > 正文',
        'tools 7 【打印本页】【关闭窗口】',
        'cms 5 boda · form[name="_newscontent_fromname"]',
        'address 5 /info/1001/2002.htm',
      ],
    ],
    [
      'an essay of a known host that is no school’s',
      { url: 'http://www.bjdx.gov.cn/a', credits: credit, below: footer },
      [
        'false 35 null null',
        'institution 35 版权所有：中共青山市委党校',
        'other-owner -40 www.bjdx.gov.cn · 北京市大兴区人民政府',
        'body 15 124',
        'title 5 塘水记',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
      ],
    ],
    [
      'a notice',
      { title: '关于放水的通知', credits: credit, below: footer },
      [
        'true 75 notice null',
        'institution 35 版权所有：中共青山市委党校',
        'body 15 124',
        'title 5 关于放水的通知',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
      ],
    ],
    [
      'news',
      { title: '我校召开座谈会', credits: credit, below: footer },
      [
        'true 75 news null',
        'institution 35 版权所有：中共青山市委党校',
        'body 15 124',
        'title 5 我校召开座谈会',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
      ],
    ],
    [
      'a page of links',
      {
        body: '<p>塘水。</p>',
        below: `${Array.from({ length: 9 }, (_, n) => `<p><a href="/${n}">水利简讯第${n}期</a></p>`).join('')}${footer}`,
      },
      [
        'false -70 null null',
        'institution 35 版权所有：中共青山市委党校',
        'no-body -60 3',
        'title 5 塘水记',
        'no-credit -10 ',
        'link-list -40 63 / 82',
      ],
    ],
    [
      'a scan',
      { above: crumb, credits: credit, body: '<p><img src="/up/1.jpg" width="600" height="800"></p>', below: footer },
      [
        'true 83 essay null',
        'institution 35 版权所有：中共青山市委党校',
        'pictures 15 塘水记',
        'title 5 塘水记',
        'credit-line 20 来源：本刊资料室 发布时间：2005-07-14',
        'breadcrumb 8 当前位置：首页 > 理论研究 > 正文',
      ],
    ],
    [
      'a page that asks for a password',
      { body: '<p>塘水。</p>', below: `<form><input type="Password"></form>${footer}` },
      [
        'false -55 null null',
        'institution 35 版权所有：中共青山市委党校',
        'no-body -60 3',
        'title 5 塘水记',
        'no-credit -10 ',
        'login -25 input[type=password]',
      ],
    ],
    [
      'an English page',
      { body: `<p>${'The pond was opened twice a year, once before the spring rains. '.repeat(5)}</p>`, below: footer },
      [
        'false -15 null null',
        'institution 35 版权所有：中共青山市委党校',
        'body 15 260',
        'title 5 塘水记',
        'no-credit -10 ',
        'not-chinese -60 The pond was opened twice a year, once before the spring rai',
      ],
    ],
  ])('%s', (_, parts, evidence) => {
    expect(told(parts)).toEqual(evidence);
  });

  it('is cut short where it is long', () => {
    const wide = (size: number): string => `来源：求是${'　'.repeat(size - 11)}作者：林有禾`;
    const of = (size: number): string | undefined =>
      evidenceText({ credits: `<div>${wide(size)}</div>` }, 'credit-line');
    expect(of(160)).toBe(wide(160));
    expect(of(161)).toBe(`${wide(161).slice(0, 160)}…`);
  });
});

describe('a person who signs', () => {
  it.each([
    ['作者：林有禾 发布时间：2005-07-14', true],
    ['作 者 : 林有禾 发布时间：2005-07-14', true],
    ['撰稿：林有禾 发布时间：2005-07-14', true],
    ['撰文：林有禾 发布时间：2005-07-14', true],
    ['文/林有禾 发布时间：2005-07-14', true],
    ['文／林有禾 发布时间：2005-07-14', true],
    ['作者：佚名 发布时间：2005-07-14', false],
    ['作者：本站 发布时间：2005-07-14', false],
    ['作者：未知 发布时间：2005-07-14', false],
    ['作者：不详 发布时间：2005-07-14', false],
    ['作者：原创 发布时间：2005-07-14', false],
    ['作者：匿名 发布时间：2005-07-14', false],
    ['作者：网络 发布时间：2005-07-14', false],
    ['作者：组织处 发布时间：2005-07-14', false],
    ['作者：教研室 发布时间：2005-07-14', false],
    ['作者：宣传部 发布时间：2005-07-14', false],
    ['作者：教务科 发布时间：2005-07-14', false],
    ['作者：校办 发布时间：2005-07-14', false],
    ['作者：信息中心 发布时间：2005-07-14', false],
    ['作者：分院 发布时间：2005-07-14', false],
    ['作者：中文系 发布时间：2005-07-14', false],
    ['作者：图书馆 发布时间：2005-07-14', false],
    ['作者：课题组 发布时间：2005-07-14', false],
    ['作者：处小林 发布时间：2005-07-14', true],
    ['作者：林 发布时间：2005-07-14', false],
    ['来源：求是 发布时间：2005-07-14', false],
  ])('%s: %s', (credit, isSigned) => {
    const { kind } = recogniseParts({
      title: '我校召开座谈会',
      credits: `<div>${credit}</div>`,
      below: `<div>版权所有：${school}</div>`,
    });
    expect(kind).toBe(isSigned ? 'essay' : 'news');
  });
});
