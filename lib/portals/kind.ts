import type { EssayKind } from '../essay/essay.ts';

/** What the kind of a page is told from. */
export interface KindSigns {
  readonly title: string;
  /** The breadcrumb's text, the title left out. */
  readonly path: string;
  /** True when the page names a person as author. */
  readonly signed: boolean;
  /** The first paragraph of the body. */
  readonly opening: string;
}

const noticeTitle =
  /(?:通知|公告|公示|启事|通告|简章|须知|预告|名单|征文|安排表?|日程表?)\s*(?:[（(【[].{0,14}[)）】\]])?$|(?:招聘|采购|中标|招标|询价|磋商|竞价|遴选)(?:公告|公示|结果|简章|启事|项目|通知|.{0,10}人员)/;
const noticeColumn = /通知|公告|公示|启事|招聘|招标|采购|招生/;
const newsColumn = /新闻|动态|要闻|快讯|简讯|快报|校园生活|活动报道|大事记/;
const essayColumn =
  /学术|理论|研究|论坛|科研|成果|学报|文库|论文|探讨|探索|视野|视点|观点|调研|思考|教研|园地|党建|论丛|争鸣|讲坛|讲座|文选|文摘|笔谈|心得|征文/;
const newsTitle =
  /我校|校领导|(?:来|到|赴|莅临).{0,16}(?:调研|考察|视察|指导|座谈|参观|交流|授课)|(?:举行|召开|举办|开班|开学|结业|毕业|揭牌|签约|启动|落幕|开幕|闭幕)(?:.{0,6}(?:仪式|典礼|会议?|班))?$|(?:班|会议|仪式|典礼|大会|座谈会|研讨会).{0,10}(?:举行|召开|举办|开班|开学|结业|开幕|闭幕)|荣获|喜获|圆满/;
const newsOpening =
  /^(?:本报讯|本网讯|本站讯|【.{2,12}讯】|\d{1,2}月\d{1,2}日[，,上下至]|日前[，,]|近日[，,]|\d{4}年\d{1,2}月\d{1,2}日[，,上下])/;

/** What a column's name alone says that stands in it; null where it says nothing. */
export function kindOfColumn(name: string): EssayKind | null {
  if (essayColumn.test(name) && !newsColumn.test(name)) return 'essay';
  if (noticeColumn.test(name)) return 'notice';
  return newsColumn.test(name) ? 'news' : null;
}

/** An essay, a notice or news of the school: by title and column, then by author and opening. */
export function kindOf({ title, path, signed, opening }: KindSigns): EssayKind {
  if (noticeTitle.test(title)) return 'notice';
  const columns = path.replace(/浏览新闻|新闻内容|新闻详细|新闻浏览/g, '');
  const told = kindOfColumn(columns);
  if (told === 'essay') return newsTitle.test(title) && newsOpening.test(opening) && !signed ? 'news' : 'essay';
  if (told !== null) return told;
  if (newsTitle.test(title) && (!signed || newsOpening.test(opening))) return 'news';
  return newsOpening.test(opening) && !signed ? 'news' : 'essay';
}
