import { hostileBodies } from '../../corpus/hostile/bodies.ts';
import { hostilePage } from '../../corpus/hostile/page.ts';
import { warcFile, warcRecord } from '../warc.ts';

/** A crawl of pages of a school, each with a hostile body in the midst of its essay. */
export const hostileWarc = (): Buffer =>
  Buffer.from(
    warcFile(
      hostileBodies.map(({ html }, at) =>
        warcRecord({
          address: `http://www.nbdx.cn/show.asp?id=${60_000 + at}`,
          http: ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'],
          body: new TextEncoder().encode(hostilePage(html, `水渠边上的第${at}次会议`)),
        }),
      ),
    ),
  );
