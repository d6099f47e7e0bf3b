import type { Essay } from '../../lib/essay/essay.ts';
import { type ExportRecord, noParts } from '../../lib/export/record.ts';

/** Titles that some program read wrongly, or that its format could take for its own signs. */
const titles = [
  '<<论十大关系>>的当代意义',
  '读<资本论>第1卷 & 其他',
  '论 100% 的 {县域} #1 经济_转型 $300~$500',
  '“三农”问题：a < b > c？',
  '\\section{甲} ^2 ~',
  '=1+1',
  '[甲](http://a.example/) *乙* `丙`',
  '<b>甲</b> &copy; &amp;lt;',
  '党建.',
];
const texts =
  '<p>1978~1998年、1999~2008年两段，马克思的&lt;资本论&gt;里讲过，P&lt;C&gt;D 时从$300到$1000。</p>' +
  '<p><strong>要让听证不走过场，头一件事是代表的产生。</strong>由主办的一方说<strong>“这样办不行。”</strong>大家听了。</p>' +
  '<ol start="3"><li>甲</li><li value="7">乙<ul><li>丙</li></ul></li></ol>' +
  '<ul><li>甲<ol start="9"><li>乙</li><li>丙</li></ol></li></ul>' +
  '<p># 一 #二 == 三 == %%四%% | 五 | _六_ ^七^ @八 :100:</p>' +
  '<p>1. 不是列表</p><p>- 也不是</p><p>&gt; 也不是引文</p>' +
  '<table><tbody><tr><td>甲|乙</td><td>*丙*</td></tr><tr><td>$1</td><td>$2</td></tr></tbody></table>' +
  '<table><tbody><tr><td colspan="2">*星* $1$</td></tr></tbody></table>';

/** Essays that are hard to write down: a hard title each, with hard text, authors and addresses. */
export function hardRecords(like: Essay): readonly ExportRecord[] {
  return titles.map((title, n) => ({
    id: n.toString(16).padStart(24, 'f'),
    essay: {
      ...like,
      title,
      authors: n % 3 === 0 ? ['中共青石市委', '青石市人民政府'] : n % 3 === 1 ? [] : ['王芳', '李明', '赵静', '陈一苇'],
      issue: n % 4 === 1 ? { title: '青石学习报', year: 2009, issue: null, date: '2009-09-07', page: '3' } : null,
      originalUrl: `http://www.qsdx.example/show asp?id=${n}&t=中文{1}5%`,
      archivedCopy: {
        archive: 'wayback',
        url: `http://web.archive.org/web/20090301123456/http://www.qsdx.example/show.asp?id=${n}`,
        capturedAt: '2009-03-01T12:34:56Z',
      },
      html: texts,
      text: '要让听证不走过场，头一件事是代表的产生。\n1. 不是列表\n- 也不是',
    },
    capture: null,
    keptAt: null,
    tags: ['县域', '#水利'],
    note: '<b>附注</b> *一*',
    ...noParts,
  }));
}
