import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, commentForm, neighbours, shareBar } from '../shell/parts.ts';
import { divShell, siteName } from '../shell/shell.ts';

/** DedeCMS: labels in `<small>`, `div.intro`, the editor inside the body cell, thumbs up and down. */
export const dede: Family = {
  id: 'dede',
  cms: 'dedecms',
  charset: 'gb2312',
  years: [2006, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school, hits } = article;
    const intro = !article.flattened && essay.abstract !== '' && choose('intro', [true, false]);
    const shown = choose('hits', [true, false]);
    const editor = choose('editor', [article.editor, 'admin']);
    const crumbs = breadcrumb(article, {
      label: '<strong>当前位置:</strong> ',
      separator: ' &gt; ',
      home: '主页',
      href: (_, depth) => `/a/c${depth}/`,
    });
    const main = `<div class="place">${crumbs} &gt; </div>
<div class="viewbox"><div class="title"><h2>${essay.title}</h2></div>
<div class="info"><small>时间:</small>${written.dashesMinutes(posted)}<small>来源:</small>${source.written}<small>作者:</small>${essay.authors.join('、')}<small>点击:</small>${shown ? hits : `<script src="/plus/count.php?view=yes&aid=${id}&mid=1" type='text/javascript' language="javascript"></script>`} 次</div>
${intro ? `<div class="intro">${essay.abstract}</div>` : ''}
<div class="content"><table width='100%' border='0' cellspacing='0'><tr><td>
${body}
<br>(责任编辑：${editor})</td></tr></table></div>
<div class="newdigg"><a href="#">顶一下</a>(3)60.00% <a href="#">踩一下</a>(2)40.00%</div>
${choose('share', ['', shareBar])}
<div class="context"><ul><li>${neighbours(article, ['上一篇：', '</li><li>下一篇：'], (n) => `/a/xslt/${n}.html`)}</li></ul></div></div>
${choose('comments', ['', commentForm])}`;
    const day = `${String(posted.month).padStart(2, '0')}${String(posted.day).padStart(2, '0')}`;
    return {
      html: divShell(article, {
        title: `${essay.title}_${siteName(article)}`,
        head: `<meta name="keywords" content="${essay.keywords.join(',')}" />\n<link href="/templets/default/style/dedecms.css" rel="stylesheet" media="screen" type="text/css" />`,
        charset: 'gb2312',
        main,
      }),
      url: `http://${school.host}/a/xslt/${posted.year}/${day}/${id}.html`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        hits: shown ? hits : null,
        editor: editor === 'admin' ? null : editor,
        keywords: essay.keywords,
        abstract: intro ? essay.abstract : null,
      },
    };
  },
};
