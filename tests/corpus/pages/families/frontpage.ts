import { bareFields, type Family } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';
import { link } from '../shell/parts.ts';

/** Static pages of FrontPage, 1998-2004: no label anywhere, author and date on centred lines, the school above or below. */
export const frontpage: Family = {
  id: 'frontpage',
  cms: 'frontpage',
  charset: 'gb2312',
  years: [1999, 2004],
  render: (article, body) => {
    const { essay, choose, posted, school, id } = article;
    const dated = choose('dated', [true, false]);
    const above = choose('above', [true, false]);
    const school_ = `<p align="center"><font size="2">${school.name}${choose('made', ['', '　科研处制作'])}</font></p>`;
    const date = choose('date', [written.han, written.dashesShort, written.dots])(posted);
    const html = `<html>

<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<meta name="GENERATOR" content="Microsoft FrontPage 4.0">
<meta name="ProgId" content="FrontPage.Editor.Document">
<title>${choose('title', [essay.title, `${school.short}：${essay.title}`, 'New Page 1'])}</title>
</head>

<body background="../images/bg.gif" link="#000080">
${above ? `<p align="center"><img border="0" src="../images/banner.gif" width="468" height="60" alt="${school.name}"></p>` : ''}
<div align="center"><center>
<table border="0" cellpadding="0" cellspacing="0" width="640"><tr><td width="100%">
<p align="center"><b><font face="黑体" size="5">${essay.title}</font></b></p>
<p align="center"><font face="楷体_GB2312">${essay.authors.join('　')}</font></p>
${dated ? `<p align="center"><font size="2">（${date}）</font></p>` : ''}
<hr size="1" color="#800000">
${body}
</td></tr></table>
</center></div>
<hr>
<p align="center">${link('../index.htm', '返回首页')}　${link('index.htm', '返回目录')}　${link('javascript:window.close()', '关闭窗口')}</p>
${above ? '' : school_}
</body>

</html>
`;
    return {
      html,
      url: `http://${school.host}/xkyj/${posted.year}/${id}.htm`,
      fields: {
        ...bareFields(article),
        authors: essay.authors,
        publishedOn: dated ? isoDay(posted) : null,
      },
    };
  },
};
