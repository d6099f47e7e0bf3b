import { describe, expect, it } from 'vitest';
import {
  boilerplateKind,
  isDisclaimer,
  isEditorLine,
  isFooterLine,
  isNeighbourLine,
  isRating,
  isToolLine,
  opensComments,
  opensTail,
} from '../../../lib/lines/boilerplate.ts';
import { isContactLine } from '../../../lib/lines/contact-line.ts';
import { isAuthorNote, isBarredCredit, isClosingCredit, isCreditLine } from '../../../lib/lines/credit-line.ts';
import { opensPath } from '../../../lib/lines/find-breadcrumb.ts';
import { isSiteStatement } from '../../../lib/lines/site-statement.ts';

/** So many characters of prose without a mark. */
const long = (size: number): string => '水'.repeat(size);

/** Samples, parted by `¦` or a line's end. */
const of = (samples: string): readonly string[] => samples.split(/¦|\n {6}/u).filter((sample) => sample !== '');

/** What a function says of texts: of some yes, of others, mostly the same with one thing otherwise, no. */
type Table = readonly [(text: string) => boolean, yes: readonly string[], no: readonly string[]];

const ofTexts: Readonly<Record<string, Table>> = {
  isRating: [
    isRating,
    of(`
      ★¦★★☆¦ ★ ★\u3000☆ `),
    of(`
      ★★★好¦好★¦甲`),
  ],
  isToolLine: [
    isToolLine,
    of(`
      打印本页¦【打印】【关闭】¦打印 | 关闭窗口¦字体：大 中 小¦12 打印 × 3¦+1¦+ 1¦★打印¦分享到：¦T T T
      打开微信，使用“扫一扫”即可将网页分享至朋友圈。¦扫一扫关注¦扫码阅读¦点击查看更多¦更多精彩内容请关注我们¦微信扫描二维码关注本校¦RSS¦rss¦打印${' '.repeat(156)}
      Font Size`),
    of(`
      打印机维修记¦我来打印¦2005¦【】¦甲+1¦+1甲¦+12¦打印${' '.repeat(159)}¦ST¦甲¦${long(17)}微信扫一扫¦大事记¦微信扫一扫${long(31)}
      ${long(7)}扫码阅读¦点击查看更多${long(21)}¦小点击查看更多`),
  ],
  opensTail: [
    opensTail,
    of(`
      上一篇：水利¦下一条¦■ 更多新闻¦>>相关链接¦延伸阅读¦上篇：甲¦下条]乙¦网友评论 12¦其他相关新闻¦相关文章${long(56)}¦更多关于水利¦更多同类内容¦您可能还喜欢
      您可能也喜欢¦看过本文的人¦相關報導¦  【相关文章】`),
    of(`
      水利 相关文章¦相关文章${long(57)}¦上一篇文章写的是水利。¦相关新闻说了什么？¦相关报道真好！¦上篇甲¦上次说到¦其他一共七个字的某新闻¦更多一共七个字的某内容`),
  ],
  isNeighbourLine: [
    isNeighbourLine,
    of(`
      上一篇：甲¦下一条:乙¦【上一篇】甲¦上一篇 （无）¦上一篇没有了¦下一篇¦前一篇>甲¦后一篇»甲¦上篇：甲¦下条 ：甲¦下条:甲¦·上一篇文章：甲¦上一篇信息 : 甲
      上一篇：${long(76)}¦  上一篇：甲`),
    of(`
      上一篇甲¦上篇甲¦上一篇：${long(77)}¦读上一篇：甲¦上一段：甲`),
  ],
  isFooterLine: [
    isFooterLine,
    of(`
      版权所有 中共青山市委党校¦Copyright 2005¦COPYRIGHT¦©2005¦浙ICP备05001号¦浙 icp 05¦ICP备1¦技术支持：青山¦系统建设:甲¦最佳分辨率1024
      最佳浏览¦建议使用800*600分辨率¦您是本站第12位访客¦您是第12位¦您是本文的第3位¦今天是2005年7月14日 星期四¦青山信息中心 制作¦网络部设计制作¦主办单位：青山
      主办单位:青山¦承办单位：甲¦未经许可 不得转载¦未经本站书面授权，不得复制¦版权所有${long(156)}¦版权所有，翻印必究，违者必究，侵权追责。`),
    of(`
      谈版权的来历¦“版权所有”四个字¦版权所有${long(157)}¦版权所有写在网页底下容易，落到实处却要靠登记、联系和尊重。¦版权所有。这一句是后来才写上去的话。¦技术支持很重要¦主办方很多
      今天是${long(21)}星期四¦未经${long(13)}许可转载¦未经许可${long(31)}转载¦您是${long(3)}第${long(15)}位`),
  ],
  isEditorLine: [
    isEditorLine,
    of(`
      责任编辑：甲¦（责编：甲）¦责 编：甲¦编辑:甲¦编 辑：甲¦【责任 编辑 ：甲¦文章录入：甲¦录入：甲¦录 入 ：甲¦审核/甲¦本栏目编辑：甲¦本文责编：甲¦責任編輯：甲
      责 任 编 辑：甲¦编辑：${long(57)}`),
    of(`
      编辑部：甲¦由编辑：甲¦编辑甲¦编辑：${long(58)}¦主编：甲`),
  ],
  opensComments: [
    opensComments,
    [
      '网友评论',
      '评论',
      '最新评论：',
      '评论(12)',
      '评论（共12条）',
      '全部评论 ( 共 3 条 ) ',
      '我来说两句',
      '■ 跟帖',
      'Comments',
      'comment',
      'Responses',
      '网友留言列表',
      '读者回复 列表 ：',
      '【评论】',
      '評論區'.replace('評論區', '發表評論專區'),
      '  评论',
      '评论 】',
    ],
    of(`
      评论员文章¦本报评论¦评论 12 条好¦评论(甲)¦评论${' '.repeat(23)}¦评论家¦发言`),
  ],
  isDisclaimer: [
    isDisclaimer,
    of(`
      声明：转载请联系作者本人¦免责声明¦【免责声明】¦免责声明：本站内容无关¦1、版权声明：转载须知¦凡注明来源¦凡本网注明：来源¦本站转载的文章不代表本站¦以上内容仅供参考
      本文只代表作者本人¦特别声明¦本文地址：http://a¦原文的链接：http://a¦永久链接, http¦转载请注明：青山¦转载请注明出处¦文章分类 ：理论¦除非注明，
      【本文链接】：甲¦本文地址：${long(155)}¦声明${long(12)}¦声明：转载${long(595)}¦重要聲明¦ 分类:甲`),
    of(`
      本文地址：${long(156)}¦声明${long(15)}¦声明：转载${long(596)}¦他的声明：转载¦本文地址甲¦本文说的是水利¦读本文地址：¦分类学¦本站转载的文章`),
  ],
  isContactLine: [
    isContactLine,
    of(`
      地址：青山路1号¦学校地址:青山¦校 址 ：青山¦· 地 址：青山¦青山市 电话：1 传真：2¦电 话()：1 邮编：3¦E-mail: a 电话：1¦EMAIL：a 网 址：b
      地址：${long(157)}`),
    of(`
      电话：1¦地址簿：甲¦联系人：甲 电话：1 传真：2¦地址：青山路1号。¦地址：${long(158)}¦他的地址：甲¦电话里面说：1 传真里面说：2¦电话传真`),
  ],
  isAuthorNote: [
    isAuthorNote,
    of(`
      作者系青山党校教师¦（作者为教授）¦【作者简介】¦* 作者单位：青山¦课题组成员：甲¦作者：张三，青山党校副教授¦作 者 : 张三,讲师¦ ※作者是学员`),
    of(`
      作者：张三¦作者：张三，李四¦本文作者系甲¦作者认为¦作者：${long(9)}，教授`),
  ],
  isBarredCredit: [
    isBarredCredit,
    of(`
      05-07-14 | 作者 甲 | 来源 乙¦作者甲|来源乙|¦｜ 时间 1 ｜发布 2¦作者|来源|${long(113)}`),
    of(`
      作者甲 来源乙¦作者甲|乙|丙¦作者甲|来源乙¦作者|来源|${long(114)}¦写作者|甲|来源`),
  ],
  isCreditLine: [
    isCreditLine,
    of(`
      2005-07-14  学习时报¦2005/7/14日  学习 时报¦作者：甲 来源：乙¦2005.7.14  甲乙¦2005-07-14  ${long(50)}¦ 2005年07月14\u3000\u3000青山报`),
    of(`
      2005-07-14 甲说了，乙也说了¦作者：甲 主讲人：乙¦来源：甲 地 点：乙¦作者：甲 主持：乙¦作者：甲 出席人员：乙¦2005-07-14  ${long(51)}
      共2005-07-14  学习时报说的话和写下来的文字`),
  ],
  isClosingCredit: [
    isClosingCredit,
    of(`
      选自《群众》2008年第11期　[2008-12-2]¦摘自甲乙（2008-12-2）¦来源：学习时报¦2005-07-14 12:30¦（王芳 供稿）¦作者 王芳`),
    of(`
      选自《群众》2008年第11期¦选自甲[2008-12-2]¦选自${long(41)}[2008-12-2]¦（作者系教师）¦2005年7月14日¦校团委　2011年6月28日
      我选自甲乙[2008-12-2]好`),
  ],
  opensPath: [
    opensPath,
    of(`
      您现在的位置：首页¦当前位置>首页¦位置: 甲¦你所在的位置是：甲¦【当前位置】¦您的位 置 ： 甲¦» 您当前的所在位置在:¦当前位置${long(116)}¦ 目前位置`),
    of(`
      当前位置${long(117)}¦他的位置：甲¦在您现在的位置：¦首页 > 甲`),
  ],
  isSiteStatement: [
    isSiteStatement,
    of(`
      除非注明，文章均为本站原创，转载请注明出处¦作品版权归原作者，与本站立场无关，如有侵犯请联系我们¦本网站收录的文章来自互联网，版权归作者¦感谢您的阅读，欢迎关注本校微信
      欢迎投稿，投稿信箱：甲¦【感谢大家的支持，请看公众号¦更多内容敬请关注微博¦本站原创，版权归${long(312)}`),
    of(`
      本站立场¦“本站”原创，版权¦本站点原创，版权归甲¦本网络原创，版权归甲¦作品版权归原作者，立场无关¦本站原创，版权归${long(313)}¦作者：林有禾　出处：本站原创
      感谢阅读${long(31)}微信¦感谢阅读微信${long(75)}¦多谢您的阅读 微信¦本站创立十年，我们走过来了`),
  ],
};

describe.each(Object.entries(ofTexts))('%s', (_, [says, yes, no]) => {
  it.each(yes)('yes: %s', (text) => {
    expect(says(text)).toBe(true);
  });
  it.each([...no, ''])('no: %s', (text) => {
    expect(says(text)).toBe(false);
  });
});

describe('boilerplateKind', () => {
  it.each([
    ['★★★', 'rating'],
    ['打印', 'tools'],
    ['责任编辑：甲', 'editor'],
    ['相关文章', 'tail'],
    ['版权所有', 'footer'],
    ['免责声明', 'footer'],
    ['本网站收录的文章来自互联网，版权归作者', 'footer'],
    ['一段正文。', null],
    [`★${' '.repeat(159)}`, 'rating'],
    [`★${' '.repeat(160)}`, null],
  ] as const)('%s → %s', (text, kind) => {
    expect(boilerplateKind(text)).toBe(kind);
  });
});
