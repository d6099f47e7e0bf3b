import { bareFields, type Family, sourceFields } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { breadcrumb, counter, neighbours } from '../shell/parts.ts';
import { siteName, tableShell } from '../shell/shell.ts';

/** 尘缘雅境 news (ReadNews.asp): labels in brackets, the counter in a sentence, comments below. */
export const readnews: Family = {
  id: 'readnews',
  cms: 'chenyuan',
  charset: 'gb2312',
  years: [2002, 2008],
  render: (article, body) => {
    const { essay, choose, posted, source, id, school } = article;
    const hits = counter(article, `hits.asp?NewsID=${id}`);
    const crumbs = breadcrumb(article, {
      label: choose('label', ['当前位置：', '您的位置：', '']),
      separator: choose('separator', ['→', ' -&gt; ', '—&gt;', ' \\ ']),
      home: '首页',
      last: '查看',
      href: (_, depth) => `Type.asp?TypeID=${depth}`,
    });
    const date = choose('date', [written.dashesTime, written.hanPadded])(posted);
    const credit = choose('credit', [
      `发布时间：${date}　来源：${source.written}　阅读：${hits.html}次`,
      `【作者】${essay.authors.join('，')}　【来源】${source.written}　【日期】${date}　【人气】${hits.html}`,
      `（${date}）　作者：${essay.authors.join('、')}　出处：${source.written}　点击次数：${hits.html}`,
    ]);
    const signed = credit.includes('作者');
    const main = `<table width="100%" border="0"><tr><td>${crumbs}</td></tr>
<tr><td align="center"><font color="#FF0000" size="3"><b>${essay.title}</b></font></td></tr>
<tr><td align="center">${credit}</td></tr>
<tr><td style="line-height:200%">${body}</td></tr>
<tr><td>${neighbours(article, ['<b>上篇：</b>', '<b>下篇：</b>'], (n) => `ReadNews.asp?NewsID=${n}`)}</td></tr>
<tr><td align="right">[<a href="#">发送给好友</a>] [<a href="#">打印本页</a>] [<a href="javascript:window.close()">关闭窗口</a>]</td></tr>
<tr><td>相关评论：无</td></tr></table>`;
    return {
      html: tableShell(article, { title: `${siteName(article)} → ${essay.title}`, charset: 'gb2312', main }),
      url: `http://${school.host}/news/ReadNews.asp?NewsID=${id}`,
      fields: {
        ...bareFields(article),
        ...sourceFields(article),
        authors: signed ? essay.authors : [],
        publishedOn: isoDay(posted),
        column: article.path,
        hits: hits.hits,
      },
    };
  },
};
