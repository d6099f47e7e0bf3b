import { type Article, bareFields, type Family, sourceFields } from '../article.ts';
import { escapeAttribute } from '../blocks.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, link, otherList, spaces } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

const tooltip = (title: string, at: string): string =>
  escapeAttribute(`文章标题：${title}\n作    者：admin\n更新时间：${at} 18:28:30`);

/** A long byline is cut in the text and whole in the address. */
function authorLink({ essay }: Article): string {
  const name = essay.authors.join(' ');
  const shown = name.length > 6 ? `${name.slice(0, 5)}…` : name;
  return link(`/Article/ShowAuthor.asp?ChannelID=1&amp;AuthorName=${encodeURIComponent(name)}`, shown);
}

const tools = (id: number): string =>
  `【<a href="/Article/Comment.asp?ArticleID=${id}">发表评论</a>】【<a href="/User/User_Favorite.asp?Action=Add&amp;ChannelID=1&amp;InfoID=${id}">加入收藏</a>】【<a href="/Article/SendMail.asp?ArticleID=${id}">告诉好友</a>】【<a href="/Article/Print.asp?ArticleID=${id}">打印此文</a>】【<a href="javascript:window.close();">关闭窗口</a>】`;

/** PowerEasy SiteWeaver, static or ASP: star rating and font tool in the title's row, credit line, sign-off, neighbours with tooltips, three lists. */
export const siteweaver: Family = {
  id: 'siteweaver',
  cms: 'siteweaver',
  charset: 'gb2312',
  years: [2003, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school, others, editor } = article;
    const crumbs = breadcrumb(article, {
      label: '您现在的位置：&nbsp;',
      separator: '&nbsp;&gt;&gt;&nbsp;',
      home: siteName(article),
      last: '正文',
      href: (_, depth) => `/Article/Class${depth}.asp`,
    });
    const date = choose('date', [written.dashesShort, written.dashesTime])(posted);
    const hits = choose('hits', [true, false]);
    const count = hits
      ? String(article.hits)
      : `<script language='javascript' src='/Article/GetHits.asp?ArticleID=${id}'></script>`;
    const title = `<tr><td height="30" align="center" class="main_ArticleTitle">${essay.title}</td></tr>
<tr><td align="center" class="main_ArticleSubheading"></td></tr>`;
    const main = `<table width="100%" class="main_tdbgall"><tr><td>${crumbs}</td></tr>
<tr><td><table width="100%"><tr><td align="left"><b>${essay.title}</b></td><td align="right">★★★　【字体：<a href="javascript:fontZoomA();">小</a> <a href="javascript:fontZoomB();">大</a>】</td></tr></table></td></tr>
${choose('twice', [title, ''])}
<tr><td align="center" class="Article_tdbgall">作者：${authorLink(article)}${spaces(4)}文章来源：<a href="/Article/ShowCopyFrom.asp?ChannelID=1&amp;SourceName=x">${source.written}</a>${spaces(4)}点击数：${count}${spaces(4)}更新时间：${date}</td></tr>
<tr><td id="fontzoom" valign="top" height="200" style="word-break:break-all">${body}</td></tr>
<tr><td align="right">文章录入：admin${spaces(4)}责任编辑：${editor}</td></tr>
<tr><td><li>上一篇文章： <a href="/Article/${id - 1}.html" title="${tooltip(others[0], isoDay(posted))}">${others[0]}</a></li><br>
<li>下一篇文章： 没有了</li></td></tr>
<tr><td align="right">${tools(id)}</td></tr></table>
<table width="100%"><tr><td>最新热点</td><td>最新推荐</td><td>相关文章</td></tr><tr>${[1, 2, 3].map(() => `<td>${otherList(article, (n) => `/Article/${n}.html`, false)}</td>`).join('')}</tr></table>
<table width="100%"><tr><td>网友评论：（只显示最新10条。评论内容只代表网友观点，与本站立场无关！）</td></tr></table>`;
    const month = `${posted.year}${String(posted.month).padStart(2, '0')}`;
    return {
      html: tableShell(article, {
        title: `${essay.title}--${siteName(article)}`,
        charset: 'gb2312',
        head: `<meta name="generator" content="PowerEasy SiteWeaver"><link href="/Skin/DefaultSkin.css" rel="stylesheet" type="text/css">
<script language="JavaScript">function fontZoomA(){document.getElementById('fontzoom').style.fontSize='12px';}function fontZoomB(){}</script>`,
        main,
      }),
      url: choose('url', [
        `http://${school.host}/Article/xslt/${month}/${id}.html`,
        `http://${school.host}/Article/ShowArticle.asp?ArticleID=${id}`,
      ]),
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        hits: hits ? article.hits : null,
        editor,
      },
    };
  },
};
