import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { essayMaker } from '../collection/made-essays.ts';

/*
 * A crawl of a made-up portal: of every ten records five are essays, two are columns' lists, and one each is a picture, a
 * style sheet and an error page. The same for the same number.
 */

const SEED = 5;
const HOST = 'http://www.baiyudx.example';
const school = '中共白榆市委党校';

/** The boilerplate of the portal, as heavy as such portals had it. */
const menu = ['首页', '学校概况', '校园新闻', '教学培训', '科研咨政', '学员园地', '图书资料', '在线留言']
  .map((name, n) => `<td align="center"><a href="/list.asp?classid=${n}" class="menu">${name}</a></td>`)
  .join('');
const neighbours = (n: number): string =>
  Array.from({ length: 12 }, (_, at) => `·<a href="show.asp?id=${n + at}">第${n + at}号来信与答复</a><br>\n`).join('');

const frame = (n: number, middle: string): string => `<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${school}</title>
<link href="css/style.css" rel="stylesheet" type="text/css">
</head>
<body bgcolor="#ffffff">
<table width="778" align="center"><tr><td><img src="/images/top.jpg" width="778" height="120" alt=""></td></tr>
<tr><td><table width="100%"><tr>${menu}</tr></table></td></tr></table>
<table width="778" align="center"><tr><td width="170" valign="top"><b>最新信息</b><br>
${neighbours(n)}</td>
<td valign="top"><table width="98%" align="center">${middle}</table></td></tr></table>
<table width="778" align="center"><tr><td align="center"><a href="#">关于我们</a> | <a href="#">联系我们</a></td></tr>
<tr><td align="center">版权所有：${school}　地址：人民西路420号　邮编：315012<br>
建议使用1024×768分辨率 IE6.0以上浏览器</td></tr></table>
</body>
</html>
`;

const essayPage = (n: number, { title, authors, publishedOn }: Facts, text: string): string =>
  frame(
    n,
    `<tr><td height="25">您现在的位置：<a href="/">首页</a> → <a href="list.asp?classid=1">理论研究</a></td></tr>
<tr><td align="center"><font size="4" color="#cc0000"><b>${title}</b></font></td></tr>
<tr><td align="center">发布日期：${publishedOn}&nbsp;&nbsp;作者：${authors.join(' ')}&nbsp;&nbsp;提供单位：科研处</td></tr>
<tr><td class="content">${text
      .split('\n')
      .map((line) => `　　${line}<br>\n<br>\n`)
      .join('')}</td></tr>
<tr><td align="right">本信息共浏览：<b>${n % 977}</b>次</td></tr>
<tr><td align="center"><a href="javascript:print()">[打印文本]</a> <a href="javascript:window.close()">关闭窗口</a></td></tr>`,
  );

const listPage = (n: number): string =>
  frame(
    n,
    Array.from(
      { length: 30 },
      (_, at) => `<tr><td>·<a href="show.asp?id=${n * 30 + at}">第${at}号</a></td><td>2006-05-17</td></tr>\n`,
    ).join(''),
  );

type Facts = Readonly<{ title: string; authors: readonly string[]; publishedOn: string | null }>;

function record(path: string, type: string, body: string | Uint8Array, status = '200 OK'): Buffer {
  const http = `HTTP/1.1 ${status}\r\nServer: Microsoft-IIS/5.0\r\nContent-Type: ${type}\r\n\r\n`;
  const block = Buffer.concat([Buffer.from(http), Buffer.from(body as string)]);
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: ${HOST}${path}`,
    'WARC-Date: 2007-07-02T20:53:27Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${block.length}`,
  ].join('\r\n');
  return gzipSync(Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]), { level: 4 });
}

/** The records of a crawl, each a gzip member, and how many essays there have been among those taken. */
export function crawlOf(count: number): { readonly records: Iterable<Buffer>; readonly essays: () => number } {
  const make = essayMaker(SEED);
  const state = { essays: 0 };
  const html = 'text/html; charset=utf-8';
  const gif = Uint8Array.from({ length: 3000 }, (_, at) => (at < 6 ? 'GIF89a'.charCodeAt(at) : (at * 31) % 256));
  function* records(): Generator<Buffer> {
    for (let n = 0; n < count; n += 1) {
      const kind = n % 10;
      if (kind % 2 === 0) {
        const { row, body } = make(n);
        state.essays += 1;
        yield record(`/show.asp?id=${n}`, html, essayPage(n, row, body.text));
      } else if (kind < 4) yield record(`/list.asp?classid=1&page=${n}`, html, listPage(n));
      else if (kind === 5) yield record(`/images/${n}.gif`, 'image/gif', gif);
      else if (kind === 7) yield record(`/css/${n}.css`, 'text/css', 'td { font-size: 12px }\n'.repeat(60));
      else yield record(`/old/${n}.asp`, html, '<html><body><h1>404 Not Found</h1></body></html>', '404 Not Found');
    }
  }
  return { records: records(), essays: () => state.essays };
}

/** Writes a packed WARC of so many records; gives the number of essays in it. */
export async function writeWarc(file: string, count: number): Promise<number> {
  const { records, essays } = crawlOf(count);
  await pipeline(Readable.from(records), createWriteStream(file));
  return essays();
}
