import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, counter, placeLabels, separators, spaces } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** Hand-written ASP of 1999-2008: unit and date above, the author on a line of their own, source and counter below. */
export const asp: Family = {
  id: 'asp',
  cms: 'hand-written',
  charset: 'gb2312',
  years: [2000, 2008],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const date = choose('date', [written.slashes, written.dashesShort, written.han])(posted);
    const hits = counter(article, `count.asp?id=${id}`);
    const label = choose('label', placeLabels);
    const crumbs = breadcrumb(article, {
      label,
      separator: choose('separator', separators),
      home: '首页',
      href: (_, depth) => `list.asp?classid=${depth}`,
    });
    const bare = `<tr><td align="center">${essay.authors.join(choose('and', ['　', '、', ' ']))}</td></tr>`;
    const main = `<table width="98%" align="center"><tr><td height="25">${crumbs}</td></tr>
<tr><td align="center"><font size="4" color="#cc0000"><b>${essay.title}</b></font></td></tr>
<tr><td align="center">发布日期：${date}${choose('gap', [' ', '　', spaces(3)])}提供单位：${essay.unit}</td></tr>
${bare}
<tr><td class="content">${body}</td></tr>
<tr><td align="right">信息来源：${source.written}</td></tr>
<tr><td align="right">本信息共浏览：${hits.html}次</td></tr>
<tr><td align="center"><a href="#">[设为首页 ]</a> <a href="#">[加入收藏 ]</a> <a href="javascript:print()">[打印文本 ]</a> <a href="javascript:window.close()">关闭窗口</a></td></tr></table>`;
    return {
      html: tableShell(article, {
        title: choose('title', [siteName(article), `${siteName(article)}-${essay.title}`]),
        charset: 'gb2312',
        bodyAttributes: ' bgcolor="#ffffff" topmargin="0" ondblclick="scroll()"',
        main,
      }),
      url: `http://${school.host}/show.asp?id=${id}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        unit: essay.unit,
        column: article.path,
        hits: hits.hits,
      },
    };
  },
};
