import { describe, expect, it } from 'vitest';
import { readByline } from '../../../lib/metadata/byline.ts';
import { linesOf } from '../../support/lines-of.ts';
import { showField } from '../../support/show-fields.ts';

/** A page's paragraphs, parted by `¦`, as lines. */
const paragraphs = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('¦')
        .map((one) => (one.startsWith('<') ? one : `<p>${one}</p>`))
        .join('');
/** The byline of a page whose head, body and tail are parted by `▼`. */
function read(page: string): string | null {
  const parts = page.split('▼').map(paragraphs);
  const lines = linesOf(parts.map((part) => `<section>${part}</section>`).join(''));
  const of = (n: number) =>
    lines.filter(
      ({ block }) => block.closest('section') === lines[0]?.block.ownerDocument.querySelectorAll('section')[n],
    );
  const found = readByline(of(0), of(1), of(2));
  return found && showField(found);
}
/** Pages with the names, words and place that they give, or nothing. */
const table = (rows: readonly (readonly [page: string, found: string | null])[]): void => {
  it.each(rows)('%s: %s', (page, found) => {
    expect(read(page)).toBe(found);
  });
};

describe('under the title', () => {
  table([
    ['林有禾▼水▼', '["林有禾"] ¦ 林有禾 ¦ byline'],
    ['塘与堤的事情¦林有禾▼水▼', '["林有禾"] ¦ 林有禾 ¦ byline'],
    ['林有禾¦王芳▼水▼', '["林有禾","王芳"] ¦ 林有禾　王芳 ¦ byline'],
    ['林有禾¦王芳¦林有禾▼水▼', '["林有禾","王芳"] ¦ 林有禾　王芳　林有禾 ¦ byline'],
    ['林有禾¦塘与堤的事情¦王芳▼水▼', '["林有禾"] ¦ 林有禾 ¦ byline'],
    ['塘与堤的事情▼水▼林有禾', '["林有禾"] ¦ 林有禾 ¦ signature'],
    ['▼水▼', null],
    ['<center><p>塘边</p></center>▼水▼', '["塘边"] ¦ 塘边 ¦ byline'],
    ['<center><p>塘边</p></center>¦甲乙丙丁说塘▼水▼', '["塘边"] ¦ 塘边 ¦ byline'],
  ]);

  table([
    ['——访老船工林有禾¦王芳▼水▼', '["王芳"] ¦ 王芳 ¦ byline'],
    [
      '主讲人：林有禾　　时间：2010-05-21　　地点：祠堂▼水▼',
      '["林有禾"] ¦ 主讲人：林有禾　　时间：2010-05-21　　地点：祠堂 ¦ byline',
    ],
    ['▼报告人：林有禾 地点：祠堂¦水▼', '["林有禾"] ¦ 报告人：林有禾 地点：祠堂 ¦ byline'],
    ['主讲人：祠堂　　时间：2010-05-21▼水▼', null],
  ]);

  it('ends where a line between was left out', () => {
    const [first, , third, body] = linesOf('<p>林有禾</p><p>广告</p><p>王芳</p><p>水</p>');
    if (!first || !third || !body) throw new Error('too few lines');
    expect(readByline([first, third], [body], [])?.value).toEqual(['林有禾']);
  });
});

describe('in brackets within a line of the head', () => {
  table([
    ['塘与堤 [林有禾]▼水▼', '["林有禾"] ¦ [林有禾] ¦ credit-line'],
    ['塘里的水满了 ［ 林有禾 ］▼水▼', '["林有禾"] ¦ ［ 林有禾 ］ ¦ credit-line'],
    ['塘与堤 【中廣新聞／陳奕華】▼水▼', '["陳奕華"] ¦ 【中廣新聞／陳奕華】 ¦ credit-line'],
    ['塘与堤 【中广/林有禾】▼水▼', '["林有禾"] ¦ 【中广/林有禾】 ¦ credit-line'],
    ['塘与堤 【广/林有禾】▼水▼', null],
    ['塘与堤 【一二三四五六七八/林有禾】▼水▼', '["林有禾"] ¦ 【一二三四五六七八/林有禾】 ¦ credit-line'],
    ['塘与堤 【一二三四五六七八九/林有禾】▼水▼', null],
    ['塘与堤 [塘边]▼水▼', null],
    ['塘与堤 [林]▼水▼', null],
    ['塘与堤 （林有禾）▼水▼', null],
    ['塘与堤 [<a href="a">林有禾</a>]▼水▼', null],
    ['<a href="a">塘</a>与堤 [林有禾]▼水▼', '["林有禾"] ¦ [林有禾] ¦ credit-line'],
    ['塘与堤 [塘边]¦塘与堤 [林有禾]▼水▼', '["林有禾"] ¦ [林有禾] ¦ credit-line'],
  ]);
});

describe('left among the first paragraphs', () => {
  table([
    ['▼本报记者 林有禾¦水¦水¦水▼', '["林有禾"] ¦ 本报记者 林有禾 ¦ byline'],
    ['▼水¦水¦通讯员 林有禾¦水¦水¦水▼', '["林有禾"] ¦ 通讯员 林有禾 ¦ byline'],
    ['▼水¦水¦水¦记者 林有禾¦水¦水¦水▼', null],
    ['▼主讲 林有禾¦水¦水¦水▼', '["林有禾"] ¦ 主讲 林有禾 ¦ byline'],
    ['▼报告人 林有禾¦水¦水¦水▼', '["林有禾"] ¦ 报告人 林有禾 ¦ byline'],
    ['▼撰稿 林有禾¦水¦水¦水▼', '["林有禾"] ¦ 撰稿 林有禾 ¦ byline'],
    ['▼林有禾¦水¦水¦水▼', null],
    ['▼记者走到塘边，水正满。¦水¦水¦水▼', null],
  ]);
});

describe('credits in brackets among the paragraphs', () => {
  table([
    ['▼水¦水¦水¦（撰稿：林有禾）¦水¦水¦水¦水▼', '["林有禾"] ¦ （撰稿：林有禾） ¦ signature'],
    ['▼水¦水¦水¦[执 笔/林有禾]¦水¦水¦水¦水▼', '["林有禾"] ¦ [执 笔/林有禾] ¦ signature'],
    ['▼水¦水¦水¦【作者：林有禾 王芳】¦水¦水¦水¦水▼', '["林有禾","王芳"] ¦ 【作者：林有禾 王芳】 ¦ signature'],
    ['▼水¦水¦水¦［供稿人：林有禾］¦水¦水¦水¦水▼', '["林有禾"] ¦ ［供稿人：林有禾］ ¦ signature'],
    ['▼水¦水¦水¦(整理者：林有禾)¦水¦水¦水¦水▼', '["林有禾"] ¦ (整理者：林有禾) ¦ signature'],
    ['▼水¦水¦水¦（执笔：课题组）¦水¦水¦水¦水▼', '["课题组"] ¦ （执笔：课题组） ¦ signature'],
    ['▼水¦水¦水¦（执笔：科研处）¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦（撰稿：<a href="a">林有禾</a>）¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦撰稿：林有禾¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦（撰稿：林有禾）水¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦水（撰稿：林有禾）¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦（撰稿林有禾）¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦（说塘：林有禾）¦水¦水¦水¦水▼', null],
    ['▼水¦水¦水¦（执笔：科研处）¦（撰稿：林有禾）¦水¦水¦水¦水▼', '["林有禾"] ¦ （撰稿：林有禾） ¦ signature'],
  ]);

  it.each([
    [40, true],
    [41, false],
  ])('a value of %i characters: %s', (size, isRead) => {
    const text = `（文：林有禾、王芳${'（水）'.repeat(11)}${'　'.repeat(size - 39)}）`;
    expect(read(`▼水¦水¦水¦${text}¦水¦水¦水¦水▼`) !== null).toBe(isRead);
  });
});

describe('in brackets that close one of the last paragraphs', () => {
  table([
    ['▼水（林有禾）▼', '["林有禾"] ¦ （林有禾） ¦ signature'],
    ['▼水(本报记者 林有禾)▼', '["林有禾"] ¦ (本报记者 林有禾) ¦ signature'],
    ['▼水（记者：林有禾、王芳）▼', '["林有禾","王芳"] ¦ （记者：林有禾、王芳） ¦ signature'],
    ['▼水（通讯员/林有禾，王芳）▼', '["林有禾","王芳"] ¦ （通讯员/林有禾，王芳） ¦ signature'],
    ['▼水（本刊撰稿　林有禾 ）▼', '["林有禾"] ¦ （本刊撰稿　林有禾 ） ¦ signature'],
    ['▼水（执笔:林有禾）▼', '["林有禾"] ¦ （执笔:林有禾） ¦ signature'],
    ['▼水（文/林有禾）▼', '["林有禾"] ¦ （文/林有禾） ¦ signature'],
    ['▼水（林有禾 上海报道）▼', '["林有禾"] ¦ （林有禾 上海报道） ¦ signature'],
    ['▼水（林有禾　清河四月电）▼', '["林有禾"] ¦ （林有禾　清河四月电） ¦ signature'],
    ['▼水（林有禾）。▼', null],
    ['▼水（塘边有水）▼', null],
    ['▼水（林）▼', null],
    ['▼水（林有禾）¦水¦水▼', '["林有禾"] ¦ （林有禾） ¦ signature'],
    ['▼水（林有禾）¦水¦水¦水▼', null],
    ['▼水（林有禾）¦水（王芳）▼', '["王芳"] ¦ （王芳） ¦ signature'],
    ['▼水（林有禾）¦水（塘边）▼', '["林有禾"] ¦ （林有禾） ¦ signature'],
  ]);
});

describe('in a note on the author', () => {
  table([
    ['▼（作者系第十二期青干班学员　程勇）▼', '["程勇"] ¦ （作者系第十二期青干班学员　程勇） ¦ signature'],
    ['▼(作者为清河县干部 林有禾 )▼', '["林有禾"] ¦ (作者为清河县干部 林有禾 ) ¦ signature'],
    ['▼（作者：清河县干部 林有禾）▼', '["林有禾"] ¦ （作者：清河县干部 林有禾） ¦ signature'],
    ['▼（作者是清河县干部 塘边）▼', null],
    ['▼（作者系清 林有禾）▼', null],
    ['▼（作者林有禾系清河县干部）▼', '["林有禾"] ¦ （作者林有禾系 ¦ signature'],
    ['▼（本文作者林有禾，清河县干部）▼', '["林有禾"] ¦ （本文作者林有禾， ¦ signature'],
    ['▼作者简介：林有禾，男，清河人▼', '["林有禾"] ¦ 作者简介：林有禾， ¦ signature'],
    ['▼［作者介绍］：林有禾，男▼', null],
    ['▼※ 作者介绍 林有禾、清河人▼', '["林有禾"] ¦ ※ 作者介绍 林有禾、 ¦ signature'],
    ['▼【作者：林有禾（清河人）】后记▼', '["林有禾"] ¦ 【作者：林有禾（ ¦ signature'],
    ['▼*作者：林有禾(清河人)▼', '["林有禾"] ¦ *作者：林有禾( ¦ signature'],
    ['▼作者林有禾为清河县人▼', '["林有禾"] ¦ 作者林有禾为 ¦ signature'],
    ['▼作者林有禾是清河县人▼', '["林有禾"] ¦ 作者林有禾是 ¦ signature'],
    ['▼作者林有禾是清河人▼', null],
    ['▼作者塘边，清河县人▼', null],
    ['▼作者林有禾到清河县▼', null],
    ['▼说作者林有禾，清河县人▼', null],
    ['▼作者简介：林有禾，男¦水¦水▼', '["林有禾"] ¦ 作者简介：林有禾， ¦ signature'],
    ['▼作者简介：林有禾，男¦水¦水¦水▼', null],
    ['▼作者简介：塘边，男¦作者简介：林有禾，男▼', '["林有禾"] ¦ 作者简介：林有禾， ¦ signature'],
  ]);

  it.each([
    [40, true],
    [41, false],
  ])('of %i characters before the name: %s', (size, isRead) => {
    expect(read(`▼（作者系${'水'.repeat(size)}　程勇）▼`) !== null).toBe(isRead);
  });
});

describe('below the essay', () => {
  table([
    ['▼水¦林有禾▼', '["林有禾"] ¦ 林有禾 ¦ signature'],
    ['▼林有禾¦水▼', null],
    ['▼水▼林有禾', '["林有禾"] ¦ 林有禾 ¦ signature'],
    ['▼水▼广告¦林有禾', '["林有禾"] ¦ 林有禾 ¦ signature'],
    ['▼水▼广告¦广告¦林有禾', null],
    ['▼水¦林有禾▼王芳', '["林有禾"] ¦ 林有禾 ¦ signature'],
    ['▼水¦林有禾　二〇〇六年五月八日▼', '["林有禾"] ¦ 林有禾　二〇〇六年五月八日 ¦ signature'],
    ['▼水¦二〇〇六年五月八日▼', null],
    ['▼水▼<a href="a">林有禾</a>', null],
    ['▼水▼<table><tr><td>林有禾</td><td>塘</td></tr></table>', null],
    ['▼水▼<table><tr><td>林有禾</td></tr></table>', '["林有禾"] ¦ 林有禾 ¦ signature'],
  ]);
});

describe('who posted the page', () => {
  table([
    ['林有禾 发表于 2005-7-14▼水▼', '["林有禾"] ¦ 林有禾 发表于 2005-7-14 ¦ credit-line'],
    ['由 拓宏伟 发表于 2011 年 04 月 08 日▼水▼', '["拓宏伟"] ¦ 由 拓宏伟 发表于 2011 年 04 月 08 日 ¦ credit-line'],
    ['林有禾发布于昨天▼水▼', '["林有禾"] ¦ 林有禾发布于昨天 ¦ credit-line'],
    ['林有禾 于 2005-7-14 写▼水▼', '["林有禾"] ¦ 林有禾 于 2005-7-14 写 ¦ credit-line'],
    ['林有禾于1999年写▼水▼', '["林有禾"] ¦ 林有禾于1999年写 ¦ credit-line'],
    ['林有禾于2105年写▼水▼', null],
    ['本帖由 林有禾 发表于 2005-7-14▼水▼', '["林有禾"] ¦ 本帖由 林有禾 发表于 2005-7-14 ¦ credit-line'],
    ['本贴由林有禾发表于 2005-7-14▼水▼', '["林有禾"] ¦ 本贴由林有禾发表于 2005-7-14 ¦ credit-line'],
    ['本文由林有禾发布于 2005-7-14▼水▼', '["林有禾"] ¦ 本文由林有禾发布于 2005-7-14 ¦ credit-line'],
    ['发表林有禾发表于 2005-7-14▼水▼', null],
    ['发布林有禾发表于 2005-7-14▼水▼', null],
    ['本文林有禾发表于 2005-7-14▼水▼', null],
    ['文：林有禾发表于 2005-7-14▼水▼', null],
    ['jwc2 发表于 2005-7-14▼水▼', null],
    ['▼水▼林有禾 发表于 2005-7-14', '["林有禾"] ¦ 林有禾 发表于 2005-7-14 ¦ credit-line'],
    ['▼水▼广告¦广告¦林有禾 发表于 2005-7-14', '["林有禾"] ¦ 林有禾 发表于 2005-7-14 ¦ credit-line'],
    [`▼林有禾 发表于 2005-7-14${'¦水'.repeat(19)}▼`, '["林有禾"] ¦ 林有禾 发表于 2005-7-14 ¦ credit-line'],
    [`▼林有禾 发表于 2005-7-14${'¦水'.repeat(20)}▼`, null],
    [
      `林有禾 发表于 2005-7-14${'水'.repeat(44)}▼水▼`,
      `["林有禾"] ¦ 林有禾 发表于 2005-7-14${'水'.repeat(44)} ¦ credit-line`,
    ],
    [`林有禾 发表于 2005-7-14${'水'.repeat(45)}▼水▼`, null],
  ]);
});
