import { bareFields, type Family } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { link } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** Founder 翔宇: a school's own newspaper online. Elements of the software's name, a block of properties after `</html>`. */
export const founder: Family = {
  id: 'founder',
  cms: 'founder',
  charset: 'utf-8',
  years: [2006, 2012],
  render: (article, body) => {
    const { essay, choose, posted, id, school, others } = article;
    const author = essay.authors.join(' ');
    const month = `${posted.year}-${String(posted.month).padStart(2, '0')}`;
    const day = String(posted.day).padStart(2, '0');
    const container = choose('container', [
      `<founder-content>${body}</founder-content>`,
      `<!--enpcontent--><founder-content>${body}</founder-content><!--/enpcontent-->`,
      `<div id="ozoom"><!--<npm:article-content>-->${body}<!--</npm:article-content>--></div>`,
    ]);
    const main = `<table width="100%"><tr><td>${written.hanPadded(posted)}　第03版：${article.path[1]}</td></tr>
<tr><td align="right">${link(`content_${id - 1}.htm`, '上一篇')} ${link(`content_${id + 1}.htm`, '下一篇')}　${link('#', '放大+')} ${link('#', '缩小-')} ${link('#', '默认○')}</td></tr>
<tr><td align="center"><founder-title><strong style="font-size:23px">${essay.title}</strong></founder-title></td></tr>
<tr><td align="center"><founder-author>${author}</founder-author></td></tr>
<tr><td>${container}</td></tr>
<tr><td align="right">${link('#', '【打印本页】')}${link('javascript:window.close()', '【关闭窗口】')}</td></tr></table>
<table width="100%"><tr><td>${link(`node_${id % 9}.htm`, others[0])}</td></tr><tr><td>${link('node_4.htm', others[1])}</td></tr></table>`;
    const properties = `<!--enpproperty <articleid>${id}</articleid><date>${isoDay(posted)} 00:00:00</date><author>${author}</author><title>${essay.title}</title><keyword></keyword><subtitle></subtitle><introtitle></introtitle><siteid>2</siteid><founder-date>${isoDay(posted)}</founder-date><source>${siteName(article)}</source>/enpproperty-->`;
    return {
      html: `${tableShell(article, {
        title: `${siteName(article)}-${essay.title}`,
        charset: 'utf-8',
        main,
      })}${properties}\n`,
      url: `http://${school.host}/html/${month}/${day}/content_${id}.htm`,
      fields: {
        ...bareFields(article),
        authors: essay.authors,
        publishedOn: isoDay(posted),
        column: [],
      },
    };
  },
};
