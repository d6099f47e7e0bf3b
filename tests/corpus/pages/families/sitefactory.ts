import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, link } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** PowerEasy SiteFactory (.NET): `div.property`, print marks, neighbours whose tooltips hold dates of two-digit years. */
export const sitefactory: Family = {
  id: 'sitefactory',
  cms: 'sitefactory',
  charset: 'utf-8',
  years: [2008, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school, others } = article;
    const container = choose('container', ['conTxt', 'conTxt', 'content']);
    const crumbs = breadcrumb(article, {
      label: '<span>当前位置：</span>',
      separator: choose('separator', [' &gt; \n\n    ', '&gt;\n    ']),
      home: '首页',
      href: (_, depth) => `/Category_${depth}/Index.aspx`,
    });
    const shown = choose('hits', [true, false]);
    const count = shown
      ? String(article.hits)
      : `<script language="JavaScript" type="text/JavaScript" src="/Common/GetHits.aspx?id=${id}"></script>`;
    const tooltip = (title: string): string =>
      `标题：${title}&#xD;点击数：${id}&#xD;发表时间：${String(posted.year).slice(2)}年${posted.month}月28日`;
    const main = `<div class="mainBox"><div class="mHd"><div class="path">${crumbs}</div><h3>${article.path[1]}</h3></div>
<div class="mBd"><!--startprint--><div class="printArea">
<h2 class="title">${essay.title}</h2>
<h3 class="subTitle"><span></span></h3>
<div class="property"> <span>文章来源：${source.written}</span> <span>作者：${essay.authors.join(' ')}</span> <span>发布时间：${written.hanPadded(posted)}</span> <span>点击数：
    ${count}
    次</span> <span><span id="content_AdminEdit"></span></span> </div>
<div class="${container}">
${body}
</div><!--endprint-->
<div class="userControl"><a href="javascript:doPrint()">【打印正文】</a></div>
<div class="others"><div class="prev"><span>上一篇：</span>${link(`/Item/${id - 1}.aspx`, others[0], `title="${tooltip(others[0])}"`)}[ 11-28 ]</div>
<div class="next"><span>下一篇：</span>${link(`/Item/${id + 1}.aspx`, others[1], `title="${tooltip(others[1])}"`)}[ 11-29 ]</div></div>
</div></div></div>`;
    return {
      html: divShell(article, {
        doctype:
          '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n',
        htmlAttributes: ' xmlns="http://www.w3.org/1999/xhtml"',
        title: `${essay.title}--${article.path[1]}-${siteName(article)}`,
        head: '<link href="/Template/Default/Skin/css/default.css" rel="stylesheet" type="text/css" />\n<script type="text/javascript">var siteSetup = {sitePath: "/",ajaxPath: "/ajax.aspx",skinPath: "/Template/Default/Skin/"};</script>\n<script type="text/javascript" src="/js/jquery.pack.js"></script>',
        charset: 'utf-8',
        main,
      }),
      url: `http://${school.host}/Item/${id}.aspx`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        hits: shown ? article.hits : null,
      },
    };
  },
};
