/** Ends of names of what is no page: images, sheets, scripts, films, archives. */
export const noPage =
  /\.(?:gif|jpe?g|png|bmp|ico|webp|svg|css|js|json|xml|rss|atom|swf|flv|mp[34]|wm[av]|avi|rmv?b?|rm|ra|mid|wav|zip|rar|7z|gz|exe|cab|msi|iso|woff2?|ttf|eot|db|mdb|inc|cur|htc|map|torrent)$/;

/** Documents that may be an essay's own file: kept count of, but no pages. */
export const document = /\.(?:pdf|docx?|wps|caj|pptx?|xlsx?|rtf|txt|chm)$/;

/**
 * Names of files and folders for what visitors do, and of parts of pages: signing in, searching, voting, writing, printing, counting,
 * frames. Whole words of a name, so that `register.asp` is one and `registry-reform.html` none.
 */
export const toolName =
  /^(?:(?:user_?|member_?|admin_?|manage_?)?(?:log(?:in|out)|reg(?:ister)?|signin|signup|getpass(?:word)?|password|chklogin|checklogin)|\w*search\w*|so|query|vote(?:_?\w+)?|toupiao|survey|diaocha|poll|guest_?book|gbook|gb|liuyan|book|message|msg|feedback\w*|recommend\w*|digg\w*|stow|bbs|forum|dispbbs|club|comment[s_]?\w*|pinglun|review|reply|print(?:_?\w+)?|dayin|send_?(?:mail|friend|to)?\w*|email\w*|mailto|friend\w*|favou?rites?\w*|user_favorite|admin\w*|manage\w*|user(?:_?\w+)?|member\w*|count(?:er)?\d*|hits?|gethits?|click\w*|stat\w*|tongji|down(?:load)?s?\w*|upload\w*|upfile\w*|links?|friendlink\w*|youqing\w*|site_?map|map|about(?:us|_us)?\d*|contact(?:us)?|help|copyright|law|job|zhaopin|ad|ads|banner|top|head(?:er)?|foot(?:er)?|bottom|left|right|menu|nav|main_?(?:left|top)|frame\w*|error|err|40[34]|500|calendar|rili|weather|tianqi|time|date|rss|wap|mobile|xml|api|ajax\w*|inc|js|css|images?|img|pic|photo|flash|video|vod|player|plug|editor|ewebeditor|cgi-bin|exam|kaoshi|test|demo|install|robots|favicon|redirect|jump|goto|go|url|out|out_?link|check\w*code|validate\w*|getcode|code|verify\w*|session\w*|online)$/;

/** Folders of the like. */
export const toolFolder =
  /^(?:admin\w*|manage\w*|user|users|member|members|bbs|forum|guestbook|gbook|vote|search|inc|include|includes|common|script|scripts|js|css|images?|img|pic|skin|skins|style|styles|templets?|templates?|uploadfiles?|uploadfile|upload|uploads|upfile|upfiles|editor|fckeditor|ewebeditor|ks_editor|api|rss|wap|ads?|count|counter|cgi-bin|aspnet_client|_vti_\w+|webservice|ajax|xml|flash|video|exam|mail|oa|elearning|login)$/;

/**
 * Folders of notices and of a school's own news, by the initials or the sounds of their names: 通知公告, 公示公告, 公告通知, 学校要闻, 校园新闻,
 * 新闻动态, 新闻中心, 招标公告, 招标采购, 政府采购, 人才招聘. What may be a column of essays as well (`news`, `dt`) is none.
 */
export const newsFolder =
  /^(?:tzgg|gsgg|ggtz|gstz|tongzhi(?:gonggao)?|gonggao(?:tongzhi|lan)?|xxyw|xyxw|xiaoyuanxinwen|xwdt|xwzx|xinwen(?:dongtai|zhongxin)|zbgg|zbcg|zfcg|zhaobiao|rczp|zhaopin)\d?$/;

/** Names of files that list articles, and of a folder's own page. */
export const listName =
  /^(?:(?:show_?|news_?|article_?|art_?|info_?|class_?|type_?|second_?|sub_?|more_?)?(?:list|lists|class|classes|column|columns|channel|channels|category|cate|catalog|sort|bigclass|smallclass|type|types|lm|lanmu|fenlei|mulu|special|subject|topic|zhuanti)s?(?:_?(?:news|show|page|view|info|\d+))*|list(?:_\w+)?|more\w*|\w+_more|node(?:_\d+)?|index(?:_?\d+)?|default(?:_?\d+)?|main(?:_?\d+)?|home|col\d*|\w*list\d*|p\d+)$/;

/** Folders whose pages are lists (`/Category_12/Index.aspx`, `/col/col12/index.html`, `/channels/12.html`). */
export const listFolder = /^(?:category_\d+|col\d+|channels?|nodes?|list|lists|class|column)$/;

/** Parameters that choose a column. */
export const listParameter =
  /^(?:(?:big|small|n|news|article|sub|parent|p|s|info|main)?(?:class|type|sort|cat|cate|category|column|channel|lanmu|lm|node|menu|board|special|section)(?:_?(?:id|no|code|name|one|two))?|cid|tid|lid|fid|lmid|bid|sortid|wbtreeid)$/;

/** Parameters that choose one article. */
export const essayParameter =
  /^(?:(?:news|new|article|art|info|information|content|doc|document|item|text|story|wz|wenzhang|xx|n|a|d|w|show|view|msg|res|record|rec|wbnews|topic|thesis|paper|essay|lw)?_?(?:id|no|num|code|key|guid)|aid|nid|did|wid|n|d|i|k|key|bh|xh|newsno|recno|show|view)$/;

/** Names of files that show one article. */
export const essayFileName =
  /^(?:\w*(?:show|view|read|disp|display|detail|details|content|contents|article|articles|news|newsinfo|info|text|wenzhang|wz|xinxi|neirong|page|item|art|open|look|browse|document|doc|essay|paper|lunwen|thesis|xx)\w*)$/;
