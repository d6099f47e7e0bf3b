import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, neighbours, otherList, shareBar } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** PHPCMS v9: the credit line inside the h1 of the title, a date without label, `div.summary`, 延伸阅读. */
export const phpcms: Family = {
  id: 'phpcms',
  cms: 'phpcms',
  charset: 'utf-8',
  years: [2010, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const summary = !article.flattened && essay.abstract !== '' && choose('summary', [true, false]);
    const crumbs = breadcrumb(article, {
      label: '',
      separator: ' &gt; ',
      home: '首页',
      last: '正文',
      href: (_, depth) => `/index.php?m=content&amp;c=index&amp;a=lists&amp;catid=${depth}`,
    });
    const main = `<div class="crumbs">${crumbs}</div>
<div id="Article"><h1>${essay.title}<br />
<span>${written.dashesTime(posted)}&nbsp;&nbsp;&nbsp;来源：${source.written}&nbsp;&nbsp;&nbsp;评论：<a href="#comment" id="comment">0</a> 点击：<span id="hits"></span></span></h1>
${summary ? `<div class="summary">${essay.abstract}</div>` : ''}
<div class="content">
${body}
</div>
<div class="tags">相关热词搜索：${essay.keywords.map((word) => `<a href="#">${word}</a>`).join(' ')}</div>
<p class="f14">${neighbours(article, ['<strong>上一篇：</strong>', '<strong>下一篇：</strong>'], (n) => `/index.php?m=content&amp;c=index&amp;a=show&amp;catid=9&amp;id=${n}`)}</p>
${choose('share', [shareBar, ''])}
<div class="related"><h5 class="blue">延伸阅读：</h5><ul>${otherList(article, (n) => `/html/${n}.html`, true)}</ul></div></div>`;
    return {
      html: divShell(article, {
        doctype: '<!DOCTYPE html>\n',
        title: `${essay.title} - ${article.path[1]} - ${siteName(article)}`,
        head: `<meta name="keywords" content="${essay.keywords.join(' ')}">\n<link href="/statics/css/default_blue.css" rel="stylesheet" type="text/css">`,
        charset: 'utf-8',
        main,
      }),
      url: choose('url', [
        `http://${school.host}/index.php?m=content&c=index&a=show&catid=9&id=${id}`,
        `http://${school.host}/html/${posted.year}/xslt_${String(posted.month).padStart(2, '0')}${String(posted.day).padStart(2, '0')}/${id}.html`,
      ]),
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        publishedOn: isoDay(posted),
        column: article.path,
        keywords: essay.keywords,
        abstract: summary ? essay.abstract : null,
      },
    };
  },
};
