import { bareFields, type Family } from '../article.ts';
import { isoDay, written } from '../shell/dates.ts';

/** A page saved from Word 2000-2003 as it is: namespaces, a style of its own, `div.Section1`, the school and date as paragraphs. */
export const wordExport: Family = {
  id: 'word-export',
  cms: 'frontpage',
  charset: 'gb2312',
  years: [2001, 2008],
  render: (article, body) => {
    const { essay, choose, posted, school, id, source } = article;
    const head = choose('head', [
      `${school.name}学报`,
      `<a href="../index.htm">${school.name}</a> &gt; <a href="index.htm">${article.path[1]}</a>`,
    ]);
    const crumbs = head.includes('&gt;');
    const sourced = choose('sourced', [true, false]) && source.source !== null;
    const html = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">

<head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312">
<meta name=ProgId content=Word.Document>
<meta name=Generator content="Microsoft Word 10">
<meta name=Originator content="Microsoft Word 10">
<title>${essay.title}</title>
<!--[if gte mso 9]><xml>
 <o:DocumentProperties>
  <o:Author>user</o:Author>
  <o:Created>${isoDay(posted)}T01:20:00Z</o:Created>
 </o:DocumentProperties>
</xml><![endif]-->
<style>
<!--
 /* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-parent:""; margin:0cm; text-align:justify; font-size:10.5pt; font-family:"Times New Roman";}
@page Section1 {size:595.3pt 841.9pt; margin:72.0pt 90.0pt 72.0pt 90.0pt;}
div.Section1 {page:Section1;}
-->
</style>
</head>

<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>

<div class=Section1 style='layout-grid:15.6pt'>

<p class=MsoNormal>${head}</p>

<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:16.0pt;font-family:黑体'>${essay.title}<span lang=EN-US><o:p></o:p></span></span></b></p>

<p class=MsoNormal align=center style='text-align:center'><span style='font-family:楷体_GB2312'>${essay.authors.join('　')}</span></p>

<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>

${body}

<p class=MsoNormal align=right style='text-align:right'>${sourced ? `（来源：${source.written}）` : `发布时间：${written.han(posted)}`}</p>

</div>

</body>

</html>
`;
    return {
      html,
      url: `http://${school.host}/xuebao/${posted.year}/${id}.htm`,
      fields: {
        ...bareFields(article),
        authors: essay.authors,
        publishedOn: sourced ? null : isoDay(posted),
        column: crumbs ? [article.path[1]] : [],
        ...(sourced ? { source: source.source, issue: source.issue } : {}),
      },
    };
  },
};
