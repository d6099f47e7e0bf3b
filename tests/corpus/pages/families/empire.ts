import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, otherList, spaces } from '../shell/parts.ts';
import { namePlace, siteName, tableShell } from '../shell/shell.ts';

/** EmpireCMS: `td.info_text`, `td#text`, 推荐资讯 and 栏目热门 beside, hits by a script of the software. */
export const empire: Family = {
  id: 'empire',
  cms: 'empirecms',
  charset: 'gb2312',
  years: [2006, 2012],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const crumbs = breadcrumb(article, {
      label: choose('label', ['您当前的位置：', '您当前的位置：', '']),
      separator: '&nbsp;&gt;&nbsp;',
      home: '首页',
      href: (_, depth) => `/news/c${depth}/`,
    });
    const empty = choose('empty-source', [false, true]);
    const main = `<table width="100%" border="0"><tr><td class="position">${crumbs}</td></tr></table>
<table width="100%" class="title_info"><tr><td><h1>${essay.title}</h1></td></tr>
<tr><td class="info_text">时间：${written.dashesTime(posted)}${spaces(2)}来源：${empty ? '' : source.written}${spaces(2)}作者：${essay.authors.join(' ')}</td></tr></table>
<table width="100%"><tr><td id="text">
${body}
</td></tr></table>
<p>${choose('tag', ['', `Tags：<a href="#">${essay.keywords.join('</a> <a href="#">')}</a>`])}</p>
<table width="100%"><tr><td>来顶一下</td><td><a href="/">返回首页</a></td><td>已有<script src="/e/public/ViewClick/?classid=5&id=${id}&addclick=1"></script>人阅读</td></tr></table>
<table width="100%"><tr><td><strong>相关文章</strong></td></tr><tr><td><ul>${otherList(article, (n) => `/news/${n}.html`, true)}</ul></td></tr></table>
<table width="100%"><tr><td><strong>推荐资讯</strong></td><td><strong>栏目更新</strong></td><td><strong>栏目热门</strong></td></tr></table>`;
    const tagged = main.includes('Tags：');
    return {
      html: tableShell(article, {
        title:
          namePlace(article) === 'title'
            ? `${essay.title}-${article.path[1]}-${siteName(article)}`
            : `${essay.title} - Powered by EmpireCMS`,
        head: '<link href="/skin/default/css/style.css" rel="stylesheet" type="text/css">\n<script type="text/javascript" src="/e/data/js/ajax.js"></script>',
        bodyAttributes: ' class="showpage news"',
        charset: 'gb2312',
        main,
      }),
      url: `http://${school.host}/news/${isoDay(posted)}/${id}.html`,
      fields: {
        ...bareFields(article),
        ...(empty ? {} : sourceFields(article)),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: article.path,
        keywords: tagged ? essay.keywords : [],
      },
    };
  },
};
