/** An article page in the manner of a hand-written ASP portal, for wrapping. */
export const samplePage = `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>论基层党校的师资建设-中共云和县委党校</title>
<link href="css/main.css" rel="stylesheet" type="text/css">
<script src="js/menu.js"></script>
</head>
<body bgcolor="#ffffff">
<!-- 正文开始 -->
<table width="760"><tr><td class="nav"><a href="index.asp">首页</a> &gt; <a href="/list.asp?id=3">学术园地</a></td></tr>
<tr><td class="title" id="title">论基层党校的师资建设</td></tr>
<tr><td>作者：陈守一　发布日期：2006/03/09　<a href="javascript:print()">打印</a></td></tr>
<tr><td id="content"><p>　　师资是办学的根本。<br>　　县一级的党校，教员不过七八人，<img src="images/map.gif" alt="图">课却要开十几门。</p>
<p>　　解决的办法，一是请进来，二是走出去<a href="#n1">[1]</a>。</p></td></tr>
<tr><td><a href="show.asp?id=41">上一篇</a> <a href="show.asp?id=43">下一篇</a></td></tr></table>
</body>
</html>
`;

export const sampleUrl = 'http://www.yunhedx.cn/show.asp?id=42';
export const sampleTimestamp = '20070702205327';
