import { proseEssays } from '../essays.ts';
import { link } from '../shell/parts.ts';
import { divShell, tableShell } from '../shell/shell.ts';
import { type Negative, portalOf } from './negative.ts';

const list = (count: number, line: (title: string, at: number) => string): string =>
  Array.from({ length: count }, (_, at) => line(proseEssays[at % proseEssays.length]?.title ?? '', at)).join('\n');
const dated = (href: (at: number) => string) => (title: string, at: number) =>
  `<tr><td>·${link(href(at), title)}</td><td align="right">[2005-${1 + (at % 12)}-${1 + at}]</td></tr>`;

function columnList(): Negative {
  const article = portalOf('column-list');
  return {
    slug: 'column-list',
    url: `http://${article.school.host}/list.asp?classid=4&page=2`,
    charset: 'gb2312',
    note: 'column list of a portal: titles, dates, a pager',
    html: tableShell(article, {
      title: article.school.name,
      charset: 'gb2312',
      main: `<table width="98%"><tr><td colspan="2">您现在的位置：${link('/', '首页')} &gt;&gt; ${link('#', '学术专栏')}</td></tr>
${list(
  20,
  dated((at) => `show.asp?id=${at + 900}`),
)}
<tr><td colspan="2" align="center">共86条　${link('?page=1', '上一页')} 第2页/共5页 ${link('?page=3', '下一页')} 转到第<input size="2">页</td></tr></table>`,
    }),
  };
}

function columnWithAbstracts(): Negative {
  const article = portalOf('column-with-abstracts');
  return {
    slug: 'column-with-abstracts',
    url: `http://${article.school.host}/Article/xslt/Index.html`,
    charset: 'gb2312',
    note: 'a list that shows the first words of each essay',
    html: tableShell(article, {
      title: `理论研究--${article.school.name}`,
      charset: 'gb2312',
      main: `<table width="100%"><tr><td>您现在的位置：${link('/', article.school.short)} &gt;&gt; ${link('#', '理论研究')} &gt;&gt; 列表</td></tr>
${list(8, (title, at) => `<tr><td><b>${link(`/Article/${at}.html`, title)}</b><br>　　${proseEssays[at]?.paragraphs[0]?.slice(0, 60) ?? ''}…… ${link(`/Article/${at}.html`, '[阅读全文]')}<br>作者：${proseEssays[at]?.authors[0] ?? ''}　更新时间：2005-${at + 1}-12　点击数：${at * 31}</td></tr>`)}</table>`,
    }),
  };
}

function homePage(): Negative {
  const article = portalOf('home-page');
  const box = (name: string, from: number): string =>
    `<td valign="top" width="50%"><table><tr><td><b>${name}</b> ${link('#', '更多&gt;&gt;')}</td></tr>${list(6, (title, at) => `<tr><td>·${link(`show.asp?id=${from + at}`, title)} (7-${at + 1})</td></tr>`)}</table></td>`;
  return {
    slug: 'home-page',
    url: `http://${article.school.host}/`,
    charset: 'gb2312',
    note: 'home page of a portal',
    html: tableShell(article, {
      title: `欢迎访问${article.school.name}`,
      charset: 'gb2312',
      main: `<table width="100%"><tr>${box('校园新闻', 100)}${box('学术专栏', 200)}</tr><tr>${box('通知公告', 300)}${box('学员园地', 400)}</tr></table>`,
    }),
  };
}

function noticeList(): Negative {
  const article = portalOf('notice-list');
  const titles = ['关于五一放假的通知', '关于开展读书月活动的通知', '教职工体检安排', '秋季学期作息时间表', '新书通报'];
  return {
    slug: 'notice-list',
    url: `http://${article.school.host}/tzgg/list.htm`,
    charset: 'utf-8',
    note: 'list of notices',
    html: divShell(article, {
      doctype: '<!DOCTYPE html>\n',
      title: `通知公告-${article.school.name}`,
      charset: 'utf-8',
      main: `<div class="col_path">当前位置：${link('/', '首页')} &gt; 通知公告</div><ul class="wp_article_list">${[...titles, ...titles].map((title, at) => `<li><span>${link(`/2010/0${at}/page.htm`, title)}</span><span>2010-0${(at % 9) + 1}-11</span></li>`).join('\n')}</ul>`,
    }),
  };
}

function searchResults(): Negative {
  const article = portalOf('search-results');
  return {
    slug: 'search-results',
    url: `http://${article.school.host}/search.asp?key=%C5%A9%B4%E5`,
    charset: 'gb2312',
    note: 'results of the search within the portal',
    html: tableShell(article, {
      title: article.school.name,
      charset: 'gb2312',
      main: `<table width="98%"><tr><td>您搜索的关键字是“<font color=red>农村</font>”，共找到 14 条记录</td></tr>${list(14, (title, at) => `<tr><td>${at + 1}. ${link(`show.asp?id=${at}`, title)}</td></tr>`)}</table>`,
    }),
  };
}

function loginPage(): Negative {
  const article = portalOf('login-page');
  return {
    slug: 'login-page',
    url: `http://${article.school.host}/oa/login.asp`,
    charset: 'gb2312',
    note: 'login of the school office system',
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>${article.school.name}办公自动化系统</title></head><body><center>
<h2>${article.school.name}办公自动化系统</h2>
<form method="post" action="check.asp"><table><tr><td>用户名：</td><td><input name="user"></td></tr><tr><td>密　码：</td><td><input type="password" name="pwd"></td></tr><tr><td colspan="2"><input type="submit" value="登录"> <a href="reg.asp">新用户注册</a> <a href="lost.asp">忘记密码</a></td></tr></table></form>
<p>版权所有：${article.school.name}　技术支持：信息化办公室</p></center></body></html>`,
  };
}

function guestBook(): Negative {
  const article = portalOf('guest-book');
  const note = (at: number): string =>
    `<table width="96%" border="1"><tr><td>留言人：网友${at}　时间：2005-6-${at + 1} 10:2${at}:00</td></tr><tr><td>请问今年的在职研究生什么时候开始报名？</td></tr><tr><td><font color=red>管理员回复：</font>请关注通知公告栏目。</td></tr></table>`;
  return {
    slug: 'guest-book',
    url: `http://${article.school.host}/guestbook/index.asp`,
    charset: 'gb2312',
    note: 'guest book: many short texts, none of them an essay',
    html: tableShell(article, {
      title: `${article.school.name}-留言板`,
      charset: 'gb2312',
      main: `<b>在线留言</b> <a href="add.asp">我要留言</a>${[0, 1, 2, 3, 4, 5].map(note).join('\n')}`,
    }),
  };
}

function notFound(): Negative {
  const article = portalOf('not-found');
  return {
    slug: 'not-found',
    url: `http://${article.school.host}/show.asp?id=999999`,
    charset: 'gb2312',
    note: 'the address of an article that is gone',
    html: tableShell(article, {
      title: article.school.name,
      charset: 'gb2312',
      main: '<table width="98%"><tr><td align="center"><font color="red">对不起，您要查看的文章不存在或已被删除！</font><br><a href="javascript:history.back()">返回上一页</a></td></tr></table>',
    }),
  };
}

/** Pages of portals that hold no article. */
export const portalNegatives: readonly Negative[] = [
  columnList(),
  columnWithAbstracts(),
  homePage(),
  noticeList(),
  searchResults(),
  loginPage(),
  guestBook(),
  notFound(),
];
