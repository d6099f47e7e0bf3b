import { bareFields, type Family } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { link } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

const marked = (name: string, value: string): string => `<!--<$[${name}]>begin-->${value}<!--<$[${name}]>end-->`;

/** Hanweb JCMS: comment markers around title, source and body, a block of metas, crumbs in a nested table, a counter without number. */
export const hanweb: Family = {
  id: 'hanweb',
  cms: 'hanweb',
  charset: 'utf-8',
  years: [2005, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const url = `http://${school.host}/art/${posted.year}/${posted.month}/${posted.day}/art_1621_${id}.html`;
    // A newspaper, not an issue: the software's own field held names.
    const from = source.source ?? essay.unit;
    const metas = [
      ['Maketime', `${posted.year + 1}-03-22 12:28:37`],
      ['SiteName', siteName(article)],
      ['ColumnName', article.path[1]],
      ['ArticleTitle', essay.title],
      ['PubDate', written.dashesMinutes(posted)],
      ['author', essay.authors.join(' ')],
      ['keywords', essay.keywords.join(' ')],
      ['contentSource', from],
      ['url', url],
    ];
    const zhejiang = choose('zhejiang', [true, false]);
    const content = zhejiang
      ? `<!--ZJEG_RSS.content.begin--><meta name="ContentStart">${body}<meta name="ContentEnd"><!--ZJEG_RSS.content.end-->`
      : body;
    const crumbs = article.path
      .map((column, at) => `<td> &gt;${link(`/col/col162${at}/index.html`, column)}</td>`)
      .join('');
    const main = `<div class="position"><table cellspacing="0" cellpadding="0" border="0"><tr><td>当前位置：</td><td><a href="/index.html">首页</a></td><td><table width="100%"><tr>${crumbs}</tr></table></td></tr></table></div>
<div class="con"><p class="con-title">${marked('标题', essay.title)}</p>
<div class="small-title"><span>发布日期：${isoDay(posted)}</span> <span>浏览次数：<script src="/module/visitcount/visit.jsp?i_articleid=${id}"></script></span> <span>信息来源：${marked('信息来源', from)}</span></div>
<div class="main-txt" id="zoom">${marked('信息内容', content)}</div>
<div class="main-word"><span>【<a href="javascript:window.print()">打印本页</a>】</span><span>【<a href="javascript:window.close()">关闭</a>】</span></div></div>`;
    return {
      html: divShell(article, {
        title: choose('title', [essay.title, `${siteName(article)} ${article.path[1]} ${essay.title}`]),
        head: `<link href="/script/page.css" type="text/css" rel="stylesheet">\n<link rel="stylesheet" type="text/css" href="/images/29879/hanweb.css">\n${metas.map(([name, value]) => `<meta name="${name}" content="${value}">`).join('\n')}`,
        charset: 'utf-8',
        main,
        tail: '<a href="http://www.hanweb.com" style="display:none">Produced By 大汉网络 大汉版通发布系统</a>',
      }),
      url,
      fields: {
        ...bareFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        source: from,
        column: article.path,
        keywords: essay.keywords,
      },
    };
  },
};
