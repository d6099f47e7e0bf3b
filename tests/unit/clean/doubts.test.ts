import { describe, expect, it } from 'vitest';
import { agreementOf, doubtedLines } from '../../../lib/clean/doubts.ts';
import { removalsOf } from '../../../lib/clean/removals.ts';
import { type Line, readLines } from '../../../lib/lines/line.ts';
import { parsePage } from '../../support/parse-page.ts';

const prose = [
  '调查研究是我们党的传家宝，做好新时期的农村工作，离不开深入细致的调查，也离不开群众的智慧。',
  '第一，要带着问题下去。没有问题的调查只是走马观花，看到的往往是别人准备好的材料，听到的是排练过的汇报。',
  '第二，要住得下来。住上三天五天，早晚同群众拉家常，真话才会慢慢说出来，矛盾才会一点一点看清楚。',
  '第三，要把结论交给群众评判。群众说行，才算行；群众不认账，就要回过头来，从头再查一遍。',
] as const;
const short = '不到四十个字的一段话，不足为凭。';

const linesOf = (texts: readonly string[]): readonly Line[] =>
  readLines(parsePage(`<body>${texts.map((text) => `<p>${text}</p>`).join('')}</body>`, 'http://a.example/').body);

/** What is doubted of a page of these lines, when the essay is those that `kept` names and the second reader keeps all. */
function doubtedOf(texts: readonly string[], kept: readonly number[]): readonly string[] {
  const all = linesOf(texts);
  const essay = all.filter(({ index }) => kept.includes(index));
  return [...doubtedLines({ all, essay, article: new Set(all) })].map(({ text }) => text);
}

describe('prose that the second reader would have kept', () => {
  it.each([
    ['first', [1, 2, 3], 0],
    ['amid the essay', [0, 1, 3], 2],
    ['last', [0, 1, 2], 3],
  ])('is told where it stands %s', (_, kept, lost) => {
    expect(doubtedOf(prose, kept)).toEqual([prose[lost]]);
  });

  it('is prose of forty characters or more, and none that the second reader leaves out', () => {
    expect(doubtedOf([...prose, short], [0, 1, 2, 3])).toEqual([]);
    const all = linesOf(prose);
    expect([...doubtedLines({ all, essay: all.slice(1), article: new Set(all.slice(1)) })]).toEqual([]);
  });

  it.each([
    [
      'a notice of the site',
      '本网声明：凡本网注明来源的作品，版权均属于本网，任何媒体、网站或个人未经授权不得转载、摘编或使用。',
    ],
    [
      'a disclaimer',
      '免责声明：本文仅代表作者个人观点，与本网无关。其原创性以及文中陈述文字和内容未经本站证实，请读者仅作参考。',
    ],
    [
      'the first words of another article',
      '昨日上午，全市农村工作会议在市委党校召开，来自各县区的两百多名代表参加了会议，会上宣读了 ...',
    ],
    [
      'how the site is reached',
      '电话：0574-12345678，传真：0574-12345679，地址：清河市人民路一号市委党校办公楼三楼信息中心。',
    ],
    [
      'credits',
      '作者：王建国　文章来源：清河日报　发布时间：2004-3-5　点击数：88　更新时间：2004-3-6　录入：admin，编辑：李明',
    ],
    [
      'the words of a link',
      '<a href=a.htm>全市农村工作会议在市委党校召开，来自各县区的两百多名代表参加了会议，会上宣读了文件。</a>',
    ],
  ])('is not %s below the essay', (_, text) => {
    expect(doubtedOf([...prose, text], [0, 1, 2, 3])).toEqual([]);
  });

  it('is a notice that stands amid the essay, or a disclaimer that is longer than all of it, but no footer', () => {
    const notice = '未经授权转载学术成果，是当前知识产权保护中最常见的一种侵权，必须从制度上加以遏止。';
    expect(doubtedOf([prose[0], notice, prose[1]], [0, 2])).toEqual([notice]);
    expect(doubtedOf([short, notice], [0])).toEqual([]);
    const disclaimer = '声明：本站转载此文，不代表本站赞同其观点，也不对其真实性负责，版权归作者所有，请读者自行核实。';
    expect(doubtedOf([short, disclaimer], [0])).toEqual([disclaimer]);
    const footer =
      '版权所有：中共清河市委党校，未经授权，任何媒体、网站或个人不得转载本站内容，地址：清河市人民路一号。';
    expect(doubtedOf([short, footer], [0])).toEqual([]);
  });

  it('is not what readers say below an essay', () => {
    const said = '写得很好，我们镇里也是这样做的，希望多一些这样的文章，谢谢作者，也谢谢编辑，请继续写下去。';
    expect(doubtedOf([...prose, '网友评论', said], [0, 1, 2, 3])).toEqual([]);
    expect(doubtedOf([...prose, said], [0, 1, 2, 3])).toEqual([said]);
  });
});

describe('how far two readings agree', () => {
  it('is the share of characters that both keep', () => {
    const all = linesOf(['一二三四五', '六七八九十', '甲乙丙丁戊', '己庚辛壬癸']);
    const of = (essay: readonly Line[], article: readonly Line[]) =>
      agreementOf({ all, essay, article: new Set(article) });
    expect(of(all, all)).toBe(1);
    expect(of(all.slice(0, 3), all.slice(1))).toBe(0.5);
    expect(of(all.slice(0, 1), all.slice(1))).toBe(0);
    expect(of(all, [])).toBeNull();
  });
});

describe('removals', () => {
  it('are runs of one rule, and what is doubted stands apart and first', () => {
    const all = linesOf(['菜单', '首页', '题目', '正文', '尾巴一', '尾巴二', '尾巴三']);
    const ruleOf = ['outside', 'outside', 'title', null, 'tail', 'tail', 'tail'] as const;
    const rules = new Map(
      all.flatMap((line) => {
        const rule = ruleOf[line.index];
        return rule ? [[line, rule] as const] : [];
      }),
    );
    const doubted = new Set(all.slice(5, 6));
    expect(removalsOf({ all, rules, doubted })).toEqual([
      { rule: 'tail', text: '尾巴二', doubted: true, after: '正文' },
      { rule: 'outside', text: '菜单\n首页', after: '' },
      { rule: 'title', text: '题目', after: '' },
      { rule: 'tail', text: '尾巴一', after: '正文' },
      { rule: 'tail', text: '尾巴三', after: '正文' },
    ]);
  });
});
