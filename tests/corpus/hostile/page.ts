const paragraph = (n: number): string =>
  `<p>　　水渠修到第${n}里，村里的人开会商量谁家先浇地。商量的结果，是按田块的高低排队，高处先浇，低处后浇，谁也不许插队。</p>\n`;

/** A page of a school whose essay holds hostile HTML in its midst, and before and after it. */
export const hostilePage = (html: string, title = '水渠边上的会议'): string => `<html>
<head><meta charset="utf-8"><title>中共北原县委党校</title></head>
<body>
<table width="760" align="center"><tr><td>您现在的位置：<a href="index.asp">首页</a> &gt;&gt; <a href="list.asp?id=3">调查研究</a> &gt;&gt; 正文</td></tr>
<tr><td align="center"><b>${title}</b></td></tr>
<tr><td align="center">发布日期：2004/05/12　作者：贺长山　提供单位：经济学教研部</td></tr>
<tr><td class="content">${[1, 2, 3, 4, 5, 6].map(paragraph).join('')}
<div>${html}</div>
${[7, 8].map(paragraph).join('')}</td></tr>
<tr><td align="center">版权所有：中共北原县委党校</td></tr></table>
</body>
</html>`;
