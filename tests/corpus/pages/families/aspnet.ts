import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, separators } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

const viewState =
  '<input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUKLTY1ODk3NTYxOA9kFgICAw9kFgJmDw8WAh4EVGV4dAU=" />';

/** Hand-written ASP.NET: server controls with `lbl` names, the unit sometimes in the author's slot, the counter in a sentence. */
export const aspnet: Family = {
  id: 'aspnet',
  cms: 'hand-written',
  charset: 'gb2312',
  years: [2005, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school, hits } = article;
    const date = choose('date', [written.dashesTime, written.dashesMinutes, written.dots])(posted);
    const unitAsAuthor = choose('unit-as-author', [false, true]);
    const author = unitAsAuthor ? essay.unit : essay.authors.join('、');
    const credit = choose('credit', [
      `发布时间：<span id="lblTime">${date}</span>　　作者：<span id="lblAuthor">${author}</span>　　来源：<span id="lblFrom">${source.written}</span>　　阅读次数：<span id="lblHits">${hits}</span>`,
      `作　者：<span id="lblAuthor">${author}</span> | 稿源：<span id="lblFrom">${source.written}</span> | 日　期：<span id="lblTime">${date}</span> | 本条信息已被查看了<span id="lblHits">${hits}</span>次`,
      `<span id="lblFrom">文章来源：${source.written}</span> • <span id="lblTime">添加时间：${date}</span> • <span id="lblAuthor">作者：${author}</span> • <span id="lblHits">浏览：${hits}</span>`,
    ]);
    const below = choose('below', [false, true]);
    const crumbs = breadcrumb(article, {
      label: choose('label', ['您现在的位置：', '当前位置：', '你的位置：']),
      separator: choose('separator', separators),
      home: '首页',
      last: choose('last', ['正文', '详细内容', '内容']),
      href: (_, depth) => `newslist.aspx?cid=${depth}`,
    });
    const creditRow = `<tr><td align="center" bgcolor="#eeeeee">${credit}</td></tr>`;
    const main = `<form name="form1" method="post" action="newsdetail.aspx?id=${id}" id="form1">${viewState}
<table width="100%"><tr><td>${crumbs}</td></tr>
<tr><td align="center"><span id="lblTitle" style="font-size:18px;font-weight:bold">${essay.title}</span></td></tr>
${below ? '' : creditRow}
<tr><td><span id="lblContent">${body}</span></td></tr>
${below ? creditRow : ''}
<tr><td align="right">【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr></table></form>`;
    return {
      html: tableShell(article, {
        doctype: '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN" >\n',
        title: choose('title', [`${essay.title} - ${siteName(article)}`, siteName(article)]),
        charset: 'gb2312',
        main,
      }),
      url: `http://${school.host}/newsdetail.aspx?id=${id}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: unitAsAuthor ? [] : essay.authors,
        unit: unitAsAuthor ? essay.unit : null,
        publishedOn: isoDay(posted),
        column: article.path,
        hits,
      },
    };
  },
};
