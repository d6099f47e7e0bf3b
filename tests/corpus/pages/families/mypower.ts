import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, counter, neighbours, spaces } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** MyPower (动力文章), the ancestor of SiteWeaver: 转贴自 for the source, the inserter beside it, the date on a line of its own. */
export const mypower: Family = {
  id: 'mypower',
  cms: 'siteweaver',
  charset: 'gb2312',
  years: [2002, 2006],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const hits = counter(article, `GetHits.asp?ArticleID=${id}`);
    const crumbs = breadcrumb(article, {
      label: '您现在的位置：',
      separator: '&nbsp;&gt;&gt;&nbsp;',
      home: siteName(article),
      last: '文章内容',
      href: (_, depth) => `Article_Class.asp?ClassID=${depth}`,
    });
    const credit = `作者：${essay.authors.join(' ')}${spaces(2)}转贴自：${source.written}${spaces(2)}点击数：${hits.html}${spaces(2)}文章录入：${choose('inserter', ['admin', 'kyc', '图书馆管理员'])}`;
    const date = `更新时间：${choose('date', [written.dashesTime, written.dashesShort])(posted)}`;
    const main = `<table width="100%"><tr class="tdbg"><td>${crumbs}</td></tr>
<tr class="tdbg"><td align="center"><font size="4"><strong>${essay.title}</strong></font></td></tr>
<tr class="tdbg"><td align="center">${choose('order', [`${credit}${spaces(2)}${date}`, `${date}${spaces(2)}${credit}`])}<hr size="1"></td></tr>
<tr class="tdbg"><td height="200" valign="top">${body}</td></tr>
<tr class="tdbg"><td>${neighbours(article, ['· 上一篇文章：', '· 下一篇文章：'], (n) => `Article_Show.asp?ArticleID=${n}`)}</td></tr>
<tr class="tdbg"><td align="right">【<a href="#">发表评论</a>】【<a href="#">告诉好友</a>】【<a href="Article_Print.asp?ArticleID=${id}">打印此文</a>】【<a href="javascript:window.close();">关闭窗口</a>】</td></tr></table>`;
    return {
      html: tableShell(article, { title: `${siteName(article)}--${essay.title}`, charset: 'gb2312', main }),
      url: `http://${school.host}/Article_Show.asp?ArticleID=${id}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        hits: hits.hits,
      },
    };
  },
};
