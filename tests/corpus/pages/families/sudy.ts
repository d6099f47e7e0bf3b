import { bareFields, type Family } from '../article.ts';
import { isoDay } from '../shell/dates.ts';
import { breadcrumb, link } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** Sudy WebPlus: `arti_title`, `arti_metas`, `wp_articlecontent`; the publisher is a person or a department. */
export const sudy: Family = {
  id: 'sudy',
  cms: 'sudy',
  charset: 'utf-8',
  years: [2008, 2012],
  render: (article, body) => {
    const { essay, choose, posted, id, school, hits } = article;
    const old = choose('old', [false, true]);
    const shown = choose('hits', [true, false]);
    const count = shown ? String(hits) : '';
    const crumbs = breadcrumb(article, {
      label: choose('label', ['当前位置：', '您所在的位置：', '']),
      separator: '&nbsp;&nbsp;&gt;&nbsp;',
      home: '首页',
      href: (_, depth) => `/163${depth}/list.htm`,
    });
    const visits = `<span class="WP_VisitCount" url="/_visitcountdisplay?siteId=3&amp;type=3&amp;articleId=${id}">${count}</span>`;
    const head = old
      ? `<table width="100%"><tr><td align="center" class="Article_Title">${essay.title}</td></tr><tr><td align="center"><span class="Article_Author">作者：${essay.authors.join(' ')}</span> <span>发布时间：</span><span class="Article_PublishDate">${isoDay(posted)}</span> <span>浏览次数：${visits}</span></td></tr></table>`
      : `<h1 class="arti_title">${essay.title}</h1><p class="arti_metas"><span class="arti_publisher">供稿人：${essay.authors.join('、')}</span><span class="arti_update">发布时间：${isoDay(posted)}</span><span class="arti_views">浏览次数：${visits}</span></p>`;
    const day = `${String(posted.month).padStart(2, '0')}${String(posted.day).padStart(2, '0')}`;
    const main = `<div class="col_path">${crumbs}</div>
<div class="article">${head}
<div class="${old ? 'Article_Content' : 'entry'}"><div class="read"><div class='wp_articlecontent'>
${body}
</div></div></div>
<div class="back">${link('javascript:history.back()', '返回')} ${link('#top', '返回顶部')}</div></div>`;
    return {
      html: divShell(article, {
        doctype: '<!DOCTYPE html>\n',
        title: choose('title', [`${essay.title}-${siteName(article)}`, `${siteName(article)}-${essay.title}`]),
        head: '<link type="text/css" href="/_css/_system/system.css" rel="stylesheet"/>\n<link type="text/css" href="/_upload/site/1/style/3/3.css" rel="stylesheet"/>',
        charset: 'utf-8',
        main,
        tail: `<img src="/_visitcount?siteId=3&type=3&articleId=${id}" style="display:none" width="0" height="0"/>`,
      }),
      url: `http://${school.host}${choose('site-path', ['', '/_t50'])}/${posted.year}/${day}/c1630a${id}/page.htm`,
      fields: {
        ...bareFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        hits: shown ? hits : null,
      },
    };
  },
};
