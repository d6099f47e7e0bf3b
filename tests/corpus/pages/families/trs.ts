import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, otherList } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

const editorStyle =
  '<style type="text/css">\n.TRS_Editor P{margin-top:0;margin-bottom:0;line-height:1.5;font-family:宋体;font-size:12pt;}.TRS_Editor DIV{line-height:1.5;}\n</style>';

/** TRS WCM: `class=TRS_Editor` without quotes and with its own style element, nested with Custom_UnionStyle; tYYYYMMDD_id addresses. */
export const trs: Family = {
  id: 'trs',
  cms: 'trs',
  charset: 'utf-8',
  years: [2003, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const crumbs = breadcrumb(article, {
      label: choose('label', ['您的位置：', '当前位置：', '']),
      separator: '&nbsp;&gt;&nbsp;',
      home: '首页',
      href: (_, depth) => '../'.repeat(Math.max(1, 3 - depth)),
    });
    const editor = `<div class=TRS_Editor>${editorStyle}${choose('nested', [body, `<div class=Custom_UnionStyle>${body}</div>`])}</div>`;
    const metas = choose('metas', [true, false]);
    const credit = choose('credit', [
      `<span><i>时间：</i>${written.dashesMinutes(posted)}</span> <span><i>来源：</i>
            ${source.written}
          </span> <span><i>作者：</i>${essay.authors.join(' ')}</span>`,
      `${isoDay(posted)}　　来源：${source.written}　　作者：${essay.authors.join('　')}`,
    ]);
    const main = `<div class="crumb">${crumbs}</div>
<div class="detail"><div class="title">${choose('title-tag', [`<h2>${essay.title}</h2>`, `<strong>${essay.title}</strong>`])}</div>
<div class="infos">${credit}　<span>字体：<a href="#">放大</a> <a href="#">正常</a> <a href="#">缩小</a></span> <span class="print">打印</span></div>
<div class="article-body">${editor}</div>
<div class="rel"><b>相关新闻</b><ul>${otherList(article, (n) => `./t${posted.year}0102_${n}.htm`, true)}</ul></div></div>`;
    const stamp = `${posted.year}${String(posted.month).padStart(2, '0')}${String(posted.day).padStart(2, '0')}`;
    return {
      html: divShell(article, {
        title: `${essay.title}_${siteName(article)}`,
        head: metas
          ? `<meta name="SiteName" content="${siteName(article)}">\n<meta name="ColumnName" content="${article.path[1]}">\n<meta name="ArticleTitle" content="${essay.title}">\n<meta name="PubDate" content="${written.dashesMinutes(posted)}">\n<meta name="ContentSource" content="${source.written}">`
          : '',
        charset: 'utf-8',
        main,
      }),
      url: `http://${school.host}/llyj/xslt/${stamp.slice(0, 6)}/t${stamp}_${id}.${choose('extension', ['htm', 'html', 'shtml'])}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
      },
    };
  },
};
