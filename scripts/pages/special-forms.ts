import { type Block, paragraph } from './blocks.ts';
import { type OwnEssay, proseEssays } from './essays.ts';
import type { Markup } from './forms/form.ts';
import { doubleBreaks } from './forms/markup/breaks.ts';
import { ideographicIndent } from './forms/markup/paragraphs.ts';
import { plainBlocks } from './forms/prose.ts';
import type { Form } from './forms.ts';

const special = (id: string, markup: Markup, compose: Form['compose'] = plainBlocks): Form => ({
  id,
  essays: proseEssays,
  compose,
  markup,
});

/** The first page of an essay of three: what each family's pager looks like, inside the body's own cell. */
const paged = (id: string, pager: string): Form =>
  special(id, (blocks, setting) => `${doubleBreaks(blocks, setting)}\n${pager}`);

/** Pagers by the family that writes them. */
export const pagers = {
  siteweaver: paged(
    'pager-numbers',
    '<p align="center"><b>[<font color="red">1</font>] <a href="?ArticleID=1&amp;Page=2">[2]</a> <a href="?ArticleID=1&amp;Page=3">[3]</a> <a href="?ArticleID=1&amp;Page=2">下一页</a></b></p>',
  ),
  kesion: paged(
    'pager-kesion',
    '<div id="pageNext" style="text-align:center"><table align="center"><tr><td><a class="curr" href="#"><span style="color:red">1</span></a> <a class="num" href="llyj_439_1_2.shtml">2</a> <a class="num" href="llyj_439_1_3.shtml">3</a> <a class="next" href="llyj_439_1_2.shtml">下一页</a></td></tr></table></div>',
  ),
  dede: paged(
    'pager-dede',
    '<ul class="pagelist"><li><a>共3页: </a></li><li><a href="#">上一页</a></li><li class="thisclass"><a href="#">1</a></li><li><a href="1_2.html">2</a></li><li><a href="1_3.html">3</a></li><li><a href="1_2.html">下一页</a></li></ul>',
  ),
  readnews: paged(
    'pager-words',
    '<p align="right">本文共 3 页，当前第 1 页　<a href="#">首页</a> <a href="#">上一页</a> <a href="ReadNews.asp?NewsID=1&amp;page=2">下一页</a> <a href="ReadNews.asp?NewsID=1&amp;page=3">尾页</a></p>',
  ),
  empire: paged(
    'pager-empire',
    '<p align="center" class="pageLink"><a title="Page">&nbsp;<b>1</b>/<b>3</b></a> <b>1</b> <a href="1_2.html">2</a> <a href="1_3.html">3</a> <a href="1_2.html">下一页</a> <a href="1_3.html">尾页</a></p>',
  ),
} as const;

/** A scholarly head within the body: abstract and keywords, which stay there and are fields too. */
export const scholarly: Form = special('scholarly', ideographicIndent, (essay: OwnEssay): readonly Block[] => [
  paragraph(`【摘　要】${essay.abstract}`),
  paragraph(`【关键词】${essay.keywords.join('；')}`),
  ...plainBlocks(essay),
]);

/** Plain paragraphs by breaks, for pages whose point lies elsewhere. */
export const plain: Form = special('br-br', doubleBreaks);

/** Plain `<p>` paragraphs. */
export const plainParagraphs: Form = special('p-ideographic', ideographicIndent);
