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

/** Page boilerplate that stands within the essay: after the block of that place (from the end where negative). */
const interrupted = (id: string, place: number, boilerplate: string, compose: Form['compose'] = plainBlocks): Form =>
  special(
    id,
    (blocks, setting) => {
      const [above, below] = [blocks.slice(0, place), blocks.slice(place)];
      return `${ideographicIndent(above, setting)}\n${boilerplate}\n${ideographicIndent(below, setting)}`;
    },
    compose,
  );

/** The essay and its author's note. */
const withAuthorNote: Form['compose'] = (essay, { school }) => [
  ...plainBlocks(essay),
  paragraph(`（作者系${school}${essay.unit}讲师）`),
];

/** What portals set into the text itself, each the work of one cleaning rule. */
export const interruptions = {
  box: interrupted(
    'set-in-box',
    2,
    '<table align="right" width="200" border="1"><tr><td><b>相关新闻</b></td></tr><tr><td>·<a href="show.asp?id=11">农村集市调查</a></td></tr><tr><td>·<a href="show.asp?id=12">水库移民访谈录</a></td></tr><tr><td>·<a href="show.asp?id=13">夜校课本小考</a></td></tr></table>',
  ),
  advert: interrupted(
    'floating-advert',
    2,
    '<div style="float:right;width:200px;border:1px solid red"><a href="baoming.asp">在职研究生火热报名，点击进入</a></div>',
  ),
  tools: interrupted(
    'tools-above-note',
    -1,
    '<p align="center">[<a href="javascript:print()">打印本页</a>] [<a href="javascript:window.close()">关闭窗口</a>]</p>',
    withAuthorNote,
  ),
  editor: interrupted('editor-above-note', -1, '<p align="right">（责任编辑：林志）</p>', withAuthorNote),
  links: interrupted(
    'linked-lines',
    3,
    '<p><a href="zhenggao.htm">学报二〇〇六年征稿启事及投稿办法</a></p>\n<p><a href="xinshu.htm">图书馆本月新到图书通报</a></p>',
  ),
  tail: interrupted(
    'neighbours-in-cell',
    99,
    '<p>上一篇：<a href="show.asp?id=21">水库移民访谈录</a></p>\n<p>下一篇：没有了</p>\n<p>相关文章</p>\n<p>·<a href="show.asp?id=22">夜校课本小考</a></p>\n<p>·<a href="show.asp?id=23">农村集市调查</a></p>',
  ),
  footer: interrupted(
    'footer-in-cell',
    99,
    '<p align="center">版权所有：本校信息化办公室　未经授权不得转载</p>\n<p align="center">地址：文教路一号　邮编：315012　电话：87080000</p>',
  ),
  stray: interrupted(
    'stray-line',
    99,
    '<p align="center">[<a href="javascript:print()">打印本页</a>] [<a href="javascript:window.close()">关闭窗口</a>]</p>\n<p align="center">图片和录音请到校史馆阅览</p>',
  ),
} as const;
