import { bareFields, type Family, type Fields, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, spaces } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** KesionCMS: an unlabelled byline (date, source, author by position), an unlabelled breadcrumb, 核心提示 in a box before the body. */
export const kesion: Family = {
  id: 'kesion',
  cms: 'kesion',
  charset: 'gb2312',
  years: [2007, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const crumbs = breadcrumb(article, {
      label: '&nbsp; ',
      separator: ' >> ',
      home: siteName(article),
      last: '浏览新闻',
      href: (_, depth) => `/Item/list.asp?id=43${depth}`,
    });
    const tip = essay.abstract !== '' && choose('tip', [true, false]);
    const byline = [written.hanPadded(posted), source.source ?? '本站原创', essay.authors.join(' ')];
    const main = `<table width="100%" style="BORDER-COLLAPSE: collapse"><tr><td class=dh2><p align=left>${crumbs}</p></td></tr></table>
<div align=center><CENTER><table id=AutoNumber33 width="96%" border=0><tr><td>
<p style="MARGIN-TOP: 0px" align=left><font style="FONT-WEIGHT: 700" size=1><br /></font><font style="FONT-WEIGHT: 700" size=5>${essay.title}</font></p></td></tr>
<tr><td><p align=left>${byline.join(`${spaces(2)} `)}${spaces(2)} <a href="/plus/comment.asp?channelid=1&InfoID=${id}" target=_blank>查看评论</a>${spaces(2)} <a href="/bbs/" target=_blank>进入论坛</a></p></td></tr></table></CENTER></div>
${tip ? `<table width="96%" border=1 align=center><tr><td><p style="LINE-HEIGHT: 150%"><SPAN style="FONT-SIZE: 10.5pt"><font color=#005e8a>&nbsp; 核心提示：</font></SPAN><font color=#005e8a><SPAN>${essay.abstract}</SPAN></font></p></td></tr></table>` : ''}
<table width="96%" border=0 align=center><tr><td class=ArticleContent align=left><font color=#333333><SPAN style="FONT-SIZE: 10.5pt"><div id="MyContent">
${body}
</div></SPAN></font><br /><script language="javascript" type="text/javascript" src="/plus/mood.asp?id=6&c_id=${id}&M_id=1"></script></td></tr></table>
<div align=center><a href="javascript:digg(1,${id},'/');">顶一下</a> <a href="/">回首页</a></div>
<div align=center>【<a href="/plus/Comment.asp?ChannelID=1&InfoID=${id}">发表评论</a>】【<a href="/item/SendMail.asp?m=1&ID=${id}">告诉好友</a>】【<a href="/item/Print.asp?m=1&ID=${id}">打印此文</a>】【<a href="#">收藏此文</a>】【<a href="javascript:window.close();">关闭窗口</a>】</div>`;
    const fields: Fields = {
      ...bareFields(article),
      ...sourceFields(article),
      issue: null,
      authors: essay.authors,
      publishedOn: isoDay(posted),
      column: article.path,
      abstract: tip ? essay.abstract : null,
    };
    return {
      html: tableShell(article, {
        title: `${essay.title} — ${article.path[1]} — ${siteName(article)}`,
        head: '<meta content=党校 name=keywords>\n<script language="javascript" src="/KS_Inc/common.js"></script>\n<!-- publish by KesionCMS -->',
        charset: 'gb2312',
        main,
      }),
      url: choose('url', [
        `http://${school.host}/html/llyj_439_${id}.shtml`,
        `http://${school.host}/Item/Show.asp?m=1&d=${id}`,
      ]),
      fields,
    };
  },
};
