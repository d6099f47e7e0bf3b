import type { Article } from '../article.ts';
import { escapeAttribute, escapeText } from '../blocks.ts';
import { link } from './parts.ts';

/** Where the school is named. Elsewhere the page only says 党校网 or nothing. */
export type NamePlace = 'footer' | 'logo' | 'title';

/** Where this page names its school: the footer twice as often as logo or title. */
export const namePlace = ({ choose }: Article): NamePlace =>
  choose<NamePlace>('name-place', ['footer', 'footer', 'logo', 'title']);

/** The site's name as the title element has it: the school's where that is the only place. */
export const siteName = (article: Article): string =>
  namePlace(article) === 'title' ? article.school.name : article.choose('site', ['学术之窗', '理论园地', '党校在线']);

const menuItems = ['首页', '学校概况', '校园新闻', '教学培训', '科研咨政', '学员园地', '图书资料', '在线留言'];

const banner = (article: Article): string =>
  namePlace(article) === 'logo'
    ? `<img src="/images/top.jpg" width="778" height="120" alt="${escapeAttribute(article.school.name)}">`
    : '<img src="/images/top.jpg" width="778" height="120" alt="">';

function footerLines(article: Article): readonly string[] {
  const { school, choose, posted } = article;
  const contact = `地址：${school.street}　邮编：${school.postcode}　电话：${school.phone}`;
  if (namePlace(article) !== 'footer') {
    return choose('footer', [
      [`${contact}`, '建议使用1024×768分辨率 IE6.0以上浏览器'],
      [contact, `您是第 <font color="red">${article.id * 37}</font> 位访客`],
    ]);
  }
  const name = escapeText(school.name);
  return choose('footer', [
    [`版权所有：${name} 系统建设：信息化办公室`, `联系电话：${school.phone} Email：${school.mail}`],
    [`Copyright &copy; ${posted.year} ${name} All Rights Reserved`, contact, '建议使用1024*768分辨率'],
    [`${name} 版权所有`, contact, `<a href="http://www.miibeian.gov.cn">某ICP备0500${article.id % 10000}号</a>`],
    [`主办：${name}　技术支持：校园网络中心`, `您是第 <font color="red">${article.id * 37}</font> 位访客`],
    [`${name}`, contact],
  ]);
}

const footerLinks = ['关于我们', '联系我们', '法律声明', '网管信箱', '网站导航'];

function sideBlocks(article: Article): readonly string[] {
  const latest = article.others
    .slice(2)
    .map((title, at) => `·${link(`show.asp?id=${article.id - 50 - at}`, title)}<br>`);
  const all = [
    `<b>最新信息</b><br>\n${latest.join('\n')}`,
    '<b>会员登录</b><form action="login.asp">用户名：<input name="u" size="10"><br>密　码：<input type="password" name="p" size="10"><br><input type="submit" value="登录"> <a href="reg.asp">新用户注册</a></form>',
    '<b>站内搜索</b><form action="search.asp"><input name="key" size="12"><select name="t"><option>标题</option><option>作者</option></select><input type="submit" value="搜索"></form>',
    '<b>友情链接</b><br><a href="http://www.people.com.cn">人民网</a><br><a href="http://www.xinhuanet.com">新华网</a>',
  ];
  return article.choose('side', [all, all.slice(0, 2), [all[0] ?? '', all[2] ?? ''], []]);
}

/** What a family puts into a shell. */
export interface Filling {
  readonly title: string;
  /** Meta elements, styles and scripts of the software. */
  readonly head?: string;
  readonly bodyAttributes?: string;
  readonly doctype?: string;
  readonly htmlAttributes?: string;
  readonly charset: 'gb2312' | 'utf-8';
  readonly main: string;
  /** After the footer. */
  readonly tail?: string;
}

const document = (
  filling: Filling,
  body: string,
): string => `${filling.doctype ?? ''}<html${filling.htmlAttributes ?? ''}>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=${filling.charset}">
<title>${escapeText(filling.title)}</title>
${filling.head ?? '<link href="css/style.css" rel="stylesheet" type="text/css">'}
</head>
<body${filling.bodyAttributes ?? ''}>
${body}
${filling.tail ?? ''}
</body>
</html>
`;

/** A page of layout tables. `filling.main` fills a cell. */
export function tableShell(article: Article, filling: Filling): string {
  const side = sideBlocks(article)
    .map((block) => `<tr><td bgcolor="#f5f5f5">${block}</td></tr>`)
    .join('\n');
  return document(
    filling,
    `<table width="778" border="0" align="center" cellpadding="0" cellspacing="0"><tr><td>${banner(article)}</td></tr>
<tr><td background="/images/menu.gif"><table width="100%"><tr>${menuItems.map((item, at) => `<td align="center">${link(`/list.asp?classid=${at}`, item, 'class="menu"')}</td>`).join('')}</tr></table></td></tr></table>
<table width="778" border="0" align="center" cellpadding="0" cellspacing="0"><tr>
${side && `<td width="170" valign="top"><table width="100%">${side}</table></td>`}
<td valign="top">${filling.main}</td></tr></table>
<table width="778" border="0" align="center"><tr><td align="center">${footerLinks.map((item) => link('#', item)).join(' | ')}</td></tr>
<tr><td align="center">${footerLines(article).join('<br>\n')}</td></tr></table>`,
  );
}

/** A page of `<div>` elements. */
export function divShell(article: Article, filling: Filling): string {
  const side = sideBlocks(article)
    .map((block) => `<div class="box">${block}</div>`)
    .join('\n');
  return document(
    filling,
    `<div id="header"><div class="logo">${banner(article)}</div>
<ul class="nav">${menuItems.map((item, at) => `<li>${link(`/list/${at}/`, item)}</li>`).join('')}</ul></div>
<div class="wrap">
${side && `<div class="left">${side}</div>`}
<div class="right">${filling.main}</div>
</div>
<div id="footer"><p>${footerLinks.map((item) => link('#', item)).join(' | ')}</p>
${footerLines(article)
  .map((line) => `<p>${line}</p>`)
  .join('\n')}</div>`,
  );
}
