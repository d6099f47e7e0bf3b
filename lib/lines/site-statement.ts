import { creditScore } from './credit-score.ts';

/** The site speaks of itself. */
const self = /(?<![“"「『])本[站网](?![点络])|本网站|本刊网|本公众号|本平台|本网页|我[们們]网站/;
/** What sites say of the works that they show: each is one of several that together make a statement. */
const matters: readonly RegExp[] = [
  /收录|收入|收集|采集|整理|转载|轉載|转贴|摘编|原创|来源于|来自|网友|互联网|荐来|投稿/,
  /版权|著作权|版權|侵权|侵犯|侵害|知识产权/,
  /不代表|无关|立场|观点|看法|不承担|不负责|概不负责/,
  /联系(?:我们|本站|管理)|与(?:我们|本[站网])[^，。]{0,6}联系|告知|告诉我们|来信|来电|写信|及时(?:处理|删除|更正)|删除|撤下|更正/,
  /注明|出处|署名|保留.{0,6}(?:链接|来源)|仅供.{0,6}(?:参考|学习|交流)|互相学习|学习(?:和|与)?(?:交流|传递)/,
];
/** A statement has no more; a paragraph on copyright may. In characters. */
const longest = 320;
/** `感谢您的阅读，欢迎关注本校微信公众号`, `欢迎投稿，投稿信箱：…`: thanks and invitations that name a way to reach the site. */
const courtesy =
  /^[\s【（(]*(?:感谢(?:您|你|大家)?的?(?:阅读|关注|支持|浏览)|(?:更多.{0,12})?(?:欢迎|敬请|请)(?:您|大家|广大.{2,4})?(?:关注|投稿|订阅|扫码|收听)).{0,30}(?:公众号|微信|微博|[信邮]箱|@|网站|客户端)|^关注.{2,16}(?:公众号|微信|微博)$/;
const longestCourtesy = 80;
/** `快點到Facebook Like我們的專頁`, `可follow我們`: an account of the site, and that one should follow it. */
const invitation =
  /(?:Facebook|Google|微[博信]|公[众眾]|[专專][页頁]).{0,40}(?:Like|follow|[关關]注)\s?(?:我[們们]|本[站报網网校])/i;
const longestInvitation = 200;

/**
 * True for what a site says of its own works and of their rights, in whatever words: `除非注明，文章均为本站原创，转载请注明出处`,
 * `作品版权归原作者，与本站立场无关，如有侵犯请联系我们`. It names itself, and two of the matters of such statements. A credit line
 * may name the site as the source (`作者：林有禾　出处：本站原创`) and is none: its labels announce values.
 */
export function isSiteStatement(text: string): boolean {
  if (text.length <= longestCourtesy && courtesy.test(text)) return true;
  if (text.length <= longestInvitation && invitation.test(text)) return true;
  if (text.length > longest || text.length < 8 || !self.test(text)) return false;
  return matters.filter((matter) => matter.test(text)).length >= 2 && creditScore(text) < 2;
}
