import { onceAText } from '../text/once-a-text.ts';
import { simplifyWords } from '../text/traditional.ts';
import { isSiteStatement } from './site-statement.ts';

/**
 * The vocabulary of boilerplate on Chinese portals (docs/portals.md 4), and what it says of one line.
 * A line is boilerplate only as a whole: terms are never looked for inside a paragraph, so an essay on copyright keeps its words.
 */

/** Tools of the page and of the article. What is left of a line without them decides whether the line is a toolbar. */
const tools = [
  '设[为置][首主]页|(?:加入|添加)?收藏(?:夹|[本此][站页文])?|网站地图|网站导航|返回(?:首页|顶部|列表|上一?页)?|回[上首]页|(?:回到)?顶部|top',
  '打印此?文?本?页?文?章?正?文?|关闭(?:此?窗口|視窗|本?页?面?)|(?:[已共]?有)?\\s*\\d+\\s*[人条位](?:评论|参与|回复|跟帖)|(?:发表|查看|我[要来]|网友)?评论|留言|(?:(?:通过Email)?推荐给|发送?给|告诉)[好朋]友|转发|推荐|复制(?:链接|网址)?|保存本?页?|投稿|(?:我要)?纠错|举报|下载|订阅|全文|收听',
  '浏览字号|调整字[体号级級]大?小?|字体(?:大小)?|字号|[大中小]字|放大|缩小|正常|超大|特大|默认|大|中|小|双击自动滚屏|双击滚屏|滚屏|背景色|保护视力色|杏仁黄|秋叶褐|胭脂红|芥末绿|天蓝|雪青|灰|默认色|Fonts?\\s*Size|(?<![a-z])T(?![a-z])',
  '(?:用?微信)?扫(?:一扫|描)(?:二维码)?|(?:分享|转[发播])[至给到](?:微信|(?:腾讯|新浪)?微博|(?:QQ)?空间)?(?:好友|朋友圈?)?(?:和朋友圈)?|朋友圈|手机(?:[看读]新闻|阅读)|分[隔割]线|昵称|匿名发表|图集|加关注|点赞',
  '(?:一键)?分享到?|转寄|(?:友善)?列印|转贴|(?:新浪|腾讯)?微博|QQ空间|qq好友|微信|(?:人人|开心|豆瓣)网?|网易|搜狐|百度空间|百度|更多|手机版|繁体|简体|English|RSS|登录|注册|退出|忘记密码|用户名|密码|验证码|(?:站内|高级)?搜索|检索',
  '[上下](?:一[张图篇条]|一?页)|(?:自动|暂停|开始)?播放|暂停|自动|查看原图|幻灯片?|来?[顶踩](?:一下)?|荐|热|头条|图文|图|人气|评分|首页|尾页|末页|第一页|最后一页|没有了|进入论坛|论坛|博客|进入|欢迎',
  '关于(?:我们|本站)|联系(?:我们|方式|站长)|(?:法律|隐私|免责|版权|网站)[声申]明|隐私保护|(?:网管|站长)信箱|友情链接|管理登[录陆]|管理入口|后台管理|广告服务|诚聘英才|招聘信息|网站建设|进入后台编辑',
].join('|');

const toolWords = new RegExp(tools, 'gi');
const notWords = /[^\p{L}\p{N}]+|[\d\u00d7]+/gu;
/** How a line must begin for nothing of it to be left. It spares looking for every word at every place of a line of prose. */
const beginsAsTools = [new RegExp(`^(?:${tools})`, 'i'), /^(?:[^\p{L}\p{N}]|[\d\u00d7])/u, /^[已共]?有\s*\d/];

/** `打开微信，使用“扫一扫”即可将网页分享至朋友圈。`: how to use a code, in a sentence. */
const scanning =
  /^.{0,16}(?:微信|二维码).{0,30}(?:扫一扫|扫描|分享[至到给]|关注).{0,30}$|^.{0,6}扫(?:一扫|描|码).{0,20}(?:分享|关注|阅读|打开|看).{0,20}$|^(?:点击|更多).{0,4}(?:查看|阅读|精彩|关注).{0,6}(?:更多|内容|文章|请关注).{0,20}$|^点击.{2,8}关注.{0,10}$/;

/** `点击图片查看大图`, `（点击图片进入下一页）`: what a picture does when it is pressed. */
const enlarging = /^[（(【［[]?(?:请?点击|单击)[^，。；！？]{0,4}(?:图|放大)[^，。；！？]{0,8}$/;

const schoolBehind = /(?<=\S)[\s\u3000|｜]+(?:中共)?[\u3400-\u9fff]{2,12}党校.{0,6}$/;

/** True when nothing of the line is left once tool words, digits, brackets and marks are taken away. */
export function isToolLine(given: string): boolean {
  const text = simplifyWords(given);
  if (/^\+\s?1$/.test(text) || scanning.test(text) || enlarging.test(text)) return true;
  if (text.length > 160 || !beginsAsTools.some((begin) => begin.test(text))) return false;
  const isBare = (words: string): boolean => words.replace(toolWords, '').replace(notWords, '') === '';
  // `[ 打 印 ] [ 关 闭 ]`
  // `回首页　中共林州市委党校`
  return (
    /[\p{L}★]/u.test(text) &&
    (isBare(text.replace(schoolBehind, '')) || (/\p{L}\s\p{L}/u.test(text) && isBare(text.replace(/\s+/g, ''))))
  );
}

/** `★★★`, `★★☆` and the like: a rating, no text. */
export const isRating = (text: string): boolean => /^(?:\p{L}{2,4}[:：])?[★☆\s]+$/u.test(text);

const tailHead =
  /^[\s【［[（(〖■▲●◆·>»*＊-]*(?:[上下]一[篇条]|[上下][篇条]\s*[:：】\]]|前一篇|后一篇|(?:【)?(?:相关|更多)(?:文章|新闻|链接|連結|专题|信息|报道|报导|阅读|资讯|评论|搜索|推荐|内容|热词|主题|图片|视频|博客|微博|产品|股票|板块|资料|稿件)|友情链接|延伸阅读|其他.{0,6}新闻|更多(?:.{0,6}(?:新闻|内容|文章)|关[于於])|编辑精选|最[热熱]门?(?:新闻|文章)|推荐(?:阅读|资讯|文章|新闻)|[热熱]门(?:文章|新闻|资讯|评论|推荐)|(?:最新|本类|本栏)(?:热点|推荐|文章|更新|热门)|栏目(?:更新|热门)|同类(?:信息|文章|新闻)|频道总排行|猜你喜欢|您可能(?:还|也)|网友评论|最新评论|读者评论|发表评论|我要评论|用户评论|我来说两句|相关热词搜索|文章搜索|精彩推荐|编辑推荐|今日推荐|图片推荐|(?:看完|看过)(?:这篇|本文|该新闻))/;

/** A line that opens what follows an article: neighbours, related lists, comments. `strict` asks for a mark that prose never has. */
export function opensTail(text: string): boolean {
  return text.length <= 60 && tailHead.test(simplifyWords(text)) && !/[。！？]$/.test(text);
}

/** A line that leads to the article's neighbours. */
export const isNeighbourLine = (text: string): boolean => text.length <= 80 && neighbour.test(text);

const neighbour =
  /^[\s【［[（(〖■▲●◆·>»*＊-]*(?:(?:[上下]一[篇条]|前一篇|后一篇)(?:文章|新闻|信息)?\s*(?:[:：】\]>»]|[（(]|没有|$)|[上下][篇条]\s*[:：】\]>»])/;

const footer =
  /^\S{2,20}(?:党校|学院)\s+(?:地\s*址|电\s*话|邮\s*编)[:：]|(?<![“"《「])版权所有(?![”"》」])|copyright|©|all rights reserved|[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘青宁新]\s*icp|icp[备证]|公网安备|网站标识码|技术支持[:：]|系统建设[:：]|制作维护|网站维护[:：]|最佳(?:分辨率|浏览)|建议使用.{0,20}(?:分辨率|浏览)|您是(?:本[文站页]?的?)?第.{0,14}位|今天是.{0,20}星期|在线人数|powered by|(?:中心|图书馆|网络部?|办公室|公司|工作室)\s*(?:制作|维护|设计制作)|总访问量|主办单位[:：]|承办单位[:：]|未经.{0,12}(?:许可|授权|同意).{0,30}(?:转载|使用|复制)/i;

/** A line of a page's footer: who owns it, who built it, how it is reached. */
export function isFooterLine(text: string): boolean {
  return text.length <= 160 && footer.test(simplifyWords(text)) && !/。.{8,}。/.test(text) && !isProseOnRights(text);
}

/** `版权所有写在网页底下容易，落到实处却要靠登记、联系和尊重。`: a sentence on rights that names no owner, year or ban. */
const isProseOnRights = (text: string): boolean =>
  /[，、；].*[，、；].*[。！？][”』」]?$/.test(text) &&
  !/\d{4}|[©@]|copyright|all rights|icp|本[网站刊]|网站|公司|党校|学院|转载|授权|许可|必究|侵权|[:：]\s*\d/i.test(text);

const editor =
  /^[（(【［[〔\s]*(?:本[文栏期页版]目?)?(?:责任?\s*任?\s*编\s*辑|责\s*编|编\s*辑|网络编辑|本文来源|本版编辑|文章录入|录\s*入|审\s*核|(?:责任)?校\s*对|编\s*审|值班编辑|作者声明)\s*[:：/／]/;
/** `（责任编辑 余建国）`: within brackets white space does for a colon. */
const bracketedEditor =
  /^[（(【［[〔]\s*(?:[本网责任执行]{0,2}编\s*辑|责\s*编|校\s*对)[\s\u3000]+[\u3400-\u9fff·][\u3400-\u9fff·、\s\u3000]{1,20}[）)】］\]〕]$/;

/** `责任编辑：…`, `（责编：…）`, `文章录入：…`: the sign-off of those who put the page up. */
export function isEditorLine(text: string): boolean {
  if (text.length > 60) return false;
  const plain = simplifyWords(text);
  return editor.test(plain) || bracketedEditor.test(plain);
}

const commentHead =
  /^[\s【［[■▲●◆·#]*(?:(?:本文)?(?:网友|最新|读者|用户|精彩|全部|热门|文章|网友最新|相关)?(?:评论|跟帖|回复|留言)|网友点评|我来说两句|發表評論|網友(?:評論|回應|留言)|回應|comments?|feedback|responses?)\s*(?:列表|[专專]?[区區])?\s*[:：]?\s*[(（]?\s*(?:共?\s*\d*\s*[条篇个]?)?\s*[)）]?\s*[】\]］]?$/i;

/** `网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）` (docs/portals.md 1.1) */
const newestComments = /^【?(?:网友|最新)?评论.?[（(]只显示/;

/** A line that opens the readers' comments: all that follows is theirs, however much prose it is. */
export function opensComments(text: string): boolean {
  return (text.length <= 24 && commentHead.test(text)) || newestComments.test(text);
}

const disclaimer =
  /^[\s【［[（(•·*※①1、.]*(?:(?:免责|版权|郑重|特别|免責|重要)?(?:声明|聲明)\s*[】］\])）]?\s*[:：]?|免责声明|免責聲明|凡(?:注明|本[网站]注明)|(?:本[网站]|文章)(?:转载|刊载|所载).{0,30}(?:不代表|版权)|(?:以上|本文)(?:内容|信息|文章)?(?:仅|只)(?:供参考|代表))/;

/** What blogs write below a text about its page: its address, its place among others, how it may be quoted. */
const pageNote =
  /^[\s【［[•·*※]*(?:(?:本[文页]|文章|原文)(?:的)?(?:固定)?(?:地址|链接|网址|连接)|永久链接|转载请(?:注明|保留|标明)|(?:文章|所属)?分类|除非注明|如无特别说明)\s*[】］\]]?\s*(?:[:：，,]|本文|出处|来源|来自)/;
const longestNote = 160;

/** A disclaimer of the site. It may be long, so only its opening is looked at. */
export function isDisclaimer(text: string): boolean {
  if (text.length <= longestNote && (pageNote.test(text) || /转载请注明[^。]{0,20}$/.test(text))) return true;
  return (
    text.length <= 600 &&
    disclaimer.test(text) &&
    (/不代表|转载|版权|无关|轉載|版權|作者本人|来源/.test(text) || text.length <= 16)
  );
}

/** One word for what a line is when it is no text of an essay, or null. */
export const boilerplateKind = onceAText((text): 'tools' | 'rating' | 'tail' | 'footer' | 'editor' | null => {
  if (isDisclaimer(text) || isSiteStatement(text)) return 'footer';
  if (text.length > 160) return null;
  if (isRating(text)) return 'rating';
  if (isToolLine(text)) return 'tools';
  if (isEditorLine(text)) return 'editor';
  if (opensTail(text)) return 'tail';
  if (isFooterLine(text)) return 'footer';
  return null;
});
