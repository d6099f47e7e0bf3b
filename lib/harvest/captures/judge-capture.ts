/**
 * What a capture proves to be once it is fetched. `good`: a page of its address. `unavailable`: the archive has no bytes for it.
 * `redirected`: it led to another page. `soft-404` says with a status of 200 that there is no page; `error-page` is a server's;
 * `other-text` is a page of somebody else's, or another essay than lists name under the address.
 */
export const captureVerdicts = [
  'good',
  'unavailable',
  'redirected',
  'not-html',
  'empty',
  'error-page',
  'soft-404',
  'cut-short',
  'other-text',
] as const;
export type CaptureVerdict = (typeof captureVerdicts)[number];

/** A page out of a capture, as text. */
export interface CapturedPage {
  /** Its HTML, decoded. */
  readonly html: string;
  /** Words of its `<title>`. */
  readonly title: string;
  /** The text that its body shows. */
  readonly text: string;
}

/** Longest text of a page that says no more than that it has none, in UTF-16 units. */
const longestError = 1500;
/** Shortest text that may be a page's. */
const shortestText = 20;

const missing =
  /(?:页面|网页|文件|文章|信息|内容|记录|资源|新闻|栏目|链接|数据)(?:已经?)?(?:不存在|未找到|没有找到|找不到|无法找到|已(?:被)?(?:删除|移除|屏蔽)|被删除|失效)|(?:找不到|没有找到|未找到|无法找到|不存在)(?:该|此|您|你|这|所|相关|指定|要)|(?:参数|编号|ID)(?:错误|不正确|有误|丢失)|\b404\b|not\s+found|(?:page|file|document|resource)\b.{0,40}\b(?:not\s+be\s+found|does\s+not\s+exist|no\s+longer)|没有(?:该|此|这)条?(?:记录|信息|文章|新闻|数据)|该(?:条|篇)?(?:记录|信息|文章|新闻)(?:不存在|已(?:经)?过期)|(?:没有|无)权(?:限)?(?:查看|浏览|访问)|出错了|错误提示|非法(?:操作|参数|访问)/i;
const serverError =
  /HTTP (?:Status|错误|Error) ?\d{3}|Microsoft (?:OLE DB|VBScript|JET|ODBC)|ADODB\.|ODBC Drivers|Server Error in '|“\/”应用程序中的服务器错误|应用程序中的服务器错误|Runtime Error|Apache Tomcat\/|java\.lang\.|javax\.servlet|JasperException|(?:Warning|Fatal error|Parse error|Notice): .{0,80}(?:mysql|on line|in \/|in [A-Z]:)|Internal Server Error|Service (?:Temporarily )?Unavailable|Bad Gateway|Gateway Time-?out|Bad Request|Access (?:is )?denied|(?:403|401) Forbidden|Forbidden|Too many (?:users|connections)|用户太多|连接数据库(?:失败|出错)|数据库(?:连接)?(?:出错|错误|失败)|无法显示(?:该)?(?:网)?页|(?:数据库|服务器|网络)(?:服务器)?连接(?:失败|出错|错误|超时)|无法连接(?:到)?(?:数据库|服务器)|(?:网站|系统|本站|服务器)(?:正在)?(?:维护|升级|建设|改版|调整)|object moved|directory listing denied|(?:正在)?建设中|under construction|您的(?:访问|请求)(?:过于频繁|被(?:拒绝|拦截))|域名(?:已)?(?:过期|未备案|出售|到期)|domain (?:name )?(?:is|may be) (?:for sale|parked)|未备案|该站点已(?:关闭|停止)|Suspended|It works!|Welcome to nginx|IIS Windows/i;
/** An archive's own words in the place of a capture: of its bytes they say nothing. */
const archivesOwn =
  /(?:has not|hasn['’]t) archived that|doesn['’]t have that page archived|(?:resource|url|page) (?:is )?not (?:in|found in|available in)(?: this| the)? archive|archived page not available|at crawl time|excluded from the wayback|blocked site error|(?:internet )?archive services? (?:is|are)|temporarily offline|too many requests|wayback (?:exception|machine: error)|internet archive: error|robots\.txt|(?:just a moment|checking your browser|verify (?:that )?you are (?:a )?human)|人机验证|安全验证/i;
const strangers =
  /娱乐(?:城|场|平台)|百家乐|老虎机|博彩|投注|彩金|六合彩|时时彩|澳门(?:新?葡京|金沙|威尼斯|新濠|银河)|真人(?:视讯|荷官)|casino|私服|成人(?:电影|视频)|domain\s*(?:for|is)\s*sale|buy this domain|parkingcrew|sedoparking/i;

/**
 * Judges a captured page that the archive gave with a status of 200. `essayText` is the text of the essay that was read from it, '' where none
 * was: a page of an essay may speak of errors as it likes.
 */
export function judgeCapture({ html, title, text }: CapturedPage, essayText: string): CaptureVerdict {
  const shown = text.replace(/\s+/g, '');
  if (html.trim() === '') return 'empty';
  const words = `${title} ${text}`.normalize('NFKC');
  const strange = words.match(new RegExp(strangers.source, 'gi'))?.length ?? 0;
  if (strange >= 4 || (strange > 0 && strangers.test(title))) return 'other-text';
  const isEssay = essayText.length >= longestError || (essayText !== '' && essayText.length * 2 > shown.length);
  if (!isEssay || essayText.length < 200) {
    if (shown.length <= longestError && archivesOwn.test(words)) return 'unavailable';
    if (shown.length <= longestError && serverError.test(words)) return 'error-page';
    if (shown.length <= longestError && missing.test(words)) return 'soft-404';
    if (serverError.test(title) && essayText === '') return 'error-page';
    if (missing.test(title) && essayText === '') return 'soft-404';
  }
  if (shown.length < shortestText && !/<i?frame/i.test(html)) return 'empty';
  return isCut(html) ? 'cut-short' : 'good';
}

/** A page whose end never came: neither its own end tags nor, of hand-written ones without, the end of a tag or table. */
function isCut(html: string): boolean {
  const body = html.replace(/<!--.*?-->/gs, '');
  if (/<\/(?:html|body)\s*>/i.test(body)) return false;
  if (/<[^>]*$/.test(body) && body.lastIndexOf('<') > body.length - 500) return true;
  const count = (tag: RegExp): number => body.match(tag)?.length ?? 0;
  const open = count(/<(?:table|div|td)\b/gi) - count(/<\/(?:table|div|td)\s*>/gi);
  return /<(?:html|body)\b/i.test(body) && open >= 2;
}
