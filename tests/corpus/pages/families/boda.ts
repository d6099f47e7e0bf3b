import { bareFields, type Family, type Fields, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, neighbours } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** Boda VisualSiteBuilder: half-width labels and bars, empty slots, an unlabelled author, 上一条 and 下一条, attachments. */
export const boda: Family = {
  id: 'boda',
  cms: 'boda',
  charset: 'utf-8',
  years: [2007, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const clicks = `<script>_showDynClicks("wbnews", 1412614994, ${id})</script><span id="dynclicks_wbnews_${id}_77"></span>`;
    const author = essay.authors.join(' ');
    type Variant = { readonly html: string; readonly fields: Partial<Fields> };
    const credit = choose<Variant>('credit', [
      { html: `来源: | 发布时间: ${isoDay(posted)} | 浏览次数: ${clicks}`, fields: {} },
      {
        html: `创建时间：  ${written.slashes(posted)} ${author} 浏览次数：${clicks}`,
        fields: { authors: essay.authors },
      },
      {
        html: `发布时间：${isoDay(posted)}&nbsp;&nbsp;供稿单位：${essay.unit}&nbsp;&nbsp;撰稿：${author}&nbsp;&nbsp;网络编辑：${article.editor}`,
        fields: { authors: essay.authors, unit: essay.unit, editor: article.editor },
      },
      {
        html: `日期：${isoDay(posted)}&nbsp;&nbsp;信息来源：${source.written}&nbsp;&nbsp;点击数: ${clicks}`,
        fields: sourceFields(article),
      },
    ]);
    const crumbs = breadcrumb(article, {
      label: choose('label', ['当前位置: ', '您的位置：', '']),
      separator: '&gt;&gt;',
      home: '首页',
      last: '正文',
      href: (_, depth) => `../../list${depth}.htm`,
    });
    const main = `<table width="98%"><tr><td>${crumbs}</td></tr><tr><td>
<!--#begineditable name="文章内容" action="webber.wbst.com.news.DetailNews" layout="/system/_component/news/content/tpltitle.jsp" viewid="148707"-->
<form name="_newscontent_fromname"><table width="100%"><tr><td class="titlestyle" align="center">${essay.title}</td></tr>
<tr><td align="center"><span class="timestyle">${credit.html}</span></td></tr></table>
<div id="${choose('content-id', ['vsb_content', 'vsb_content_2', 'vsb_content_4'])}"><div class="v_news_content">
${body}
</div></div><div id="div_vote_id"></div>
${choose('attachment', ['', `<p>附件【<a href="/system/_content/download.jsp?wbfileid=${id}">全文.doc</a>】已下载<span>12</span>次</p>`])}
<p align="right">【<a href="javascript:window.close()">关闭窗口</a>】</p></form>
<p>${neighbours(article, ['上一条：', '下一条：'], (n) => `${n}.htm`)}</p>
<!--#endeditable--></td></tr></table>`;
    return {
      html: tableShell(article, {
        title: `${essay.title}-${siteName(article)}`,
        head: '<!--Announced by Visual SiteBuilder 9-->\n<link rel="stylesheet" type="text/css" href="../../_sitegray/_sitegray_d.css">\n<script type="text/javascript" src="/system/resource/js/counter.js"></script>',
        charset: 'utf-8',
        main,
      }),
      url: choose('url', [
        `http://${school.host}/info/1031/${id}.htm`,
        `http://${school.host}/content.jsp?urltype=news.NewsContentUrl&wbtreeid=1031&wbnewsid=${id}`,
      ]),
      fields: { ...bareFields(article), publishedOn: isoDay(posted), column: article.path, ...credit.fields },
    };
  },
};
